/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "core/bank-error.h"
#include "model/callback-inquiry.h"

#define LONG G_MAXINT
#define SHORT 5

static TrancheCallbackInquiry *
make_inquiry (Fixture *fixture,
              guint    interval)
{
  TrancheCallbackInquiry *inquiry = tranche_callback_inquiry_new (fixture->book,
                                                                  fixture->operations);

  tranche_callback_inquiry_set_interval (inquiry, interval);

  return inquiry;
}

/* An order that the bank calls "bank-NUMBER". */
static gint64
add_order (Fixture      *fixture,
           const char   *number,
           TrancheStage  stage)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, number, stage);
  g_autoptr (TrancheOrder) answer = tranche_order_new ();
  g_autoptr (TrancheOrder) applied = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *bank_order_id = g_strconcat ("bank-", number, NULL);
  g_autoptr (GError) error = NULL;

  tranche_order_set_stage (answer, stage);
  tranche_order_set_bank_order_id (answer, bank_order_id);
  tranche_order_book_apply_async (fixture->book, tranche_order_get_id (order), answer,
                                  TRANCHE_ORIGIN_BANK, NULL, store_result_cb, &result);
  wait_for_result (&result);
  applied = tranche_order_book_apply_finish (fixture->book, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tranche_order_get_bank_order_id (applied), ==, bank_order_id);

  return tranche_order_get_id (order);
}

static TrancheStage
get_stage (Fixture *fixture,
           gint64   id)
{
  g_autoptr (TrancheOrder) order = fixture_load (fixture, id);

  return tranche_order_get_stage (order);
}

/* When the bank's last answer was laid over the order, in microseconds. */
static gint64
get_checked_at (Fixture *fixture,
                gint64   id)
{
  g_autoptr (TrancheOrder) order = fixture_load (fixture, id);

  return g_date_time_to_unix_usec (tranche_order_get_checked_at (order));
}

static guint
count_asked (Fixture *fixture)
{
  return fake_bank_get_n_calls (fixture->bank, FAKE_INFO);
}

static const char *
get_account_id (Fixture *fixture)
{
  return tranche_account_get_id (fixture->account);
}

/* The order is asked for, by whatever the bank calls it. */
static void
test_follow (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct {
    const char *number;
    const char *bank_order_id;
  } hints[] = {
    { "A-1", NULL },
    { NULL, "bank-A-1" },
    { "A-1", "A-1" },
    { "bank-A-1", "bank-A-1" },
    { "A-1", "something else" },
  };
  g_autoptr (TrancheCallbackInquiry) inquiry = make_inquiry (fixture, LONG);
  gint64 id = add_order (fixture, "A-1", TRANCHE_STAGE_WAITING);

  add_order (fixture, "A-2", TRANCHE_STAGE_WAITING);
  fake_bank_set_stage (fixture->bank, "A-1", TRANCHE_STAGE_READY);

  for (guint i = 0; i < G_N_ELEMENTS (hints); i++) {
    tranche_callback_inquiry_follow (inquiry, get_account_id (fixture), hints[i].number,
                                     hints[i].bank_order_id);
    WAIT_UNTIL (count_asked (fixture) == i + 1);
    g_assert_cmpstr (fake_bank_get_last_number (fixture->bank, FAKE_INFO), ==, "A-1");
  }
  WAIT_UNTIL (get_stage (fixture, id) == TRANCHE_STAGE_READY);
}

