/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "core/bank-error.h"
#include "model/bulk-run.h"

#define N_ORDERS 7

static TrancheBulkRun *
new_run (Fixture          *fixture,
         TrancheOperation  operation)
{
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < N_ORDERS; i++) {
    g_autofree char *number = g_strdup_printf ("B-%u", i);

    g_ptr_array_add (orders, fixture_add_order (fixture, number, TRANCHE_STAGE_READY));
  }

  return tranche_bulk_run_new (fixture->book, fixture->operations, operation, orders);
}

static TrancheBulkItem *
get_item (TrancheBulkRun *run,
          guint           i)
{
  g_autoptr (TrancheBulkItem) item = g_list_model_get_item (G_LIST_MODEL (run), i);

  return item;
}

static TrancheBulkItem *
find_failed (TrancheBulkRun   *run,
             TrancheBulkState  state)
{
  for (guint i = 0; i < N_ORDERS; i++) {
    if (tranche_bulk_item_get_state (get_item (run, i)) == state)
      return get_item (run, i);
  }

  return NULL;
}

static void
run_to_the_end (TrancheBulkRun *run)
{
  WAIT_UNTIL (!tranche_bulk_run_get_running (run));
}

static GError *
new_refusal (void)
{
  return tranche_bank_error_new (TRANCHE_BANK_ERROR_CONFLICT, 422, "No");
}

static GError *
new_lost (void)
{
  GError *error = tranche_bank_error_new (TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME, 0, "Connection lost");

  tranche_bank_error_set_cause (error, TRANCHE_BANK_ERROR_TIMEOUT);

  return error;
}

static void
test_all (Fixture       *fixture,
          gconstpointer  data)
{
  TrancheOperation operation = GPOINTER_TO_INT (data);
  g_autoptr (TrancheBulkRun) run = new_run (fixture, operation);

  g_assert_cmpuint (tranche_bulk_run_count (run, TRANCHE_BULK_WAITING), ==, N_ORDERS);
  g_assert_false (tranche_bulk_run_get_running (run));

  tranche_bulk_run_start (run);
  g_assert_true (tranche_bulk_run_get_running (run));
  run_to_the_end (run);

  g_assert_cmpuint (tranche_bulk_run_count (run, TRANCHE_BULK_DONE), ==, N_ORDERS);
  g_assert_cmpuint (fake_bank_get_n_effects (fixture->bank,
                                             operation == TRANCHE_OPERATION_COMMIT ? FAKE_COMMIT
                                                                                   : FAKE_CANCEL),
                    ==, N_ORDERS);
  for (guint i = 0; i < N_ORDERS; i++)
    g_assert_cmpint (tranche_order_get_stage (tranche_bulk_item_get_order (get_item (run, i))), ==,
                     operation == TRANCHE_OPERATION_COMMIT ? TRANCHE_STAGE_COMMITTED
                                                           : TRANCHE_STAGE_CANCELED);
}

/* One refusal stands in nobody's way, and only it is sent again. */
static void
test_refusal (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TrancheBulkRun) run = new_run (fixture, TRANCHE_OPERATION_COMMIT);
  TrancheBulkItem *failed;

  fake_bank_plan (fixture->bank, FAKE_COMMIT, new_refusal (), FALSE);
  tranche_bulk_run_start (run);
  run_to_the_end (run);

  g_assert_cmpuint (tranche_bulk_run_count (run, TRANCHE_BULK_DONE), ==, N_ORDERS - 1);
  g_assert_cmpuint (tranche_bulk_run_count (run, TRANCHE_BULK_FAILED), ==, 1);
  failed = find_failed (run, TRANCHE_BULK_FAILED);
  g_assert_error ((GError *) tranche_bulk_item_get_error (failed), TRANCHE_BANK_ERROR,
                  TRANCHE_BANK_ERROR_CONFLICT);

  tranche_bulk_run_retry (run);
  run_to_the_end (run);
  g_assert_cmpuint (tranche_bulk_run_count (run, TRANCHE_BULK_DONE), ==, N_ORDERS);
  g_assert_null (tranche_bulk_item_get_error (failed));
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_COMMIT), ==, N_ORDERS + 1);
  g_assert_cmpuint (fake_bank_get_n_effects (fixture->bank, FAKE_COMMIT), ==, N_ORDERS);
}

/* A few at a time; what was sent when it is stopped still ends. */
static void
test_stop (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TrancheBulkRun) run = new_run (fixture, TRANCHE_OPERATION_COMMIT);
  guint under_way;

  fake_bank_hold (fixture->bank, FAKE_COMMIT);
  tranche_bulk_run_start (run);
  under_way = tranche_bulk_run_count (run, TRANCHE_BULK_RUNNING);
  g_assert_cmpuint (under_way, >, 1);
  g_assert_cmpuint (under_way, <, N_ORDERS);
  WAIT_UNTIL (fake_bank_get_n_held (fixture->bank, FAKE_COMMIT) == under_way);

  tranche_bulk_run_stop (run);
  g_assert_true (tranche_bulk_run_get_running (run));
  g_assert_cmpuint (tranche_bulk_run_count (run, TRANCHE_BULK_LEFT), ==, N_ORDERS - under_way);

  fake_bank_let_go (fixture->bank, FAKE_COMMIT);
  run_to_the_end (run);
  g_assert_cmpuint (tranche_bulk_run_count (run, TRANCHE_BULK_DONE), ==, under_way);
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_COMMIT), ==, under_way);

  tranche_bulk_run_retry (run);
  run_to_the_end (run);
  g_assert_cmpuint (tranche_bulk_run_count (run, TRANCHE_BULK_DONE), ==, N_ORDERS);
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_COMMIT), ==, N_ORDERS);
}

