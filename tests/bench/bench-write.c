/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes one change durably, and many that come together, beside the sqlite3 shell that
 * writes the same rows into the same book; tells too how long the counts of the views
 * take after a change. */

#include "bench-book.h"
#include "sampler.h"

#include <stdlib.h>

#define SINGLE 100
#define BATCH 10000

static char *path;
static int n_batch = BATCH;

typedef struct {
  TrancheOrderBook *book;
  GArray *ids;
  guint n_answers;
  guint n_open;
} Writer;

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
add_statements (GString *script,
                gint64   id,
                guint    i)
{
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

/* The same orders again, after the book was closed. */
static void
measure_shell (GArray *ids)
{
  g_autoptr (GString) single = g_string_new ("PRAGMA synchronous = FULL;\n");
  g_autoptr (GString) batch = g_string_new ("PRAGMA synchronous = FULL;\nBEGIN;\n");
  double idle = run_shell (single->str);

  for (guint i = 0; i < SINGLE; i++) {
    g_string_append (single, "BEGIN;\n");
    add_statements (single, g_array_index (ids, gint64, i % ids->len), i);
    g_string_append (single, "COMMIT;\n");
  }
  for (int i = 0; i < n_batch; i++)
    add_statements (batch, g_array_index (ids, gint64, i % ids->len), i);
  g_string_append (batch, "COMMIT;\n");

  sampler_tell ("sqlite3: one change", "ms", (run_shell (single->str) - idle) / SINGLE);
  sampler_tell ("sqlite3: a batch of changes", "ms", run_shell (batch->str) - idle);
}

static void
measure (Writer *self)
{
  gint64 began;

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

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || path == NULL) {
    g_printerr ("%s\n", error != NULL ? error->message : "--book is missing");
    return 2;
  }

  writer.book = bench_book_open (path);
  writer.ids = bench_book_find_orders (path, n_batch);
  measure (&writer);
  bench_book_close (writer.book);
  measure_shell (writer.ids);

  g_array_unref (writer.ids);
  return 0;
}
