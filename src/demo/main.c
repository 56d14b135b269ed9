/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "demo/demo-cfront-bank.h"
#include "demo/demo-cfront-path.h"
#include "demo/demo-customer.h"
#include "demo/demo-fault-plan.h"
#include "demo/demo-order.h"
#include "demo/demo-server.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>

#define EXIT_WRONG_OPTIONS 2
#define MAX_RATE           1000000

/* What the command line says, before it is known to make sense. */
typedef struct {
  gint64 port;
  gint64 seed;
  double speed;
  gint64 rate;
  gboolean no_customers;
  gboolean auto_commit;
  gboolean empty;
  char *faults;
  char *tls_certificate;
  char *tls_key;
  TrancheDemoCfrontOptions cfront;
  char *id_header;
  char *signature_header;
} Arguments;

static void
arguments_clear (Arguments *arguments)
{
  g_free (arguments->faults);
  g_free (arguments->tls_certificate);
  g_free (arguments->tls_key);
  g_free (arguments->id_header);
  g_free (arguments->signature_header);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, arguments_clear)

static void
append_deadlines (GString *text)
{
  g_string_append_printf (text,
                          _("Applications lapse after %d days, and signed ones %d days after "
                            "signing,\nat any speed."),
                          TRANCHE_DEMO_OPEN_DAYS, TRANCHE_DEMO_COMMIT_DAYS);
  g_string_append (text, "\n\n");
}

static void
append_faults (GString *text)
{
  g_autofree char *description = tranche_demo_fault_plan_describe ();

  g_string_append (text,
                   _("A plan of faults is a list of rules with semicolons between them, each a kind\n"
                     "of fault and what else is to be said of it; the first that strikes decides:"));
  g_string_append_printf (text,
                          "\n\n  drop when=after operation=commit percent=30; 429 first=3 last=9\n\n%s\n",
                          description);
}

static void
append_credentials (GString *text)
{
  g_string_append_printf (text,
                          /* Translators: ids and a password that are typed as they stand. */
                          _("Shop %s, showcases %s and %s, password %s.\n"
                            "The login is the showcase, with %s before it for demo orders."),
                          TRANCHE_DEMO_SHOP_ID, TRANCHE_DEMO_SHOWCASE_ID,
                          TRANCHE_DEMO_OTHER_SHOWCASE_ID, TRANCHE_DEMO_PASSWORD,
                          TRANCHE_DEMO_LOGIN_PREFIX);
  g_string_append (text, "\n\n");
}

static void
append_cfront (GString *text)
{
  g_autofree char *paths = tranche_demo_cfront_path_describe ();
  g_autofree char *points = g_strjoinv (" ", (GStrv) tranche_demo_cfront_bank_get_points ());

  g_string_append_c (text, '\n');
  g_string_append (text,
                   _("Below /api/client/, /api/order/ and /api/store/ it speaks the CFRONT dialect of\n"
                     "Globus and monobank. There the last digits of the customer’s phone choose what\n"
                     "becomes of an order, in times at speed 1:"));
  g_string_append_printf (text, "\n\n%s\n", paths);
  g_string_append_printf (text,
                          /* Translators: ids and a secret that are typed as they stand. */
                          _("Stores %s and %s; %s may not create orders.\nSecret %s.\n"
                            "Points of sale in the register: %s."),
                          TRANCHE_DEMO_STORE_ID, TRANCHE_DEMO_OTHER_STORE_ID,
                          TRANCHE_DEMO_CLOSED_STORE_ID, TRANCHE_DEMO_STORE_SECRET, points);
  g_string_append (text,
                   "\n\n"
                   "  POST /demo/orders/NUMBER/act  {\"do\": ACT, \"dialect\": \"cfront\"}\n"
                   "  ACT: approve reject refuse lapse repay\n");
}

