/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which payouts the book waits for, and what it keeps of them. */

#include "book-calls.h"
#include "store/account-book.h"
#include "store/order-counts.h"

#define DAY G_TIME_SPAN_DAY

static void
save_account (Fixture *fixture,
              guint    payout_days)
{
  g_autoptr (TrancheAccountBook) accounts = tranche_account_book_new (fixture->book);
  g_autoptr (TrancheAccount) account = tranche_account_new ("globus");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tranche_account_set_id (account, FIXTURE_ACCOUNT);
  tranche_account_set_payout_days (account, payout_days);
  tranche_account_book_save_async (accounts, account, NULL, ready_cb, &result);
  await (&result);
  g_assert_true (tranche_account_book_save_finish (accounts, result, &error));
  g_assert_no_error (error);
}

/* An order that was committed so many days before now. */
static gint64
add_committed (Fixture    *fixture,
               const char *number,
               int         days_ago)
{
  g_autoptr (TrancheOrder) order = make_order (number);
  g_autoptr (TrancheOrder) added = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) committed = g_date_time_add_days (now, -days_ago);
  g_autoptr (GError) error = NULL;

  tranche_order_set_stage (order, TRANCHE_STAGE_COMMITTED);
  tranche_order_set_committed_at (order, committed);
  added = add_order (fixture, order, &error);
  g_assert_no_error (error);

  return tranche_order_get_id (added);
}

static TrancheOrder *
set_paid (Fixture       *fixture,
          gint64         id,
          gboolean       paid,
          TrancheOrigin  origin,
          GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_order_book_set_paid_async (fixture->book, id, paid, origin,
                                     origin == TRANCHE_ORIGIN_USER ? "anna@till" : NULL, NULL,
                                     ready_cb, &result);
  await (&result);

  return tranche_order_book_set_paid_finish (fixture->book, result, error);
}

static guint
count_needing_action (Fixture *fixture)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (TrancheOrderQuery) query =
    tranche_order_query_new (TRANCHE_VIEW_NEEDS_ACTION, NULL, NULL, TRANCHE_SORT_URGENCY, FALSE);
  g_autoptr (GArray) ids = query_ids (fixture, query, now);
  g_autoptr (GArray) counts = count_views (fixture, now);

  g_assert_cmpuint (g_array_index (counts, guint, TRANCHE_VIEW_NEEDS_ACTION), ==, ids->len);

  return ids->len;
}

static gboolean
is_overdue (Fixture *fixture,
            gint64   id)
{
  g_autoptr (TrancheOrder) order = load_order (fixture, id);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return tranche_order_is_payout_overdue (order, now);
}

/* Nobody is called for payouts of an account of which nobody said when they come. */
static void
test_no_term (Fixture       *fixture,
              gconstpointer  unused)
{
  gint64 id;

  save_account (fixture, 0);
  id = add_committed (fixture, "A-1", 20);

  g_assert_false (is_overdue (fixture, id));
  g_assert_cmpuint (count_needing_action (fixture), ==, 0);
}

/* The day on which it is due is still in time. */
static void
test_term (Fixture       *fixture,
           gconstpointer  unused)
{
  gint64 late, today, soon;

  save_account (fixture, 5);
  late = add_committed (fixture, "A-1", 6);
  today = add_committed (fixture, "A-2", 5);
  soon = add_committed (fixture, "A-3", 1);

  g_assert_true (is_overdue (fixture, late));
  g_assert_false (is_overdue (fixture, today));
  g_assert_false (is_overdue (fixture, soon));
  g_assert_cmpuint (count_needing_action (fixture), ==, 1);
}

/* What was committed long before the term was given is left alone. */
static void
test_other_term (Fixture       *fixture,
                 gconstpointer  unused)
{
  gint64 recent, old;

  save_account (fixture, 0);
  recent = add_committed (fixture, "A-1", 10);
  old = add_committed (fixture, "A-2", 200);

  save_account (fixture, 7);
  g_assert_true (is_overdue (fixture, recent));
  g_assert_false (is_overdue (fixture, old));
  save_account (fixture, 12);
  g_assert_false (is_overdue (fixture, recent));
  save_account (fixture, 0);
  g_assert_cmpuint (count_needing_action (fixture), ==, 0);
}

static void
changed_cb (TrancheOrderBook *book,
            TrancheOrder     *after,
            TrancheOrder     *before,
            GString          *told)
{
  gboolean was = tranche_order_get_payout_due (before) != NULL;
  gboolean is = tranche_order_get_payout_due (after) != NULL;

  g_string_append_printf (told, "%s:%s%s ", tranche_order_get_number (after),
                          was ? "due" : "none", is ? ">due" : ">none");
}

static void
wait_until_told (GString    *told,
                 const char *text)
{
  gint64 end = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;

  while (!g_str_equal (told->str, text)) {
    g_main_context_iteration (NULL, FALSE);
    g_assert_cmpint (g_get_monotonic_time (), <, end);
  }
  g_string_truncate (told, 0);
}

/* Whoever shows orders hears of those that another term changes, and of no others. */
static void
test_told (Fixture       *fixture,
           gconstpointer  unused)
{
  g_autoptr (GString) told = g_string_new (NULL);

  save_account (fixture, 0);
  add_committed (fixture, "A-1", 10);
  add_committed (fixture, "A-2", 200);
  g_signal_connect (fixture->book, "changed", G_CALLBACK (changed_cb), told);

  save_account (fixture, 7);
  wait_until_told (told, "A-1:none>due ");
  save_account (fixture, 8);
  wait_until_told (told, "A-1:due>due ");
  save_account (fixture, 8);
  save_account (fixture, 0);
  wait_until_told (told, "A-1:due>none ");
  g_signal_handlers_disconnect_by_data (fixture->book, told);
}

