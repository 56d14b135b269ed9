/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/order-item.h"

static TrancheOrderItem *
make_item (const char *name,
           gint64      quantity,
           gint64      minor)
{
  TrancheMoney price = tranche_money (minor, "RUB");

  return tranche_order_item_new (name, quantity, &price, NULL, NULL);
}

static void
test_fields (void)
{
  TrancheMoney price = tranche_money (249999, "RUB");
  g_autoptr (TrancheOrderItem) item = tranche_order_item_new ("Диван", 2, &price, "Мебель", "D-1");

  g_assert_cmpstr (tranche_order_item_get_name (item), ==, "Диван");
  g_assert_cmpint (tranche_order_item_get_quantity (item), ==, 2);
  g_assert_true (tranche_money_equal (tranche_order_item_get_price (item), &price));
  g_assert_cmpstr (tranche_order_item_get_category (item), ==, "Мебель");
  g_assert_cmpstr (tranche_order_item_get_vendor_code (item), ==, "D-1");
}

static void
test_empty_fields (void)
{
  TrancheMoney price = tranche_money (1, "RUB");
  g_autoptr (TrancheOrderItem) item = tranche_order_item_new ("a", 1, &price, "", "");

  g_assert_null (tranche_order_item_get_category (item));
  g_assert_null (tranche_order_item_get_vendor_code (item));
}

static void
test_total (void)
{
  g_autoptr (TrancheOrderItem) item = make_item ("a", 3, 249999);
  g_autoptr (TrancheOrderItem) endless = make_item ("b", G_MAXINT64, 2);
  g_autoptr (GError) error = NULL;
  TrancheMoney total;

  g_assert_true (tranche_order_item_get_total (item, &total, &error));
  g_assert_no_error (error);
  g_assert_cmpint (total.minor, ==, 749997);

  g_assert_false (tranche_order_item_get_total (endless, &total, &error));
  g_assert_error (error, TRANCHE_MONEY_ERROR, TRANCHE_MONEY_ERROR_RANGE);
}

static void
test_equal (void)
{
  TrancheMoney price = tranche_money (100, "RUB");
  TrancheMoney foreign = tranche_money (100, "UAH");
  g_autoptr (TrancheOrderItem) item = tranche_order_item_new ("a", 1, &price, "b", "c");
  TrancheOrderItem *others[] = {
    tranche_order_item_new ("A", 1, &price, "b", "c"),
    tranche_order_item_new ("a", 2, &price, "b", "c"),
    tranche_order_item_new ("a", 1, &foreign, "b", "c"),
    tranche_order_item_new ("a", 1, &price, NULL, "c"),
    tranche_order_item_new ("a", 1, &price, "b", "d"),
  };
  g_autoptr (TrancheOrderItem) same = tranche_order_item_new ("a", 1, &price, "b", "c");

  g_assert_true (tranche_order_item_equal (item, same));

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++) {
    g_assert_false (tranche_order_item_equal (item, others[i]));
    tranche_order_item_unref (others[i]);
  }
}

static void
test_sum (void)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_order_item_unref);
  TrancheMoney foreign = tranche_money (1, "UAH");
  g_autoptr (GError) error = NULL;
  TrancheMoney sum;

  g_assert_true (tranche_order_items_sum (items, "RUB", &sum, NULL));
  g_assert_cmpint (sum.minor, ==, 0);
  g_assert_cmpstr (sum.currency, ==, "RUB");

  g_ptr_array_add (items, make_item ("a", 2, 150));
  g_ptr_array_add (items, make_item ("b", 1, 1));
  g_assert_true (tranche_order_items_sum (items, "RUB", &sum, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sum.minor, ==, 301);

  g_ptr_array_add (items, make_item ("c", 1, TRANCHE_MONEY_MAX));
  g_assert_false (tranche_order_items_sum (items, "RUB", &sum, &error));
  g_assert_error (error, TRANCHE_MONEY_ERROR, TRANCHE_MONEY_ERROR_RANGE);
  g_assert_cmpint (sum.minor, ==, 301);
  g_clear_error (&error);

  g_ptr_array_remove_index (items, 2);
  g_ptr_array_add (items, tranche_order_item_new ("d", 1, &foreign, NULL, NULL));
  g_assert_false (tranche_order_items_sum (items, "RUB", &sum, &error));
  g_assert_error (error, TRANCHE_MONEY_ERROR, TRANCHE_MONEY_ERROR_CURRENCY);
}

static void
test_boxed (void)
{
  g_autoptr (TrancheOrderItem) item = make_item ("a", 1, 1);
  TrancheOrderItem *copy = g_boxed_copy (TRANCHE_TYPE_ORDER_ITEM, item);

  g_assert_true (copy == item);
  g_boxed_free (TRANCHE_TYPE_ORDER_ITEM, copy);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/order-item/fields", test_fields);
  g_test_add_func ("/order-item/empty-fields", test_empty_fields);
  g_test_add_func ("/order-item/total", test_total);
  g_test_add_func ("/order-item/equal", test_equal);
  g_test_add_func ("/order-item/sum", test_sum);
  g_test_add_func ("/order-item/boxed", test_boxed);

  return g_test_run ();
}
