/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "operation-calls.h"

static void
count_cb (TrancheOperations *operations,
          gint64             order_id,
          guint             *count)
{
  ++*count;
}

static void
test_double_click (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_READY);
  gint64 id = tranche_order_get_id (order);
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (TrancheOrder) committed = NULL;
  g_autoptr (GError) error = NULL;
  guint n_changes = 0;

  g_signal_connect (fixture->operations, "busy-changed", G_CALLBACK (count_cb), &n_changes);
  fake_bank_hold (fixture->bank, FAKE_COMMIT);
  tranche_operations_commit_async (fixture->operations, order, NULL, store_result_cb, &first);
  g_assert_true (tranche_operations_is_busy (fixture->operations, id));
  g_assert_cmpint (tranche_operations_get_current (fixture->operations, id), ==,
                   TRANCHE_OPERATION_COMMIT);
  g_assert_cmpuint (n_changes, ==, 1);

  tranche_operations_cancel_async (fixture->operations, order, NULL, store_result_cb, &second);
  wait_for_result (&second);
  g_assert_null (tranche_operations_cancel_finish (fixture->operations, second, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_BUSY);
  g_clear_error (&error);

  WAIT_UNTIL (fake_bank_get_n_held (fixture->bank, FAKE_COMMIT) == 1);
  g_assert_null (refresh_order (fixture, order, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_BUSY);
  g_clear_error (&error);

  fake_bank_let_go (fixture->bank, FAKE_COMMIT);
  wait_for_result (&first);
  committed = tranche_operations_commit_finish (fixture->operations, first, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_COMMIT), ==, 1);
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_CANCEL), ==, 0);
}

/* The dialog is closed while the request is on its way: the outcome still
 * reaches the book. */
static void
test_given_up (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_READY);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (TrancheOrder) stored = NULL;

  fake_bank_hold (fixture->bank, FAKE_COMMIT);
  tranche_operations_commit_async (fixture->operations, order, cancellable, NULL, NULL);
  WAIT_UNTIL (fake_bank_get_n_held (fixture->bank, FAKE_COMMIT) == 1);
  g_cancellable_cancel (cancellable);
  settle_main_loop ();
  fake_bank_let_go (fixture->bank, FAKE_COMMIT);

  WAIT_UNTIL (!tranche_operations_is_busy (fixture->operations, tranche_order_get_id (order)));
  stored = fixture_load (fixture, tranche_order_get_id (order));
  g_assert_cmpint (tranche_order_get_stage (stored), ==, TRANCHE_STAGE_COMMITTED);
  assert_settled (fixture, tranche_order_get_id (order));
}

/* Cancelled while the state is still being asked for: nothing is sent. */
static void
test_cancelled_in_time (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_READY);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fake_bank_hold (fixture->bank, FAKE_INFO);
  tranche_operations_commit_async (fixture->operations, order, cancellable, store_result_cb,
                                   &result);
  WAIT_UNTIL (fake_bank_get_n_held (fixture->bank, FAKE_INFO) == 1);
  g_cancellable_cancel (cancellable);
  wait_for_result (&result);
  g_assert_null (tranche_operations_commit_finish (fixture->operations, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_COMMIT), ==, 0);
  assert_settled (fixture, tranche_order_get_id (order));
  fake_bank_let_go (fixture->bank, FAKE_INFO);
}

