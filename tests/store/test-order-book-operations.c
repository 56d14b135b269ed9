/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "book-calls.h"
#include "core/bank-error.h"

static TrancheHistoryEntry *
last_entry (GPtrArray *history)
{
  return g_ptr_array_index (history, history->len - 1);
}

static void
test_create (Fixture       *fixture,
             gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  gint64 id = add_in_stage (fixture, "1", TRANCHE_STAGE_DRAFT);
  gint64 operation = begin_operation (fixture, id, TRANCHE_OPERATION_CREATE, &error);
  g_autoptr (TrancheOrder) sending = load_order (fixture, id);
  g_autoptr (TrancheOrder) answer = make_answer (TRANCHE_STAGE_WAITING, "new");
  g_autoptr (TrancheOrder) waiting = NULL;
  g_autoptr (GArray) open = NULL;
  g_autoptr (GPtrArray) history = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (operation, >, 0);
  g_assert_cmpint (tranche_order_get_stage (sending), ==, TRANCHE_STAGE_SENDING);

  open = load_open_operations (fixture);
  g_assert_cmpuint (open->len, ==, 1);
  g_assert_cmpint (g_array_index (open, TrancheOpenOperation, 0).id, ==, operation);
  g_assert_cmpint (g_array_index (open, TrancheOpenOperation, 0).order_id, ==, id);
  g_assert_cmpint (g_array_index (open, TrancheOpenOperation, 0).operation, ==,
                   TRANCHE_OPERATION_CREATE);
  g_assert_cmpint (g_array_index (open, TrancheOpenOperation, 0).outcome, ==,
                   TRANCHE_OUTCOME_INTENDED);
  g_clear_pointer (&open, g_array_unref);

  tranche_order_set_link (answer, "https://example.com/apply");
  waiting = settle_operation (fixture, operation, TRANCHE_OUTCOME_DONE, answer, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_stage (waiting), ==, TRANCHE_STAGE_WAITING);
  g_assert_cmpstr (tranche_order_get_link (waiting), ==, "https://example.com/apply");
  open = load_open_operations (fixture);
  g_assert_cmpuint (open->len, ==, 0);

  history = load_history (fixture, id);
  g_assert_cmpuint (history->len, ==, 3);
  g_assert_cmpint (tranche_history_entry_get_operation (g_ptr_array_index (history, 1)), ==,
                   TRANCHE_OPERATION_CREATE);
  g_assert_cmpint (tranche_history_entry_get_outcome (g_ptr_array_index (history, 1)), ==,
                   TRANCHE_OUTCOME_INTENDED);
  g_assert_cmpstr (tranche_history_entry_get_user (g_ptr_array_index (history, 1)), ==,
                   "anna@counter-2");
  g_assert_cmpint (tranche_history_entry_get_outcome (last_entry (history)), ==,
                   TRANCHE_OUTCOME_DONE);
  g_assert_cmpint (tranche_history_entry_get_from (last_entry (history)), ==,
                   TRANCHE_STAGE_SENDING);
  g_assert_cmpint (tranche_history_entry_get_to (last_entry (history)), ==,
                   TRANCHE_STAGE_WAITING);
  g_assert_cmpstr (tranche_history_entry_get_detail (last_entry (history)), ==, "new");
  g_assert_cmpstr (tranche_history_entry_get_user (last_entry (history)), ==, "anna@counter-2");
}

static void
test_create_refused (Fixture       *fixture,
                     gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  gint64 id = add_in_stage (fixture, "1", TRANCHE_STAGE_DRAFT);
  gint64 operation = begin_operation (fixture, id, TRANCHE_OPERATION_CREATE, &error);
  g_autoptr (TrancheOrder) refused = NULL;
  g_autoptr (TrancheOrder) sending = NULL;

  refused = settle_operation (fixture, operation, TRANCHE_OUTCOME_REFUSED, NULL,
                              TRANCHE_BANK_ERROR_VALIDATION, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_stage (refused), ==, TRANCHE_STAGE_DRAFT);
  g_assert_cmpint (tranche_order_get_last_error_code (refused), ==,
                   TRANCHE_BANK_ERROR_VALIDATION);
  g_assert_cmpstr (tranche_order_get_last_error (refused), ==, "it was refused");

  /* It may be sent again, which takes the error away. */
  g_assert_cmpint (begin_operation (fixture, id, TRANCHE_OPERATION_CREATE, &error), >, 0);
  g_assert_no_error (error);
  sending = load_order (fixture, id);
  g_assert_cmpint (tranche_order_get_last_error_code (sending), ==, 0);
}