static void
test_committed_now (Fixture       *fixture,
                    gconstpointer  unused)
{
  g_autoptr (TrancheOrder) answer = make_answer (TRANCHE_STAGE_COMMITTED, "ACTIVE");
  g_autoptr (TrancheOrder) order = NULL;
  gint64 id;

  save_account (fixture, 3);
  id = add_in_stage (fixture, "A-1", TRANCHE_STAGE_READY);
  g_object_unref (apply_answer (fixture, id, answer, NULL));

  order = load_order (fixture, id);
  g_assert_cmpint (g_date_time_difference (tranche_order_get_payout_due (order),
                                           tranche_order_get_committed_at (order)), ==, 3 * DAY);
}

static void
test_marked (Fixture       *fixture,
             gconstpointer  unused)
{
  g_autoptr (TrancheOrder) paid = NULL;
  g_autoptr (TrancheOrder) again = NULL;
  g_autoptr (TrancheOrder) unpaid = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;
  TrancheHistoryEntry *last;
  gint64 id;

  save_account (fixture, 5);
  id = add_committed (fixture, "A-1", 9);

  paid = set_paid (fixture, id, TRUE, TRANCHE_ORIGIN_USER, &error);
  g_assert_no_error (error);
  g_assert_nonnull (tranche_order_get_paid_at (paid));
  g_assert_null (tranche_order_get_payout_due (paid));
  g_assert_cmpuint (count_needing_action (fixture), ==, 0);

  /* Who says it first is who said it. */
  again = set_paid (fixture, id, TRUE, TRANCHE_ORIGIN_BANK, &error);
  g_assert_no_error (error);
  history = load_history (fixture, id);
  last = g_ptr_array_index (history, history->len - 1);
  g_assert_cmpint (tranche_history_entry_get_operation (last), ==, TRANCHE_OPERATION_PAID);
  g_assert_cmpint (tranche_history_entry_get_origin (last), ==, TRANCHE_ORIGIN_USER);
  g_assert_cmpstr (tranche_history_entry_get_user (last), ==, "anna@till");

  unpaid = set_paid (fixture, id, FALSE, TRANCHE_ORIGIN_USER, &error);
  g_assert_no_error (error);
  g_assert_null (tranche_order_get_paid_at (unpaid));
  g_assert_nonnull (tranche_order_get_payout_due (unpaid));
  g_assert_cmpuint (count_needing_action (fixture), ==, 1);
}

/* Of an order that was not committed nothing is paid out. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  unused)
{
  gint64 id = add_in_stage (fixture, "A-1", TRANCHE_STAGE_READY);
  g_autoptr (GError) error = NULL;

  g_assert_null (set_paid (fixture, id, TRUE, TRANCHE_ORIGIN_USER, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_BUSY);
}

/* What the customer has repaid, and what came back, is waited for no more. */
static void
test_over (Fixture       *fixture,
           gconstpointer  unused)
{
  g_autoptr (TrancheOrder) repaid = make_answer (TRANCHE_STAGE_CLOSED, "DONE");
  g_autoptr (TrancheOrder) returned = make_answer (TRANCHE_STAGE_RETURNED, "RETURNED");
  g_autoptr (TrancheOrder) order = NULL;
  gint64 first, second;

  save_account (fixture, 5);
  first = add_committed (fixture, "A-1", 9);
  second = add_committed (fixture, "A-2", 9);
  g_assert_cmpuint (count_needing_action (fixture), ==, 2);

  g_object_unref (apply_answer (fixture, first, repaid, NULL));
  g_object_unref (apply_answer (fixture, second, returned, NULL));
  g_assert_cmpuint (count_needing_action (fixture), ==, 0);
  order = load_order (fixture, first);
  g_assert_nonnull (tranche_order_get_paid_at (order));
}

static void
test_unpaid (Fixture       *fixture,
             gconstpointer  unused)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) unpaid = NULL;
  g_autoptr (GError) error = NULL;
  gint64 middle, oldest;

  save_account (fixture, 2);
  middle = add_committed (fixture, "A-1", 8);
  oldest = add_committed (fixture, "A-2", 9);
  add_committed (fixture, "A-3", 7);
  add_committed (fixture, "A-4", 1);

  tranche_order_book_unpaid_async (fixture->book, g_get_real_time () - 4 * DAY, 2, NULL, ready_cb,
                                   &result);
  await (&result);
  unpaid = tranche_order_book_unpaid_finish (fixture->book, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (unpaid->len, ==, 2);
  g_assert_cmpint (tranche_order_get_id (unpaid->pdata[0]), ==, oldest);
  g_assert_cmpint (tranche_order_get_id (unpaid->pdata[1]), ==, middle);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/order-book-payout/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("no-term", test_no_term);
  ADD ("term", test_term);
  ADD ("other-term", test_other_term);
  ADD ("told", test_told);
  ADD ("committed-now", test_committed_now);
  ADD ("marked", test_marked);
  ADD ("refused", test_refused);
  ADD ("over", test_over);
  ADD ("unpaid", test_unpaid);
#undef ADD

  return g_test_run ();
}
