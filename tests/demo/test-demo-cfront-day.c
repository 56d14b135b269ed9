/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-cfront-client.h"

#include "demo/demo-cfront-day.h"

#include "core/order.h"
#include "core/product.h"

static TrancheDemoCfrontBank *
make_bank (guint32 seed,
           double  speed)
{
  TrancheDemoCfrontBank *bank = tranche_demo_cfront_bank_new (seed, speed, TRUE);

  tranche_demo_cfront_day_fill (bank);

  return bank;
}

/* Whatever the seed, the day shows every state that matters to a shop, one of
 * each part, and nobody comes twice. */
static void
test_states (void)
{
  static const TrancheDemoCfrontState states[] = {
    TRANCHE_DEMO_CFRONT_WAITING_FOR_CLIENT, TRANCHE_DEMO_CFRONT_WAITING_FOR_STORE_CONFIRM,
    TRANCHE_DEMO_CFRONT_ACTIVE, TRANCHE_DEMO_CFRONT_DONE, TRANCHE_DEMO_CFRONT_RETURNED,
    TRANCHE_DEMO_CFRONT_CLIENT_NOT_FOUND, TRANCHE_DEMO_CFRONT_EXCEEDED_SUM_LIMIT,
    TRANCHE_DEMO_CFRONT_EXISTS_OTHER_OPEN_ORDER, TRANCHE_DEMO_CFRONT_NOT_ENOUGH_MONEY,
    TRANCHE_DEMO_CFRONT_REJECTED_BY_CLIENT, TRANCHE_DEMO_CFRONT_REJECTED_BY_STORE,
    TRANCHE_DEMO_CFRONT_CLIENT_PUSH_TIMEOUT, TRANCHE_DEMO_CFRONT_RESTRICTED_BY_RISKS,
    TRANCHE_DEMO_CFRONT_WRONG_CLIENT_APP_VERSION,
  };

  for (guint32 seed = 0; seed < 40; seed++) {
    g_autoptr (TrancheDemoCfrontBank) bank = make_bank (seed, 1.0);
    g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    GPtrArray *orders = tranche_demo_cfront_bank_get_orders (bank);
    guint counts[TRANCHE_DEMO_CFRONT_CLIENT_CONFIRM_TIME_EXPIRED + 1] = { 0 };
    guint n_partly_returned = 0;

    g_assert_cmpuint (orders->len, >=, 20);
    for (guint i = 0; i < orders->len; i++) {
      TrancheDemoCfrontOrder *order = g_ptr_array_index (orders, i);

      counts[order->state]++;
      n_partly_returned += order->state == TRANCHE_DEMO_CFRONT_ACTIVE &&
                           order->returned.minor > 0;
      g_assert_true (g_hash_table_add (
        names, tranche_customer_get_full_name (order->person->customer)));
      g_assert_cmpint (order->confirmed_at, <, g_get_real_time ());
      for (guint j = 0; j < order->returns->len; j++)
        g_assert_cmpint (((TrancheDemoCfrontReturn *) g_ptr_array_index (order->returns, j))->at,
                         <, g_get_real_time ());
    }

    for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
      g_assert_cmpuint (counts[states[i]], >, 0);
    g_assert_cmpuint (counts[TRANCHE_DEMO_CFRONT_WAITING_FOR_STORE_CONFIRM], >=, 3);
    g_assert_cmpuint (counts[TRANCHE_DEMO_CFRONT_WAITING_FOR_CLIENT], >=, 3);
    g_assert_cmpuint (counts[TRANCHE_DEMO_CFRONT_ACTIVE], >=, 5);
    g_assert_cmpuint (n_partly_returned, ==, 1);
  }
}

/* The same seed, the same day. */
static void
test_same_day (void)
{
  g_autoptr (TrancheDemoCfrontBank) a = make_bank (7, 1.0);
  g_autoptr (TrancheDemoCfrontBank) b = make_bank (7, 1.0);
  g_autoptr (TrancheDemoCfrontBank) c = make_bank (8, 1.0);
  GPtrArray *orders = tranche_demo_cfront_bank_get_orders (a);
  GPtrArray *twins = tranche_demo_cfront_bank_get_orders (b);
  GPtrArray *strangers = tranche_demo_cfront_bank_get_orders (c);

  g_assert_cmpuint (orders->len, ==, twins->len);
  for (guint i = 0; i < orders->len; i++) {
    TrancheDemoCfrontOrder *order = g_ptr_array_index (orders, i);
    TrancheDemoCfrontOrder *twin = g_ptr_array_index (twins, i);
    TrancheDemoCfrontOrder *stranger = g_ptr_array_index (strangers, i);

    g_assert_cmpstr (order->id, ==, twin->id);
    g_assert_cmpstr (order->application->phone, ==, twin->application->phone);
    g_assert_cmpint (order->application->sum.minor, ==, twin->application->sum.minor);
    g_assert_cmpint (order->state, ==, twin->state);
    g_assert_cmpstr (order->id, !=, stranger->id);
  }
}

