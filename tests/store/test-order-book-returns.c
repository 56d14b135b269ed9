/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "book-calls.h"
#include "core/bank-error.h"
#include "core/reported-order.h"

static gint64
begin (Fixture     *fixture,
       gint64       order_id,
       const char  *id,
       gint64       minor,
       gboolean     to_card,
       GError     **error)
{
  TrancheMoney amount = tranche_money (minor, "RUB");
  g_autoptr (TrancheGoodsReturn) goods = tranche_goods_return_new (id, &amount, to_card, NULL);

  return begin_return (fixture, order_id, goods, error);
}

static void
settle (Fixture        *fixture,
        gint64          operation,
        TrancheOutcome  outcome,
        int             error_code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) order = settle_operation (fixture, operation, outcome, NULL, error_code,
                                                     &error);

  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_stage (order), ==, TRANCHE_STAGE_COMMITTED);
}

static void
assert_return (GPtrArray      *returns,
               guint           position,
               const char     *id,
               gint64          minor,
               gboolean        to_card,
               TrancheOutcome  outcome)
{
  TrancheReturnEntry *entry = g_ptr_array_index (returns, position);
  gboolean settled = outcome == TRANCHE_OUTCOME_DONE || outcome == TRANCHE_OUTCOME_REFUSED;

  g_assert_cmpstr (entry->goods->id, ==, id);
  g_assert_cmpint (entry->goods->amount.minor, ==, minor);
  g_assert_cmpstr (entry->goods->amount.currency, ==, "RUB");
  g_assert_cmpint (entry->goods->to_card, ==, to_card);
  g_assert_cmpint (entry->outcome, ==, outcome);
  g_assert_cmpstr (entry->user, ==, "anna@counter-2");
  g_assert_nonnull (entry->begun_at);
  g_assert_cmpint (entry->settled_at != NULL, ==, settled);
  g_assert_cmpint (entry->goods->time != NULL, ==, outcome == TRANCHE_OUTCOME_DONE);
  g_assert_cmpint (tranche_return_entry_is_open (entry), ==, !settled);
}

/* Several of an order, one after the other; what was done and what is open is
 * known after a restart. */
static void
test_several (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) returns = NULL;
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GArray) open = NULL;
  g_autoptr (GPtrArray) history = NULL;
  gint64 id = add_in_stage (fixture, "1", TRANCHE_STAGE_COMMITTED);
  gint64 other = add_in_stage (fixture, "2", TRANCHE_STAGE_COMMITTED);
  gint64 operation;

  settle (fixture, begin (fixture, id, "r-1", 50000, TRUE, NULL), TRANCHE_OUTCOME_DONE, 0);
  settle (fixture, begin (fixture, id, "r-2", 70000, FALSE, NULL), TRANCHE_OUTCOME_REFUSED,
          TRANCHE_BANK_ERROR_CONFLICT);
  operation = begin (fixture, id, "r-3", 60000, FALSE, &error);
  g_assert_no_error (error);
  settle (fixture, operation, TRANCHE_OUTCOME_UNKNOWN, TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME);
  g_assert_cmpint (begin (fixture, other, "s-1", 100, TRUE, NULL), >, 0);

  fixture_close (fixture);
  fixture_open (fixture);

  returns = load_returns (fixture, id);
  g_assert_cmpuint (returns->len, ==, 3);
  assert_return (returns, 0, "r-1", 50000, TRUE, TRANCHE_OUTCOME_DONE);
  assert_return (returns, 1, "r-2", 70000, FALSE, TRANCHE_OUTCOME_REFUSED);
  assert_return (returns, 2, "r-3", 60000, FALSE, TRANCHE_OUTCOME_UNKNOWN);
  others = load_returns (fixture, other);
  g_assert_cmpuint (others->len, ==, 1);
  assert_return (others, 0, "s-1", 100, TRUE, TRANCHE_OUTCOME_INTENDED);

  open = load_open_operations (fixture);
  g_assert_cmpuint (open->len, ==, 2);
  g_assert_cmpint (g_array_index (open, TrancheOpenOperation, 0).id, ==, operation);
  g_assert_cmpint (g_array_index (open, TrancheOpenOperation, 0).operation, ==,
                   TRANCHE_OPERATION_RETURN);

  history = load_history (fixture, id);
  g_assert_cmpstr (tranche_history_entry_get_detail (g_ptr_array_index (history, 1)), ==,
                   "500 RUB");
}

