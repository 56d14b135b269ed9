/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "model/live-status-private.h"
#include "model/order-list.h"
#include "model/shop-private.h"
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

static TrancheConnection *
find_connection (TrancheShop *shop,
                 const char  *bank)
{
  GListModel *connections = tranche_shop_get_connections (shop);

  for (guint i = 0; i < g_list_model_get_n_items (connections); i++) {
    g_autoptr (TrancheConnection) connection = g_list_model_get_item (connections, i);

    if (g_str_equal (tranche_account_get_bank (tranche_connection_get_account (connection)), bank))
      return g_steal_pointer (&connection);
  }

  g_assert_not_reached ();
}

static const char *
get_account_id (TrancheConnection *connection)
{
  return tranche_account_get_id (tranche_connection_get_account (connection));
}

static TrancheOrder *
find_watched (TrancheOrderList *list)
{
  TrancheOrder *order = NULL;

  for (TrancheStage stage = 0; order == NULL && stage < TRANCHE_N_STAGES; stage++) {
    if (tranche_stage_is_open (stage))
      order = find_in_stage (list, stage);
  }

  return order;
}

/* Whoever opened the shop has the book first, and every order is watched then. */
static void
test_rounds (void)
{
  g_autoptr (TrancheOrderList) list = NULL;
  g_autoptr (TrancheOrderQuery) query = NULL;
  g_autoptr (TrancheOrder) order = NULL;
  TrancheShop *shop = open_demo ();
  TrancheLiveStatus *live_status = tranche_shop_get_live_status (shop);

  /* It would not have to be asked for. */
  g_assert_cmpuint (shop->rounds_id, !=, 0);
  query = tranche_order_query_new (TRANCHE_VIEW_ALL, NULL, NULL, TRANCHE_SORT_CREATED, TRUE);
  list = tranche_order_list_new (tranche_shop_get_book (shop), tranche_shop_get_operations (shop));
  tranche_order_list_set_query (list, query);
  WAIT_UNTIL ((order = find_watched (list)) != NULL);

  tranche_shop_begin_rounds (shop);
  g_assert_cmpuint (shop->rounds_id, ==, 0);
  WAIT_UNTIL (tranche_live_status_get_due (live_status, tranche_order_get_id (order)) >= 0);
  /* They are under way. */
  tranche_shop_begin_rounds (shop);
  g_assert_cmpint (tranche_live_status_get_due (live_status, tranche_order_get_id (order)), >=, 0);

  tranche_order_list_set_query (list, NULL);
  g_clear_object (&list);
  close_shop (shop);
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
  connection = find_connection (shop, "tbank");
  g_assert_cmpint (tranche_connection_get_state (connection), ==, TRANCHE_CONNECTION_READY);

  query = tranche_order_query_new (TRANCHE_VIEW_ALL, get_account_id (connection), NULL, TRANCHE_SORT_CREATED, TRUE);
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

static TrancheOrderDraft *
new_globus_draft (TrancheConnection *connection)
{
  TrancheAccount *account = tranche_connection_get_account (connection);
  const TrancheProduct *product = g_ptr_array_index (tranche_account_get_products (account), 0);
  const TranchePointOfSale *point =
    g_ptr_array_index (tranche_account_get_agreement (account)->points_of_sale, 0);
  TrancheOrderDraft *draft = tranche_order_draft_new ("UAH");
  TrancheMoney price = tranche_money (1200000, "UAH");
  g_autoptr (TrancheOrderItem) item = tranche_order_item_new ("Диван", 1, &price, NULL, NULL);
  g_autoptr (TrancheCustomer) customer = tranche_customer_new ();
  g_autoptr (TrancheSale) sale = tranche_sale_new ();

  /* By its last digit the customer agrees. */
  customer->phone = g_strdup ("+380670000004");
  sale->parts = (guint) g_ascii_strtoull (product->terms, NULL, 10);
  sale->invoice_number = g_strdup ("17");
  sale->invoice_date = g_strdup ("2026-03-14");
  sale->point_code = g_strdup (point->code);
  tranche_order_draft_set_product_code (draft, product->code);
  tranche_order_draft_set_customer (draft, customer);
  tranche_order_draft_set_sale (draft, sale);
  tranche_order_draft_add_item (draft, item);

  return draft;
}

static TrancheOrder *
load_order (TrancheShop *shop,
            gint64       id)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) orders = NULL;

  g_array_append_val (ids, id);
  tranche_order_book_load_async (tranche_shop_get_book (shop), ids, NULL, store_result_cb, &result);
  wait_for_result (&result);
  orders = tranche_order_book_load_finish (tranche_shop_get_book (shop), result, NULL);
  g_assert_cmpuint (orders->len, ==, 1);

  return g_object_ref (g_ptr_array_index (orders, 0));
}

