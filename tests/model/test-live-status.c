/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "live-fixture.h"

static void
test_polls (LiveFixture   *live,
            gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (&live->base, "A-1", TRANCHE_STAGE_WAITING);
  g_autoptr (TrancheOrder) stored = NULL;
  gint64 id = tranche_order_get_id (order);
  guint interval = tranche_live_status_get_interval (TRANCHE_STAGE_WAITING, 0, FALSE);

  /* Never checked: at once. */
  live_start (live);
  live_wait_for_asked (live, 1);
  live_wait_for_due (live, id);
  g_assert_cmpint (live_get_wait (live, id), ==, interval * SECOND);

  live_advance (live, interval * SECOND - 1);
  g_assert_cmpuint (live_get_n_asked (live), ==, 1);

  fake_bank_set_stage (live->base.bank, "A-1", TRANCHE_STAGE_CANCELED);
  live_advance (live, 1);
  live_wait_for_asked (live, 2);
  WAIT_UNTIL (tranche_live_status_get_due (live->live, id) == -1);
  stored = fixture_load (&live->base, id);
  g_assert_cmpint (tranche_order_get_stage (stored), ==, TRANCHE_STAGE_CANCELED);

  live_advance (live, DAY);
  g_assert_cmpuint (live_get_n_asked (live), ==, 2);
}

static void
test_new_orders (LiveFixture   *live,
                 gconstpointer  data)
{
  g_autoptr (TrancheOrder) draft = NULL;
  g_autoptr (TrancheOrder) order = NULL;

  live_start (live);
  settle_main_loop ();
  draft = fixture_add_order (&live->base, "A-1", TRANCHE_STAGE_DRAFT);
  order = fixture_add_order (&live->base, "A-2", TRANCHE_STAGE_APPROVED);
  live_wait_for_asked (live, 1);
  g_assert_cmpstr (fake_bank_get_last_number (live->base.bank, FAKE_INFO), ==, "A-2");
  g_assert_cmpint (tranche_live_status_get_due (live->live, tranche_order_get_id (draft)), ==, -1);
}

static void
test_visible (LiveFixture   *live,
              gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (&live->base, "A-1", TRANCHE_STAGE_READY);
  gint64 id = tranche_order_get_id (order);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint slow = tranche_live_status_get_interval (TRANCHE_STAGE_READY, 0, FALSE);
  guint fast = tranche_live_status_get_interval (TRANCHE_STAGE_READY, 0, TRUE);

  live_start (live);
  live_wait_for_asked (live, 1);
  live_wait_for_due (live, id);
  g_assert_cmpint (live_get_wait (live, id), ==, slow * SECOND);

  g_array_append_val (ids, id);
  tranche_live_status_set_visible (live->live, ids);
  g_assert_cmpint (live_get_wait (live, id), ==, fast * SECOND);

  g_array_set_size (ids, 0);
  tranche_live_status_set_visible (live->live, ids);
  g_assert_cmpint (live_get_wait (live, id), ==, slow * SECOND);
}

/* More is due than may be asked at once: those on screen come first, those that
 * only wait for their payout last. */
static void
test_urgency (LiveFixture   *live,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 last;

  for (guint i = 0; i < 40; i++) {
    g_autofree char *number = g_strdup_printf ("A-%u", i);

    g_ptr_array_add (orders, fixture_add_order (&live->base, number,
                                                i < 20 ? TRANCHE_STAGE_COMMITTED
                                                       : TRANCHE_STAGE_WAITING));
  }
  last = tranche_order_get_id (g_ptr_array_index (orders, 39));
  g_array_append_val (ids, last);
  tranche_live_status_set_visible (live->live, ids);

  fake_bank_hold (live->base.bank, FAKE_INFO);
  live_start (live);
  WAIT_UNTIL (fake_bank_get_n_held (live->base.bank, FAKE_INFO) == 16);
  settle_main_loop ();
  g_assert_cmpuint (live_get_n_asked (live), ==, 16);

  for (guint n = 17; n <= 40; n++) {
    const char *number = NULL;

    fake_bank_let_one_go (live->base.bank, FAKE_INFO);
    live_wait_for_asked (live, n);
    number = fake_bank_get_last_number (live->base.bank, FAKE_INFO);
    if (n <= 20)
      g_assert_cmpint (atoi (number + 2), >=, 20);
    else
      g_assert_cmpint (atoi (number + 2), <, 20);
  }
}