/* Neither another return nor another operation beside an open one, and nothing
 * of what was not begun stays. */
static void
test_one_open (Fixture       *fixture,
               gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) returns = NULL;
  gint64 id = add_in_stage (fixture, "1", TRANCHE_STAGE_COMMITTED);
  gint64 operation = begin (fixture, id, "r-1", 50000, TRUE, &error);

  g_assert_no_error (error);
  g_assert_cmpint (begin (fixture, id, "r-2", 100, TRUE, &error), ==, 0);
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_cmpint (begin_operation (fixture, id, TRANCHE_OPERATION_CANCEL, &error), ==, 0);
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_BUSY);

  returns = load_returns (fixture, id);
  g_assert_cmpuint (returns->len, ==, 1);
  settle (fixture, operation, TRANCHE_OUTCOME_DONE, 0);
}

/* An id that was used, a currency that is not the order's, an order that is
 * not there: no intent is left behind. */
static void
test_not_begun (Fixture       *fixture,
                gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) returns = NULL;
  g_autoptr (GArray) open = NULL;
  TrancheMoney foreign = tranche_money (100, "UAH");
  g_autoptr (TrancheGoodsReturn) goods = tranche_goods_return_new ("r-2", &foreign, TRUE, NULL);
  gint64 id = add_in_stage (fixture, "1", TRANCHE_STAGE_COMMITTED);

  settle (fixture, begin (fixture, id, "r-1", 100, TRUE, NULL), TRANCHE_OUTCOME_DONE, 0);

  g_assert_cmpint (begin (fixture, id, "r-1", 100, TRUE, &error), ==, 0);
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_cmpint (begin_return (fixture, id, goods, &error), ==, 0);
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_cmpint (begin (fixture, 4711, "r-3", 100, TRUE, &error), ==, 0);
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_NOT_FOUND);

  returns = load_returns (fixture, id);
  g_assert_cmpuint (returns->len, ==, 1);
  open = load_open_operations (fixture);
  g_assert_cmpuint (open->len, ==, 0);
}

/* A report of the day speaks of what came back on it, and of nothing that was
 * refused. */
static void
test_reported (Fixture       *fixture,
               gconstpointer  unused)
{
  const char *ids[] = { NULL };
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) from = g_date_time_add_hours (now, -1);
  g_autoptr (GDateTime) until = g_date_time_add_hours (now, 1);
  gint64 id = add_in_stage (fixture, "1", TRANCHE_STAGE_COMMITTED);
  gint64 other = add_in_stage (fixture, "2", TRANCHE_STAGE_COMMITTED);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GError) error = NULL;
  TrancheReportedOrder *reported;

  settle (fixture, begin (fixture, id, "r-1", 50000, TRUE, NULL), TRANCHE_OUTCOME_DONE, 0);
  settle (fixture, begin (fixture, id, "r-2", 70000, FALSE, NULL), TRANCHE_OUTCOME_DONE, 0);
  settle (fixture, begin (fixture, other, "r-3", 100, FALSE, NULL), TRANCHE_OUTCOME_REFUSED,
          TRANCHE_BANK_ERROR_CONFLICT);

  tranche_order_book_reported_async (fixture->book, FIXTURE_ACCOUNT, from, until, ids, NULL,
                                     ready_cb, &result);
  await (&result);
  orders = tranche_order_book_reported_finish (fixture->book, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (orders->len, ==, 1);
  reported = orders->pdata[0];
  g_assert_cmpint (tranche_order_get_id (reported->order), ==, id);
  g_assert_cmpuint (reported->returns->len, ==, 2);
  assert_return (reported->returns, 1, "r-2", 70000, FALSE, TRANCHE_OUTCOME_DONE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/order-book/returns/" path, Fixture, NULL, fixture_set_up, function, \
              fixture_tear_down)
  ADD ("several", test_several);
  ADD ("one-open", test_one_open);
  ADD ("not-begun", test_not_begun);
  ADD ("reported", test_reported);

  return g_test_run ();
}
