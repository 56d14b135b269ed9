/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "book-calls.h"

#define NOW (G_TIME_SPAN_DAY * 20000)
#define HOUR G_TIME_SPAN_HOUR

static TrancheOrder *
plan_commit (Fixture   *fixture,
             gint64     id,
             gboolean   planned,
             GError   **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_order_book_plan_commit_async (fixture->book, id, planned, "anna@counter-2", NULL,
                                        ready_cb, &result);
  await (&result);
  return tranche_order_book_plan_commit_finish (fixture->book, result, error);
}

static gint64
add_planned (Fixture    *fixture,
             const char *number)
{
  gint64 id = add_in_stage (fixture, number, TRANCHE_STAGE_COOLING);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) order = plan_commit (fixture, id, TRUE, &error);

  g_assert_no_error (error);
  g_assert_true (tranche_order_get_commit_planned (order));
  return id;
}

static guint
count_planned (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GError) error = NULL;

  tranche_order_book_planned_async (fixture->book, NULL, ready_cb, &result);
  await (&result);
  orders = tranche_order_book_planned_finish (fixture->book, result, &error);
  g_assert_no_error (error);
  return orders->len;
}

static void
test_plan (Fixture       *fixture,
           gconstpointer  unused)
{
  gint64 id = add_planned (fixture, "1");
  g_autoptr (TrancheOrder) same = NULL;
  g_autoptr (TrancheOrder) dropped = NULL;
  g_autoptr (GPtrArray) history = NULL;
  TrancheHistoryEntry *entry;
  guint before;

  fixture_close (fixture);
  fixture_open (fixture);
  g_assert_cmpuint (count_planned (fixture), ==, 1);

  history = load_history (fixture, id);
  before = history->len;
  entry = g_ptr_array_index (history, before - 1);
  g_assert_cmpint (tranche_history_entry_get_operation (entry), ==, TRANCHE_OPERATION_PLAN_COMMIT);
  g_assert_cmpstr (tranche_history_entry_get_user (entry), ==, "anna@counter-2");

  same = plan_commit (fixture, id, TRUE, NULL);
  dropped = plan_commit (fixture, id, FALSE, NULL);
  g_assert_false (tranche_order_get_commit_planned (dropped));
  g_assert_cmpuint (count_planned (fixture), ==, 0);
  g_clear_pointer (&history, g_ptr_array_unref);
  history = load_history (fixture, id);
  g_assert_cmpuint (history->len, ==, before + 1);
  entry = g_ptr_array_index (history, before);
  g_assert_cmpint (tranche_history_entry_get_operation (entry), ==, TRANCHE_OPERATION_DROP_PLAN);
}

static void
test_plan_stage (Fixture       *fixture,
                 gconstpointer  unused)
{
  static const TrancheStage stages[] = {
    TRANCHE_STAGE_DRAFT, TRANCHE_STAGE_APPROVED, TRANCHE_STAGE_READY, TRANCHE_STAGE_COMMITTED,
  };

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++) {
    g_autofree char *number = g_strdup_printf ("%u", i);
    gint64 id = add_in_stage (fixture, number, stages[i]);
    g_autoptr (GError) error = NULL;

    g_assert_null (plan_commit (fixture, id, TRUE, &error));
    g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_BUSY);
  }
  g_assert_cmpuint (count_planned (fixture), ==, 0);
}

/* It outlasts the cooling-off, and nothing that comes after. */
static void
test_plan_ends (Fixture       *fixture,
                gconstpointer  unused)
{
  gint64 id = add_planned (fixture, "1");
  g_autoptr (TrancheOrder) ready_answer = make_answer (TRANCHE_STAGE_READY, "signed");
  g_autoptr (TrancheOrder) committed_answer = make_answer (TRANCHE_STAGE_COMMITTED, "signed");
  g_autoptr (TrancheOrder) ready = apply_answer (fixture, id, ready_answer, NULL);
  g_autoptr (TrancheOrder) committed = NULL;

  g_assert_true (tranche_order_get_commit_planned (ready));
  g_assert_cmpuint (count_planned (fixture), ==, 1);

  committed = apply_answer (fixture, id, committed_answer, NULL);
  g_assert_false (tranche_order_get_commit_planned (committed));
  g_assert_cmpuint (count_planned (fixture), ==, 0);
}

/* What is sent is sent once: a refusal leaves no plan behind. */
static void
test_plan_begins (Fixture       *fixture,
                  gconstpointer  unused)
{
  gint64 id = add_planned (fixture, "1");
  gint64 operation = begin_operation (fixture, id, TRANCHE_OPERATION_COMMIT, NULL);
  g_autoptr (TrancheOrder) begun = load_order (fixture, id);
  g_autoptr (TrancheOrder) refused = NULL;

  g_assert_false (tranche_order_get_commit_planned (begun));
  refused = settle_operation (fixture, operation, TRANCHE_OUTCOME_REFUSED, NULL, 1, NULL);
  g_assert_false (tranche_order_get_commit_planned (refused));
  g_assert_cmpuint (count_planned (fixture), ==, 0);
}

