/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/day-report.h"

#define DAY 3

typedef struct {
  GPtrArray *lines;
  GPtrArray *orders;
} ReportFixture;

static void
set_up (ReportFixture *fixture,
        gconstpointer  data)
{
  fixture->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_report_line_free);
  fixture->orders =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_reported_order_free);
}

static void
tear_down (ReportFixture *fixture,
           gconstpointer  data)
{
  g_ptr_array_unref (fixture->lines);
  g_ptr_array_unref (fixture->orders);
}

static GDateTime *
make_time (int day,
           int hour)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (2 * 3600);

  return g_date_time_new (zone, 2025, 12, day, hour, 0, 0);
}

static TrancheReportLine *
add_line (ReportFixture *fixture,
          const char    *bank_order_id,
          gint64         amount,
          int            hour)
{
  TrancheReportLine *line = tranche_report_line_new ();

  line->bank_order_id = g_strdup (bank_order_id);
  line->amount = tranche_money (amount, "UAH");
  line->transferred = tranche_money (amount - 100, "UAH");
  line->commission = tranche_money (100, "UAH");
  line->time = make_time (DAY, hour);
  g_ptr_array_add (fixture->lines, line);

  return line;
}

static TrancheReportedOrder *
add_reported (ReportFixture *fixture,
              const char    *bank_order_id,
              gint64         amount,
              TrancheStage   stage,
              int            day,
              int            hour)
{
  g_autoptr (TrancheOrder) order = tranche_order_new ();
  GPtrArray *returns =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_return_entry_free);
  TrancheMoney money = tranche_money (amount, "UAH");
  g_autoptr (GDateTime) time = make_time (day, hour);

  tranche_order_set_bank_order_id (order, bank_order_id);
  tranche_order_set_amount (order, &money);
  tranche_order_set_stage (order, stage);
  tranche_order_set_committed_at (order, day > 0 ? time : NULL);
  g_ptr_array_add (fixture->orders, tranche_reported_order_new (order, NULL, returns));

  return g_ptr_array_index (fixture->orders, fixture->orders->len - 1);
}

static TrancheOrder *
add_order (ReportFixture *fixture,
           const char    *bank_order_id,
           gint64         amount,
           TrancheStage   stage,
           int            day,
           int            hour)
{
  return add_reported (fixture, bank_order_id, amount, stage, day, hour)->order;
}

static void
add_return (TrancheReportedOrder *reported,
            gint64                amount,
            TrancheOutcome        outcome,
            int                   day,
            int                   hour)
{
  g_autoptr (GDateTime) time = make_time (day, hour);
  TrancheMoney money = tranche_money (amount, "UAH");
  g_autoptr (TrancheGoodsReturn) goods = tranche_goods_return_new ("r", &money, TRUE, time);

  g_ptr_array_add (reported->returns,
                   tranche_return_entry_new (goods, outcome, time, time, NULL));
}

static TrancheDayReport *
match (ReportFixture *fixture)
{
  g_autoptr (GDateTime) from = make_time (DAY, 0);
  g_autoptr (GDateTime) until = make_time (DAY + 1, 0);

  return tranche_day_report_new (fixture->lines, fixture->orders, from, until);
}

static void
assert_entry (TrancheDayReport *report,
              guint             i,
              TrancheDayMatch   expected,
              const char       *bank_order_id)
{
  TrancheDayEntry *entry = report->entries->pdata[i];
  const TrancheReportLine *line = tranche_day_entry_get_line (entry);
  TrancheOrder *order = tranche_day_entry_get_order (entry);

  g_assert_cmpint (tranche_day_entry_get_match (entry), ==, expected);
  g_assert_true (line != NULL || order != NULL);
  if (line != NULL)
    g_assert_cmpstr (line->bank_order_id, ==, bank_order_id);
  if (order != NULL)
    g_assert_cmpstr (tranche_order_get_bank_order_id (order), ==, bank_order_id);
}

static void
test_empty (ReportFixture *fixture,
            gconstpointer  data)
{
  g_autoptr (TrancheDayReport) report = match (fixture);

  g_assert_cmpuint (report->entries->len, ==, 0);
  g_assert_cmpuint (report->n_differences, ==, 0);
  g_assert_false (tranche_money_is_set (&report->amount));
}

static void
test_same (ReportFixture *fixture,
           gconstpointer  data)
{
  g_autoptr (TrancheDayReport) report = NULL;

  add_line (fixture, "b", 200, 15);
  add_line (fixture, "a", 100, 12);
  /* The first and the last moment of the day. */
  add_order (fixture, "a", 100, TRANCHE_STAGE_COMMITTED, DAY, 0);
  add_order (fixture, "b", 200, TRANCHE_STAGE_CLOSED, DAY, 23);
  report = match (fixture);

  g_assert_cmpuint (report->n_differences, ==, 0);
  g_assert_cmpuint (report->n_operations, ==, 2);
  assert_entry (report, 0, TRANCHE_DAY_SAME, "a");
  assert_entry (report, 1, TRANCHE_DAY_SAME, "b");
  g_assert_cmpint (report->amount.minor, ==, 300);
  g_assert_cmpint (report->transferred.minor, ==, 100);
  g_assert_cmpint (report->commission.minor, ==, 200);
}

