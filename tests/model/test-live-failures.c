/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "live-fixture.h"

static void
test_backs_off (LiveFixture   *live,
                gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (&live->base, "A-1", TRANCHE_STAGE_WAITING);
  gint64 id = tranche_order_get_id (order);
  gint64 before = 0;

  for (guint i = 0; i < 12; i++)
    live_plan_failure (live, TRANCHE_BANK_ERROR_NETWORK);
  live_start (live);

  for (guint n = 1; n <= 12; n++) {
    gint64 wait;

    live_wait_for_asked (live, n);
    live_wait_for_due (live, id);
    wait = live_get_wait (live, id);
    g_assert_cmpint (wait, >=, before);
    g_assert_cmpint (wait, <=, 10 * MINUTE);
    before = wait;
    live_advance (live, wait + MINUTE);
  }
  g_assert_cmpint (before, >=, 7 * MINUTE);

  /* An answer ends it. */
  live_wait_for_asked (live, 13);
  live_wait_for_due (live, id);
  g_assert_cmpint (live_get_wait (live, id), <, MINUTE);
}

/* One order that the bank does not know does not slow the others down. */
static void
test_backs_off_alone (LiveFixture   *live,
                      gconstpointer  data)
{
  g_autoptr (TrancheOrder) lost = fixture_add_order (&live->base, "A-1", TRANCHE_STAGE_WAITING);
  g_autoptr (TrancheOrder) order = NULL;

  live_plan_failure (live, TRANCHE_BANK_ERROR_NOT_FOUND);
  live_start (live);
  live_wait_for_asked (live, 1);
  live_wait_for_due (live, tranche_order_get_id (lost));

  order = fixture_add_order (&live->base, "A-2", TRANCHE_STAGE_WAITING);
  live_wait_for_asked (live, 2);
  live_wait_for_due (live, tranche_order_get_id (order));
  g_assert_cmpint (live_get_wait (live, tranche_order_get_id (order)), ==, 5 * SECOND);
}

static void
test_rate_limited (LiveFixture   *live,
                   gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (&live->base, "A-1", TRANCHE_STAGE_WAITING);
  g_autoptr (TrancheOrder) other = NULL;
  GError *error = tranche_bank_error_new (TRANCHE_BANK_ERROR_RATE_LIMITED, 429, "Slow down");

  tranche_bank_error_set_retry_after (error, 30);
  fake_bank_plan (live->base.bank, FAKE_INFO, error, FALSE);
  live_start (live);
  live_wait_for_asked (live, 1);
  settle_main_loop ();

  /* Nothing of the account is asked for, whatever it is. */
  other = fixture_add_order (&live->base, "A-2", TRANCHE_STAGE_WAITING);
  live_advance (live, 29 * SECOND);
  g_assert_cmpuint (live_get_n_asked (live), ==, 1);
  live_advance (live, 1 * SECOND);
  live_wait_for_asked (live, 3);
}

static void
test_authentication (LiveFixture   *live,
                     gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (&live->base, "A-1", TRANCHE_STAGE_WAITING);
  g_autoptr (TrancheOrder) other = NULL;

  live_plan_failure (live, TRANCHE_BANK_ERROR_AUTHENTICATION);
  live_start (live);
  live_wait_for_asked (live, 1);
  WAIT_UNTIL (tranche_connection_get_state (live->base.connection) == TRANCHE_CONNECTION_REFUSED);

  other = fixture_add_order (&live->base, "A-2", TRANCHE_STAGE_WAITING);
  live_advance (live, HOUR);
  g_assert_cmpuint (live_get_n_asked (live), ==, 1);

  /* The account is saved anew. */
  tranche_connection_set_state (live->base.connection, TRANCHE_CONNECTION_READY);
  live_wait_for_asked (live, 3);
}

static void
test_offline (LiveFixture   *live,
              gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (&live->base, "A-1", TRANCHE_STAGE_WAITING);
  g_autoptr (TrancheAccount) local = tranche_account_copy (live->base.account);

  g_assert_true (tranche_live_status_get_online (live->live));
  fake_network_set (live->network, FALSE);
  g_assert_false (tranche_live_status_get_online (live->live));
  live_start (live);
  settle_main_loop ();
  live_advance (live, HOUR);
  g_assert_cmpuint (live_get_n_asked (live), ==, 0);

  fake_network_set (live->network, TRUE);
  g_assert_true (tranche_live_status_get_online (live->live));
  live_wait_for_asked (live, 1);

  /* A bank on this computer needs no network. */
  live_wait_for_due (live, tranche_order_get_id (order));
  fake_network_set (live->network, FALSE);
  tranche_account_set_base_url (local, "http://127.0.0.1:8080");
  tranche_connection_set_account (live->base.connection, local);
  g_assert_true (tranche_live_status_get_online (live->live));
  live_advance (live, HOUR);
  live_wait_for_asked (live, 2);
}

/* Everything is overdue when the network is back: what a manager looks at is asked
 * for first, then what a customer is doing, and committed orders last. */
static void
test_back_online (LiveFixture   *live,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 last;

  for (guint i = 0; i < 24; i++) {
    g_autofree char *number = g_strdup_printf ("A-%u", i);

    g_ptr_array_add (orders, fixture_add_order (&live->base, number,
                                                i < 12 ? TRANCHE_STAGE_COMMITTED
                                                       : TRANCHE_STAGE_WAITING));
  }
  live_start (live);
  live_wait_for_asked (live, 24);
  for (guint i = 0; i < orders->len; i++)
    live_wait_for_due (live, tranche_order_get_id (g_ptr_array_index (orders, i)));

  fake_network_set (live->network, FALSE);
  last = tranche_order_get_id (g_ptr_array_index (orders, 23));
  g_array_append_val (ids, last);
  tranche_live_status_set_visible (live->live, ids);
  live_advance (live, DAY);
  g_assert_cmpuint (live_get_n_asked (live), ==, 24);

  fake_bank_hold (live->base.bank, FAKE_INFO);
  fake_network_set (live->network, TRUE);
  WAIT_UNTIL (fake_bank_get_n_held (live->base.bank, FAKE_INFO) == 16);
  for (guint n = 1; n <= 16; n++) {
    const char *number = fake_bank_get_held_number (live->base.bank, FAKE_INFO, n - 1);

    if (n == 1)
      g_assert_cmpstr (number, ==, "A-23");
    else if (n <= 12)
      g_assert_cmpint (atoi (number + 2), >=, 12);
    else
      g_assert_cmpint (atoi (number + 2), <, 12);
  }
}

#define ADD(path, function) \
  g_test_add ("/live-failures/" path, LiveFixture, NULL, live_fixture_set_up, function, \
              live_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("backs-off", test_backs_off);
  ADD ("backs-off-alone", test_backs_off_alone);
  ADD ("rate-limited", test_rate_limited);
  ADD ("authentication", test_authentication);
  ADD ("offline", test_offline);
  ADD ("back-online", test_back_online);

  return g_test_run ();
}