/* The shop remembers what the bank's list says. */
static void
test_memories (void)
{
  TrancheDemoOptions options = TRANCHE_DEMO_OPTIONS_INIT;
  g_autoptr (DemoClient) client = NULL;
  g_autoptr (DemoReply) list = NULL;
  g_autoptr (GPtrArray) memories = NULL;
  JsonArray *array;
  guint n_found = 0;

  options.customers = FALSE;
  client = demo_client_new (&options);
  list = demo_client_send (client, "GET", "/demo/orders", NULL, NULL);
  array = json_node_get_array (list->root);
  memories = tranche_demo_server_dup_cfront_day (client->server);
  g_assert_cmpuint (memories->len, >=, 20);

  for (guint i = 0; i < json_array_get_length (array); i++) {
    JsonObject *order = json_array_get_object_element (array, i);
    TrancheOrder *memory;
    TrancheMoney sum;

    if (g_str_equal (json_object_get_string_member (order, "dialect"), "tbank"))
      continue;

    memory = g_ptr_array_index (memories, n_found++);
    g_assert_cmpstr (tranche_order_get_number (memory), ==,
                     json_object_get_string_member (order, "number"));
    g_assert_cmpstr (tranche_order_get_bank_order_id (memory), ==,
                     json_object_get_string_member (order, "id"));
    g_assert_cmpint (tranche_order_get_stage (memory), ==, TRANCHE_STAGE_WAITING);
    g_assert_true (tranche_order_items_sum (tranche_order_get_items (memory), "UAH", &sum, NULL));
    g_assert_true (tranche_money_equal (&sum, tranche_order_get_amount (memory)));
    g_assert_true (g_str_has_prefix (tranche_order_get_customer (memory)->phone, "+380"));
    g_assert_cmpuint (tranche_order_get_term (memory), >=, 3);
    g_assert_true (g_str_has_prefix (tranche_order_get_point_code (memory), "POINT-"));
    g_assert_nonnull (tranche_order_get_invoice_number (memory));
    g_assert_nonnull (tranche_order_get_invoice_date (memory));
  }

  g_assert_cmpuint (n_found, ==, memories->len);
}

/* Every order of the day can be asked for, as by the shop that took them over. */
static void
test_asked_for (void)
{
  TrancheDemoOptions options = TRANCHE_DEMO_OPTIONS_INIT;
  g_autoptr (DemoClient) client = demo_client_new (&options);
  g_autoptr (GPtrArray) memories = tranche_demo_server_dup_cfront_day (client->server);

  for (guint i = 0; i < memories->len; i++) {
    const char *id = tranche_order_get_bank_order_id (g_ptr_array_index (memories, i));
    g_autoptr (DemoReply) state = cfront_call_order (client, "/api/order/state", id);
    g_autoptr (DemoReply) data = cfront_call_order (client, "/api/order/data", id);

    g_assert_cmpuint (state->status, ==, 200);
    g_assert_cmpuint (data->status, ==, 200);
  }
}

static void
test_products (void)
{
  TrancheDemoOptions options = TRANCHE_DEMO_OPTIONS_INIT;
  g_autoptr (DemoClient) client = demo_client_new (&options);
  g_autoptr (GPtrArray) products = tranche_demo_server_dup_cfront_products (client->server);
  const char *const *points = tranche_demo_server_get_cfront_points (client->server);
  TrancheProduct *first = g_ptr_array_index (products, 0);

  g_assert_cmpuint (products->len, >=, 2);
  g_assert_cmpstr (first->code, ==, "payment_installments");
  g_assert_cmpstr (first->terms, ==, "3,4,6,10,12,24");
  g_assert_cmpstr (points[0], ==, "POINT-001");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo/cfront/day/states", test_states);
  g_test_add_func ("/demo/cfront/day/same-day", test_same_day);
  g_test_add_func ("/demo/cfront/day/memories", test_memories);
  g_test_add_func ("/demo/cfront/day/asked-for", test_asked_for);
  g_test_add_func ("/demo/cfront/day/products", test_products);

  return g_test_run ();
}