static gboolean
is_in_stage (TrancheShop  *shop,
             gint64        id,
             TrancheStage  stage)
{
  g_autoptr (TrancheOrder) order = load_order (shop, id);

  return tranche_order_get_stage (order) == stage;
}

static TrancheOrder *
create_and_commit (TrancheShop       *shop,
                   TrancheConnection *connection)
{
  TrancheOperations *operations = tranche_shop_get_operations (shop);
  g_autoptr (TrancheOrderDraft) draft = new_globus_draft (connection);
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (TrancheOrder) ready = NULL;
  g_autoptr (GAsyncResult) create_result = NULL;
  g_autoptr (GAsyncResult) commit_result = NULL;
  g_autoptr (GError) error = NULL;
  TrancheOrder *committed = NULL;
  gint64 id;

  tranche_operations_create_async (operations, connection, draft, 0, NULL, store_result_cb,
                                   &create_result);
  wait_for_result (&create_result);
  order = tranche_operations_create_finish (operations, create_result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (tranche_order_get_bank_order_id (order));
  id = tranche_order_get_id (order);

  WAIT_UNTIL (is_in_stage (shop, id, TRANCHE_STAGE_READY));
  ready = load_order (shop, id);
  tranche_operations_commit_async (operations, ready, NULL, store_result_cb, &commit_result);
  wait_for_result (&commit_result);
  committed = tranche_operations_commit_finish (operations, commit_result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_stage (committed), ==, TRANCHE_STAGE_COMMITTED);

  return committed;
}

static gboolean
give_back (TrancheShop   *shop,
           TrancheOrder  *order,
           gint64         minor,
           GError       **error)
{
  TrancheOperations *operations = tranche_shop_get_operations (shop);
  TrancheMoney amount = tranche_money (minor, "UAH");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TrancheOrder) after = NULL;

  tranche_operations_return_async (operations, order, &amount, TRUE, NULL, store_result_cb,
                                   &result);
  wait_for_result (&result);
  after = tranche_operations_return_finish (operations, result, error);

  return after != NULL;
}

/* An order at the demo's Globus, from the draft to the return of all of it. */
static void
test_demo_globus (void)
{
  g_autoptr (TrancheConnection) connection = NULL;
  g_autoptr (TrancheOrderQuery) query = NULL;
  g_autoptr (TrancheOrderList) list = NULL;
  g_autoptr (TrancheOrder) committed = NULL;
  g_autoptr (GError) error = NULL;
  TrancheShop *shop = open_demo ();
  TrancheOperations *operations = tranche_shop_get_operations (shop);
  gint64 id;

  connection = find_connection (shop, "globus");
  g_assert_cmpint (tranche_connection_get_state (connection), ==, TRANCHE_CONNECTION_READY);
  query = tranche_order_query_new (TRANCHE_VIEW_ALL, get_account_id (connection), NULL,
                                   TRANCHE_SORT_CREATED, TRUE);
  list = tranche_order_list_new (tranche_shop_get_book (shop), operations);
  tranche_order_list_set_query (list, query);
  WAIT_UNTIL (count_in_stages (list, 1u << TRANCHE_STAGE_COMMITTED) > 0);

  committed = create_and_commit (shop, connection);
  id = tranche_order_get_id (committed);

  g_assert_true (give_back (shop, committed, 500000, &error));
  g_assert_no_error (error);
  g_assert_false (give_back (shop, committed, 700001, &error));
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_VALIDATION);
  g_clear_error (&error);
  g_assert_true (give_back (shop, committed, 700000, &error));
  g_assert_no_error (error);
  WAIT_UNTIL (is_in_stage (shop, id, TRANCHE_STAGE_RETURNED));

  g_clear_object (&list);
  close_shop (shop);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/shop/rounds", test_rounds);
  g_test_add_func ("/shop/demo", test_demo);
  g_test_add_func ("/shop/demo-globus", test_demo_globus);

  return g_test_run ();
}