static char *
make_description (void)
{
  g_autofree char *paths = tranche_demo_path_describe ();
  GString *text = g_string_new (NULL);

  g_string_append (text,
                   _("The “demoFlow” of an order chooses what its customer does, else the last\n"
                     "digit of the customer’s phone; without a phone, the seed and the order’s\n"
                     "number. Times count from the step before, at speed 1, and vary a little:"));
  g_string_append_printf (text, "\n\n%s\n", paths);
  append_deadlines (text);
  append_credentials (text);
  append_faults (text);
  g_string_append (text,
                   _("The page behind a customer’s link has buttons to play the customer and the\n"
                     "bank. The simulated customer then leaves that order alone. Programs see\n"
                     "what the bank holds, and do the same as the buttons, by"));
  g_string_append (text,
                   "\n\n"
                   "  GET /demo/orders\n"
                   "  GET /demo/ledger\n"
                   "  GET, POST, DELETE /demo/faults\n"
                   "  POST /demo/orders/NUMBER/act  {\"do\": ACT, \"demo\": false,"
                   " \"cooling_seconds\": 0}\n"
                   "  ACT: confirm approve appoint sign reject cancel lapse end-cooling\n");
  append_cfront (text);

  return g_string_free (text, FALSE);
}

static void
add_cfront_options (GOptionContext *context,
                    Arguments      *arguments)
{
  const GOptionEntry entries[] = {
    { "strict", 0, 0, G_OPTION_ARG_NONE, &arguments->cfront.strict,
      N_("CFRONT: refuse numbers as texts and the like"), NULL },
    { "duplicate-409", 0, 0, G_OPTION_ARG_NONE, &arguments->cfront.duplicate_conflict,
      N_("CFRONT: answer 409 where the order exists already"), NULL },
    { "point-registry", 0, 0, G_OPTION_ARG_NONE, &arguments->cfront.check_points,
      N_("CFRONT: refuse points of sale that are not in the register"), NULL },
    { "not-found-as-error", 0, 0, G_OPTION_ARG_NONE, &arguments->cfront.not_found_as_error,
      N_("CFRONT: answer 400 where the customer is not found"), NULL },
    { "id-header", 0, 0, G_OPTION_ARG_STRING, &arguments->id_header,
      N_("CFRONT: the header with the store’s id (default store-id)"), "NAME" },
    { "signature-header", 0, 0, G_OPTION_ARG_STRING, &arguments->signature_header,
      N_("CFRONT: the header with the signature (default signature)"), "NAME" },
    G_OPTION_ENTRY_NULL
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static gboolean
parse_arguments (int         *argc,
                 char      ***argv,
                 Arguments   *arguments,
                 GError     **error)
{
  const GOptionEntry entries[] = {
    { "port", 0, 0, G_OPTION_ARG_INT64, &arguments->port,
      N_("Listen on this port; 0 picks a free one (default 0)"), "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &arguments->seed,
      N_("What the day holds and what customers do (default 1)"), "N" },
    { "speed", 0, 0, G_OPTION_ARG_DOUBLE, &arguments->speed,
      N_("How many times faster than life customers are (default 1)"), "X" },
    { "rate", 0, 0, G_OPTION_ARG_INT64, &arguments->rate,
      N_("Allowed requests a second, 0 for any number (default 25)"), "N" },
    { "no-customers", 0, 0, G_OPTION_ARG_NONE, &arguments->no_customers,
      N_("Customers do nothing by themselves"), NULL },
    { "auto-commit", 0, 0, G_OPTION_ARG_NONE, &arguments->auto_commit,
      N_("The bank commits signed orders by itself"), NULL },
    { "empty", 0, 0, G_OPTION_ARG_NONE, &arguments->empty,
      N_("Begin without the orders of a day"), NULL },
    { "faults", 0, 0, G_OPTION_ARG_STRING, &arguments->faults,
      N_("Misbehave as planned"), N_("PLAN") },
    { "tls-certificate", 0, 0, G_OPTION_ARG_FILENAME, &arguments->tls_certificate,
      N_("Speak HTTPS with this certificate"), N_("FILE") },
    { "tls-key", 0, 0, G_OPTION_ARG_FILENAME, &arguments->tls_key,
      N_("The key of the certificate"), N_("FILE") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autofree char *description = make_description ();

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, N_("A bank to try out, to test and to train with."));
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  add_cfront_options (context, arguments);

  return g_option_context_parse (context, argc, argv, error);
}

static gboolean
check_range (const char  *option,
             gint64       value,
             gint64       max,
             GError     **error)
{
  g_autofree char *limit = g_strdup_printf ("%" G_GINT64_FORMAT, max);

  if (value >= 0 && value <= max)
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("%s must be from 0 to %s"), option, limit);
  return FALSE;
}

/* What HTTP allows and somebody would use. */
static gboolean
check_header (const char  *option,
              const char  *name,
              GError     **error)
{
  if (!name)
    return TRUE;

  if (*name != '\0' && strspn (name, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-_") == strlen (name))
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("%s must be letters, digits, - and _"), option);
  return FALSE;
}

static gboolean
make_options (const Arguments     *arguments,
              TrancheDemoOptions  *options,
              GError             **error)
{
  if (!check_range ("--port", arguments->port, G_MAXUINT16, error) ||
      !check_range ("--seed", arguments->seed, G_MAXUINT32, error) ||
      !check_range ("--rate", arguments->rate, MAX_RATE, error) ||
      !check_header ("--id-header", arguments->id_header, error) ||
      !check_header ("--signature-header", arguments->signature_header, error))
    return FALSE;

  if (!isfinite (arguments->speed) || arguments->speed < TRANCHE_DEMO_MIN_SPEED) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _("--speed must be %g or more"), TRANCHE_DEMO_MIN_SPEED);
    return FALSE;
  }

  options->port = arguments->port;
  options->seed = arguments->seed;
  options->speed = arguments->speed;
  options->rate = arguments->rate;
  options->customers = !arguments->no_customers;
  options->auto_commit = arguments->auto_commit;
  options->day = !arguments->empty;
  options->cfront = arguments->cfront;
  options->cfront.id_header = arguments->id_header;
  options->cfront.signature_header = arguments->signature_header;

  return TRUE;
}

static gboolean
load_certificate (const Arguments     *arguments,
                  TrancheDemoOptions  *options,
                  GError             **error)
{
  if (!arguments->tls_certificate && !arguments->tls_key)
    return TRUE;

  if (!arguments->tls_certificate || !arguments->tls_key) {
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         _("--tls-certificate and --tls-key belong together"));
    return FALSE;
  }

  options->certificate = g_tls_certificate_new_from_files (arguments->tls_certificate,
                                                           arguments->tls_key, error);

  return options->certificate != NULL;
}

