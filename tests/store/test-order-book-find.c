/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "book-calls.h"
#include "core/reported-order.h"

static void
test_find (Fixture       *fixture,
           gconstpointer  unused)
{
  static const struct {
    const char *account;
    const char *number;
    gboolean found;
  } cases[] = {
    { FIXTURE_ACCOUNT, "1", TRUE },
    { FIXTURE_ACCOUNT, "2", FALSE },
    { "another", "1", FALSE },
  };
  gint64 id = add_in_stage (fixture, "1", TRANCHE_STAGE_WAITING);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (TrancheOrder) order = NULL;
    g_autoptr (GError) error = NULL;

    tranche_order_book_find_async (fixture->book, cases[i].account, cases[i].number, NULL,
                                   ready_cb, &result);
    await (&result);
    order = tranche_order_book_find_finish (fixture->book, result, &error);
    if (cases[i].found)
      g_assert_cmpint (tranche_order_get_id (order), ==, id);
    else
      g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_NOT_FOUND);
  }
}

static gint64
add_with_bank_id (Fixture    *fixture,
                  const char *number,
                  const char *bank_order_id)
{
  g_autoptr (TrancheOrder) order = make_order (number);
  g_autoptr (TrancheOrder) added = NULL;

  tranche_order_set_bank_order_id (order, bank_order_id);
  added = add_order (fixture, order, NULL);

  return tranche_order_get_id (added);
}

static void
test_find_number (Fixture       *fixture,
                  gconstpointer  unused)
{
  static const char * const numbers[] = { "TILL/7", "till/7", "TILL/77", "" };
  g_autoptr (TrancheOrder) order = make_order ("TILL/7");
  g_autoptr (TrancheOrder) other = make_order ("TILL/8");
  g_autoptr (TrancheOrder) added = add_order (fixture, order, NULL);
  g_autoptr (TrancheOrder) added_other = add_order (fixture, other, NULL);

  g_assert_nonnull (added);
  g_assert_nonnull (added_other);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++) {
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GArray) ids = NULL;
    g_autoptr (GError) error = NULL;

    tranche_order_book_find_number_async (fixture->book, numbers[i], NULL, ready_cb, &result);
    await (&result);
    ids = tranche_order_book_find_number_finish (fixture->book, result, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (ids->len, ==, i == 0 ? 1 : 0);
    if (i == 0)
      g_assert_cmpint (g_array_index (ids, gint64, 0), ==, tranche_order_get_id (added));
  }
}

static void
test_find_by_bank_id (Fixture       *fixture,
                      gconstpointer  unused)
{
  gint64 only = add_with_bank_id (fixture, "1", "b-1");
  gint64 older = add_with_bank_id (fixture, "2", "b-2");
  gint64 newer = add_with_bank_id (fixture, "3", "b-2");
  gint64 none = add_with_bank_id (fixture, "4", NULL);
  const struct {
    const char *account;
    const char *bank_order_id;
    gint64 id;
  } cases[] = {
    { FIXTURE_ACCOUNT, "b-1", only },
    { FIXTURE_ACCOUNT, "b-2", newer },
    { FIXTURE_ACCOUNT, "B-1", 0 },
    { FIXTURE_ACCOUNT, "", 0 },
    { FIXTURE_ACCOUNT, "1", 0 },
    { "another", "b-1", 0 },
  };

  g_assert_cmpint (older, <, newer);
  g_assert_cmpint (none, !=, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (TrancheOrder) order = NULL;
    g_autoptr (GError) error = NULL;

    tranche_order_book_find_by_bank_id_async (fixture->book, cases[i].account,
                                              cases[i].bank_order_id, NULL, ready_cb, &result);
    await (&result);
    order = tranche_order_book_find_by_bank_id_finish (fixture->book, result, &error);
    if (cases[i].id)
      g_assert_cmpint (tranche_order_get_id (order), ==, cases[i].id);
    else
      g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_NOT_FOUND);
  }
}

static void
set_committed_at (TrancheOrder *order,
                  int           minute)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2025, 12, 3, 0, 0, 0);
  g_autoptr (GDateTime) then = g_date_time_add_minutes (time, minute);

  tranche_order_set_stage (order, TRANCHE_STAGE_COMMITTED);
  tranche_order_set_committed_at (order, then);
}

