/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-day.h"

#include "demo/demo-credentials.h"
#include "demo/demo-goods.h"
#include "demo/demo-people.h"

typedef enum {
  SHOP_WAITS,
  SHOP_COMMITS,
  SHOP_CANCELS,
} Shop;

/* An order's part in the day. What has become of it by now follows from its
 * age, the way its customer goes, and where the customer pauses. */
typedef struct {
  /* In minutes. */
  int age;
  const char *path;
  Shop shop;
  /* The step before which the customer pauses, and for how many minutes. */
  guint pause_before;
  int pause;
} Part;

#define HOURS(hours) ((hours) * 60)
#define DAYS(days)   ((days) * 24 * 60)

static const Part parts[] = {
  /* Signed almost two weeks ago: the goods came late, and the time runs out. */
  { DAYS (13) + HOURS (19), "sms", SHOP_WAITS },
  { DAYS (13) + HOURS (4), "ses", SHOP_WAITS },

  { HOURS (47) + 50, "sms", SHOP_COMMITS },
  { HOURS (46) + 50, "ses", SHOP_COMMITS },
  { HOURS (45) + 45, "reject", SHOP_WAITS },
  { HOURS (45), "cooling-4h", SHOP_COMMITS },
  { HOURS (44) + 20, "appointment", SHOP_COMMITS },
  { HOURS (43) + 35, "cancels", SHOP_WAITS },
  { HOURS (42) + 50, "sms", SHOP_COMMITS },
  { HOURS (41) + 40, "cooling-48h", SHOP_WAITS },
  { HOURS (40) + 40, "sms", SHOP_COMMITS },
  { HOURS (39) + 50, "appointment-reject", SHOP_WAITS },
  { HOURS (38) + 50, "walks-away", SHOP_WAITS },
  { HOURS (36) + 50, "appointment", SHOP_WAITS },

  { HOURS (28) + 20, "sms", SHOP_COMMITS },
  { HOURS (27) + 20, "cooling-48h", SHOP_WAITS },
  { HOURS (26) + 30, "reject", SHOP_WAITS },
  { HOURS (25) + 30, "sms", SHOP_CANCELS },
  { HOURS (24) + 40, "ses", SHOP_COMMITS },
  { HOURS (23) + 10, "cooling-over", SHOP_COMMITS },
  { HOURS (22) + 10, "sms", SHOP_WAITS },

  { HOURS (11) + 40, "appointment", SHOP_WAITS },
  { HOURS (10) + 40, "sms", SHOP_COMMITS },
  { HOURS (10), "cooling-4h", SHOP_WAITS },
  { HOURS (8) + 40, "sms", SHOP_WAITS, 2, HOURS (9) },
  { HOURS (7) + 50, "ses", SHOP_WAITS },
  { HOURS (6) + 20, "sms", SHOP_COMMITS },
  { HOURS (5) + 30, "ses", SHOP_WAITS, 1, HOURS (5) + 45 },
  { HOURS (4) + 50, "cooling-48h", SHOP_WAITS },
  { HOURS (4), "sms", SHOP_CANCELS, 2, DAYS (2) },
  { HOURS (3) + 25, "cooling-4h", SHOP_WAITS },
  { HOURS (2) + 50, "cancels", SHOP_WAITS },
  { HOURS (2), "ses", SHOP_WAITS, 2, HOURS (2) + 5 },
  { HOURS (1) + 35, "cooling-4h", SHOP_WAITS },
  { HOURS (1) + 10, "reject", SHOP_WAITS },
  { 52, "sms", SHOP_WAITS, 1, 55 },
  { 38, "sms", SHOP_WAITS },
  { 26, "appointment", SHOP_WAITS },
  { 17, "ses", SHOP_WAITS, 0, 20 },
  { 9, "cancels", SHOP_WAITS, 0, 14 },
  { 6, "sms", SHOP_WAITS, 0, 8 },
  { 3, "cooling-4h", SHOP_WAITS, 0, 4 },
};

