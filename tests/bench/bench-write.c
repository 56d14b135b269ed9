/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes one change durably, and many that come together, beside the sqlite3 shell that
 * changes the same columns of as many other orders of the same book, in the same stage
 * and of the same days, and adds the same row to the history: it has the same indexes,
 * triggers and foreign keys to keep, and what it writes is synced as well. It neither
 * reads what it changes nor merges an answer into it. The two take turns, and each
 * begins every other round. Tells too how long the counts of the views take after a
 * change. */

#include "bench-book.h"
#include "sampler.h"

#include <stdlib.h>

#define ROUNDS 6
#define SINGLE 25
#define BATCH 10000

static char *path;
static int n_batch = BATCH;

typedef struct {
  TrancheOrderBook *book;
  GArray *ids;
  guint n_answers;
  guint n_open;
} Writer;

typedef struct {
  GArray *ids;
  guint n_changes;
} Shell;

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Writer *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) order =
    tranche_order_book_apply_finish (TRANCHE_ORDER_BOOK (source), result, &error);

  bench_book_check (error);
  self->n_open--;
}

static void
apply (Writer *self)
{
  gint64 id = g_array_index (self->ids, gint64, self->n_answers % self->ids->len);
  g_autoptr (TrancheOrder) answer = bench_book_make_answer (self->n_answers++);

  self->n_open++;
  tranche_order_book_apply_async (self->book, id, answer, TRANCHE_ORIGIN_POLL, NULL, applied_cb,
                                  self);
}

static void
wait_for_all (Writer *self)
{
  while (self->n_open > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
count (Writer *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) counts = NULL;
  gint64 began = g_get_monotonic_time ();

  tranche_order_book_counts_async (self->book, now, NULL, bench_book_ready_cb, &result);
  counts = tranche_order_book_counts_finish (self->book, bench_book_wait (&result), &error);
  bench_book_check (error);
  sampler_tell_since ("counts after a change", began);
}

/* What the shell has to do for one change, with the values in the text. */
static void
add_change (Shell   *self,
            GString *script)
{
  guint i = self->n_changes++;
  gint64 id = g_array_index (self->ids, gint64, i % self->ids->len);
  gint64 now = g_get_real_time ();

  g_string_append_printf (script,
                          "UPDATE orders SET stage = 7, raw_state = 'SUCCESS/%u', changed_at = %"
                          G_GINT64_FORMAT ", checked_at = %" G_GINT64_FORMAT
                          " WHERE id = %" G_GINT64_FORMAT ";\n"
                          "INSERT INTO history (order_id, time, origin, operation, outcome,"
                          " from_stage, to_stage, error_code, detail) VALUES (%" G_GINT64_FORMAT
                          ", %" G_GINT64_FORMAT ", 1, 0, 2, 6, 7, 0, 'SUCCESS/%u');\n",
                          i, now, now, id, id, now, i);
}

static double
run_shell (const char *script)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) shell =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error,
                      "sqlite3", "-batch", path, NULL);
  gint64 began = g_get_monotonic_time ();

  bench_book_check (error);
  g_subprocess_communicate_utf8 (shell, script, NULL, NULL, NULL, &error);
  bench_book_check (error);
  if (!g_subprocess_get_successful (shell))
    g_error ("The sqlite3 shell failed");

  return (double) (g_get_monotonic_time () - began) / G_TIME_SPAN_MILLISECOND;
}

static void
measure_shell (Shell *self)
{
  g_autoptr (GString) single =
    g_string_new ("PRAGMA synchronous = FULL;\nPRAGMA foreign_keys = ON;\n");
  g_autoptr (GString) batch = g_string_new (single->str);
  double idle = run_shell (single->str);

  for (guint i = 0; i < SINGLE; i++) {
    g_string_append (single, "BEGIN;\n");
    add_change (self, single);
    g_string_append (single, "COMMIT;\n");
  }
  g_string_append (batch, "BEGIN;\n");
  for (int i = 0; i < n_batch; i++)
    add_change (self, batch);
  g_string_append (batch, "COMMIT;\n");

  sampler_tell ("sqlite3: one change", "ms", (run_shell (single->str) - idle) / SINGLE);
  sampler_tell ("sqlite3: a batch of changes", "ms", run_shell (batch->str) - idle);
}

static void
measure_writer (Writer *self)
{
  gint64 began;

  self->book = bench_book_open (path);
  for (guint i = 0; i < SINGLE; i++) {
    began = g_get_monotonic_time ();
    apply (self);
    wait_for_all (self);
    sampler_tell_since ("one change", began);
    count (self);
  }

  began = g_get_monotonic_time ();
  for (int i = 0; i < n_batch; i++)
    apply (self);
  wait_for_all (self);
  sampler_tell_since ("a batch of changes", began);
  bench_book_close (g_steal_pointer (&self->book));
}

/* Gives every other order to the shell. */
static void
share_orders (Writer *writer,
              Shell  *shell)
{
  g_autoptr (GArray) ids = bench_book_find_orders (path, 2 * ROUNDS * (n_batch + SINGLE));

  writer->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  shell->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < ids->len; i++)
    g_array_append_vals (i % 2 == 0 ? writer->ids : shell->ids,
                         &g_array_index (ids, gint64, i), 1);
}

int
main (int   argc,
      char *argv[])
{
  const GOptionEntry entries[] = {
    { "book", 0, 0, G_OPTION_ARG_FILENAME, &path, "The book to write to", "FILE" },
    { "runs", 0, 0, G_OPTION_ARG_INT, &n_batch, "Changes of the batch", "N" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  Writer writer = { NULL };
  Shell shell = { NULL };

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || path == NULL) {
    g_printerr ("%s\n", error != NULL ? error->message : "--book is missing");
    return 2;
  }

  share_orders (&writer, &shell);
  for (guint round = 0; round < ROUNDS; round++) {
    if (round % 2 == 0)
      measure_writer (&writer);
    measure_shell (&shell);
    if (round % 2 == 1)
      measure_writer (&writer);
  }

  g_array_unref (writer.ids);
  g_array_unref (shell.ids);
  return 0;
}