static void
test_stranger (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TrancheCallbackInquiry) inquiry = make_inquiry (fixture, LONG);

  add_order (fixture, "A-1", TRANCHE_STAGE_WAITING);
  add_order (fixture, "A-2", TRANCHE_STAGE_WAITING);

  tranche_callback_inquiry_follow (inquiry, get_account_id (fixture), "B-1", NULL);
  tranche_callback_inquiry_follow (inquiry, get_account_id (fixture), NULL, "bank-B-1");
  tranche_callback_inquiry_follow (inquiry, get_account_id (fixture), "B-1", "B-1");
  tranche_callback_inquiry_follow (inquiry, "another", "A-1", "bank-A-1");
  tranche_callback_inquiry_follow (inquiry, get_account_id (fixture), "A-2", NULL);
  WAIT_UNTIL (count_asked (fixture) > 0);
  settle_main_loop ();
  g_assert_cmpuint (count_asked (fixture), ==, 1);
  g_assert_cmpstr (fake_bank_get_last_number (fixture->bank, FAKE_INFO), ==, "A-2");
}

/* Several hints are one, until the interval is over. */
static void
test_coalesced (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (TrancheCallbackInquiry) inquiry = make_inquiry (fixture, LONG);

  add_order (fixture, "A-1", TRANCHE_STAGE_WAITING);
  add_order (fixture, "A-2", TRANCHE_STAGE_WAITING);

  for (guint i = 0; i < 5; i++)
    tranche_callback_inquiry_follow (inquiry, get_account_id (fixture), NULL, "bank-A-1");
  WAIT_UNTIL (count_asked (fixture) == 1);
  for (guint i = 0; i < 5; i++)
    tranche_callback_inquiry_follow (inquiry, get_account_id (fixture), NULL, "bank-A-1");

  tranche_callback_inquiry_follow (inquiry, get_account_id (fixture), NULL, "bank-A-2");
  WAIT_UNTIL (count_asked (fixture) == 2);
  settle_main_loop ();
  g_assert_cmpuint (count_asked (fixture), ==, 2);
  g_assert_cmpstr (fake_bank_get_last_number (fixture->bank, FAKE_INFO), ==, "A-2");
}

/* What changes while the bank answers is asked for once more, and only once. */
static void
test_again (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TrancheCallbackInquiry) inquiry = make_inquiry (fixture, SHORT);
  gint64 id = add_order (fixture, "A-1", TRANCHE_STAGE_WAITING);

  add_order (fixture, "A-2", TRANCHE_STAGE_WAITING);
  fake_bank_hold (fixture->bank, FAKE_INFO);
  for (guint i = 0; i < 5; i++) {
    tranche_callback_inquiry_follow (inquiry, get_account_id (fixture), "A-1", NULL);
    WAIT_UNTIL (fake_bank_get_n_held (fixture->bank, FAKE_INFO) == 1);
  }

  fake_bank_let_go (fixture->bank, FAKE_INFO);
  fake_bank_set_stage (fixture->bank, "A-1", TRANCHE_STAGE_READY);
  WAIT_UNTIL (count_asked (fixture) == 2);
  WAIT_UNTIL (get_stage (fixture, id) == TRANCHE_STAGE_READY);

  /* After two more intervals, nothing has come of it. */
  for (guint i = 0; i < 2; i++) {
    tranche_callback_inquiry_follow (inquiry, get_account_id (fixture), "A-2", NULL);
    WAIT_UNTIL (count_asked (fixture) == 3 + i);
    g_assert_cmpstr (fake_bank_get_last_number (fixture->bank, FAKE_INFO), ==, "A-2");
  }
}

/* Whatever a late message says, and even where the bank's answer is old. */
static void
test_late (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TrancheCallbackInquiry) inquiry = make_inquiry (fixture, SHORT);
  gint64 canceled = add_order (fixture, "A-1", TRANCHE_STAGE_CANCELED);
  gint64 committed = add_order (fixture, "A-2", TRANCHE_STAGE_COMMITTED);
  gint64 canceled_at = get_checked_at (fixture, canceled);
  gint64 committed_at = get_checked_at (fixture, committed);

  fake_bank_set_stage (fixture->bank, "A-1", TRANCHE_STAGE_WAITING);
  tranche_callback_inquiry_follow (inquiry, get_account_id (fixture), "A-1", NULL);
  tranche_callback_inquiry_follow (inquiry, get_account_id (fixture), "A-2", NULL);
  WAIT_UNTIL (get_checked_at (fixture, canceled) > canceled_at);
  WAIT_UNTIL (get_checked_at (fixture, committed) > committed_at);
  g_assert_cmpint (get_stage (fixture, canceled), ==, TRANCHE_STAGE_CANCELED);
  g_assert_cmpint (get_stage (fixture, committed), ==, TRANCHE_STAGE_COMMITTED);
}

