/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-cfront-day.h"

#include "demo/demo-cfront-answer.h"
#include "demo/demo-cfront-goods.h"
#include "demo/demo-cfront-terms.h"
#include "demo/demo-credentials.h"

typedef enum {
  SHOP_WAITS,
  SHOP_CONFIRMS,
  SHOP_REJECTS,
  SHOP_TAKES_PART_BACK,
  SHOP_TAKES_ALL_BACK,
} Shop;

/* An order's part in the day. What has become of it by now follows from its
 * age, the ending of the customer's phone, and how long the customer pauses. */
typedef struct {
  /* In minutes. */
  int age;
  const char *ending;
  Shop shop;
  /* In minutes. */
  int pause;
} Part;

#define HOURS(hours) ((hours) * 60)
#define DAYS(days)   ((days) * 24 * 60)
#define MINUTE_USEC  ((gint64) TRANCHE_DEMO_MINUTE * G_USEC_PER_SEC)

static const Part parts[] = {
  { DAYS (95), "60", SHOP_CONFIRMS },
  { DAYS (12), "4", SHOP_TAKES_ALL_BACK },
  { DAYS (6), "4", SHOP_TAKES_PART_BACK },

  { HOURS (47) + 10, "1", SHOP_WAITS },
  { HOURS (45) + 20, "3", SHOP_WAITS },
  { HOURS (44), "4", SHOP_CONFIRMS },
  { HOURS (42) + 30, "2", SHOP_WAITS },

  { HOURS (28) + 15, "4", SHOP_CONFIRMS },
  { HOURS (27) + 10, "6", SHOP_WAITS },
  { HOURS (26), "4", SHOP_REJECTS },
  { HOURS (25), "5", SHOP_WAITS },
  { HOURS (23) + 20, "4", SHOP_WAITS },

  { HOURS (9) + 30, "4", SHOP_CONFIRMS },
  { HOURS (8) + 5, "8", SHOP_WAITS },
  { HOURS (7), "4", SHOP_WAITS },
  { HOURS (5) + 40, "9", SHOP_WAITS },
  { HOURS (4) + 30, "7", SHOP_WAITS },
  { HOURS (3) + 10, "4", SHOP_CONFIRMS },
  { HOURS (2) + 5, "40", SHOP_WAITS },
  { 75, "4", SHOP_WAITS },
  { 40, "4", SHOP_WAITS },
  { 12, "2", SHOP_WAITS },
  { 8, "4", SHOP_WAITS, 9 },
  { 4, "6", SHOP_WAITS, 5 },
  { 2, "4", SHOP_WAITS, 3 },
};

#define FIRST_NUMBER 20400

static const char *const codes[] = {
  "50", "63", "66", "67", "68", "73", "93", "95", "96", "97", "98", "99"
};

static const guint terms[] = { 3, 4, 6, 10, 12, 24 };

static char *
draw_phone (GRand      *random,
            const char *ending)
{
  const char *code = codes[g_rand_int_range (random, 0, G_N_ELEMENTS (codes))];
  g_autofree char *digits = g_strdup_printf ("%04d", g_rand_int_range (random, 0, 10000));

  return g_strdup_printf ("+380%s000%.*s%s", code, (int) (4 - strlen (ending)), digits, ending);
}

/* A phone with that ending, whose owner has not come before. */
static char *
choose_phone (GRand      *random,
              const char *ending,
              GHashTable *names)
{
  for (;;) {
    g_autofree char *phone = draw_phone (random, ending);
    g_autoptr (TrancheDemoCfrontPerson) person = tranche_demo_cfront_person_new (phone);

    if (g_str_equal (tranche_demo_cfront_path_of_phone (phone)->suffix, ending) &&
        g_hash_table_add (names, tranche_customer_get_full_name (person->customer)))
      return g_steal_pointer (&phone);
  }
}

static void
choose_product (TrancheDemoCfrontApplication *application,
                GRand                        *random)
{
  guint term = terms[g_rand_int_range (random, 0, G_N_ELEMENTS (terms))];
  const TrancheDemoCfrontProduct *product = tranche_demo_cfront_product_get (0);

  /* The agreed products have one term each. */
  for (gsize i = 1; i < tranche_demo_cfront_product_count (); i++) {
    if (atoi (tranche_demo_cfront_product_get (i)->terms) == (int) term)
      product = tranche_demo_cfront_product_get (i);
  }

  application->product = g_strdup (product->type);
  g_array_append_val (application->parts, term);
}

static TrancheDemoCfrontApplication *
make_application (GRand      *random,
                  const Part *part,
                  GHashTable *names,
                  guint       number,
                  guint       goods,
                  gint64      created_at)
{
  TrancheDemoCfrontApplication *application = tranche_demo_cfront_application_new ();
  const char *const *points = tranche_demo_cfront_bank_get_points ();
  guint point = g_rand_int_range (random, 0, 3);

  application->store_id = g_strdup (TRANCHE_DEMO_STORE_ID);
  application->number = g_strdup_printf ("%u", number);
  application->phone = choose_phone (random, part->ending, names);
  g_ptr_array_unref (application->items);
  application->items = tranche_demo_cfront_goods_make (goods, random);
  if (!tranche_order_items_sum (application->items, "UAH", &application->sum, NULL))
    g_assert_not_reached ();
  application->invoice_number = g_strdup_printf ("РН-%06u", number);
  application->invoice_date = tranche_demo_cfront_day (created_at);
  application->source = g_strdup (g_rand_int_range (random, 0, 5) == 0 ? "INTERNET" : "STORE");
  application->point_id = g_strdup (points[point]);
  choose_product (application, random);

  return application;
}

