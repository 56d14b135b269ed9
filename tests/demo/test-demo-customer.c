/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-customer.h"

#define NOW (G_GINT64_CONSTANT (1000000) * G_USEC_PER_SEC)

static TrancheDemoApplication *
make_application (const char *phone,
                  const char *flow)
{
  TrancheDemoApplication *application = tranche_demo_application_new ();

  application->product = tranche_demo_product_find ("default");
  application->customer->phone = g_strdup (phone);
  application->demo_flow = g_strdup (flow);

  return application;
}

static TrancheDemoCustomer *
make_customer (const char *phone,
               const char *flow,
               guint32     seed,
               double      speed)
{
  g_autoptr (TrancheDemoApplication) application = make_application (phone, flow);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  const TrancheDemoClock clock = { speed };
  TrancheDemoCustomer *customer = tranche_demo_customer_new (application, random);

  tranche_demo_customer_plan (customer, &clock, random, NOW, NOW, 0, 0);

  return customer;
}

static const TrancheDemoStep *
get_step (TrancheDemoCustomer *customer,
          guint                index)
{
  g_assert_cmpuint (index, <, customer->steps->len);

  return &g_array_index (customer->steps, TrancheDemoStep, index);
}

static void
test_digits (void)
{
  static const char *const names[] = {
    "sms", "ses", "appointment", "appointment-reject", "reject",
    "cooling-4h", "cooling-48h", "cooling-over", "walks-away", "cancels",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *phone = g_strdup_printf ("8 (999) 888-77-6%" G_GSIZE_FORMAT " ", i);
    g_autoptr (TrancheDemoCustomer) customer = make_customer (phone, NULL, 1, 1.0);

    g_assert_true (customer->path == tranche_demo_path_find (names[i]));
    g_assert_cmpint (tranche_demo_path_is_flow (names[i]), ==, i < 5);
  }
}

static void
test_flow_wins (void)
{
  g_autoptr (TrancheDemoCustomer) customer = make_customer ("9998887764", "ses", 1, 1.0);

  g_assert_true (customer->path == tranche_demo_path_find ("ses"));
  g_assert_cmpstr (customer->signing_type, ==, "ses");
}

static void
test_seed (void)
{
  for (guint32 seed = 0; seed < 50; seed++) {
    g_autoptr (TrancheDemoCustomer) a = make_customer (NULL, NULL, seed, 1.0);
    g_autoptr (TrancheDemoCustomer) b = make_customer (NULL, NULL, seed, 1.0);

    g_assert_true (a->path == b->path);
    g_assert_true (tranche_customer_equal (a->person, b->person));
    g_assert_cmpstr (a->loan_number, ==, b->loan_number);
    g_assert_cmpuint (a->steps->len, ==, b->steps->len);
    for (guint i = 0; i < a->steps->len; i++)
      g_assert_cmpint (get_step (a, i)->at, ==, get_step (b, i)->at);
  }
}

/* Without a phone or a flow, every path is gone by somebody. */
static void
test_variety (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint32 seed = 0; seed < 300; seed++) {
    g_autoptr (TrancheDemoCustomer) customer = make_customer (NULL, NULL, seed, 1.0);

    g_hash_table_add (seen, (gpointer) customer->path);
  }

  g_assert_cmpuint (g_hash_table_size (seen), ==, 10);
}

static void
test_timing (void)
{
  gint64 minute = (gint64) TRANCHE_DEMO_MINUTE * G_USEC_PER_SEC;

  for (guint32 seed = 0; seed < 50; seed++) {
    g_autoptr (TrancheDemoCustomer) natural = make_customer (NULL, "sms", seed, 1.0);
    g_autoptr (TrancheDemoCustomer) fast = make_customer (NULL, "sms", seed, 60.0);
    gint64 span = get_step (natural, 2)->at - NOW;

    g_assert_cmpuint (natural->steps->len, ==, 3);
    g_assert_cmpint (get_step (natural, 0)->act, ==, TRANCHE_DEMO_ACT_CONFIRM);
    g_assert_cmpint (get_step (natural, 1)->act, ==, TRANCHE_DEMO_ACT_APPROVE);
    g_assert_cmpint (get_step (natural, 2)->act, ==, TRANCHE_DEMO_ACT_SIGN);
    g_assert_cmpint (get_step (natural, 0)->at, <, get_step (natural, 1)->at);
    g_assert_cmpint (get_step (natural, 1)->at, <, get_step (natural, 2)->at);
    g_assert_cmpint (span, >=, 7 * minute * 7 / 10 - 3);
    g_assert_cmpint (span, <=, 7 * minute * 13 / 10 + 3);
    g_assert_cmpint (ABS (get_step (fast, 2)->at - NOW - span / 60), <=, 3);
  }
}

static void
test_cooling (void)
{
  g_autoptr (TrancheDemoCustomer) natural = make_customer ("9998887765", NULL, 1, 1.0);
  g_autoptr (TrancheDemoCustomer) fast = make_customer ("9998887766", NULL, 1, 100.0);
  const TrancheDemoStep *step = get_step (natural, 2);
  gint64 hour = (gint64) TRANCHE_DEMO_HOUR * G_USEC_PER_SEC;

  g_assert_cmpint (step->cooling_until - step->at, ==, 4 * hour);
  step = get_step (fast, 2);
  g_assert_cmpint (ABS (step->cooling_until - step->at - 48 * hour / 100), <=, 3);
}

