/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "book-calls.h"
#include "store/order-book-private.h"

/* A query that never ends by itself: it says that it runs, in @user_data. */
static gpointer
endless_job (TrancheSql  *sql,
             gpointer     user_data,
             GError     **error)
{
  gint *running = user_data;
  gint64 count;

  g_atomic_int_set (running, TRUE);
  return tranche_sql_get_int64 (sql,
                                "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
                                "  SELECT count(*) FROM n",
                                &count, error) ? sql : NULL;
}

/* Neither a change nor a look-up waits for a query, and it can be cancelled. */
static void
test_long_query (Fixture       *fixture,
                 gconstpointer  unused)
{
  TrancheDatabase *database = tranche_order_book_get_database (fixture->book);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GTask) task = g_task_new (fixture->book, cancellable, ready_cb, &result);
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GArray) counts = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 3, 14, 12, 0, 0);
  g_autoptr (GError) error = NULL;
  gint running = FALSE;
  gint64 id;

  g_task_set_task_data (task, &running, NULL);
  tranche_database_run_task (database, TRANCHE_LANE_QUERY, task, endless_job, NULL);
  while (!g_atomic_int_get (&running))
    g_thread_yield ();

  id = add_in_stage (fixture, "1", TRANCHE_STAGE_DRAFT);
  order = load_order (fixture, id);
  g_assert_nonnull (order);
  g_assert_null (result);

  g_cancellable_cancel (cancellable);
  await (&result);
  g_assert_null (g_task_propagate_pointer (G_TASK (result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  /* The lane goes on, with what was written meanwhile. */
  counts = count_views (fixture, now);
  g_assert_cmpuint (g_array_index (counts, guint, TRANCHE_VIEW_ALL), ==, 1);
}

typedef struct {
  gboolean fails;
  gint *running;
  gint *go;
} WriteData;

/* Adds a row, then waits for the word, and fails or not. */
static gpointer
write_job (TrancheSql  *sql,
           gpointer     user_data,
           GError     **error)
{
  WriteData *data = user_data;

  if (!tranche_sql_execute (sql, "INSERT INTO account_keys (id) VALUES (hex (randomblob (8)))",
                            error))
    return NULL;
  g_atomic_int_set (data->running, TRUE);
  while (!g_atomic_int_get (data->go))
    g_thread_yield ();
  if (data->fails)
    g_set_error_literal (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_FAILED, "on purpose");
  return data->fails ? NULL : sql;
}

static gpointer
count_keys_job (TrancheSql  *sql,
                gpointer     user_data,
                GError     **error)
{
  gint64 *count = user_data;

  return tranche_sql_get_int64 (sql, "SELECT count(*) FROM account_keys", count, error) ? sql : NULL;
}

static gint64
count_keys (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GTask) task = g_task_new (fixture->book, NULL, ready_cb, &result);
  gint64 count = -1;

  g_task_set_task_data (task, &count, NULL);
  tranche_database_run_task (tranche_order_book_get_database (fixture->book), TRANCHE_LANE_LOOKUP,
                             task, count_keys_job, NULL);
  await (&result);
  g_assert_nonnull (g_task_propagate_pointer (G_TASK (result), NULL));
  return count;
}

/* Changes that share a transaction: what fails is undone alone, one that is
 * cancelled in the queue is not begun, one that is cancelled later is done. */
static void
test_shared_transaction (Fixture       *fixture,
                         gconstpointer  unused)
{
  enum { FIRST, FAILS, CANCELLED, LAST, N };
  g_autoptr (GCancellable) in_queue = g_cancellable_new ();
  g_autoptr (GCancellable) while_running = g_cancellable_new ();
  GCancellable *cancellables[N] = { while_running, NULL, in_queue, NULL };
  GAsyncResult *results[N] = { NULL };
  gint running = FALSE, go = FALSE;
  WriteData fine = { FALSE, &running, &go };
  WriteData fails = { TRUE, &running, &go };

  for (guint i = 0; i < N; i++) {
    g_autoptr (GTask) task = g_task_new (fixture->book, cancellables[i], ready_cb, &results[i]);

    g_task_set_task_data (task, i == FAILS ? &fails : &fine, NULL);
    tranche_database_run_task (tranche_order_book_get_database (fixture->book),
                               TRANCHE_LANE_WRITE, task, write_job, NULL);
  }
  while (!g_atomic_int_get (&running))
    g_thread_yield ();
  g_cancellable_cancel (in_queue);
  g_cancellable_cancel (while_running);

  /* Nothing is seen, or told, before all of it is on the disk. */
  g_assert_cmpint (count_keys (fixture), ==, 0);
  g_assert_null (results[FIRST]);
  g_atomic_int_set (&go, TRUE);

  for (guint i = 0; i < N; i++) {
    g_autoptr (GError) error = NULL;
    gpointer done;

    await (&results[i]);
    done = g_task_propagate_pointer (G_TASK (results[i]), &error);
    if (i == FAILS)
      g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_FAILED);
    else if (i == CANCELLED)
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    else
      g_assert_nonnull (done);
    g_object_unref (results[i]);
  }
  g_assert_cmpint (count_keys (fixture), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/worker/long-query", Fixture, NULL, fixture_set_up, test_long_query,
              fixture_tear_down);
  g_test_add ("/worker/shared-transaction", Fixture, NULL, fixture_set_up,
              test_shared_transaction, fixture_tear_down);

  return g_test_run ();
}
