/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-order.h"

#define NOW  (G_GINT64_CONSTANT (1000000) * G_USEC_PER_SEC)
#define HOUR ((gint64) TRANCHE_DEMO_HOUR * G_USEC_PER_SEC)
#define DAY  (24 * HOUR)

/* An order whose customer does nothing. */
static TrancheDemoOrder *
make_order (const char *promo_code,
            gint64      kopecks,
            gboolean    demo)
{
  TrancheDemoApplication *application = tranche_demo_application_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  application->number = g_strdup ("1");
  application->product = tranche_demo_product_find (promo_code);
  application->sum = tranche_money (kopecks, "RUB");

  return tranche_demo_order_new ("id", demo, application,
                                 tranche_demo_customer_new (application, random), NOW);
}

static void
act (TrancheDemoOrder *order,
     TrancheDemoAct    what)
{
  g_autoptr (GError) error = NULL;

  tranche_demo_order_act (order, what, 0, NOW, &error);
  g_assert_no_error (error);
}

static void
test_way (void)
{
  g_autoptr (TrancheDemoOrder) order = make_order ("default", 249999, FALSE);

  g_assert_cmpstr (tranche_demo_order_status_word (order), ==, "new");
  act (order, TRANCHE_DEMO_ACT_CONFIRM);
  g_assert_cmpstr (tranche_demo_order_status_word (order), ==, "inprogress");
  act (order, TRANCHE_DEMO_ACT_APPROVE);
  g_assert_cmpstr (tranche_demo_order_status_word (order), ==, "approved");
  act (order, TRANCHE_DEMO_ACT_APPOINT);
  g_assert_cmpstr (tranche_demo_order_status_word (order), ==, "approved");
  act (order, TRANCHE_DEMO_ACT_SIGN);
  g_assert_cmpstr (tranche_demo_order_status_word (order), ==, "signed");
  g_assert_false (order->committed);
  g_assert_true (tranche_demo_order_commit (order, NOW, NULL));
  g_assert_cmpstr (tranche_demo_order_status_word (order), ==, "signed");
  g_assert_true (order->committed);
  g_assert_cmpuint (order->n_commits, ==, 1);
}

typedef enum {
  NEW,
  INPROGRESS,
  APPROVED,
  COOLING,
  READY,
  COMMITTED,
  CANCELED,
  REJECTED,
  N_STATES,
} State;

static TrancheDemoOrder *
make_order_in (State    state,
               gboolean demo)
{
  static const TrancheDemoAct acts[] = {
    [INPROGRESS] = TRANCHE_DEMO_ACT_CONFIRM, [APPROVED] = TRANCHE_DEMO_ACT_APPROVE,
    [READY] = TRANCHE_DEMO_ACT_SIGN,         [COMMITTED] = TRANCHE_DEMO_ACT_SIGN,
    [CANCELED] = TRANCHE_DEMO_ACT_CANCEL,    [REJECTED] = TRANCHE_DEMO_ACT_REJECT,
  };
  TrancheDemoOrder *order = make_order ("default", 249999, demo);

  if (state == COOLING)
    tranche_demo_order_act (order, TRANCHE_DEMO_ACT_SIGN, NOW + HOUR, NOW, NULL);
  else if (state != NEW)
    act (order, acts[state]);
  if (state == COMMITTED)
    tranche_demo_order_commit (order, NOW, NULL);

  return order;
}

#define OK -1

static void
test_rules (void)
{
  static const struct {
    State state;
    gboolean demo;
    int commit;
    int cancel;
  } rows[] = {
    { NEW, FALSE, TRANCHE_DEMO_ERROR_CONFLICT, OK },
    { INPROGRESS, FALSE, TRANCHE_DEMO_ERROR_CONFLICT, OK },
    { APPROVED, FALSE, TRANCHE_DEMO_ERROR_CONFLICT, OK },
    { COOLING, FALSE, TRANCHE_DEMO_ERROR_CONFLICT, OK },
    { READY, FALSE, OK, OK },
    { COMMITTED, FALSE, TRANCHE_DEMO_ERROR_CONFLICT, TRANCHE_DEMO_ERROR_CONFLICT },
    { CANCELED, FALSE, TRANCHE_DEMO_ERROR_CONFLICT, TRANCHE_DEMO_ERROR_CONFLICT },
    { REJECTED, FALSE, TRANCHE_DEMO_ERROR_CONFLICT, TRANCHE_DEMO_ERROR_CONFLICT },
    { NEW, TRUE, TRANCHE_DEMO_ERROR_CONFLICT, TRANCHE_DEMO_ERROR_FORBIDDEN },
    { INPROGRESS, TRUE, TRANCHE_DEMO_ERROR_CONFLICT, OK },
    { APPROVED, TRUE, TRANCHE_DEMO_ERROR_CONFLICT, OK },
    { READY, TRUE, OK, OK },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TrancheDemoOrder) committed = make_order_in (rows[i].state, rows[i].demo);
    g_autoptr (TrancheDemoOrder) canceled = make_order_in (rows[i].state, rows[i].demo);
    g_autoptr (GError) commit_error = NULL;
    g_autoptr (GError) cancel_error = NULL;

    tranche_demo_order_commit (committed, NOW, &commit_error);
    if (rows[i].commit == OK)
      g_assert_no_error (commit_error);
    else
      g_assert_error (commit_error, TRANCHE_DEMO_ERROR, rows[i].commit);
    g_assert_cmpuint (committed->n_commits, ==,
                      rows[i].commit == OK || rows[i].state == COMMITTED);

    tranche_demo_order_cancel (canceled, NOW, &cancel_error);
    if (rows[i].cancel == OK)
      g_assert_no_error (cancel_error);
    else
      g_assert_error (cancel_error, TRANCHE_DEMO_ERROR, rows[i].cancel);
    g_assert_cmpuint (canceled->n_cancels, ==, rows[i].cancel == OK);
  }
}