static gint64
add_with_deadline (Fixture    *fixture,
                   const char *number,
                   gint64      deadline)
{
  g_autoptr (TrancheOrder) order = make_order (number);
  g_autoptr (GDateTime) created = g_date_time_new_from_unix_utc_usec (NOW - 10 * G_TIME_SPAN_DAY);
  g_autoptr (GDateTime) expires = g_date_time_new_from_unix_utc_usec (deadline);
  g_autoptr (TrancheOrder) added = NULL;

  tranche_order_set_stage (order, TRANCHE_STAGE_WAITING);
  tranche_order_set_created_at (order, created);
  tranche_order_set_expires_at (order, expires);
  added = add_order (fixture, order, NULL);
  return tranche_order_get_id (added);
}

static GPtrArray *
take_warnings (Fixture *fixture,
               gint64   now)
{
  g_autoptr (GAsyncResult) result = NULL;
  GPtrArray *warnings;
  g_autoptr (GError) error = NULL;

  tranche_order_book_take_warnings_async (fixture->book, now, NULL, ready_cb, &result);
  await (&result);
  warnings = tranche_order_book_take_warnings_finish (fixture->book, result, &error);
  g_assert_no_error (error);
  return warnings;
}

/* @level FAR: nobody is warned. */
static void
assert_warning (Fixture              *fixture,
                gint64                now,
                gint64                id,
                TrancheDeadlineLevel  level)
{
  g_autoptr (GPtrArray) warnings = take_warnings (fixture, now);
  TrancheDeadlineWarning *warning;

  g_assert_cmpuint (warnings->len, ==, level == TRANCHE_DEADLINE_FAR ? 0 : 1);
  if (warnings->len == 0)
    return;

  warning = g_ptr_array_index (warnings, 0);
  g_assert_cmpint (tranche_order_get_id (warning->order), ==, id);
  g_assert_cmpint (warning->level, ==, level);
}

/* Each point once, in whatever run of the program. */
static void
test_warnings (Fixture       *fixture,
               gconstpointer  unused)
{
  gint64 deadline = NOW + 10 * G_TIME_SPAN_DAY;
  gint64 id = add_with_deadline (fixture, "1", deadline);

  assert_warning (fixture, NOW, id, TRANCHE_DEADLINE_FAR);
  assert_warning (fixture, deadline - 70 * HOUR, id, TRANCHE_DEADLINE_DAYS);
  assert_warning (fixture, deadline - 69 * HOUR, id, TRANCHE_DEADLINE_FAR);
  fixture_close (fixture);
  fixture_open (fixture);
  assert_warning (fixture, deadline - 68 * HOUR, id, TRANCHE_DEADLINE_FAR);
  /* With the clock set back, what was told stays told. */
  assert_warning (fixture, NOW, id, TRANCHE_DEADLINE_FAR);
  assert_warning (fixture, deadline - 71 * HOUR, id, TRANCHE_DEADLINE_FAR);
  assert_warning (fixture, deadline - HOUR, id, TRANCHE_DEADLINE_HOURS);
  assert_warning (fixture, deadline - 1, id, TRANCHE_DEADLINE_FAR);
  assert_warning (fixture, deadline, id, TRANCHE_DEADLINE_FAR);
}

/* Another deadline is warned of anew, and a settled order not at all. */
static void
test_warnings_changed (Fixture       *fixture,
                       gconstpointer  unused)
{
  gint64 deadline = NOW + 10 * G_TIME_SPAN_DAY;
  gint64 id = add_with_deadline (fixture, "1", deadline);
  g_autoptr (GDateTime) later = g_date_time_new_from_unix_utc_usec (deadline + 5 * HOUR);
  g_autoptr (TrancheOrder) moved = make_answer (TRANCHE_STAGE_WAITING, "new");
  g_autoptr (TrancheOrder) canceled = make_answer (TRANCHE_STAGE_CANCELED, "canceled");
  g_autoptr (TrancheOrder) order = NULL;

  assert_warning (fixture, deadline - 20 * HOUR, id, TRANCHE_DEADLINE_DAY);
  tranche_order_set_expires_at (moved, later);
  order = apply_answer (fixture, id, moved, NULL);
  assert_warning (fixture, deadline - 19 * HOUR, id, TRANCHE_DEADLINE_DAY);

  g_clear_object (&order);
  order = apply_answer (fixture, id, canceled, NULL);
  assert_warning (fixture, deadline + 4 * HOUR, id, TRANCHE_DEADLINE_FAR);
}

static int
execute (Fixture    *fixture,
         const char *statement)
{
  sqlite3 *handle = NULL;
  int result;

  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, "PRAGMA foreign_keys = ON", NULL, NULL, NULL);
  result = sqlite3_exec (handle, statement, NULL, NULL, NULL);
  sqlite3_close (handle);
  return result;
}

