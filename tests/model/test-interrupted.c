/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "operation-calls.h"

/* How far an operation had come when the program ended. */

static gint64
begin (Fixture          *fixture,
       TrancheOrder     *order,
       TrancheOperation  operation)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  tranche_order_book_begin_async (fixture->book, tranche_order_get_id (order), operation,
                                  "anna@counter-2", NULL, store_result_cb, &result);
  wait_for_result (&result);
  id = tranche_order_book_begin_finish (fixture->book, result, &error);
  g_assert_no_error (error);

  return id;
}

static void
mark_sent (Fixture *fixture,
           gint64   id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tranche_order_book_mark_sent_async (fixture->book, id, NULL, store_result_cb, &result);
  wait_for_result (&result);
  tranche_order_book_mark_sent_finish (fixture->book, result, &error);
  g_assert_no_error (error);
}

static void
restart (Fixture *fixture)
{
  fixture_close (fixture);
  fixture_open (fixture);
  recover_operations (fixture);
}

static GPtrArray *
load_history (Fixture *fixture,
              gint64   id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *history;

  tranche_order_book_history_async (fixture->book, id, NULL, store_result_cb, &result);
  wait_for_result (&result);
  history = tranche_order_book_history_finish (fixture->book, result, &error);
  g_assert_no_error (error);

  return history;
}

static TrancheOutcome
get_open_outcome (Fixture *fixture)
{
  g_autoptr (GArray) open = fixture_list_open (fixture);

  g_assert_cmpuint (open->len, ==, 1);

  return g_array_index (open, TrancheOpenOperation, 0).outcome;
}

static void
test_sent (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_READY);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TrancheOrder) committed = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GArray) open = NULL;
  g_autoptr (GError) error = NULL;

  fake_bank_hold (fixture->bank, FAKE_COMMIT);
  tranche_operations_commit_async (fixture->operations, order, NULL, store_result_cb, &result);
  WAIT_UNTIL (fake_bank_get_n_held (fixture->bank, FAKE_COMMIT) == 1);
  WAIT_UNTIL (get_open_outcome (fixture) == TRANCHE_OUTCOME_SENT);

  fake_bank_let_go (fixture->bank, FAKE_COMMIT);
  wait_for_result (&result);
  committed = tranche_operations_commit_finish (fixture->operations, result, &error);
  g_assert_no_error (error);
  open = fixture_list_open (fixture);
  g_assert_cmpuint (open->len, ==, 0);

  /* That it was sent goes without saying where the answer came. */
  history = load_history (fixture, tranche_order_get_id (order));
  for (guint i = 0; i < history->len; i++)
    g_assert_cmpint (tranche_history_entry_get_outcome (g_ptr_array_index (history, i)), !=,
                     TRANCHE_OUTCOME_SENT);
}

/* A mark that comes late does not open what is settled, nor make known what is not. */
static void
test_marked_late (Fixture       *fixture,
                  gconstpointer  data)
{
  static const TrancheOutcome outcomes[] = { TRANCHE_OUTCOME_UNKNOWN, TRANCHE_OUTCOME_DONE };
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_READY);
  gint64 id = begin (fixture, order, TRANCHE_OPERATION_CANCEL);

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++) {
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (TrancheOrder) settled = NULL;
    g_autoptr (GArray) open = NULL;
    g_autoptr (GError) error = NULL;

    tranche_order_book_settle_async (fixture->book, id, outcomes[i], NULL, 0, NULL, NULL,
                                     TRANCHE_ORIGIN_BANK, NULL, store_result_cb, &result);
    wait_for_result (&result);
    settled = tranche_order_book_settle_finish (fixture->book, result, &error);
    g_assert_no_error (error);

    mark_sent (fixture, id);
    open = fixture_list_open (fixture);
    g_assert_cmpuint (open->len, ==, outcomes[i] == TRANCHE_OUTCOME_UNKNOWN ? 1 : 0);
    if (open->len == 1)
      g_assert_cmpint (get_open_outcome (fixture), ==, TRANCHE_OUTCOME_UNKNOWN);
  }
}

static void
test_interrupted (Fixture       *fixture,
                  gconstpointer  data)
{
  gboolean sent = GPOINTER_TO_INT (data);
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_READY);
  g_autoptr (TrancheOrder) after = NULL;
  g_autoptr (GPtrArray) history = NULL;
  TrancheHistoryEntry *entry = NULL;
  gint64 id = begin (fixture, order, TRANCHE_OPERATION_COMMIT);

  if (sent)
    mark_sent (fixture, id);

  /* The second start adds nothing to what the first has found. */
  tranche_connection_set_bank (fixture->connection, NULL);
  restart (fixture);
  restart (fixture);
  WAIT_UNTIL (get_open_outcome (fixture) == TRANCHE_OUTCOME_UNKNOWN);

  after = fixture_load (fixture, tranche_order_get_id (order));
  g_assert_cmpint (tranche_order_get_last_error_code (after), ==,
                   TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME);
  history = load_history (fixture, tranche_order_get_id (order));
  g_assert_cmpuint (history->len, ==, 3);
  entry = g_ptr_array_index (history, 2);
  g_assert_cmpint (tranche_history_entry_get_operation (entry), ==, TRANCHE_OPERATION_COMMIT);
  g_assert_cmpint (tranche_history_entry_get_outcome (entry), ==,
                   sent ? TRANCHE_OUTCOME_SENT : TRANCHE_OUTCOME_INTENDED);
  g_assert_cmpint (tranche_history_entry_get_origin (entry), ==, TRANCHE_ORIGIN_RECOVERY);
  g_assert_cmpstr (tranche_history_entry_get_user (entry), ==, "anna@counter-2");

  /* Either is settled by asking, and neither by sending. */
  tranche_connection_set_bank (fixture->connection, fake_bank_as_bank (fixture->bank));
  restart (fixture);
  g_assert_false (tranche_operations_is_busy (fixture->operations, tranche_order_get_id (order)));
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_COMMIT), ==, 0);
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_INFO), >=, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, data, function) \
  g_test_add ("/interrupted/" path, Fixture, data, fixture_set_up, function, fixture_tear_down)
  ADD ("sent", NULL, test_sent);
  ADD ("marked-late", NULL, test_marked_late);
  ADD ("before-it-was-sent", GINT_TO_POINTER (FALSE), test_interrupted);
  ADD ("before-the-answer", GINT_TO_POINTER (TRUE), test_interrupted);

  return g_test_run ();
}
