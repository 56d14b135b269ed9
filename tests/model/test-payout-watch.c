/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "model/payout-watch.h"
#include "store/account-book.h"

#define DAY G_TIME_SPAN_DAY
#define PAYOUT_DAYS 2

typedef struct {
  Fixture base;
  gint64 real;
  TranchePayoutWatch *watch;
  GString *told; /* "number " of each */
} Watching;

static gint64
get_real (gpointer data)
{
  return ((Watching *) data)->real;
}

static double
get_half (gpointer data)
{
  return 0.5;
}

static void
overdue_cb (Watching     *watching,
            TrancheOrder *order)
{
  g_string_append_printf (watching->told, "%s ", tranche_order_get_number (order));
}

static void
save_account (Watching *watching)
{
  g_autoptr (TrancheAccountBook) accounts = tranche_account_book_new (watching->base.book);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tranche_account_set_payout_days (watching->base.account, PAYOUT_DAYS);
  tranche_account_book_save_async (accounts, watching->base.account, NULL, store_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (tranche_account_book_save_finish (accounts, result, &error));
  g_assert_no_error (error);
}

static void
set_up (Watching      *watching,
        gconstpointer  data)
{
  TrancheLiveClock clock = { get_real, get_real, get_half, watching };

  fixture_set_up (&watching->base, data);
  save_account (watching);
  watching->real = g_get_real_time ();
  watching->told = g_string_new (NULL);
  watching->watch = tranche_payout_watch_new (watching->base.book, watching->base.operations);
  tranche_payout_watch_set_clock (watching->watch, &clock);
  g_signal_connect_swapped (watching->watch, "overdue", G_CALLBACK (overdue_cb), watching);
}

static void
tear_down (Watching      *watching,
           gconstpointer  data)
{
  tranche_payout_watch_stop (watching->watch);
  g_clear_object (&watching->watch);
  g_string_free (watching->told, TRUE);
  fixture_tear_down (&watching->base, data);
}

static guint
get_n_asked (Watching *watching)
{
  return fake_bank_get_n_calls (watching->base.bank, FAKE_PAYOUT);
}

/* The book answers in the order of the questions. */
static void
wait_for_check (Watching *watching)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) unpaid = NULL;

  tranche_order_book_unpaid_async (watching->base.book, 0, 1, NULL, store_result_cb, &result);
  wait_for_result (&result);
  unpaid = tranche_order_book_unpaid_finish (watching->base.book, result, NULL);
  g_assert_nonnull (unpaid);
  settle_main_loop ();
}

/* Within the term nobody is asked and nobody is told. */
static void
test_in_time (Watching      *watching,
              gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (&watching->base, "A-1", TRANCHE_STAGE_COMMITTED);

  watching->real += PAYOUT_DAYS * DAY;
  tranche_payout_watch_start (watching->watch);
  wait_for_check (watching);

  g_assert_cmpuint (get_n_asked (watching), ==, 0);
  g_assert_cmpstr (watching->told->str, ==, "");
}

/* The bank is asked first, and what it has paid is kept and not told of. */
static void
test_overdue (Watching      *watching,
              gconstpointer  data)
{
  g_autoptr (TrancheOrder) paid = fixture_add_order (&watching->base, "A-1", TRANCHE_STAGE_COMMITTED);
  g_autoptr (TrancheOrder) unpaid = fixture_add_order (&watching->base, "A-2", TRANCHE_STAGE_COMMITTED);
  g_autoptr (TrancheOrder) stored = NULL;

  fake_bank_set_paid (watching->base.bank, "A-1");
  watching->real += (PAYOUT_DAYS + 2) * DAY;
  tranche_payout_watch_start (watching->watch);
  WAIT_UNTIL (g_str_equal (watching->told->str, "A-2 "));

  g_assert_cmpuint (get_n_asked (watching), ==, 2);
  stored = fixture_load (&watching->base, tranche_order_get_id (paid));
  g_assert_nonnull (tranche_order_get_paid_at (stored));
}

/* Once a day a bank is asked, and once somebody is told. */
static void
test_next_days (Watching      *watching,
                gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (&watching->base, "A-1", TRANCHE_STAGE_COMMITTED);

  watching->real += (PAYOUT_DAYS + 2) * DAY;
  tranche_payout_watch_start (watching->watch);
  WAIT_UNTIL (g_str_equal (watching->told->str, "A-1 "));

  tranche_payout_watch_check (watching->watch);
  wait_for_check (watching);
  g_assert_cmpuint (get_n_asked (watching), ==, 1);

  watching->real += DAY;
  tranche_payout_watch_check (watching->watch);
  WAIT_UNTIL (get_n_asked (watching) == 2);
  settle_main_loop ();
  g_assert_cmpstr (watching->told->str, ==, "A-1 ");
}

/* A bank that does not answer has not paid either. */
static void
test_no_answer (Watching      *watching,
                gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (&watching->base, "A-1", TRANCHE_STAGE_COMMITTED);

  fake_bank_plan (watching->base.bank, FAKE_PAYOUT,
                  tranche_bank_error_new (TRANCHE_BANK_ERROR_NETWORK, 0, "Nobody there"), FALSE);
  watching->real += (PAYOUT_DAYS + 2) * DAY;
  tranche_payout_watch_start (watching->watch);
  WAIT_UNTIL (g_str_equal (watching->told->str, "A-1 "));
}

/* A question that was given up says nothing of the bank: it is asked once more
 * when the watch goes on, which it may do before it has heard of its end. */
static void
test_stopped (Watching      *watching,
              gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (&watching->base, "A-1", TRANCHE_STAGE_COMMITTED);

  fake_bank_set_paid (watching->base.bank, "A-1");
  fake_bank_hold (watching->base.bank, FAKE_PAYOUT);
  watching->real += (PAYOUT_DAYS + 2) * DAY;
  tranche_payout_watch_start (watching->watch);
  WAIT_UNTIL (fake_bank_get_n_held (watching->base.bank, FAKE_PAYOUT) == 1);

  tranche_payout_watch_stop (watching->watch);
  tranche_payout_watch_start (watching->watch);
  WAIT_UNTIL (get_n_asked (watching) == 2);
  g_assert_cmpstr (watching->told->str, ==, "");

  fake_bank_let_go (watching->base.bank, FAKE_PAYOUT);
  wait_for_check (watching);
  g_assert_cmpstr (watching->told->str, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/payout-watch/" name, Watching, NULL, set_up, func, tear_down)
  ADD ("in-time", test_in_time);
  ADD ("overdue", test_overdue);
  ADD ("next-days", test_next_days);
  ADD ("no-answer", test_no_answer);
  ADD ("stopped", test_stopped);
#undef ADD

  return g_test_run ();
}
