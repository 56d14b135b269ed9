/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <signal.h>

/* The path of the program comes from meson, in the environment. */
static GSubprocess *
run (const char *arguments)
{
  g_autofree char *command = g_strdup_printf ("%s %s", g_getenv ("TRANCHE_DEMO_BANK"), arguments);
  g_auto (GStrv) argv = NULL;
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_shell_parse_argv (command, NULL, &argv, &error);
  g_assert_no_error (error);
  process = g_subprocess_newv ((const char *const *) argv,
                               G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                               &error);
  g_assert_no_error (error);

  return process;
}

static void
stop_with (int signal_number)
{
  g_autoptr (GSubprocess) process = run ("--port 0 --seed 7 --speed 60 --rate 100");
  g_autoptr (GDataInputStream) output =
    g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  g_autoptr (GError) error = NULL;
  g_autofree char *line = g_data_input_stream_read_line (output, NULL, NULL, &error);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GRegex) regex =
    g_regex_new ("^listening on http://127\\.0\\.0\\.1:([0-9]+)$", 0, 0, NULL);
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection = NULL;
  g_autofree char *port = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (line);
  g_assert_true (g_regex_match (regex, line, 0, &match));
  port = g_match_info_fetch (match, 1);
  connection = g_socket_client_connect_to_host (client, "127.0.0.1", atoi (port), NULL, &error);
  g_assert_no_error (error);

  g_subprocess_send_signal (process, signal_number);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
}

static void
test_terminate (void)
{
  stop_with (SIGTERM);
}

static void
test_interrupt (void)
{
  stop_with (SIGINT);
}

static void
test_help (void)
{
  static const char *const words[] = {
    "--port", "--seed", "--speed", "--rate", "--no-customers", "--auto-commit", "--empty",
    "demoFlow", "0  sms", "3  appointment-reject", "5  cooling-4h", "6  cooling-48h",
    "7  cooling-over", "9  cancels", "demo-showcase", "demo-password", "/demo/orders/NUMBER/act",
    "end-cooling", "--faults", "--tls-certificate", "wrong-type", "retry_after=N", "/demo/ledger",
    "GET, POST, DELETE /demo/faults", "--strict", "--duplicate-409", "--point-registry",
    "--not-found-as-error", "--id-header", "--signature-header", " 3  the customer",
    "EXCEEDED_SUM_LIMIT", "test_store_with_confirm", "secret_98765432--123-123", "POINT-001",
  };
  g_autoptr (GSubprocess) process = run ("--help");
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;

  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
    if (!strstr (output, words[i]))
      g_error ("“%s” is not in --help", words[i]);
  }
}

static void
test_wrong_options (void)
{
  static const struct {
    const char *arguments;
    const char *complaint;
  } rows[] = {
    { "--port 65536", "--port" }, { "--port -1", "--port" },   { "--port x", "x" },
    { "--seed -1", "--seed" },    { "--speed 0", "--speed" },  { "--speed -2", "--speed" },
    { "--speed nan", "--speed" }, { "--speed 1e-300", "--speed" },
    { "--speed inf", "--speed" }, { "--rate -1", "--rate" },
    { "--faults dance", "dance" }, { "--faults 'drop percent=0'", "percent" },
    { "--tls-key x", "--tls-certificate" }, { "--tls-certificate /no --tls-key /no", "/no" },
    { "--id-header ''", "--id-header" }, { "--signature-header 'a b'", "--signature-header" },
    { "--dance", "--dance" },     { "surplus", "surplus" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GSubprocess) process = run (rows[i].arguments);
    g_autofree char *output = NULL;
    g_autofree char *complaint = NULL;
    g_autoptr (GError) error = NULL;

    g_subprocess_communicate_utf8 (process, NULL, NULL, &output, &complaint, &error);
    g_assert_no_error (error);
    g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 2);
    g_assert_cmpstr (output, ==, "");
    g_assert_nonnull (strstr (complaint, rows[i].complaint));
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo/program/terminate", test_terminate);
  g_test_add_func ("/demo/program/interrupt", test_interrupt);
  g_test_add_func ("/demo/program/help", test_help);
  g_test_add_func ("/demo/program/wrong-options", test_wrong_options);

  return g_test_run ();
}