/* The answer was lost and the bank does not tell the state: it is not sent again
 * by a retry, and ends as the bank says in the end. */
static void
test_unknown (Fixture       *fixture,
              gconstpointer  data)
{
  gboolean effect = GPOINTER_TO_INT (data);
  g_autoptr (TrancheBulkRun) run = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TrancheOrder) refreshed = NULL;
  TrancheBulkItem *item;

  g_ptr_array_add (orders, fixture_add_order (fixture, "U-1", TRANCHE_STAGE_READY));
  run = tranche_bulk_run_new (fixture->book, fixture->operations, TRANCHE_OPERATION_COMMIT, orders);
  item = get_item (run, 0);

  fake_bank_plan (fixture->bank, FAKE_COMMIT, new_lost (), effect);
  fake_bank_plan_idle (fixture->bank, FAKE_INFO);
  fake_bank_plan (fixture->bank, FAKE_INFO,
                  tranche_bank_error_new (TRANCHE_BANK_ERROR_TIMEOUT, 0, "Slow"), FALSE);
  tranche_bulk_run_start (run);
  run_to_the_end (run);
  g_assert_cmpint (tranche_bulk_item_get_state (item), ==, TRANCHE_BULK_UNKNOWN);

  tranche_bulk_run_retry (run);
  g_assert_false (tranche_bulk_run_get_running (run));
  g_assert_cmpint (tranche_bulk_item_get_state (item), ==, TRANCHE_BULK_UNKNOWN);

  tranche_operations_refresh_async (fixture->operations, tranche_bulk_item_get_order (item),
                                    TRANCHE_PRIORITY_USER, NULL, store_result_cb, &result);
  wait_for_result (&result);
  refreshed = tranche_operations_refresh_finish (fixture->operations, result, NULL);
  g_assert_nonnull (refreshed);
  g_assert_cmpint (tranche_bulk_item_get_state (item), ==,
                   effect ? TRANCHE_BULK_DONE : TRANCHE_BULK_FAILED);
  g_assert_null (tranche_bulk_item_get_error (item));
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_COMMIT), ==, 1);
}

/* Between the lost answer and the question the bank went further than the commit. */
static void
test_overtaken (Fixture       *fixture,
                gconstpointer  data)
{
  TrancheStage stage = GPOINTER_TO_INT (data);
  g_autoptr (TrancheBulkRun) run = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TrancheOrder) refreshed = NULL;

  g_ptr_array_add (orders, fixture_add_order (fixture, "O-1", TRANCHE_STAGE_READY));
  run = tranche_bulk_run_new (fixture->book, fixture->operations, TRANCHE_OPERATION_COMMIT, orders);

  fake_bank_plan (fixture->bank, FAKE_COMMIT, new_lost (), TRUE);
  fake_bank_plan_idle (fixture->bank, FAKE_INFO);
  fake_bank_plan (fixture->bank, FAKE_INFO,
                  tranche_bank_error_new (TRANCHE_BANK_ERROR_TIMEOUT, 0, "Slow"), FALSE);
  tranche_bulk_run_start (run);
  run_to_the_end (run);
  g_assert_cmpint (tranche_bulk_item_get_state (get_item (run, 0)), ==, TRANCHE_BULK_UNKNOWN);

  fake_bank_set_stage (fixture->bank, "O-1", stage);
  tranche_operations_refresh_async (fixture->operations,
                                    tranche_bulk_item_get_order (get_item (run, 0)),
                                    TRANCHE_PRIORITY_USER, NULL, store_result_cb, &result);
  wait_for_result (&result);
  refreshed = tranche_operations_refresh_finish (fixture->operations, result, NULL);
  g_assert_nonnull (refreshed);
  g_assert_cmpint (tranche_bulk_item_get_state (get_item (run, 0)), ==, TRANCHE_BULK_DONE);
}

/* Nobody holds the run any more: what was sent ends all the same. */
static void
test_dropped (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TrancheBulkRun) run = new_run (fixture, TRANCHE_OPERATION_CANCEL);

  fake_bank_hold (fixture->bank, FAKE_CANCEL);
  tranche_bulk_run_start (run);
  tranche_bulk_run_stop (run);
  g_clear_object (&run);
  WAIT_UNTIL (fake_bank_get_n_held (fixture->bank, FAKE_CANCEL) > 0);
  fake_bank_let_go (fixture->bank, FAKE_CANCEL);
  WAIT_UNTIL (fake_bank_get_n_effects (fixture->bank, FAKE_CANCEL) > 0);
  settle_main_loop ();
}

#define ADD(name, data, test) \
  g_test_add ("/model/bulk-run/" name, Fixture, GINT_TO_POINTER (data), fixture_set_up, test, \
              fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("commit", TRANCHE_OPERATION_COMMIT, test_all);
  ADD ("cancel", TRANCHE_OPERATION_CANCEL, test_all);
  ADD ("refusal", 0, test_refusal);
  ADD ("stop", 0, test_stop);
  ADD ("unknown-done", TRUE, test_unknown);
  ADD ("unknown-not-done", FALSE, test_unknown);
  ADD ("overtaken-closed", TRANCHE_STAGE_CLOSED, test_overtaken);
  ADD ("overtaken-returned", TRANCHE_STAGE_RETURNED, test_overtaken);
  ADD ("dropped", 0, test_dropped);

  return g_test_run ();
}