static gboolean
quit_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);

  return G_SOURCE_CONTINUE;
}

static int
serve (TrancheDemoServer *server)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GError) error = NULL;
  guint interrupt_id;
  guint terminate_id;

  if (!tranche_demo_server_start (server, &error)) {
    g_printerr ("%s: %s\n", g_get_prgname (), error->message);
    return EXIT_FAILURE;
  }

  /* Before anybody is told that it runs, and may want to stop it. */
  interrupt_id = g_unix_signal_add (SIGINT, quit_cb, loop);
  terminate_id = g_unix_signal_add (SIGTERM, quit_cb, loop);

  /* Not translated: programs read it. */
  printf ("listening on %s\n", tranche_demo_server_get_base_url (server));
  fflush (stdout);

  g_main_loop_run (loop);

  g_source_remove (interrupt_id);
  g_source_remove (terminate_id);
  tranche_demo_server_stop (server);

  return EXIT_SUCCESS;
}

int
main (int   argc,
      char *argv[])
{
  TrancheDemoOptions options = TRANCHE_DEMO_OPTIONS_INIT;
  g_auto (Arguments) arguments = {
    .port = options.port,
    .seed = options.seed,
    .speed = options.speed,
    .rate = options.rate,
  };
  g_autoptr (TrancheDemoServer) server = NULL;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, TRANCHE_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("tranche-demo-bank");

  if (!parse_arguments (&argc, &argv, &arguments, &error) ||
      !make_options (&arguments, &options, &error) ||
      !load_certificate (&arguments, &options, &error)) {
    g_printerr ("%s: %s\n", g_get_prgname (), error->message);
    return EXIT_WRONG_OPTIONS;
  }

  if (argc > 1) {
    g_printerr (_("%s: unexpected argument “%s”\n"), g_get_prgname (), argv[1]);
    return EXIT_WRONG_OPTIONS;
  }

  server = tranche_demo_server_new (&options);
  g_clear_object (&options.certificate);
  if (arguments.faults && !tranche_demo_server_set_faults (server, arguments.faults, &error)) {
    g_printerr ("%s: %s\n", g_get_prgname (), error->message);
    return EXIT_WRONG_OPTIONS;
  }

  return serve (server);
}