static void
test_cooling_ends (LiveFixture   *live,
                   gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GDateTime) until =
    g_date_time_new_from_unix_utc_usec (live_get_real (live) + 90 * SECOND);
  gint64 id;

  order = fixture_add_order (&live->base, "A-1", TRANCHE_STAGE_COOLING);
  id = tranche_order_get_id (order);
  fake_bank_set_cooling (live->base.bank, "A-1", until);
  live_start (live);
  live_wait_for_asked (live, 1);
  live_wait_for_due (live, id);

  /* The interval would be a quarter of an hour. */
  g_assert_cmpint (live_get_wait (live, id), ==, 91 * SECOND);
  fake_bank_set_stage (live->base.bank, "A-1", TRANCHE_STAGE_READY);
  live_advance (live, 91 * SECOND);
  live_wait_for_asked (live, 2);
}

/* The clock is set forward, past the end of the cooling-off. */
static void
test_clock_set (LiveFixture   *live,
                gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GDateTime) until =
    g_date_time_new_from_unix_utc_usec (live_get_real (live) + 2 * HOUR);
  gint64 id;

  order = fixture_add_order (&live->base, "A-1", TRANCHE_STAGE_COOLING);
  id = tranche_order_get_id (order);
  fake_bank_set_cooling (live->base.bank, "A-1", until);
  live_start (live);
  live_wait_for_asked (live, 1);
  live_wait_for_due (live, id);

  live->real_offset += 3 * HOUR;
  live_advance (live, SECOND);
  live_wait_for_asked (live, 2);
  live_wait_for_due (live, id);

  /* Set back, nothing is lost, and nothing storms. */
  live->real_offset -= 5 * HOUR;
  live_advance (live, SECOND);
  g_assert_cmpuint (live_get_n_asked (live), ==, 2);
  g_assert_cmpint (live_get_wait (live, id), <=, 15 * MINUTE);
}

static void
test_busy (LiveFixture   *live,
           gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (&live->base, "A-1", TRANCHE_STAGE_READY);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TrancheOrder) committed = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = tranche_order_get_id (order);
  guint n_asked;

  live_start (live);
  live_wait_for_asked (live, 1);
  live_wait_for_due (live, id);

  fake_bank_hold (live->base.bank, FAKE_COMMIT);
  tranche_operations_commit_async (live->base.operations, order, NULL, store_result_cb, &result);
  WAIT_UNTIL (fake_bank_get_n_held (live->base.bank, FAKE_COMMIT) == 1);
  n_asked = live_get_n_asked (live);
  live_advance (live, HOUR);
  g_assert_cmpuint (live_get_n_asked (live), ==, n_asked);

  fake_bank_let_go (live->base.bank, FAKE_COMMIT);
  wait_for_result (&result);
  committed = tranche_operations_commit_finish (live->base.operations, result, &error);
  g_assert_no_error (error);
  live_advance (live, HOUR);
  live_wait_for_asked (live, n_asked + 1);
}

/* An operation whose outcome is open is settled by itself, as soon as the bank
 * can be reached. */
static void
test_settles (LiveFixture   *live,
              gconstpointer  data)
{
  g_autoptr (TrancheOrderDraft) draft = fixture_new_draft ("A-1");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) open = NULL;

  live_start (live);
  settle_main_loop ();
  fake_bank_plan (live->base.bank, FAKE_CREATE,
                  tranche_bank_error_new (TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME, 0, "Lost"), TRUE);
  live_plan_failure (live, TRANCHE_BANK_ERROR_NETWORK);
  tranche_operations_create_async (live->base.operations, live->base.connection, draft, 0, NULL,
                                   store_result_cb, &result);
  wait_for_result (&result);
  g_assert_null (tranche_operations_create_finish (live->base.operations, result, &error));
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME);

  for (guint i = 0; i < 100 && fake_bank_get_n_calls (live->base.bank, FAKE_INFO) < 2; i++) {
    live_advance (live, 10 * SECOND);
    wait_once ();
  }
  WAIT_UNTIL (fake_bank_get_n_calls (live->base.bank, FAKE_CREATE) == 2);
  settle_main_loop ();
  WAIT_UNTIL (!tranche_operations_is_busy (live->base.operations, 1));
  open = fixture_list_open (&live->base);
  g_assert_cmpuint (open->len, ==, 0);
}

