/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-book.h"

#include "store/sql.h"

void
bench_book_ready_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

GAsyncResult *
bench_book_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

void
bench_book_check (const GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

TrancheOrderBook *
bench_book_open (const char *path)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TrancheOrderBook *book;

  tranche_order_book_open_async (path, NULL, NULL, bench_book_ready_cb, &result);
  book = tranche_order_book_open_finish (bench_book_wait (&result), &error);
  bench_book_check (error);
  return book;
}

void
bench_book_close (TrancheOrderBook *book)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tranche_order_book_close_async (book, bench_book_ready_cb, &result);
  tranche_order_book_close_finish (book, bench_book_wait (&result), &error);
  bench_book_check (error);
  g_object_unref (book);
}

GArray *
bench_book_find_orders (const char *path,
                        guint       n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheSql) sql = tranche_sql_open (path, SQLITE_OPEN_READONLY, &error);
  g_autofree char *text =
    g_strdup_printf ("SELECT id FROM orders WHERE stage = 6 ORDER BY id DESC LIMIT %u", n);
  g_autoptr (sqlite3_stmt) statement = sql != NULL ? tranche_sql_compile (sql, text, &error) : NULL;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row;

  while (statement != NULL && tranche_sql_step (sql, statement, &row, &error) && row) {
    gint64 id = sqlite3_column_int64 (statement, 0);

    g_array_append_val (ids, id);
  }
  bench_book_check (error);

  return ids;
}

TrancheOrder *
bench_book_make_answer (guint i)
{
  TrancheOrder *answer = tranche_order_new ();
  g_autofree char *state = g_strdup_printf ("SUCCESS/%u", i);

  tranche_order_set_stage (answer, TRANCHE_STAGE_CLOSED);
  tranche_order_set_raw_state (answer, state);
  return answer;
}
