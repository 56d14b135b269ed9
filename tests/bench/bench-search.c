/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Types into the search as a person does and tells for each key how long it takes until
 * the rows stand on the screen. */

#include "bench-window.h"
#include "sampler.h"

#include "store/sql.h"

#define RUNS 8

/* µs from a key to the next: of somebody who types quickly. */
#define KEYS_APART (125 * 1000)

static char *
pick (TrancheSql *sql,
      const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3_stmt) statement = tranche_sql_compile (sql, text, &error);
  gboolean row = FALSE;

  if (statement == NULL || !tranche_sql_step (sql, statement, &row, &error))
    g_error ("%s", error->message);

  return g_strdup (row ? (const char *) sqlite3_column_text (statement, 0) : "");
}

static void
await_text (BenchWindow *self,
            const char  *text)
{
  TrancheOrderQuery *query = tranche_order_list_get_query (self->list);

  while (g_strcmp0 (tranche_order_query_get_text (query), *text != '\0' ? text : NULL) != 0) {
    g_main_context_iteration (NULL, TRUE);
    query = tranche_order_list_get_query (self->list);
  }
  bench_window_await_rows (self);
}

static void
ended_cb (gpointer user_data)
{
  gboolean *ended = user_data;

  *ended = TRUE;
}

static void
await_time (gint64 end)
{
  gint64 left = end - g_get_monotonic_time ();
  gboolean ended = left <= 0;

  if (!ended)
    g_timeout_add_once ((guint) (left / 1000) + 1, ended_cb, &ended);
  while (!ended)
    g_main_context_iteration (NULL, TRUE);
}

/* A key after the other, the first when the whole list is there. */
static void
type (BenchWindow *self,
      GtkEditable *entry,
      const char  *figure,
      const char  *text)
{
  bench_window_await_all (self);
  for (const char *key = text; *key != '\0'; key = g_utf8_next_char (key)) {
    g_autofree char *typed = g_strndup (text, g_utf8_next_char (key) - text);
    gint64 began = g_get_monotonic_time ();
    gint64 work = sampler_get_work ();

    gtk_editable_set_text (entry, typed);
    await_text (self, typed);
    sampler_tell_since (figure, began);
    sampler_tell_work (figure, work);
    await_time (began + KEYS_APART);
  }

  gtk_editable_set_text (entry, "");
  await_text (self, "");
}

static void
play (BenchWindow *self)
{
  static const struct {
    const char *figure;
    const char *select;
  } texts[] = {
    { "a name", "SELECT substr (last_name, 1, 6)" },
    { "last digits of a phone", "SELECT substr (phone, -4)" },
    { "an order number", "SELECT number" },
    { "a word of the goods", "SELECT substr (items.name, 1, instr (items.name || ' ', ' ') - 1)" },
  };
  g_autoptr (TrancheSql) sql = tranche_sql_open (bench_window_get_book (), SQLITE_OPEN_READONLY, NULL);
  GtkEditable *entry = GTK_EDITABLE (bench_window_find (self, GTK_TYPE_SEARCH_ENTRY));
  guint n_runs = bench_window_get_runs (RUNS);

  /* Whoever types has the keyboard there, and not on the rows. */
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  for (guint run = 0; run < n_runs; run++) {
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
      g_autofree char *select =
        g_strdup_printf ("%s FROM orders JOIN items ON items.order_id = orders.id"
                         " WHERE orders.id > (SELECT max (id) FROM orders) * %u / %u"
                         " AND phone IS NOT NULL LIMIT 1",
                         texts[i].select, run, n_runs + 1);
      g_autofree char *text = pick (sql, select);

      type (self, entry, texts[i].figure, text);
    }
  }
}

int
main (int   argc,
      char *argv[])
{
  return bench_window_run (argc, argv, play);
}