static void
add_committed (Fixture    *fixture,
               const char *number,
               int         minute)
{
  g_autoptr (TrancheOrder) order = make_order (number);
  g_autoptr (TrancheOrder) added = NULL;

  set_committed_at (order, minute);
  tranche_order_set_bank_order_id (order, number);
  added = add_order (fixture, order, NULL);
  g_assert_nonnull (added);
}

static void
assert_reported (const TrancheReportedOrder *reported,
                 const char                 *number)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  g_assert_cmpstr (tranche_order_get_number (reported->order), ==, number);
  g_assert_cmpint (g_date_time_difference (now, reported->known_since), <, G_TIME_SPAN_HOUR);
  g_assert_cmpuint (reported->returns->len, ==, 0);
}

static void
test_reported (Fixture       *fixture,
               gconstpointer  unused)
{
  const char *ids[] = { "b-1", "in", "nobody", "b-1", NULL };
  g_autoptr (GDateTime) from = g_date_time_new_utc (2025, 12, 3, 0, 0, 0);
  g_autoptr (GDateTime) until = g_date_time_new_utc (2025, 12, 4, 0, 0, 0);
  g_autoptr (TrancheOrder) foreign = make_order ("foreign");
  g_autoptr (TrancheOrder) added = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GError) error = NULL;

  add_with_bank_id (fixture, "named", "b-1");
  add_with_bank_id (fixture, "other", "b-2");
  add_committed (fixture, "before", -1);
  add_committed (fixture, "in", 24 * 60 - 1);
  add_committed (fixture, "first", 0);
  add_committed (fixture, "after", 24 * 60);
  tranche_order_set_account_id (foreign, "another");
  set_committed_at (foreign, 1);
  added = add_order (fixture, foreign, NULL);
  g_assert_nonnull (added);

  tranche_order_book_reported_async (fixture->book, FIXTURE_ACCOUNT, from, until, ids, NULL,
                                     ready_cb, &result);
  await (&result);
  orders = tranche_order_book_reported_finish (fixture->book, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (orders->len, ==, 3);
  assert_reported (orders->pdata[0], "first");
  assert_reported (orders->pdata[1], "in");
  assert_reported (orders->pdata[2], "named");
}

static void
test_load_order (Fixture       *fixture,
                 gconstpointer  unused)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GError) error = NULL;
  gint64 gone = 4711;
  gint64 first = add_in_stage (fixture, "1", TRANCHE_STAGE_WAITING);
  gint64 second = add_in_stage (fixture, "2", TRANCHE_STAGE_WAITING);

  g_array_append_val (ids, second);
  g_array_append_val (ids, gone);
  g_array_append_val (ids, first);
  tranche_order_book_load_async (fixture->book, ids, NULL, ready_cb, &result);
  await (&result);
  orders = tranche_order_book_load_finish (fixture->book, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (orders->len, ==, 2);
  g_assert_cmpint (tranche_order_get_id (g_ptr_array_index (orders, 0)), ==, second);
  g_assert_cmpint (tranche_order_get_id (g_ptr_array_index (orders, 1)), ==, first);
}

static void
test_watched (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GError) error = NULL;
  gboolean watched[TRANCHE_N_STAGES] = { FALSE };

  for (TrancheStage stage = 0; stage < TRANCHE_N_STAGES; stage++) {
    g_autofree char *number = g_strdup_printf ("%d", stage);
    g_autoptr (TrancheOrder) order = make_order (number);
    g_autoptr (TrancheOrder) added = NULL;
    g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

    tranche_order_set_stage (order, stage);
    if (stage == TRANCHE_STAGE_COMMITTED)
      tranche_order_set_committed_at (order, now);
    added = add_order (fixture, order, &error);
    g_assert_no_error (error);
  }

  tranche_order_book_watched_async (fixture->book, NULL, ready_cb, &result);
  await (&result);
  orders = tranche_order_book_watched_finish (fixture->book, result, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < orders->len; i++)
    watched[tranche_order_get_stage (g_ptr_array_index (orders, i))] = TRUE;
  for (TrancheStage stage = 0; stage < TRANCHE_N_STAGES; stage++)
    g_assert_cmpint (watched[stage], ==,
                     tranche_stage_is_open (stage) || stage == TRANCHE_STAGE_SENDING ||
                     stage == TRANCHE_STAGE_COMMITTED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/order-book-find/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("find-number", test_find_number);
  ADD ("find", test_find);
  ADD ("find-by-bank-id", test_find_by_bank_id);
  ADD ("reported", test_reported);
  ADD ("load-order", test_load_order);
  ADD ("watched", test_watched);

  return g_test_run ();
}