/* Nothing leads out of a final state. */
static void
test_final (void)
{
  static const State states[] = { COMMITTED, CANCELED, REJECTED };

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++) {
    g_autoptr (TrancheDemoOrder) order = make_order_in (states[i], FALSE);
    TrancheDemoStatus status = order->status;

    for (int what = TRANCHE_DEMO_ACT_CONFIRM; what <= TRANCHE_DEMO_ACT_END_COOLING; what++) {
      g_autoptr (GError) error = NULL;

      g_assert_false (tranche_demo_order_may (order, what, NOW));
      g_assert_false (tranche_demo_order_act (order, what, 0, NOW, &error));
      g_assert_error (error, TRANCHE_DEMO_ERROR, TRANCHE_DEMO_ERROR_CONFLICT);
    }
    tranche_demo_order_advance (order, NOW + 100 * DAY);
    g_assert_cmpint (order->status, ==, status);
  }
}

static void
test_cooling (void)
{
  g_autoptr (TrancheDemoOrder) order = make_order_in (COOLING, FALSE);

  g_assert_true (tranche_demo_order_is_cooling (order, NOW));
  g_assert_false (tranche_demo_order_commit (order, NOW + HOUR - 1, NULL));
  g_assert_true (tranche_demo_order_commit (order, NOW + HOUR, NULL));
  g_assert_cmpint (order->cooling_until, ==, NOW + HOUR);
}

static void
test_end_cooling (void)
{
  g_autoptr (TrancheDemoOrder) order = make_order_in (COOLING, FALSE);

  act (order, TRANCHE_DEMO_ACT_END_COOLING);
  g_assert_false (tranche_demo_order_is_cooling (order, NOW));
  g_assert_true (tranche_demo_order_commit (order, NOW, NULL));
}

/* The law lets a customer think it over. */
static void
test_customer_cancels (void)
{
  g_autoptr (TrancheDemoOrder) cooling = make_order_in (COOLING, FALSE);
  g_autoptr (TrancheDemoOrder) ready = make_order_in (READY, FALSE);

  g_assert_false (tranche_demo_order_may (ready, TRANCHE_DEMO_ACT_CANCEL, NOW));
  act (cooling, TRANCHE_DEMO_ACT_CANCEL);
  g_assert_cmpstr (tranche_demo_order_status_word (cooling), ==, "canceled");
  g_assert_cmpuint (cooling->n_cancels, ==, 0);
}

static void
test_auto_commit (void)
{
  g_autoptr (TrancheDemoOrder) order = make_order ("default", 249999, FALSE);
  g_autoptr (TrancheDemoOrder) cooling = make_order ("default", 249999, FALSE);
  g_autoptr (GError) error = NULL;

  order->auto_commit = TRUE;
  act (order, TRANCHE_DEMO_ACT_SIGN);
  g_assert_true (order->committed);
  g_assert_false (tranche_demo_order_cancel (order, NOW, NULL));

  cooling->auto_commit = TRUE;
  tranche_demo_order_act (cooling, TRANCHE_DEMO_ACT_SIGN, NOW + HOUR, NOW, NULL);
  g_assert_false (cooling->committed);
  g_assert_false (tranche_demo_order_cancel (cooling, NOW, &error));
  g_assert_error (error, TRANCHE_DEMO_ERROR, TRANCHE_DEMO_ERROR_CONFLICT);
  tranche_demo_order_advance (cooling, NOW + HOUR);
  g_assert_true (cooling->committed);
  g_assert_cmpuint (cooling->n_commits, ==, 1);
}

