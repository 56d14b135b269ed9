/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/log.h"

typedef struct {
  GLogLevelFlags level;
  char *domain;
  char *message;
  guint n_messages;
} Captured;

static GLogWriterOutput
capture_cb (GLogLevelFlags   level,
            const GLogField *fields,
            gsize            n_fields,
            gpointer         user_data)
{
  Captured *captured = user_data;

  captured->level = level;
  captured->n_messages++;

  for (gsize i = 0; i < n_fields; i++) {
    if (g_str_equal (fields[i].key, "MESSAGE"))
      g_set_str (&captured->message, fields[i].value);
    else if (g_str_equal (fields[i].key, "GLIB_DOMAIN"))
      g_set_str (&captured->domain, fields[i].value);
  }

  return G_LOG_WRITER_HANDLED;
}

static void
test_redacts (gconstpointer data)
{
  Captured *captured = (gpointer) data;
  guint n_before = captured->n_messages;

  tranche_debug ("banks", "%s of %s is %d%%", "phone", "+79998887766", 50);

  g_assert_cmpuint (captured->n_messages, ==, n_before + 1);
  g_assert_cmpstr (captured->message, ==, "phone of ***66 is 50%");
  g_assert_cmpstr (captured->domain, ==, "tranche-banks");
  g_assert_cmpuint (captured->level, ==, G_LOG_LEVEL_DEBUG);
}

static void
test_levels (gconstpointer data)
{
  Captured *captured = (gpointer) data;

  tranche_info ("store", "opened");
  g_assert_cmpuint (captured->level, ==, G_LOG_LEVEL_INFO);
  g_assert_cmpstr (captured->domain, ==, "tranche-store");

  tranche_message ("store", "opened");
  g_assert_cmpuint (captured->level, ==, G_LOG_LEVEL_MESSAGE);
}

static void
test_percent (gconstpointer data)
{
  Captured *captured = (gpointer) data;

  tranche_debug ("banks", "%s", "/info/a%2Fb%s%n");

  g_assert_cmpstr (captured->message, ==, "/info/a%2Fb%s%n");
}

int
main (int   argc,
      char *argv[])
{
  Captured captured = { 0 };
  int status;

  g_test_init (&argc, &argv, NULL);
  g_log_set_writer_func (capture_cb, &captured, NULL);

  g_test_add_data_func ("/log/redacts", &captured, test_redacts);
  g_test_add_data_func ("/log/levels", &captured, test_levels);
  g_test_add_data_func ("/log/percent", &captured, test_percent);

  status = g_test_run ();

  g_free (captured.domain);
  g_free (captured.message);

  return status;
}
