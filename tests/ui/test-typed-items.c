/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/typed-items.h"

static void
take (TrancheTypedItems *typed,
      const char        *name,
      gint64             quantity,
      gint64             minor,
      guint              line)
{
  TrancheMoney price = tranche_money (minor, "RUB");

  tranche_typed_items_take (typed, tranche_order_item_new (name, quantity, &price, NULL, NULL),
                            line);
}

/* Of a lamp in the first line and three cups in the third, 50 roubles. */
static TrancheTypedItems *
make_items (void)
{
  TrancheTypedItems *typed = tranche_typed_items_new ();

  take (typed, "Lamp", 1, 2000, 0);
  take (typed, "Cup", 3, 1000, 2);

  return typed;
}

static gint64
get_sum (TrancheTypedItems *typed)
{
  TrancheMoney sum;

  g_assert_true (tranche_order_items_sum (typed->items, "RUB", &sum, NULL));

  return sum.minor;
}

static void
test_spread (void)
{
  g_autoptr (TrancheTypedItems) typed = make_items ();

  g_assert_true (tranche_typed_items_take_discount (typed, "1", "RUB"));
  g_assert_cmpint (get_sum (typed), ==, 4900);
  g_assert_cmpuint (typed->lines->len, ==, typed->items->len);
  for (guint i = 0; i < typed->items->len; i++) {
    gboolean is_cup = g_str_equal (tranche_order_item_get_name (typed->items->pdata[i]), "Cup");

    g_assert_cmpuint (g_array_index (typed->lines, guint, i), ==, is_cup ? 2 : 0);
  }
}

static void
test_nothing (void)
{
  g_autoptr (TrancheTypedItems) typed = make_items ();

  g_assert_true (tranche_typed_items_take_discount (typed, NULL, "RUB"));
  g_assert_true (tranche_typed_items_take_discount (typed, "0", "RUB"));
  g_assert_cmpint (get_sum (typed), ==, 5000);
  g_assert_cmpuint (typed->items->len, ==, 2);
}

static void
test_refused (void)
{
  static const char * const texts[] = { "50.01", "101 %", "-1", "much" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (TrancheTypedItems) typed = make_items ();

    g_assert_false (tranche_typed_items_take_discount (typed, texts[i], "RUB"));
    g_assert_cmpint (get_sum (typed), ==, 5000);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/typed-items/spread", test_spread);
  g_test_add_func ("/typed-items/nothing", test_nothing);
  g_test_add_func ("/typed-items/refused", test_refused);

  return g_test_run ();
}