static void
test_create_only_from_draft (Fixture       *fixture,
                             gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  gint64 id = add_in_stage (fixture, "1", TRANCHE_STAGE_WAITING);
  g_autoptr (GArray) open = NULL;

  g_assert_cmpint (begin_operation (fixture, id, TRANCHE_OPERATION_CREATE, &error), ==, 0);
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_BUSY);
  open = load_open_operations (fixture);
  g_assert_cmpuint (open->len, ==, 0);
}

static void
test_unknown_outcome (Fixture       *fixture,
                      gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) answer = make_answer (TRANCHE_STAGE_COMMITTED, "signed, committed");
  gint64 id = add_in_stage (fixture, "1", TRANCHE_STAGE_READY);
  gint64 operation = begin_operation (fixture, id, TRANCHE_OPERATION_COMMIT, &error);
  g_autoptr (GArray) open = NULL;
  g_autoptr (GPtrArray) history = NULL;

  /* As often as the bank cannot be asked either: told once. */
  for (guint i = 0; i < 3; i++) {
    g_autoptr (TrancheOrder) unknown =
      settle_operation (fixture, operation, TRANCHE_OUTCOME_UNKNOWN, NULL,
                        TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME, &error);

    g_assert_no_error (error);
    g_assert_cmpint (tranche_order_get_stage (unknown), ==, TRANCHE_STAGE_READY);
    g_assert_cmpint (tranche_order_get_last_error_code (unknown), ==,
                     TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME);
  }
  history = load_history (fixture, id);
  g_assert_cmpuint (history->len, ==, 3);
  g_assert_cmpint (tranche_history_entry_get_outcome (last_entry (history)), ==,
                   TRANCHE_OUTCOME_UNKNOWN);
  g_assert_cmpint (tranche_history_entry_get_error_code (last_entry (history)), ==,
                   TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME);
  g_assert_cmpstr (tranche_history_entry_get_trace_id (last_entry (history)), ==,
                   "trace-refused");

  /* It blocks the order until it is settled. */
  open = load_open_operations (fixture);
  g_assert_cmpuint (open->len, ==, 1);
  g_assert_cmpint (g_array_index (open, TrancheOpenOperation, 0).outcome, ==,
                   TRANCHE_OUTCOME_UNKNOWN);
  g_assert_cmpint (begin_operation (fixture, id, TRANCHE_OPERATION_CANCEL, &error), ==, 0);
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_BUSY);
  g_clear_error (&error);

  {
    g_autoptr (TrancheOrder) committed =
      settle_operation (fixture, operation, TRANCHE_OUTCOME_DONE, answer, 0, &error);

    g_assert_no_error (error);
    g_assert_cmpint (tranche_order_get_stage (committed), ==, TRANCHE_STAGE_COMMITTED);
    g_assert_cmpint (tranche_order_get_last_error_code (committed), ==, 0);
    g_assert_nonnull (tranche_order_get_committed_at (committed));
  }
  {
    TrancheMoney amount = tranche_money (100, "RUB");
    g_autoptr (TrancheGoodsReturn) goods = tranche_goods_return_new ("r-1", &amount, TRUE, NULL);

    g_assert_cmpint (begin_return (fixture, id, goods, &error), >, 0);
  }
  g_assert_no_error (error);
}