/* Steps behind took as long as in life, at any speed. */
static void
test_past (void)
{
  g_autoptr (TrancheDemoApplication) application = make_application (NULL, "appointment");
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  const TrancheDemoClock clock = { 1000.0 };
  g_autoptr (TrancheDemoCustomer) customer = tranche_demo_customer_new (application, random);
  gint64 minute = (gint64) TRANCHE_DEMO_MINUTE * G_USEC_PER_SEC;

  tranche_demo_customer_plan (customer, &clock, random, NOW - 60 * minute, NOW, 1, 30 * 60);

  g_assert_cmpint (get_step (customer, 0)->at, <, NOW - 58 * minute);
  g_assert_cmpint (get_step (customer, 1)->at, >, NOW - 29 * minute);
  g_assert_cmpint (get_step (customer, 2)->at, <, NOW);
  g_assert_cmpint (get_step (customer, 3)->at, >, NOW);
  g_assert_cmpint (get_step (customer, 3)->at, <, NOW + 2 * minute);

  tranche_demo_customer_stop (customer, NOW);
  g_assert_cmpuint (customer->steps->len, ==, 3);
}

static void
test_initial_stage (void)
{
  static const struct {
    const char *stage;
    TrancheDemoAct first;
    guint n_steps;
  } rows[] = {
    { "filling", TRANCHE_DEMO_ACT_CONFIRM, 3 },
    { "wait-offer", TRANCHE_DEMO_ACT_CONFIRM, 3 },
    { "wait-offer-timeout", TRANCHE_DEMO_ACT_CONFIRM, 1 },
    { "offers-all", TRANCHE_DEMO_ACT_APPROVE, 2 },
    { "kvk-signing-sms", TRANCHE_DEMO_ACT_APPROVE, 2 },
    { "ses-documents", TRANCHE_DEMO_ACT_APPROVE, 2 },
    { "appointment", TRANCHE_DEMO_ACT_APPOINT, 2 },
    { "something-newer", TRANCHE_DEMO_ACT_CONFIRM, 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TrancheDemoCustomer) customer = make_customer (NULL, "sms", 1, 1.0);

    tranche_demo_customer_skip_to (customer, rows[i].stage, NOW);
    g_assert_cmpint (get_step (customer, 0)->act, ==, rows[i].first);
    g_assert_cmpuint (customer->steps->len, ==, rows[i].n_steps);
    if (rows[i].first != TRANCHE_DEMO_ACT_CONFIRM)
      g_assert_cmpint (get_step (customer, 0)->at, ==, NOW);
  }
}

/* A refusal comes before an approval on its path, but not once it is approved. */
static void
test_initial_stage_off_path (void)
{
  g_autoptr (TrancheDemoCustomer) customer = make_customer (NULL, "reject", 1, 1.0);

  tranche_demo_customer_skip_to (customer, "offers-all", NOW);
  g_assert_cmpuint (customer->steps->len, ==, 2);
  g_assert_cmpint (get_step (customer, 1)->act, ==, TRANCHE_DEMO_ACT_REJECT);
}

static void
test_person (void)
{
  g_autoptr (TrancheDemoApplication) application = make_application ("8 (999) 888-77-60", NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (TrancheDemoCustomer) customer = NULL;

  application->customer->last_name = g_strdup ("Иванов");
  customer = tranche_demo_customer_new (application, random);

  g_assert_cmpstr (customer->person->last_name, ==, "Иванов");
  g_assert_cmpstr (customer->person->phone, ==, "+79998887760");
  g_assert_nonnull (customer->person->first_name);
}

static void
test_nicks (void)
{
  TrancheDemoAct act;

  for (int i = TRANCHE_DEMO_ACT_CONFIRM; i <= TRANCHE_DEMO_ACT_END_COOLING; i++) {
    g_assert_true (tranche_demo_act_from_nick (tranche_demo_act_to_nick (i), &act));
    g_assert_cmpint (act, ==, i);
  }

  g_assert_false (tranche_demo_act_from_nick ("dance", &act));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo/customer/digits", test_digits);
  g_test_add_func ("/demo/customer/flow-wins", test_flow_wins);
  g_test_add_func ("/demo/customer/seed", test_seed);
  g_test_add_func ("/demo/customer/variety", test_variety);
  g_test_add_func ("/demo/customer/timing", test_timing);
  g_test_add_func ("/demo/customer/cooling", test_cooling);
  g_test_add_func ("/demo/customer/past", test_past);
  g_test_add_func ("/demo/customer/initial-stage", test_initial_stage);
  g_test_add_func ("/demo/customer/initial-stage-off-path", test_initial_stage_off_path);
  g_test_add_func ("/demo/customer/person", test_person);
  g_test_add_func ("/demo/customer/nicks", test_nicks);

  return g_test_run ();
}
