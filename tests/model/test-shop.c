/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "model/order-list.h"
#include "model/shop.h"
#include "model/view-counts.h"

static TrancheShop *
open_demo (void)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TrancheShop *shop = NULL;

  tranche_shop_open_demo_async (NULL, store_result_cb, &result);
  wait_for_result (&result);
  shop = tranche_shop_open_demo_finish (result, &error);
  g_assert_no_error (error);

  return shop;
}

static void
close_shop (TrancheShop *shop)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TrancheShop *alive = shop;

  tranche_shop_close_async (shop, store_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (tranche_shop_close_finish (shop, result, &error));
  g_assert_no_error (error);
  g_clear_object (&result);

  /* What was told to stop lets go of the shop when it has stopped. */
  g_object_add_weak_pointer (G_OBJECT (alive), (gpointer *) &alive);
  g_object_unref (shop);
  WAIT_UNTIL (alive == NULL);
}

static guint
count_in_stages (TrancheOrderList *list,
                 guint             stages)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++) {
    g_autoptr (TrancheOrderRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);
    TrancheOrder *order = tranche_order_row_get_order (row);

    n += order != NULL && (stages & (1u << tranche_order_get_stage (order))) != 0;
  }

  return n;
}

static TrancheOrder *
find_in_stage (TrancheOrderList *list,
               TrancheStage      stage)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++) {
    g_autoptr (TrancheOrderRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);
    TrancheOrder *order = tranche_order_row_get_order (row);

    if (order != NULL && tranche_order_get_stage (order) == stage)
      return g_object_ref (order);
  }

  return NULL;
}

/* The manager's day at the demo bank, without a window. */
static void
test_demo (void)
{
  g_autoptr (TrancheOrderList) list = NULL;
  g_autoptr (TrancheOrderQuery) query = NULL;
  g_autoptr (TrancheConnection) connection = NULL;
  g_autoptr (TrancheOrder) ready = NULL;
  g_autoptr (TrancheOrder) other = NULL;
  g_autoptr (TrancheOrder) committed = NULL;
  g_autoptr (TrancheOrder) canceled = NULL;
  g_autoptr (TranchePayout) payout = NULL;
  g_autoptr (GAsyncResult) commit_result = NULL;
  g_autoptr (GAsyncResult) cancel_result = NULL;
  g_autoptr (GAsyncResult) payout_result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  TrancheShop *shop = open_demo ();
  TrancheOperations *operations = tranche_shop_get_operations (shop);

  g_assert_true (tranche_shop_get_demo (shop));
  folder = g_path_get_dirname (tranche_order_book_get_path (tranche_shop_get_book (shop)));
  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR));
  connection = g_list_model_get_item (tranche_shop_get_connections (shop), 0);
  g_assert_cmpint (tranche_connection_get_state (connection), ==, TRANCHE_CONNECTION_READY);

  query = tranche_order_query_new (TRANCHE_VIEW_ALL, NULL, NULL, TRANCHE_SORT_CREATED, TRUE);
  list = tranche_order_list_new (tranche_shop_get_book (shop), operations);
  tranche_order_list_set_query (list, query);
  WAIT_UNTIL (g_list_model_get_n_items (G_LIST_MODEL (list)) >= 20);

  /* The bank's states arrive by themselves. */
  WAIT_UNTIL (count_in_stages (list, 1u << TRANCHE_STAGE_READY) > 0 &&
              count_in_stages (list, 1u << TRANCHE_STAGE_COMMITTED) > 0 &&
              count_in_stages (list, 1u << TRANCHE_STAGE_REJECTED) > 0);

  ready = find_in_stage (list, TRANCHE_STAGE_READY);
  tranche_operations_commit_async (operations, ready, NULL, store_result_cb, &commit_result);
  wait_for_result (&commit_result);
  committed = tranche_operations_commit_finish (operations, commit_result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_stage (committed), ==, TRANCHE_STAGE_COMMITTED);

  tranche_operations_check_payout_async (operations, committed, NULL, store_result_cb,
                                         &payout_result);
  wait_for_result (&payout_result);
  payout = tranche_operations_check_payout_finish (operations, payout_result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_payout_get_state (payout), ==, TRANCHE_PAYOUT_DUE);
  g_assert_true (tranche_money_is_set (tranche_payout_get_amount (payout)));

  WAIT_UNTIL ((other = find_in_stage (list, TRANCHE_STAGE_READY)) != NULL);
  tranche_operations_cancel_async (operations, other, NULL, store_result_cb, &cancel_result);
  wait_for_result (&cancel_result);
  canceled = tranche_operations_cancel_finish (operations, cancel_result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_stage (canceled), ==, TRANCHE_STAGE_CANCELED);

  g_clear_object (&list);
  close_shop (shop);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/shop/demo", test_demo);

  return g_test_run ();
}