/* The file itself refuses to lose or change what has happened. */
static void
test_history_stays (Fixture       *fixture,
                    gconstpointer  unused)
{
  gint64 id = add_planned (fixture, "1");
  gint64 draft = add_in_stage (fixture, "2", TRANCHE_STAGE_DRAFT);
  g_autoptr (GPtrArray) before = load_history (fixture, id);
  g_autoptr (GPtrArray) after = NULL;
  g_autofree char *remove_draft = g_strdup_printf ("DELETE FROM orders WHERE id = %d", (int) draft);

  g_assert_cmpuint (before->len, >, 0);
  fixture_close (fixture);
  g_assert_cmpint (execute (fixture, "UPDATE history SET detail = 'x'"), ==, SQLITE_CONSTRAINT);
  g_assert_cmpint (execute (fixture, "DELETE FROM history"), ==, SQLITE_CONSTRAINT);
  g_assert_cmpint (execute (fixture, "DELETE FROM orders WHERE stage = 4"), ==, SQLITE_CONSTRAINT);
  g_assert_cmpint (execute (fixture, remove_draft), ==, SQLITE_OK);
  fixture_open (fixture);

  after = load_history (fixture, id);
  g_assert_cmpuint (after->len, ==, before->len);
  g_assert_null (load_order (fixture, draft));
}

/* What was checked tomorrow was checked before the clock was set back. */
static void
test_clock_set_back (Fixture       *fixture,
                     gconstpointer  unused)
{
  gint64 id = add_in_stage (fixture, "1", TRANCHE_STAGE_WAITING);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (now, 1);
  g_autoptr (TrancheOrder) old = make_answer (TRANCHE_STAGE_WAITING, "new");
  g_autoptr (TrancheOrder) fresh = make_answer (TRANCHE_STAGE_APPROVED, "approved");
  g_autoptr (TrancheOrder) late = make_answer (TRANCHE_STAGE_WAITING, "inprogress");
  g_autoptr (GDateTime) yesterday = g_date_time_add_days (now, -1);
  g_autoptr (TrancheOrder) order = NULL;

  tranche_order_set_checked_at (old, tomorrow);
  order = apply_answer (fixture, id, old, NULL);
  g_assert_true (g_date_time_equal (tranche_order_get_checked_at (order), tomorrow));

  tranche_order_set_checked_at (fresh, now);
  g_clear_object (&order);
  order = apply_answer (fixture, id, fresh, NULL);
  g_assert_cmpint (tranche_order_get_stage (order), ==, TRANCHE_STAGE_APPROVED);
  g_assert_cmpstr (tranche_order_get_raw_state (order), ==, "approved");
  g_assert_true (g_date_time_equal (tranche_order_get_checked_at (order), now));

  tranche_order_set_checked_at (late, yesterday);
  g_clear_object (&order);
  order = apply_answer (fixture, id, late, NULL);
  g_assert_cmpstr (tranche_order_get_raw_state (order), ==, "approved");
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* Whoever looks at the book learns that nothing can be written, and when it can
 * again. */
static void
test_trouble (Fixture       *fixture,
              gconstpointer  unused)
{
  gint64 id = add_in_stage (fixture, "1", TRANCHE_STAGE_WAITING);
  g_autofree char *away = g_strconcat (fixture->path, "-away", NULL);
  g_autoptr (TrancheOrder) answer = make_answer (TRANCHE_STAGE_APPROVED, "approved");
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GError) error = NULL;
  guint n_changes = 0;

  g_signal_connect_swapped (fixture->book, "notify::trouble", G_CALLBACK (count_cb), &n_changes);
  g_assert_null (tranche_order_book_get_trouble (fixture->book));

  g_assert_cmpint (g_rename (fixture->path, away), ==, 0);
  g_assert_null (apply_answer (fixture, id, answer, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_GONE);
  g_assert_null (apply_answer (fixture, id, answer, NULL));
  g_assert_true (g_error_matches (tranche_order_book_get_trouble (fixture->book),
                                  TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_GONE));
  g_assert_cmpuint (n_changes, ==, 1);

  g_assert_cmpint (g_rename (away, fixture->path), ==, 0);
  order = apply_answer (fixture, id, answer, NULL);
  g_assert_cmpint (tranche_order_get_stage (order), ==, TRANCHE_STAGE_APPROVED);
  g_assert_null (tranche_order_book_get_trouble (fixture->book));
  g_assert_cmpuint (n_changes, ==, 2);
}

#define ADD(name, func) \
  g_test_add ("/order-book-plans/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("plan", test_plan);
  ADD ("plan-stage", test_plan_stage);
  ADD ("plan-ends", test_plan_ends);
  ADD ("plan-begins", test_plan_begins);
  ADD ("warnings", test_warnings);
  ADD ("warnings-changed", test_warnings_changed);
  ADD ("history-stays", test_history_stays);
  ADD ("clock-set-back", test_clock_set_back);
  ADD ("trouble", test_trouble);

  return g_test_run ();
}