/* Closing gives up asking, and waits for what moves money. */
static void
test_close (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_READY);
  g_autoptr (TrancheOrder) other = fixture_add_order (fixture, "A-2", TRANCHE_STAGE_READY);
  g_autoptr (GAsyncResult) committed = NULL;
  g_autoptr (GAsyncResult) refreshed = NULL;
  g_autoptr (GAsyncResult) closed = NULL;
  g_autoptr (GAsyncResult) late = NULL;
  g_autoptr (TrancheOrder) after = NULL;
  g_autoptr (GError) error = NULL;

  fake_bank_hold (fixture->bank, FAKE_COMMIT);
  tranche_operations_commit_async (fixture->operations, order, NULL, store_result_cb, &committed);
  WAIT_UNTIL (fake_bank_get_n_held (fixture->bank, FAKE_COMMIT) == 1);
  fake_bank_hold (fixture->bank, FAKE_INFO);
  tranche_operations_refresh_async (fixture->operations, other, TRANCHE_PRIORITY_POLL, NULL,
                                    store_result_cb, &refreshed);
  WAIT_UNTIL (fake_bank_get_n_held (fixture->bank, FAKE_INFO) == 1);

  tranche_operations_close_async (fixture->operations, store_result_cb, &closed);
  wait_for_result (&refreshed);
  g_assert_null (tranche_operations_refresh_finish (fixture->operations, refreshed, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  settle_main_loop ();
  g_assert_null (closed);

  fake_bank_let_go (fixture->bank, FAKE_COMMIT);
  wait_for_result (&committed);
  after = tranche_operations_commit_finish (fixture->operations, committed, &error);
  g_assert_no_error (error);
  g_clear_object (&committed);
  wait_for_result (&closed);
  g_assert_true (tranche_operations_close_finish (fixture->operations, closed, &error));
  g_clear_object (&closed);

  tranche_operations_commit_async (fixture->operations, other, NULL, store_result_cb, &late);
  wait_for_result (&late);
  g_assert_null (tranche_operations_commit_finish (fixture->operations, late, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  fake_bank_let_go (fixture->bank, FAKE_INFO);
}

static void
test_refresh (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_WAITING);
  g_autoptr (TrancheOrder) fresh = NULL;
  g_autoptr (TrancheOrder) stored = NULL;
  g_autoptr (GError) error = NULL;

  fake_bank_set_stage (fixture->bank, "A-1", TRANCHE_STAGE_APPROVED);
  fresh = refresh_order (fixture, order, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_stage (fresh), ==, TRANCHE_STAGE_APPROVED);
  g_assert_nonnull (tranche_order_get_checked_at (fresh));

  fake_bank_plan (fixture->bank, FAKE_INFO,
                  tranche_bank_error_new (TRANCHE_BANK_ERROR_TIMEOUT, 0, "No answer"), FALSE);
  g_clear_object (&fresh);
  fresh = refresh_order (fixture, order, &error);
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_TIMEOUT);
  stored = fixture_load (fixture, tranche_order_get_id (order));
  g_assert_cmpint (tranche_order_get_last_error_code (stored), ==, TRANCHE_BANK_ERROR_TIMEOUT);
  g_assert_cmpint (tranche_order_get_stage (stored), ==, TRANCHE_STAGE_APPROVED);
}

static void
test_refused_credentials (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_WAITING);
  g_autoptr (TrancheOrder) fresh = NULL;
  g_autoptr (GError) error = NULL;

  fake_bank_plan (fixture->bank, FAKE_INFO,
                  tranche_bank_error_new (TRANCHE_BANK_ERROR_AUTHENTICATION, 401, "No"), FALSE);
  fresh = refresh_order (fixture, order, &error);
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_AUTHENTICATION);
  g_assert_cmpint (tranche_connection_get_state (fixture->connection), ==,
                   TRANCHE_CONNECTION_REFUSED);
  g_clear_error (&error);

  fresh = refresh_order (fixture, order, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_connection_get_state (fixture->connection), ==,
                   TRANCHE_CONNECTION_READY);
}

static void
test_payout (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_COMMITTED);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TranchePayout) payout = NULL;
  g_autoptr (TrancheOrder) stored = NULL;

  tranche_operations_check_payout_async (fixture->operations, order, NULL, store_result_cb,
                                         &result);
  wait_for_result (&result);
  payout = tranche_operations_check_payout_finish (fixture->operations, result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_payout_get_state (payout), ==, TRANCHE_PAYOUT_DUE);
  g_assert_cmpint (tranche_payout_get_amount (payout)->minor, ==, 249999);

  /* What the bank said on the way is in the book. */
  stored = fixture_load (fixture, tranche_order_get_id (order));
  g_assert_nonnull (tranche_order_get_checked_at (stored));
  g_assert_null (tranche_order_get_paid_at (stored));
}

/* The book keeps that the bank has paid. */
static void
test_paid (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_COMMITTED);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TranchePayout) payout = NULL;
  g_autoptr (TrancheOrder) stored = NULL;

  fake_bank_set_paid (fixture->bank, "A-1");
  tranche_operations_check_payout_async (fixture->operations, order, NULL, store_result_cb,
                                         &result);
  wait_for_result (&result);
  payout = tranche_operations_check_payout_finish (fixture->operations, result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_payout_get_state (payout), ==, TRANCHE_PAYOUT_PAID);
  stored = fixture_load (fixture, tranche_order_get_id (order));
  g_assert_nonnull (tranche_order_get_paid_at (stored));
}

static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TrancheOrder) draft = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_DRAFT);
  g_autoptr (TrancheOrder) sent = fixture_add_order (fixture, "A-2", TRANCHE_STAGE_WAITING);
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GError) error = NULL;

  tranche_operations_delete_async (fixture->operations, draft, NULL, store_result_cb, &first);
  wait_for_result (&first);
  g_assert_true (tranche_operations_delete_finish (fixture->operations, first, &error));
  g_assert_no_error (error);
  g_assert_null (fixture_load (fixture, tranche_order_get_id (draft)));

  tranche_operations_delete_async (fixture->operations, sent, NULL, store_result_cb, &second);
  wait_for_result (&second);
  g_assert_false (tranche_operations_delete_finish (fixture->operations, second, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_BUSY);
}

#define ADD(path, function) \
  g_test_add ("/operations/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("double-click", test_double_click);
  ADD ("given-up", test_given_up);
  ADD ("cancelled-in-time", test_cancelled_in_time);
  ADD ("close", test_close);
  ADD ("refresh", test_refresh);
  ADD ("refused-credentials", test_refused_credentials);
  ADD ("payout", test_payout);
  ADD ("paid", test_paid);
  ADD ("delete", test_delete);

  return g_test_run ();
}
