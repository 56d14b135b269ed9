/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <glib/gstdio.h>

#include "core/bank-error.h"
#include "model/commit-plans.h"

#define HOUR G_TIME_SPAN_HOUR
/* When the cooling-off of every order here ends: µs since 1970. */
#define END (G_TIME_SPAN_DAY * 50000)

typedef struct {
  Fixture base;
  gint64 real;
  TrancheCommitPlans *plans;
  guint n_committed;
  guint n_failed;
  GError *error; /* of the last that failed */
} Plans;

static gint64
get_real (gpointer data)
{
  return ((Plans *) data)->real;
}

static double
get_half (gpointer data)
{
  return 0.5;
}

static void
committed_cb (Plans        *plans,
              TrancheOrder *order)
{
  g_assert_cmpint (tranche_order_get_stage (order), ==, TRANCHE_STAGE_COMMITTED);
  plans->n_committed++;
}

static void
failed_cb (Plans        *plans,
           TrancheOrder *order,
           const GError *error)
{
  g_clear_error (&plans->error);
  plans->error = g_error_copy (error);
  plans->n_failed++;
}

static void
start (Plans *plans)
{
  TrancheLiveClock clock = { get_real, get_real, get_half, plans };

  plans->plans = tranche_commit_plans_new (plans->base.book, plans->base.operations);
  tranche_commit_plans_set_clock (plans->plans, &clock);
  g_signal_connect_swapped (plans->plans, "committed", G_CALLBACK (committed_cb), plans);
  g_signal_connect_swapped (plans->plans, "failed", G_CALLBACK (failed_cb), plans);
  tranche_commit_plans_start (plans->plans);
  settle_main_loop ();
}

static void
stop (Plans *plans)
{
  tranche_commit_plans_stop (plans->plans);
  g_clear_object (&plans->plans);
}

static void
restart (Plans *plans)
{
  stop (plans);
  fixture_close (&plans->base);
  fixture_open (&plans->base);
  start (plans);
}

static void
set_up (Plans         *plans,
        gconstpointer  data)
{
  fixture_set_up (&plans->base, data);
  plans->real = END - HOUR;
  start (plans);
}

static void
tear_down (Plans         *plans,
           gconstpointer  data)
{
  stop (plans);
  g_clear_error (&plans->error);
  fixture_tear_down (&plans->base, data);
}

static gboolean
switch_plan (Plans         *plans,
             TrancheOrder  *order,
             gboolean       on,
             GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_commit_plans_switch_async (plans->plans, order, on, NULL, store_result_cb, &result);
  wait_for_result (&result);

  return tranche_commit_plans_switch_finish (plans->plans, result, error);
}

static TrancheOrder *
refresh (Plans        *plans,
         TrancheOrder *order)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_operations_refresh_async (plans->base.operations, order, TRANCHE_PRIORITY_POLL, NULL,
                                    store_result_cb, &result);
  wait_for_result (&result);

  return tranche_operations_refresh_finish (plans->base.operations, result, NULL);
}

/* An order that cools off until END, with its plan switched on. */
static TrancheOrder *
add_planned (Plans      *plans,
             const char *number)
{
  g_autoptr (TrancheOrder) order =
    fixture_add_order (&plans->base, number, TRANCHE_STAGE_COOLING);
  g_autoptr (GDateTime) until = g_date_time_new_from_unix_utc_usec (END);
  g_autoptr (TrancheOrder) cooling = NULL;
  g_autoptr (GError) error = NULL;

  fake_bank_set_cooling (plans->base.bank, number, until);
  cooling = refresh (plans, order);
  g_assert_true (switch_plan (plans, cooling, TRUE, &error));
  g_assert_no_error (error);

  return fixture_load (&plans->base, tranche_order_get_id (order));
}

static gboolean
is_planned (Plans        *plans,
            TrancheOrder *order)
{
  g_autoptr (TrancheOrder) now = fixture_load (&plans->base, tranche_order_get_id (order));

  return tranche_order_get_commit_planned (now);
}