static void
test_lapse (void)
{
  g_autoptr (TrancheDemoOrder) waiting = make_order_in (INPROGRESS, FALSE);
  g_autoptr (TrancheDemoOrder) ready = make_order_in (READY, FALSE);

  tranche_demo_order_advance (waiting, NOW + TRANCHE_DEMO_OPEN_DAYS * DAY - 1);
  g_assert_cmpstr (tranche_demo_order_status_word (waiting), ==, "inprogress");
  tranche_demo_order_advance (waiting, NOW + TRANCHE_DEMO_OPEN_DAYS * DAY);
  g_assert_cmpstr (tranche_demo_order_status_word (waiting), ==, "canceled");

  g_assert_cmpint (ready->expires_at, ==, NOW + TRANCHE_DEMO_COMMIT_DAYS * DAY);
  tranche_demo_order_advance (ready, ready->expires_at - 1);
  g_assert_cmpstr (tranche_demo_order_status_word (ready), ==, "signed");
  tranche_demo_order_advance (ready, ready->expires_at);
  g_assert_cmpstr (tranche_demo_order_status_word (ready), ==, "canceled");
}

/* Looking seldom or often makes no difference. */
static void
test_advance (void)
{
  const TrancheDemoClock clock = { 1.0 };
  g_autoptr (TrancheDemoOrder) order = make_order ("default", 249999, FALSE);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  GArray *steps = order->customer->steps;

  tranche_demo_customer_set_path (order->customer, tranche_demo_path_find ("cooling-4h"));
  tranche_demo_customer_plan (order->customer, &clock, random, NOW, NOW, 0, 0);
  g_assert_cmpuint (steps->len, ==, 3);

  tranche_demo_order_advance (order, g_array_index (steps, TrancheDemoStep, 0).at - 1);
  g_assert_cmpstr (tranche_demo_order_status_word (order), ==, "new");
  tranche_demo_order_advance (order, NOW + DAY);
  g_assert_cmpstr (tranche_demo_order_status_word (order), ==, "signed");
  g_assert_cmpint (order->signed_at, ==, g_array_index (steps, TrancheDemoStep, 2).at);
  g_assert_cmpint (order->cooling_until, ==, order->signed_at + 4 * HOUR);
}

/* Somebody else plays the customer: the simulated one leaves it alone. */
static void
test_by_hand (void)
{
  const TrancheDemoClock clock = { 1.0 };
  g_autoptr (TrancheDemoOrder) order = make_order ("default", 249999, FALSE);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  tranche_demo_customer_set_path (order->customer, tranche_demo_path_find ("reject"));
  tranche_demo_customer_plan (order->customer, &clock, random, NOW, NOW, 0, 0);
  act (order, TRANCHE_DEMO_ACT_APPROVE);
  tranche_demo_order_advance (order, NOW + DAY);
  g_assert_cmpstr (tranche_demo_order_status_word (order), ==, "approved");
}

static void
test_amounts (void)
{
  static const struct {
    const char *promo_code;
    gint64 sum;
    gint64 transfer;
  } rows[] = {
    { "default", 249999, 249999 },
    { "installment_0_0_6_6,5", 10000000, 9350000 },
    { "installment_0_0_6_6,5", 249999, 233749 },
    { "installment_0_0_3_4,5", 100001, 95501 },
    { "installment_0_0_24_17,9", 50000000, 41050000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TrancheDemoOrder) order = make_order (rows[i].promo_code, rows[i].sum, FALSE);
    guint months = order->application->product->months;

    g_assert_false (tranche_money_is_set (&order->transfer_amount));
    act (order, TRANCHE_DEMO_ACT_APPROVE);
    g_assert_cmpint (order->transfer_amount.minor, ==, rows[i].transfer);
    g_assert_cmpint (order->credit_amount.minor, ==, rows[i].transfer);
    g_assert_cmpint (order->first_payment.minor, ==, 0);
    g_assert_cmpint (order->monthly_payment.minor * order->customer->term, >=, rows[i].sum);
    if (months > 0)
      g_assert_cmpuint (order->customer->term, ==, months);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo/order/way", test_way);
  g_test_add_func ("/demo/order/rules", test_rules);
  g_test_add_func ("/demo/order/final", test_final);
  g_test_add_func ("/demo/order/cooling", test_cooling);
  g_test_add_func ("/demo/order/end-cooling", test_end_cooling);
  g_test_add_func ("/demo/order/customer-cancels", test_customer_cancels);
  g_test_add_func ("/demo/order/auto-commit", test_auto_commit);
  g_test_add_func ("/demo/order/lapse", test_lapse);
  g_test_add_func ("/demo/order/advance", test_advance);
  g_test_add_func ("/demo/order/by-hand", test_by_hand);
  g_test_add_func ("/demo/order/amounts", test_amounts);

  return g_test_run ();
}