#define FIRST_NUMBER 10400

static const TrancheDemoProduct *
pick_product (GRand              *random,
              const TrancheMoney *sum)
{
  const TrancheDemoProduct *product =
    tranche_demo_product_get (g_rand_int_range (random, 0, tranche_demo_product_count ()));

  if (sum->minor >= product->min_sum && sum->minor <= product->max_sum)
    return product;

  return tranche_demo_product_find ("default");
}

/* Numbers below @n in any order, so that nobody and nothing comes twice before
 * all have come. */
static GArray *
shuffle (GRand *random,
         guint  n)
{
  GArray *deck = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);

  for (guint i = 0; i < n; i++) {
    guint j = g_rand_int_range (random, 0, i + 1);

    g_array_insert_val (deck, j, i);
  }

  return deck;
}

static guint
draw (GArray *deck,
      gsize   index)
{
  return g_array_index (deck, guint, index % deck->len);
}

static TrancheDemoApplication *
make_application (GRand *random,
                  guint  number,
                  guint  person,
                  guint  goods)
{
  TrancheDemoApplication *application = tranche_demo_application_new ();

  application->shop_id = g_strdup (TRANCHE_DEMO_SHOP_ID);
  application->showcase_id = g_strdup (TRANCHE_DEMO_SHOWCASE_ID);
  application->number = g_strdup_printf ("%u", number);
  g_ptr_array_unref (application->items);
  application->items = tranche_demo_goods_make (goods, random);
  if (!tranche_order_items_sum (application->items, "RUB", &application->sum, NULL))
    g_assert_not_reached ();
  application->product = pick_product (random, &application->sum);
  tranche_customer_free (application->customer);
  application->customer = tranche_demo_people_make (person, random);

  return application;
}

/* Takes @application. */
static void
play_part (TrancheDemoBank        *bank,
           const Part             *part,
           GRand                  *random,
           TrancheDemoApplication *application,
           gint64                  now)
{
  gint64 created_at = now - (gint64) part->age * TRANCHE_DEMO_MINUTE * G_USEC_PER_SEC -
                      g_rand_int_range (random, 0, G_USEC_PER_SEC * TRANCHE_DEMO_MINUTE);
  g_autofree char *id = tranche_demo_bank_make_id (random, FALSE);
  TrancheDemoCustomer *customer = tranche_demo_customer_new (application, random);
  TrancheDemoOrder *order;

  tranche_demo_customer_set_path (customer, tranche_demo_path_find (part->path));
  tranche_demo_customer_plan (customer, tranche_demo_bank_get_clock (bank), random,
                              created_at, now, part->pause_before,
                              (gint64) part->pause * TRANCHE_DEMO_MINUTE);
  order = tranche_demo_order_new (id, FALSE, application, customer, created_at);
  tranche_demo_bank_add (bank, order);

  /* A bank that commits by itself has done so already. */
  if (part->shop == SHOP_COMMITS && !order->committed)
    tranche_demo_order_commit (order, now, NULL);
  else if (part->shop == SHOP_CANCELS && !order->committed)
    tranche_demo_order_cancel (order, now, NULL);
}

void
tranche_demo_day_fill (TrancheDemoBank *bank)
{
  gint64 now = tranche_demo_clock_now (tranche_demo_bank_get_clock (bank));
  g_autoptr (GRand) random = tranche_demo_bank_new_random (bank, "day");
  g_autoptr (GArray) people = shuffle (random, tranche_demo_people_count ());
  g_autoptr (GArray) goods = shuffle (random, tranche_demo_goods_count ());
  guint number = FIRST_NUMBER + g_rand_int_range (random, 0, 400);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++) {
    play_part (bank, &parts[i], random,
               make_application (random, number, draw (people, i), draw (goods, i)), now);
    number += g_rand_int_range (random, 1, 4);
  }
}