/* What the shop did, some minutes after the customer had agreed. */
static void
play_shop (TrancheDemoCfrontOrder *order,
           const Part             *part,
           GRand                  *random)
{
  gint64 confirmed_at = order->agreed_at + g_rand_int_range (random, 3, 40) * MINUTE_USEC;
  gint64 returned_at = confirmed_at + g_rand_int_range (random, 20, 60) * 60 * MINUTE_USEC;
  TrancheMoney sum = order->application->sum;

  /* Whole hryvnias, about a third. */
  if (part->shop == SHOP_TAKES_PART_BACK)
    sum.minor = sum.minor / 300 * 100;

  switch (part->shop) {
  case SHOP_CONFIRMS:
    tranche_demo_cfront_order_confirm (order, confirmed_at, NULL);
    break;

  case SHOP_REJECTS:
    tranche_demo_cfront_order_reject (order, confirmed_at, NULL);
    break;

  case SHOP_TAKES_PART_BACK:
  case SHOP_TAKES_ALL_BACK:
    tranche_demo_cfront_order_confirm (order, confirmed_at, NULL);
    tranche_demo_cfront_order_return (order, "ПВ-1", &sum, TRUE, returned_at, NULL);
    break;

  case SHOP_WAITS:
  default:
    break;
  }
}

static void
play_part (TrancheDemoCfrontBank *bank,
           const Part            *part,
           GRand                 *random,
           GHashTable            *names,
           guint                  number,
           guint                  goods)
{
  gint64 now = tranche_demo_cfront_bank_now (bank);
  gint64 created_at = now - part->age * MINUTE_USEC - g_rand_int_range (random, 0, MINUTE_USEC);
  TrancheDemoCfrontApplication *application =
    make_application (random, part, names, number, goods, created_at);
  TrancheDemoCfrontOrder *order =
    tranche_demo_cfront_order_new (application,
                                   tranche_demo_cfront_path_of_phone (application->phone),
                                   tranche_demo_cfront_bank_get_clock (bank), random,
                                   created_at, now, part->pause * TRANCHE_DEMO_MINUTE);

  /* The customer needs less than two minutes. */
  tranche_demo_cfront_order_advance (order, MIN (created_at + 2 * MINUTE_USEC, now));
  play_shop (order, part, random);
  tranche_demo_cfront_bank_add (bank, order);
}

void
tranche_demo_cfront_day_fill (TrancheDemoCfrontBank *bank)
{
  g_autoptr (GRand) random = tranche_demo_cfront_bank_new_random (bank, "day");
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_goods = tranche_demo_cfront_goods_count ();
  guint first_goods = g_rand_int_range (random, 0, n_goods);
  guint number = FIRST_NUMBER + g_rand_int_range (random, 0, 400);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++) {
    play_part (bank, &parts[i], random, names, number, (first_goods + i) % n_goods);
    number += g_rand_int_range (random, 1, 4);
  }
}

/* Of what the shop did itself it knows the day. 0 where it did not. */
static void
remember_time (TrancheOrder *memory,
               void       (* set) (TrancheOrder *memory, GDateTime *time),
               gint64        time)
{
  g_autoptr (GDateTime) moment = time > 0 ? g_date_time_new_from_unix_utc_usec (time) : NULL;

  set (memory, moment);
}

TrancheOrder *
tranche_demo_cfront_day_remember (const TrancheDemoCfrontOrder *order)
{
  const TrancheDemoCfrontApplication *application = order->application;
  g_autoptr (GDateTime) created_at = g_date_time_new_from_unix_utc_usec (order->created_at);
  TrancheOrder *memory = tranche_order_new ();

  tranche_order_set_number (memory, application->number);
  tranche_order_set_bank_order_id (memory, order->id);
  tranche_order_set_product_code (memory, application->product);
  tranche_order_set_term (memory, order->parts);
  tranche_order_set_stage (memory, TRANCHE_STAGE_WAITING);
  tranche_order_set_amount (memory, &application->sum);
  tranche_order_set_items (memory, application->items);
  tranche_order_set_customer (memory, order->person->customer);
  tranche_order_set_invoice_number (memory, application->invoice_number);
  tranche_order_set_invoice_date (memory, application->invoice_date);
  tranche_order_set_point_code (memory, application->point_id);
  tranche_order_set_created_at (memory, created_at);
  tranche_order_set_changed_at (memory, created_at);
  remember_time (memory, tranche_order_set_signed_at, order->agreed_at);
  remember_time (memory, tranche_order_set_committed_at, order->confirmed_at);

  return memory;
}