/* Live status asks, and the bank says that it is ready. */
static void
become_ready (Plans        *plans,
              TrancheOrder *order)
{
  g_autoptr (TrancheOrder) ready = NULL;

  fake_bank_set_stage (plans->base.bank, tranche_order_get_number (order), TRANCHE_STAGE_READY);
  ready = refresh (plans, order);
  settle_main_loop ();
}

static void
test_in_time (Plans         *plans,
              gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = add_planned (plans, "A-1");

  g_assert_true (tranche_order_get_commit_planned (order));
  plans->real = END + G_TIME_SPAN_SECOND;
  become_ready (plans, order);
  WAIT_UNTIL (plans->n_committed == 1);

  g_assert_cmpuint (fake_bank_get_n_effects (plans->base.bank, FAKE_COMMIT), ==, 1);
  g_assert_false (is_planned (plans, order));
  g_assert_cmpuint (plans->n_failed, ==, 0);
}

static void
test_switched_off (Plans         *plans,
                   gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = add_planned (plans, "A-1");

  g_assert_true (switch_plan (plans, order, FALSE, NULL));
  become_ready (plans, order);
  g_assert_cmpuint (fake_bank_get_n_calls (plans->base.bank, FAKE_COMMIT), ==, 0);
  g_assert_cmpuint (plans->n_failed, ==, 0);
}

/* Whoever was not there when the time came is asked. */
static void
test_missed (Plans         *plans,
             gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = add_planned (plans, "A-1");
  g_autoptr (GPtrArray) missed = NULL;

  plans->real = END + HOUR;
  restart (plans);
  WAIT_UNTIL (tranche_commit_plans_get_n_missed (plans->plans) == 1);
  become_ready (plans, order);
  g_assert_cmpuint (fake_bank_get_n_calls (plans->base.bank, FAKE_COMMIT), ==, 0);
  missed = tranche_commit_plans_list_missed (plans->plans);
  g_assert_cmpuint (missed->len, ==, 1);

  tranche_commit_plans_commit_missed (plans->plans);
  g_assert_cmpuint (tranche_commit_plans_get_n_missed (plans->plans), ==, 0);
  WAIT_UNTIL (plans->n_committed == 1);
  g_assert_cmpuint (fake_bank_get_n_effects (plans->base.bank, FAKE_COMMIT), ==, 1);
}

static void
test_missed_dropped (Plans         *plans,
                     gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = add_planned (plans, "A-1");

  plans->real = END + HOUR;
  restart (plans);
  WAIT_UNTIL (tranche_commit_plans_get_n_missed (plans->plans) == 1);
  tranche_commit_plans_drop_missed (plans->plans);
  WAIT_UNTIL (tranche_commit_plans_get_n_missed (plans->plans) == 0);
  become_ready (plans, order);
  g_assert_cmpuint (fake_bank_get_n_calls (plans->base.bank, FAKE_COMMIT), ==, 0);
  g_assert_false (is_planned (plans, order));
}

/* A computer that slept was not there either; a restart before the end was. */
static void
test_slept (Plans         *plans,
            gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = add_planned (plans, "A-1");

  restart (plans);
  g_assert_cmpuint (tranche_commit_plans_get_n_missed (plans->plans), ==, 0);
  plans->real = END + HOUR;
  become_ready (plans, order);
  g_assert_cmpuint (tranche_commit_plans_get_n_missed (plans->plans), ==, 1);
  g_assert_cmpuint (fake_bank_get_n_calls (plans->base.bank, FAKE_COMMIT), ==, 0);
}