static void
test_differences (ReportFixture *fixture,
                  gconstpointer  data)
{
  g_autoptr (TrancheDayReport) report = NULL;

  add_line (fixture, "same", 100, 9);
  add_line (fixture, "yesterday", 100, 9);
  add_line (fixture, "sum", 100, 10);
  add_line (fixture, "twice", 100, 11);
  add_line (fixture, "twice", 100, 12);
  add_line (fixture, "waiting", 100, 13);
  add_line (fixture, "foreign", 100, 14);
  add_line (fixture, NULL, 100, 15);
  add_order (fixture, "same", 100, TRANCHE_STAGE_COMMITTED, DAY, 9);
  add_order (fixture, "yesterday", 100, TRANCHE_STAGE_COMMITTED, DAY - 1, 23);
  add_order (fixture, "sum", 101, TRANCHE_STAGE_COMMITTED, DAY, 9);
  add_order (fixture, "twice", 100, TRANCHE_STAGE_COMMITTED, DAY, 9);
  add_order (fixture, "waiting", 100, TRANCHE_STAGE_READY, 0, 0);
  add_order (fixture, "missing", 100, TRANCHE_STAGE_COMMITTED, DAY, 9);
  report = match (fixture);

  g_assert_cmpuint (report->entries->len, ==, 9);
  g_assert_cmpuint (report->n_differences, ==, 7);
  assert_entry (report, 0, TRANCHE_DAY_NOT_IN_BOOK, "foreign");
  assert_entry (report, 1, TRANCHE_DAY_NOT_IN_BOOK, NULL);
  assert_entry (report, 2, TRANCHE_DAY_NOT_COMMITTED, "waiting");
  assert_entry (report, 3, TRANCHE_DAY_TWICE, "twice");
  assert_entry (report, 4, TRANCHE_DAY_OTHER_SUM, "sum");
  assert_entry (report, 5, TRANCHE_DAY_NOT_AT_BANK, "missing");
  assert_entry (report, 6, TRANCHE_DAY_OTHER_DAY, "yesterday");
  assert_entry (report, 7, TRANCHE_DAY_SAME, "same");
  assert_entry (report, 8, TRANCHE_DAY_SAME, "twice");
}

/* What came back is not a second sale, and not the sum of the order. */
static void
test_returns (ReportFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (TrancheDayReport) report = NULL;
  TrancheReportedOrder *a = NULL;
  TrancheReportedOrder *old = NULL;

  add_line (fixture, "a", 1000, 9);
  add_line (fixture, "a", -300, 10);
  add_line (fixture, "a", -200, 11);
  add_line (fixture, "old", -500, 12);
  a = add_reported (fixture, "a", 1000, TRANCHE_STAGE_COMMITTED, DAY, 9);
  /* In another order than the bank has them. */
  add_return (a, 200, TRANCHE_OUTCOME_DONE, DAY, 10);
  add_return (a, 300, TRANCHE_OUTCOME_DONE, DAY, 11);
  old = add_reported (fixture, "old", 500, TRANCHE_STAGE_RETURNED, DAY - 2, 9);
  add_return (old, 500, TRANCHE_OUTCOME_DONE, DAY, 12);
  report = match (fixture);

  g_assert_cmpuint (report->n_differences, ==, 0);
  g_assert_cmpuint (report->entries->len, ==, 4);
  g_assert_false (tranche_day_entry_is_return (report->entries->pdata[0]));
  g_assert_true (tranche_day_entry_is_return (report->entries->pdata[1]));
  g_assert_cmpint (tranche_day_entry_get_expected (report->entries->pdata[1]).minor, ==, -300);
  g_assert_cmpint (report->amount.minor, ==, 0);
}