/* A commit under way is not disturbed, and failures end nothing. */
static void
test_busy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TrancheCallbackInquiry) inquiry = make_inquiry (fixture, SHORT);
  gint64 id = add_order (fixture, "A-1", TRANCHE_STAGE_READY);
  g_autoptr (TrancheOrder) order = fixture_load (fixture, id);
  g_autoptr (TrancheOrder) committed = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n_asked;

  fake_bank_hold (fixture->bank, FAKE_COMMIT);
  tranche_operations_commit_async (fixture->operations, order, NULL, store_result_cb, &result);
  WAIT_UNTIL (fake_bank_get_n_held (fixture->bank, FAKE_COMMIT) == 1);
  n_asked = count_asked (fixture);

  tranche_callback_inquiry_follow (inquiry, get_account_id (fixture), "A-1", NULL);
  add_order (fixture, "A-2", TRANCHE_STAGE_WAITING);
  tranche_callback_inquiry_follow (inquiry, get_account_id (fixture), "A-2", NULL);
  WAIT_UNTIL (count_asked (fixture) == n_asked + 1);
  g_assert_cmpstr (fake_bank_get_last_number (fixture->bank, FAKE_INFO), ==, "A-2");

  fake_bank_let_go (fixture->bank, FAKE_COMMIT);
  wait_for_result (&result);
  committed = tranche_operations_commit_finish (fixture->operations, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fake_bank_get_n_effects (fixture->bank, FAKE_COMMIT), ==, 1);

  fake_bank_plan (fixture->bank, FAKE_INFO,
                  tranche_bank_error_new (TRANCHE_BANK_ERROR_SERVER, 500, "500"), FALSE);
  n_asked = count_asked (fixture);
  tranche_callback_inquiry_follow (inquiry, get_account_id (fixture), "A-2", NULL);
  WAIT_UNTIL (count_asked (fixture) == n_asked + 1);
  tranche_callback_inquiry_follow (inquiry, get_account_id (fixture), "A-2", NULL);
  WAIT_UNTIL (count_asked (fixture) == n_asked + 2);
}

/* At every point of the way. */
static void
test_stop (Fixture       *fixture,
           gconstpointer  data)
{
  add_order (fixture, "A-1", TRANCHE_STAGE_WAITING);

  for (guint n_steps = 0; n_steps < 20; n_steps++) {
    g_autoptr (TrancheCallbackInquiry) inquiry = make_inquiry (fixture, SHORT);
    guint n_asked;

    tranche_callback_inquiry_follow (inquiry, get_account_id (fixture), "A-1", NULL);
    tranche_callback_inquiry_follow (inquiry, get_account_id (fixture), NULL, "bank-A-1");
    for (guint i = 0; i < n_steps; i++)
      wait_once ();

    tranche_callback_inquiry_stop (inquiry);
    settle_main_loop ();
    n_asked = count_asked (fixture);
    tranche_callback_inquiry_follow (inquiry, get_account_id (fixture), "A-1", NULL);
    settle_main_loop ();
    g_assert_cmpuint (count_asked (fixture), ==, n_asked);
  }
}

#define ADD(path, function) \
  g_test_add ("/callback-inquiry/" path, Fixture, NULL, fixture_set_up, function, \
              fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("follow", test_follow);
  ADD ("stranger", test_stranger);
  ADD ("coalesced", test_coalesced);
  ADD ("again", test_again);
  ADD ("late", test_late);
  ADD ("busy", test_busy);
  ADD ("stop", test_stop);

  return g_test_run ();
}