static void
test_settled_once (Fixture       *fixture,
                   gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) first = NULL;
  gint64 id = add_in_stage (fixture, "1", TRANCHE_STAGE_READY);
  gint64 operation = begin_operation (fixture, id, TRANCHE_OPERATION_CANCEL, &error);

  first = settle_operation (fixture, operation, TRANCHE_OUTCOME_REFUSED, NULL,
                            TRANCHE_BANK_ERROR_CONFLICT, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_stage (first), ==, TRANCHE_STAGE_READY);

  g_assert_null (settle_operation (fixture, operation, TRANCHE_OUTCOME_DONE, NULL, 0, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (settle_operation (fixture, 4711, TRANCHE_OUTCOME_DONE, NULL, 0, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_NOT_FOUND);
}

static void
test_no_such_order (Fixture       *fixture,
                    gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (begin_operation (fixture, 4711, TRANCHE_OPERATION_COMMIT, &error), ==, 0);
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_NOT_FOUND);
}

/* Of operations that begin at one time one wins. */
static void
test_one_wins (Fixture       *fixture,
               gconstpointer  unused)
{
  enum { N = 20 };
  gint64 id = add_in_stage (fixture, "1", TRANCHE_STAGE_READY);
  GAsyncResult *results[N] = { NULL };
  guint won = 0;

  for (guint i = 0; i < N; i++)
    tranche_order_book_begin_async (fixture->book, id,
                                    i % 2 ? TRANCHE_OPERATION_COMMIT : TRANCHE_OPERATION_CANCEL,
                                    NULL, NULL, ready_cb, &results[i]);

  for (guint i = 0; i < N; i++) {
    g_autoptr (GError) error = NULL;

    await (&results[i]);
    if (tranche_order_book_begin_finish (fixture->book, results[i], &error) > 0)
      won++;
    else
      g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_BUSY);
    g_object_unref (results[i]);
  }

  g_assert_cmpuint (won, ==, 1);
}

/* Runs this test again as a process that begins an operation, says so, and
 * waits for its end. */
static void
test_survives_kill (Fixture       *fixture,
                    gconstpointer  unused)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) open = NULL;
  g_autoptr (TrancheOrder) order = NULL;
  char word[16] = "";
  gint64 id = add_in_stage (fixture, "1", TRANCHE_STAGE_READY);

  fixture_close (fixture);

  child = g_subprocess_launcher_spawn (launcher, &error, "/proc/self/exe", "--begin",
                                       fixture->path, NULL);
  g_assert_no_error (error);
  g_input_stream_read (g_subprocess_get_stdout_pipe (child), word, 5, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (word, ==, "begun");
  g_subprocess_force_exit (child);
  g_subprocess_wait (child, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_signaled (child));

  fixture_open (fixture);
  open = load_open_operations (fixture);
  g_assert_cmpuint (open->len, ==, 1);
  g_assert_cmpint (g_array_index (open, TrancheOpenOperation, 0).order_id, ==, id);
  g_assert_cmpint (g_array_index (open, TrancheOpenOperation, 0).operation, ==,
                   TRANCHE_OPERATION_COMMIT);
  g_assert_cmpint (begin_operation (fixture, id, TRANCHE_OPERATION_COMMIT, &error), ==, 0);
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_BUSY);
}

/* The other process of test_survives_kill(). */
static int
begin_and_wait (const char *path)
{
  Fixture fixture = { NULL };
  g_autoptr (GError) error = NULL;

  fixture.book = open_book (path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (begin_operation (&fixture, 1, TRANCHE_OPERATION_COMMIT, &error), >, 0);
  g_assert_no_error (error);

  if (write (STDOUT_FILENO, "begun", 5) != 5)
    return 1;
  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int    argc,
      char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--begin"))
    return begin_and_wait (argv[2]);

  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/order-book/operations/" path, Fixture, NULL, fixture_set_up, function, \
              fixture_tear_down)
  ADD ("create", test_create);
  ADD ("create-refused", test_create_refused);
  ADD ("create-only-from-draft", test_create_only_from_draft);
  ADD ("unknown-outcome", test_unknown_outcome);
  ADD ("settled-once", test_settled_once);
  ADD ("no-such-order", test_no_such_order);
  ADD ("one-wins", test_one_wins);
  ADD ("survives-kill", test_survives_kill);

  return g_test_run ();
}