static void
test_returns_differ (ReportFixture *fixture,
                     gconstpointer  data)
{
  g_autoptr (TrancheDayReport) report = NULL;
  TrancheReportedOrder *order = NULL;

  /* Another sum; one return of two. */
  add_line (fixture, "sum", -300, 9);
  add_return (add_reported (fixture, "sum", 900, TRANCHE_STAGE_COMMITTED, DAY - 1, 9), 301,
              TRANCHE_OUTCOME_DONE, DAY, 9);
  add_line (fixture, "twice", -300, 10);
  add_line (fixture, "twice", -300, 11);
  add_return (add_reported (fixture, "twice", 900, TRANCHE_STAGE_COMMITTED, DAY - 1, 9), 300,
              TRANCHE_OUTCOME_DONE, DAY, 9);
  /* Only here, twice; what was refused, what is open, and another day do not count. */
  order = add_reported (fixture, "missing", 900, TRANCHE_STAGE_COMMITTED, DAY - 1, 9);
  add_return (order, 100, TRANCHE_OUTCOME_DONE, DAY, 12);
  add_return (order, 100, TRANCHE_OUTCOME_DONE, DAY, 13);
  add_return (order, 200, TRANCHE_OUTCOME_REFUSED, DAY, 9);
  add_return (order, 200, TRANCHE_OUTCOME_UNKNOWN, DAY, 9);
  add_return (order, 200, TRANCHE_OUTCOME_DONE, DAY - 1, 23);
  add_line (fixture, "waiting", -100, 14);
  add_order (fixture, "waiting", 900, TRANCHE_STAGE_READY, 0, 0);
  report = match (fixture);

  g_assert_cmpuint (report->entries->len, ==, 6);
  g_assert_cmpuint (report->n_differences, ==, 5);
  assert_entry (report, 0, TRANCHE_DAY_NOT_COMMITTED, "waiting");
  assert_entry (report, 1, TRANCHE_DAY_RETURN_NOT_IN_BOOK, "twice");
  assert_entry (report, 2, TRANCHE_DAY_OTHER_SUM, "sum");
  g_assert_cmpint (tranche_day_entry_get_expected (report->entries->pdata[2]).minor, ==, -301);
  assert_entry (report, 3, TRANCHE_DAY_RETURN_NOT_AT_BANK, "missing");
  assert_entry (report, 4, TRANCHE_DAY_RETURN_NOT_AT_BANK, "missing");
  g_assert_true (tranche_day_entry_is_return (report->entries->pdata[4]));
  g_assert_cmpint (tranche_day_entry_get_expected (report->entries->pdata[4]).minor, ==, -100);
  assert_entry (report, 5, TRANCHE_DAY_SAME, "twice");
}

/* An order that was taken over later has no returns of before. */
static void
test_returns_before_book (ReportFixture *fixture,
                          gconstpointer  data)
{
  g_autoptr (TrancheDayReport) report = NULL;
  TrancheReportedOrder *order = add_reported (fixture, "a", 900, TRANCHE_STAGE_COMMITTED, DAY, 1);

  order->known_since = make_time (DAY, 11);
  add_line (fixture, "a", 900, 9);
  add_line (fixture, "a", -100, 10);
  add_line (fixture, "a", -200, 12);
  report = match (fixture);

  g_assert_cmpuint (report->n_differences, ==, 1);
  assert_entry (report, 0, TRANCHE_DAY_RETURN_NOT_IN_BOOK, "a");
  g_assert_cmpint (tranche_day_entry_get_line (report->entries->pdata[0])->amount.minor, ==, -200);
}

/* The bank reports what it lent. */
static void
test_first_payment (ReportFixture *fixture,
                    gconstpointer  data)
{
  g_autoptr (TrancheDayReport) report = NULL;
  TrancheMoney first = tranche_money (250, "UAH");
  TrancheMoney credit = tranche_money (640, "UAH");

  add_line (fixture, "a", 750, 9);
  add_line (fixture, "b", 640, 10);
  tranche_order_set_first_payment (add_order (fixture, "a", 1000, TRANCHE_STAGE_COMMITTED, DAY, 9),
                                   &first);
  tranche_order_set_credit_amount (add_order (fixture, "b", 1000, TRANCHE_STAGE_COMMITTED, DAY, 9),
                                   &credit);
  report = match (fixture);

  g_assert_cmpuint (report->n_differences, ==, 0);
}

static void
test_two_currencies (ReportFixture *fixture,
                     gconstpointer  data)
{
  g_autoptr (TrancheDayReport) report = NULL;

  add_line (fixture, "a", 750, 9)->amount = tranche_money (750, "USD");
  add_line (fixture, "b", 640, 10);
  report = match (fixture);

  g_assert_false (tranche_money_is_set (&report->amount));
  g_assert_cmpint (report->commission.minor, ==, 200);
}

#define ADD(path, function) \
  g_test_add (path, ReportFixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/day-report/empty", test_empty);
  ADD ("/day-report/same", test_same);
  ADD ("/day-report/differences", test_differences);
  ADD ("/day-report/returns", test_returns);
  ADD ("/day-report/returns-differ", test_returns_differ);
  ADD ("/day-report/returns-before-book", test_returns_before_book);
  ADD ("/day-report/first-payment", test_first_payment);
  ADD ("/day-report/two-currencies", test_two_currencies);

  return g_test_run ();
}
