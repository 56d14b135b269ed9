/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-cfront-client.h"

#include "demo/demo-cfront-order.h"

static TrancheDemoCfrontOrder *
make_order (const char *phone,
            double      speed,
            gint64      age,
            gint64      now)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  TrancheDemoClock clock = { speed };
  TrancheDemoCfrontApplication *application = tranche_demo_cfront_application_new ();
  guint parts = 6;

  application->store_id = g_strdup (TRANCHE_DEMO_STORE_ID);
  application->number = g_strdup ("1");
  application->phone = g_strdup (phone);
  application->sum = tranche_money (249999, "UAH");
  g_array_append_val (application->parts, parts);

  return tranche_demo_cfront_order_new (application, tranche_demo_cfront_path_of_phone (phone),
                                        &clock, random, now - age * G_USEC_PER_SEC, now, 0);
}

/* Where each phone leads to and how long that takes at most, in seconds. */
static const struct {
  const char *phone;
  const char *state;
  const char *word;
  gint64 within;
} outcomes[] = {
  { "+380500000001", "SUCCESS", "ACTIVE", 0 },
  { "+380500000002", "FAIL", "CLIENT_PUSH_TIMEOUT", 900 },
  { "+380500000003", "FAIL", "EXCEEDED_SUM_LIMIT", 7 },
  { "+380500000004", "IN_PROCESS", "WAITING_FOR_STORE_CONFIRM", 40 },
  { "+380500000005", "FAIL", "NOT_ENOUGH_MONEY_FOR_INIT_DEBIT", 40 },
  { "+380500000006", "FAIL", "REJECTED_BY_CLIENT", 40 },
  { "+380500000007", "FAIL", "EXISTS_OTHER_OPEN_ORDER", 7 },
  { "+380500000008", "FAIL", "RESTRICTED_BY_RISKS", 7 },
  { "+380500000009", "FAIL", "CLIENT_NOT_FOUND", 7 },
  { "+380500000000", "IN_PROCESS", "WAITING_FOR_STORE_CONFIRM", 50 },
  { "+380500000010", "FAIL", "PAY_PARTS_ARE_NOT_ACCEPTABLE", 7 },
  { "+380500000020", "FAIL", "FRAUD_REJECTED", 7 },
  { "+380500000030", "FAIL", "FAIL", 7 },
  { "+380500000040", "FAIL", "WRONG_CLIENT_APP_VERSION", 7 },
  { "+380500000050", "FAIL", "ACCOUNT_CLOSED", 7 },
  { "+380500000060", "IN_PROCESS", "WAITING_FOR_STORE_CONFIRM", 40 },
  { "+380500000070", "FAIL", "CONFIRM_TIME_EXPIRED", 5000 },
  { "+380500000080", "FAIL", "CLIENT_CONFIRM_TIME_EXPIRED", 800 },
  { "+380500000090", "IN_PROCESS", "WAITING_FOR_STORE_CONFIRM", 60 },
};

static void
test_outcomes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++) {
    g_autoptr (TrancheDemoCfrontOrder) order = make_order (outcomes[i].phone, 1, 0, G_USEC_PER_SEC);

    tranche_demo_cfront_order_advance (order, (outcomes[i].within + 1) * (gint64) G_USEC_PER_SEC);
    g_assert_cmpstr (tranche_demo_cfront_state_general (order->state), ==, outcomes[i].state);
    g_assert_cmpstr (tranche_demo_cfront_state_word (order->state), ==, outcomes[i].word);
  }
}

/* The same over HTTP, in a fast world. */
static void
test_outcomes_http (void)
{
  TrancheDemoOptions options = TRANCHE_DEMO_OPTIONS_INIT;
  g_autoptr (DemoClient) client = NULL;

  options.day = FALSE;
  options.speed = 10000;
  client = demo_client_new (&options);

  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++) {
    g_autofree char *number = g_strdup_printf ("%" G_GSIZE_FORMAT, i);
    g_autofree char *id = cfront_create (client, number, outcomes[i].phone);

    cfront_wait (client, id, outcomes[i].word);
  }
}

