/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-day.h"

#define HOUR ((gint64) TRANCHE_DEMO_HOUR * G_USEC_PER_SEC)

static TrancheDemoBank *
make_bank (guint32 seed,
           double  speed)
{
  TrancheDemoBank *bank = tranche_demo_bank_new (seed, speed, TRUE, FALSE);

  tranche_demo_day_fill (bank);

  return bank;
}

typedef struct {
  guint waiting;
  guint approved;
  guint cooling;
  guint ready;
  guint lapsing;
  guint committed;
  guint canceled;
  guint rejected;
  guint with_kopecks;
} Counts;

static void
count (Counts                 *counts,
       const TrancheDemoOrder *order,
       gint64                  now)
{
  switch (order->status) {
  case TRANCHE_DEMO_STATUS_NEW:
  case TRANCHE_DEMO_STATUS_INPROGRESS:
    counts->waiting++;
    break;
  case TRANCHE_DEMO_STATUS_APPROVED:
    counts->approved++;
    break;
  case TRANCHE_DEMO_STATUS_SIGNED:
    if (order->committed)
      counts->committed++;
    else if (tranche_demo_order_is_cooling (order, now))
      counts->cooling++;
    else
      counts->ready++;
    if (!order->committed && order->expires_at < now + 24 * HOUR)
      counts->lapsing++;
    break;
  case TRANCHE_DEMO_STATUS_CANCELED:
    counts->canceled++;
    break;
  case TRANCHE_DEMO_STATUS_REJECTED:
    counts->rejected++;
    break;
  default:
    g_assert_not_reached ();
  }

  counts->with_kopecks += order->application->sum.minor % 100 != 0;
}

/* Whatever the seed, the day shows every stage. */
static void
test_stages (void)
{
  for (guint32 seed = 0; seed < 40; seed++) {
    g_autoptr (TrancheDemoBank) bank = make_bank (seed, 1.0);
    GPtrArray *orders = tranche_demo_bank_get_orders (bank);
    gint64 now = g_get_real_time ();
    Counts counts = { 0 };

    for (guint i = 0; i < orders->len; i++)
      count (&counts, g_ptr_array_index (orders, i), now);

    g_assert_cmpuint (orders->len, >=, 38);
    g_assert_cmpuint (orders->len, <=, 45);
    g_assert_cmpuint (counts.waiting, ==, 7);
    g_assert_cmpuint (counts.approved, ==, 4);
    g_assert_cmpuint (counts.cooling, ==, 5);
    g_assert_cmpuint (counts.ready, ==, 7);
    g_assert_cmpuint (counts.lapsing, ==, 2);
    g_assert_cmpuint (counts.committed, ==, 11);
    g_assert_cmpuint (counts.canceled, ==, 4);
    g_assert_cmpuint (counts.rejected, ==, 4);
  }
}

static void
test_believable (void)
{
  for (guint32 seed = 0; seed < 40; seed++) {
    g_autoptr (TrancheDemoBank) bank = make_bank (seed, 1.0);
    GPtrArray *orders = tranche_demo_bank_get_orders (bank);
    g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
    g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
    gint64 now = g_get_real_time ();
    guint n_recent = 0;

    for (guint i = 0; i < orders->len; i++) {
      const TrancheDemoOrder *order = g_ptr_array_index (orders, i);
      const TrancheDemoApplication *application = order->application;
      TrancheMoney total;

      g_assert_true (g_hash_table_add (numbers, order->number));
      g_assert_true (g_hash_table_add (names, application->customer->last_name));
      g_assert_cmpuint (application->items->len, >, 0);
      g_assert_true (tranche_order_items_sum (application->items, "RUB", &total, NULL));
      g_assert_true (tranche_money_equal (&total, &application->sum));
      g_assert_cmpint (application->sum.minor, >=, application->product->min_sum);
      g_assert_cmpint (application->sum.minor, <=, application->product->max_sum);
      g_assert_cmpint (order->created_at, <, now);
      g_assert_cmpint (order->signed_at, <, now);
      g_assert_cmpint (order->expires_at, >, now);
      n_recent += order->created_at > now - 49 * HOUR;
    }

    g_assert_cmpuint (n_recent, >=, orders->len - 2);
  }
}

static void
test_same_story (void)
{
  g_autoptr (TrancheDemoBank) a = make_bank (5, 1.0);
  g_autoptr (TrancheDemoBank) b = make_bank (5, 1.0);
  g_autoptr (TrancheDemoBank) c = make_bank (6, 1.0);
  GPtrArray *orders_a = tranche_demo_bank_get_orders (a);
  GPtrArray *orders_b = tranche_demo_bank_get_orders (b);
  GPtrArray *orders_c = tranche_demo_bank_get_orders (c);
  guint n_same = 0;

  g_assert_cmpuint (orders_a->len, ==, orders_b->len);
  for (guint i = 0; i < orders_a->len; i++) {
    const TrancheDemoOrder *order = g_ptr_array_index (orders_a, i);
    const TrancheDemoOrder *twin = g_ptr_array_index (orders_b, i);
    const TrancheDemoOrder *stranger = g_ptr_array_index (orders_c, i);
    GArray *steps = order->customer->steps;
    GArray *twin_steps = twin->customer->steps;

    g_assert_cmpstr (order->id, ==, twin->id);
    g_assert_cmpstr (order->number, ==, twin->number);
    g_assert_true (tranche_demo_application_same_order (order->application, twin->application));
    g_assert_true (tranche_customer_equal (order->customer->person, twin->customer->person));
    g_assert_cmpstr (order->customer->loan_number, ==, twin->customer->loan_number);
    g_assert_cmpuint (steps->len, ==, twin_steps->len);
    /* The second bank was opened a moment later. */
    for (guint j = 0; j < steps->len; j++)
      g_assert_cmpint (g_array_index (steps, TrancheDemoStep, j).at - order->created_at, ==,
                       g_array_index (twin_steps, TrancheDemoStep, j).at - twin->created_at);
    n_same += tranche_customer_equal (order->customer->person, stranger->customer->person);
  }

  g_assert_cmpuint (n_same, <, orders_a->len / 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo/day/stages", test_stages);
  g_test_add_func ("/demo/day/believable", test_believable);
  g_test_add_func ("/demo/day/same-story", test_same_story);

  return g_test_run ();
}