static void
test_refresh_all (LiveFixture   *live,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_before;

  for (guint i = 0; i < 30; i++) {
    g_autofree char *number = g_strdup_printf ("A-%u", i);

    g_ptr_array_add (orders, fixture_add_order (&live->base, number, TRANCHE_STAGE_COMMITTED));
  }
  live_start (live);
  live_wait_for_asked (live, 30);
  for (guint i = 0; i < orders->len; i++)
    live_wait_for_due (live, tranche_order_get_id (g_ptr_array_index (orders, i)));
  g_assert_cmpuint (tranche_live_status_get_total (live->live), ==, 0);

  fake_bank_hold (live->base.bank, FAKE_INFO);
  tranche_live_status_refresh_all (live->live);
  g_assert_cmpuint (tranche_live_status_get_total (live->live), ==, 30);
  g_assert_cmpuint (tranche_live_status_get_pending (live->live), ==, 30);
  WAIT_UNTIL (fake_bank_get_n_held (live->base.bank, FAKE_INFO) == 16);

  /* What is under way is not asked for again. */
  tranche_live_status_refresh_all (live->live);
  settle_main_loop ();
  g_assert_cmpuint (live_get_n_asked (live), ==, 46);
  g_assert_cmpuint (tranche_live_status_get_pending (live->live), ==, 30);

  fake_bank_let_one_go (live->base.bank, FAKE_INFO);
  WAIT_UNTIL (tranche_live_status_get_pending (live->live) == 29);
  g_assert_cmpuint (tranche_live_status_get_total (live->live), ==, 30);

  fake_bank_let_go (live->base.bank, FAKE_INFO);
  WAIT_UNTIL (tranche_live_status_get_pending (live->live) == 0);
  g_assert_cmpuint (tranche_live_status_get_total (live->live), ==, 0);
  g_assert_cmpuint (live_get_n_asked (live), ==, 60);

  /* And given up. */
  fake_bank_hold (live->base.bank, FAKE_INFO);
  tranche_live_status_refresh_all (live->live);
  WAIT_UNTIL (fake_bank_get_n_held (live->base.bank, FAKE_INFO) == 16);
  tranche_live_status_cancel_refresh (live->live);
  g_assert_cmpuint (tranche_live_status_get_pending (live->live), ==, 0);
  n_before = live_get_n_asked (live);
  fake_bank_let_go (live->base.bank, FAKE_INFO);
  settle_main_loop ();
  g_assert_cmpuint (live_get_n_asked (live), ==, n_before);
}

static void
test_refresh_refused (LiveFixture   *live,
                      gconstpointer  data)
{
  g_autoptr (TrancheOrder) first = fixture_add_order (&live->base, "A-1", TRANCHE_STAGE_WAITING);
  g_autoptr (TrancheOrder) second = fixture_add_order (&live->base, "A-2", TRANCHE_STAGE_WAITING);

  live_start (live);
  live_wait_for_asked (live, 2);
  live_wait_for_due (live, tranche_order_get_id (first));
  live_wait_for_due (live, tranche_order_get_id (second));

  live_plan_failure (live, TRANCHE_BANK_ERROR_AUTHENTICATION);
  live_plan_failure (live, TRANCHE_BANK_ERROR_AUTHENTICATION);
  tranche_live_status_refresh_all (live->live);
  g_assert_cmpuint (tranche_live_status_get_pending (live->live), ==, 2);
  WAIT_UNTIL (tranche_live_status_get_pending (live->live) == 0);

  tranche_live_status_refresh_all (live->live);
  g_assert_cmpuint (tranche_live_status_get_total (live->live), ==, 0);
}

#define ADD(path, function) \
  g_test_add ("/live-status/" path, LiveFixture, NULL, live_fixture_set_up, function, \
              live_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("polls", test_polls);
  ADD ("new-orders", test_new_orders);
  ADD ("visible", test_visible);
  ADD ("urgency", test_urgency);
  ADD ("cooling-ends", test_cooling_ends);
  ADD ("clock-set", test_clock_set);
  ADD ("busy", test_busy);
  ADD ("settles", test_settles);
  ADD ("refresh-all", test_refresh_all);
  ADD ("refresh-refused", test_refresh_refused);

  return g_test_run ();
}