/* Every step on the way is seen, in order. */
static void
test_steps (void)
{
  static const TrancheDemoCfrontState steps[] = {
    TRANCHE_DEMO_CFRONT_ADDED, TRANCHE_DEMO_CFRONT_CHECKED, TRANCHE_DEMO_CFRONT_WAITING_FOR_CLIENT,
    TRANCHE_DEMO_CFRONT_CLIENT_APPROVED_PUSH, TRANCHE_DEMO_CFRONT_INIT_DEBIT_SENT,
    TRANCHE_DEMO_CFRONT_INIT_DEBIT_OK, TRANCHE_DEMO_CFRONT_WAITING_FOR_STORE_CONFIRM,
  };
  g_autoptr (TrancheDemoCfrontOrder) order = make_order ("+380500000000", 1, 0, 1000);

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++) {
    gint64 next_at = tranche_demo_cfront_order_next_at (order);

    g_assert_cmpint (next_at, >, 0);
    tranche_demo_cfront_order_advance (order, next_at);
    g_assert_cmpint (order->state, ==, steps[i]);
  }

  g_assert_cmpint (tranche_demo_cfront_order_next_at (order), ==, 0);
}

/* The speed shortens what is ahead, not what is behind. */
static void
test_speed (void)
{
  gint64 now = G_GINT64_CONSTANT (10000000000);
  g_autoptr (TrancheDemoCfrontOrder) order = make_order ("+380500000002", 60, 0, now);
  g_autoptr (TrancheDemoCfrontOrder) older = make_order ("+380500000002", 60, 600, now);
  g_autoptr (TrancheDemoCfrontOrder) lapsed = make_order ("+380500000002", 60, 901, now);

  g_assert_cmpint (order->expires_at, ==, now + 15 * G_USEC_PER_SEC);
  g_assert_cmpint (older->expires_at, ==, now + 5 * G_USEC_PER_SEC);
  tranche_demo_cfront_order_advance (lapsed, now);
  g_assert_cmpint (lapsed->state, ==, TRANCHE_DEMO_CFRONT_CLIENT_PUSH_TIMEOUT);
}

/* Nobody lapses who has agreed. */
static void
test_no_lapse (void)
{
  g_autoptr (TrancheDemoCfrontOrder) order = make_order ("+380500000004", 1, 0, 1000);

  tranche_demo_cfront_order_advance (order, G_GINT64_CONSTANT (100000) * G_USEC_PER_SEC);
  g_assert_cmpint (order->state, ==, TRANCHE_DEMO_CFRONT_WAITING_FOR_STORE_CONFIRM);
}

static void
test_repaid (void)
{
  g_autoptr (TrancheDemoCfrontOrder) order = make_order ("+380500000060", 1, 0, 1000);
  gint64 now = 100 * G_USEC_PER_SEC;

  g_assert_true (tranche_demo_cfront_order_confirm (order, now, NULL));
  g_assert_cmpint (tranche_demo_cfront_order_next_at (order), ==, now + 300 * G_USEC_PER_SEC);
  tranche_demo_cfront_order_advance (order, now + 300 * G_USEC_PER_SEC);
  g_assert_cmpint (order->state, ==, TRANCHE_DEMO_CFRONT_DONE);
  g_assert_false (tranche_demo_cfront_order_can_return_to_card (order));
}

/* Who is played by hand is left alone, but an offer still lapses. */
static void
test_left_alone (void)
{
  g_autoptr (TrancheDemoCfrontOrder) order = make_order ("+380500000004", 1, 0, 1000);

  tranche_demo_cfront_order_leave_alone (order);
  tranche_demo_cfront_order_advance (order, 899 * G_USEC_PER_SEC);
  g_assert_cmpint (order->state, ==, TRANCHE_DEMO_CFRONT_WAITING_FOR_CLIENT);
  tranche_demo_cfront_order_advance (order, 901 * G_USEC_PER_SEC);
  g_assert_cmpint (order->state, ==, TRANCHE_DEMO_CFRONT_CLIENT_PUSH_TIMEOUT);
}

static void
test_describe (void)
{
  g_autofree char *text = tranche_demo_cfront_path_describe ();

  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++) {
    if (!g_str_equal (outcomes[i].word, "CLIENT_PUSH_TIMEOUT"))
      g_assert_nonnull (strstr (text, outcomes[i].word));
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo/cfront/paths/outcomes", test_outcomes);
  g_test_add_func ("/demo/cfront/paths/outcomes-http", test_outcomes_http);
  g_test_add_func ("/demo/cfront/paths/steps", test_steps);
  g_test_add_func ("/demo/cfront/paths/speed", test_speed);
  g_test_add_func ("/demo/cfront/paths/no-lapse", test_no_lapse);
  g_test_add_func ("/demo/cfront/paths/repaid", test_repaid);
  g_test_add_func ("/demo/cfront/paths/left-alone", test_left_alone);
  g_test_add_func ("/demo/cfront/paths/describe", test_describe);

  return g_test_run ();
}