/* The bank has the last word, and it is asked for it. */
static void
test_bank_says_no (Plans         *plans,
                   gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = add_planned (plans, "A-1");

  plans->real = END + G_TIME_SPAN_SECOND;
  fake_bank_plan (plans->base.bank, FAKE_COMMIT,
                  tranche_bank_error_new (TRANCHE_BANK_ERROR_CONFLICT, 409, "no"), FALSE);
  become_ready (plans, order);
  WAIT_UNTIL (plans->n_failed == 1);
  g_assert_false (is_planned (plans, order));

  /* And it is not sent again by itself. */
  become_ready (plans, order);
  g_assert_cmpuint (fake_bank_get_n_calls (plans->base.bank, FAKE_COMMIT), ==, 1);
}

static void
test_canceled_meanwhile (Plans         *plans,
                         gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = add_planned (plans, "A-1");
  g_autoptr (TrancheOrder) canceled = NULL;

  fake_bank_set_stage (plans->base.bank, "A-1", TRANCHE_STAGE_CANCELED);
  canceled = refresh (plans, order);
  g_assert_cmpuint (plans->n_failed, ==, 1);
  g_assert_false (is_planned (plans, order));
  g_assert_cmpuint (fake_bank_get_n_calls (plans->base.bank, FAKE_COMMIT), ==, 0);
}

/* Where the bank cannot be asked nothing is sent; the plan stands until it can. */
static void
test_unreachable (Plans         *plans,
                  gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = add_planned (plans, "A-1");
  g_autoptr (TrancheOrder) ready = NULL;
  guint n_asked;

  plans->real = END + G_TIME_SPAN_SECOND;
  fake_bank_plan_idle (plans->base.bank, FAKE_INFO);
  fake_bank_plan (plans->base.bank, FAKE_INFO,
                  tranche_bank_error_new (TRANCHE_BANK_ERROR_NETWORK, 0, "away"), FALSE);
  become_ready (plans, order);
  WAIT_UNTIL (!tranche_operations_is_busy (plans->base.operations, tranche_order_get_id (order)));
  settle_main_loop ();
  n_asked = fake_bank_get_n_calls (plans->base.bank, FAKE_INFO);
  g_assert_true (is_planned (plans, order));
  g_assert_cmpuint (plans->n_failed, ==, 0);
  g_assert_cmpuint (fake_bank_get_n_calls (plans->base.bank, FAKE_COMMIT), ==, 0);
  settle_main_loop ();
  g_assert_cmpuint (fake_bank_get_n_calls (plans->base.bank, FAKE_INFO), ==, n_asked);

  ready = refresh (plans, order);
  WAIT_UNTIL (plans->n_committed == 1);
  g_assert_cmpuint (fake_bank_get_n_effects (plans->base.bank, FAKE_COMMIT), ==, 1);
}

/* What cannot be written down is not sent, be it planned or by hand. */
static void
test_book_gone (Plans         *plans,
                gconstpointer  data)
{
  g_autoptr (TrancheOrder) order =
    fixture_add_order (&plans->base, "A-1", TRANCHE_STAGE_READY);
  g_autofree char *away = g_strconcat (plans->base.path, "-away", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_rename (plans->base.path, away), ==, 0);
  tranche_operations_commit_async (plans->base.operations, order, NULL, store_result_cb, &result);
  wait_for_result (&result);
  g_assert_null (tranche_operations_commit_finish (plans->base.operations, result, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_GONE);
  g_assert_cmpuint (fake_bank_get_n_calls (plans->base.bank, FAKE_COMMIT), ==, 0);
  g_assert_cmpint (g_rename (away, plans->base.path), ==, 0);
}

#define ADD(name, func) g_test_add ("/commit-plans/" name, Plans, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("in-time", test_in_time);
  ADD ("switched-off", test_switched_off);
  ADD ("missed", test_missed);
  ADD ("missed-dropped", test_missed_dropped);
  ADD ("slept", test_slept);
  ADD ("bank-says-no", test_bank_says_no);
  ADD ("canceled-meanwhile", test_canceled_meanwhile);
  ADD ("unreachable", test_unreachable);
  ADD ("book-gone", test_book_gone);

  return g_test_run ();
}
