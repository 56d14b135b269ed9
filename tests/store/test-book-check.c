/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/book-keeping.h"

#include "book-calls.h"
#include "keeping-calls.h"

static TrancheBookFaults
check (const char *path)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TrancheBookFaults faults;

  tranche_book_check_async (path, NULL, NULL, NULL, ready_cb, &result);
  await (&result);
  tranche_book_check_finish (result, &faults, &error);
  g_assert_no_error (error);
  return faults;
}

static void
test_check (Fixture       *fixture,
            gconstpointer  unused)
{
  gint64 id = add_in_stage (fixture, "A-1", TRANCHE_STAGE_READY);

  add_in_stage (fixture, "A-2", TRANCHE_STAGE_WAITING);
  begin_operation (fixture, id, TRANCHE_OPERATION_COMMIT, NULL);
  /* Open or not. */
  g_assert_cmpint (check (fixture->path), ==, TRANCHE_BOOK_SOUND);
  fixture_close (fixture);
  g_assert_cmpint (check (fixture->path), ==, TRANCHE_BOOK_SOUND);

  execute_in_file (fixture->path, "UPDATE order_counts SET n = n + 1 WHERE stage = 2");
  g_assert_cmpint (check (fixture->path), ==, TRANCHE_BOOK_FAULT_COUNTS);
  execute_in_file (fixture->path, "UPDATE order_counts SET n = n - 1 WHERE stage = 2");

  execute_in_file (fixture->path, "UPDATE orders SET unknown = 1 WHERE number = 'A-2'");
  g_assert_cmpint (check (fixture->path), ==, TRANCHE_BOOK_FAULT_JOURNAL);
  execute_in_file (fixture->path, "UPDATE orders SET unknown = 0 WHERE number = 'A-2'");

  execute_in_file (fixture->path, "PRAGMA foreign_keys = OFF; DELETE FROM account_keys");
  g_assert_cmpint (check (fixture->path), ==, TRANCHE_BOOK_FAULT_REFERENCES);

  damage_file (fixture->path);
  g_assert_cmpint (check (fixture->path) & TRANCHE_BOOK_FAULT_PAGES, !=, 0);
}

static void
hear_cb (goffset  done,
         goffset  total,
         gpointer user_data)
{
  GArray *percents = user_data;
  guint percent = (guint) (100 * done / total);

  if (percents->len > 0)
    g_assert_cmpuint (percent, >, g_array_index (percents, guint, percents->len - 1));
  g_assert_cmpuint (percent, <=, 100);
  g_array_append_val (percents, percent);
}

/* Enough of them for SQLite to be asked on the way. */
static void
add_many (Fixture *fixture)
{
  add_in_stage (fixture, "A-1", TRANCHE_STAGE_WAITING);
  fixture_close (fixture);
  execute_in_file (fixture->path,
                   "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 2000)"
                   "  INSERT INTO orders (account, number, demo, stage, reason, currency, amount, term,"
                   "                      last_name, created_at, last_error_code)"
                   "  SELECT (SELECT min (key) FROM account_keys), 'N-' || i, 0, 2, 0, 'RUB', i * 100, 0,"
                   "         'Иванова', i, 0 FROM n");
}

/* It is known roughly how far it is, not only that it is at work. */
static void
test_check_progress (Fixture       *fixture,
                     gconstpointer  unused)
{
  g_autoptr (GArray) percents = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TrancheBookFaults faults;

  add_many (fixture);
  tranche_book_check_async (fixture->path, hear_cb, percents, NULL, ready_cb, &result);
  await (&result);
  g_assert_true (tranche_book_check_finish (result, &faults, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (percents->len, >, 10);
  g_assert_cmpuint (g_array_index (percents, guint, 0), <, 30);
  g_assert_cmpuint (g_array_index (percents, guint, percents->len - 1), >, 70);
}

static void
test_check_cancelled (Fixture       *fixture,
                      gconstpointer  unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TrancheBookFaults faults;

  tranche_book_check_async (fixture->path, NULL, NULL, cancellable, ready_cb, &result);
  g_cancellable_cancel (cancellable);
  await (&result);
  if (!tranche_book_check_finish (result, &faults, &error))
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/book-check/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

  ADD ("check", test_check);
  ADD ("check-progress", test_check_progress);
  ADD ("check-cancelled", test_check_cancelled);

#undef ADD

  return g_test_run ();
}
