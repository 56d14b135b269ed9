/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-cfront-client.h"

static TrancheDemoOptions
make_options (void)
{
  TrancheDemoOptions options = TRANCHE_DEMO_OPTIONS_INIT;

  options.customers = FALSE;
  options.day = FALSE;

  return options;
}

static DemoClient *
make_client (gboolean strict)
{
  TrancheDemoOptions options = make_options ();

  options.cfront.strict = strict;

  return demo_client_new (&options);
}

/* The body of an order in which a piece of text is another one. */
static char *
replace (const char *from,
         const char *to)
{
  g_autofree char *body = cfront_order_body ("1", "+380500000002", "");
  GString *text = g_string_new (body);

  g_assert_cmpuint (g_string_replace (text, from, to, 1), ==, 1);

  return g_string_free (text, FALSE);
}

static DemoReply *
create_with (DemoClient *client,
             const char *from,
             const char *to)
{
  g_autofree char *body = replace (from, to);

  return cfront_call (client, "/api/order/create", body);
}

static void
test_refused (void)
{
  static const struct {
    const char *from;
    const char *to;
    const char *complaint;
  } wrongs[] = {
    { "\"store_order_id\": \"1\",", "", "store_order_id: обов’язкове поле" },
    { "\"1\"", "\"\"", "store_order_id: обов’язкове поле" },
    { "\"1\"", "null", "store_order_id: обов’язкове поле" },
    { "\"1\"", "[]", "store_order_id: очікується рядок" },
    { "\"1\"", "\"12345678901234567890123456789012345678901234567890123456789012345\"",
      "store_order_id: не більше 64 символів" },
    { "+380500000002", "0500000002", "client_phone: номер телефону" },
    { "+380500000002", "+38050000000", "client_phone: номер телефону" },
    { "\"total_sum\": 2499.99,", "", "total_sum: обов’язкове поле" },
    { "\"total_sum\": 2499.99", "\"total_sum\": 1.99", "total_sum: має бути не менше 2" },
    { "\"total_sum\": 2499.99", "\"total_sum\": -5", "total_sum: має бути не менше 2" },
    { "\"total_sum\": 2499.99", "\"total_sum\": 2499.999", "total_sum: сума у гривнях" },
    { "\"total_sum\": 2499.99", "\"total_sum\": \"багато\"", "total_sum: сума у гривнях" },
    { "\"total_sum\": 2499.99", "\"total_sum\": true", "total_sum: очікується число" },
    { "\"invoice\":", "\"bill\":", "invoice: обов’язкове поле" },
    { "\"invoice\": {", "\"invoice\": 5, \"x\": {", "invoice: очікується об’єкт" },
    { "\"number\": \"INV-7\"", "\"number\": \"\"", "invoice.number: обов’язкове поле" },
    { "2026-01-23", "23.01.2026", "invoice.date: дата у форматі yyyy-MM-dd" },
    { "2026-01-23", "2026-02-30", "invoice.date: дата у форматі yyyy-MM-dd" },
    { "\"STORE\"", "\"SHOP\"", "invoice.source: очікується STORE або INTERNET" },
    { "POINT-002", "123456789012345678901234567890123456789012345678901",
      "invoice.point_id: не більше 50 символів" },
    { "\"available_programs\": [", "\"available_programs\": [], \"x\": [",
      "available_programs: порожній список" },
    { "\"available_programs\": [{", "\"available_programs\": [5, {",
      "available_programs: не більше однієї програми" },
    { "\"available_programs\": [{", "\"available_programs\": {\"x\":1}, \"x\": [{",
      "available_programs: очікується масив" },
    { "\"available_parts_count\": [6],", "", "available_programs[0].available_parts_count: обов" },
    { "[6]", "[]", "available_programs[0].available_parts_count: порожній список" },
    { "[6]", "[2]", "available_parts_count: має бути від 3 до 25" },
    { "[6]", "[26]", "available_parts_count: має бути від 3 до 25" },
    { "[6]", "[6.5]", "available_parts_count: очікується ціле число" },
    { "\"products\": [", "\"products\": [], \"x\": [", "products: порожній список" },
    { "\"products\": [{", "\"products\": [7, {", "products[0]: очікується об’єкт" },
    { "\"name\": \"Стілець\",", "", "products[0].name: обов’язкове поле" },
    { "\"count\": 1", "\"count\": 0", "products[0].count: має бути від 1" },
    { "\"count\": 1", "\"count\": 1.5", "products[0].count: очікується ціле число" },
    { "\"sum\": 2499.99}", "\"sum\": 0}", "products[0].sum: має бути не менше 0.01" },
    { "}]}", "}], \"additional_params\": {\"seller_phone\": \"1\"}}",
      "additional_params.seller_phone: номер телефону" },
    { "}]}", "}], \"additional_params\": {\"ext_initial_sum\": -1}}",
      "additional_params.ext_initial_sum: має бути не менше 0" },
    { "}]}", "}], \"additional_params\": 5}", "additional_params: очікується об’єкт" },
    { "}]}", "}], \"financial_company_merchant_info\": {\"edrpou_code\": \"12x\"}}",
      "edrpou_code: тільки цифри" },
  };
  g_autoptr (DemoClient) client = make_client (FALSE);
  g_autoptr (DemoReply) list = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (wrongs); i++) {
    g_autoptr (DemoReply) reply = create_with (client, wrongs[i].from, wrongs[i].to);

    cfront_assert_refusal (reply, 400, wrongs[i].complaint);
  }

  list = demo_client_send (client, "GET", "/demo/orders", NULL, NULL);
  g_assert_cmpstr (list->body, ==, "[]");
}

/* What real clients send: taken, unless the bank is strict. */
static void
test_oddities (void)
{
  static const struct {
    const char *from;
    const char *to;
  } odds[] = {
    { "\"store_order_id\": \"1\"", "\"store_order_id\": 17" },
    { "\"total_sum\": 2499.99", "\"total_sum\": \"2499.99\"" },
    { "\"number\": \"INV-7\"", "\"number\": 7" },
    { "\"POINT-002\"", "1234" },
    { "\"POINT-002\"", "null" },
    { "\"POINT-002\"", "\"\"" },
    { "[6]", "[\"6\"]" },
    { "\"count\": 1", "\"count\": \"1\"" },
    { "\"sum\": 2499.99}", "\"sum\": \"2499.99\"}" },
    { "}]}", "}], \"result_callback\": null, \"additional_params\": null}" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (odds); i++) {
    g_autoptr (DemoClient) lenient = make_client (FALSE);
    g_autoptr (DemoClient) strict = make_client (TRUE);
    g_autoptr (DemoReply) taken = create_with (lenient, odds[i].from, odds[i].to);
    g_autoptr (DemoReply) refused = create_with (strict, odds[i].from, odds[i].to);

    g_assert_cmpuint (taken->status, ==, 201);
    cfront_assert_refusal (refused, 400, ":");
  }
}

/* What the specifications allow, or show in their examples. */
static void
test_taken (void)
{
  static const struct {
    const char *from;
    const char *to;
  } rights[] = {
    { "\"total_sum\": 2499.99", "\"total_sum\": 2" },
    { "\"total_sum\": 2499.99", "\"total_sum\": 1234.5" },
    { "\"total_sum\": 2499.99", "\"total_sum\": 2499.9899999999998" },
    { "\"total_sum\": 2499.99", "\"total_sum\": 25e2" },
    { ", \"point_id\": \"POINT-002\"", "" },
    { "\"STORE\"", "\"INTERNET\"" },
    { "[6]", "[3, 4, 6, 9]" },
    { "[6]", "[6.0]" },
    { ", \"type\": \"payment_installments\"", "" },
    { "payment_installments", "Розстрочка Дім 12" },
    { "\"count\": 1", "\"count\": 3" },
    { "}]}", "}], \"unknown\": [null], \"additional_params\": {\"seller_phone\": \"+380501234568\","
             " \"nds\": 416.67, \"ext_initial_sum\": 500}, \"financial_company_merchant_info\":"
             " {\"store_name\": \"X\", \"edrpou_code\": \"12345678\", \"iban_account\": \"UA1\"}}" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rights); i++) {
    g_autoptr (DemoClient) client = make_client (TRUE);
    g_autoptr (DemoReply) reply = create_with (client, rights[i].from, rights[i].to);

    g_assert_cmpuint (reply->status, ==, 201);
  }
}

/* The number alone decides, whatever else the body says. */
static void
test_duplicate (void)
{
  TrancheDemoOptions options = make_options ();
  g_autoptr (DemoClient) client = demo_client_new (&options);
  g_autoptr (DemoClient) older = NULL;
  g_autofree char *id = cfront_create (client, "1", "+380500000002");
  g_autofree char *again = cfront_create (client, "1", "+380500000002");
  g_autofree char *other = cfront_create (client, "1", "+380500000014");
  g_autofree char *second = cfront_create (client, "2", "+380500000002");
  g_autofree char *body = cfront_order_body ("1", "+380500000002", "");
  g_autoptr (DemoReply) foreign = cfront_call_as (client, TRANCHE_DEMO_OTHER_STORE_ID,
                                                  "/api/order/create", body);
  g_autofree char *older_id = NULL;
  g_autoptr (DemoReply) conflict = NULL;
  g_autoptr (DemoReply) list = NULL;

  g_assert_cmpstr (again, ==, id);
  g_assert_cmpstr (other, ==, id);
  g_assert_cmpstr (second, !=, id);
  g_assert_cmpuint (foreign->status, ==, 201);
  g_assert_cmpstr (demo_reply_get_string (foreign, "order_id"), !=, id);
  list = demo_client_send (client, "GET", "/demo/orders", NULL, NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (list->root)), ==, 3);

  options.cfront.duplicate_conflict = TRUE;
  older = demo_client_new (&options);
  older_id = cfront_create (older, "1", "+380500000002");
  conflict = cfront_call (older, "/api/order/create", body);
  g_assert_cmpuint (conflict->status, ==, 409);
  g_assert_cmpuint (json_object_get_size (demo_reply_get_object (conflict)), ==, 1);
  g_assert_cmpstr (demo_reply_get_string (conflict, "order_id"), ==, older_id);
}

static void
test_points (void)
{
  TrancheDemoOptions options = make_options ();
  g_autoptr (DemoClient) client = NULL;
  g_autoptr (DemoReply) known = NULL;
  g_autoptr (DemoReply) unknown = NULL;
  g_autoptr (DemoReply) missing = NULL;

  options.cfront.check_points = TRUE;
  client = demo_client_new (&options);
  unknown = create_with (client, "POINT-002", "POINT-999");
  cfront_assert_refusal (unknown, 400, "реєстрі");
  missing = create_with (client, ", \"point_id\": \"POINT-002\"", "");
  cfront_assert_refusal (missing, 400, "реєстрі");
  known = create_with (client, "POINT-002", "POINT-005");
  g_assert_cmpuint (known->status, ==, 201);
}

/* What happens to an order follows from seed and number, not from what was
 * asked before. */
static void
test_same_story (void)
{
  TrancheDemoOptions options = make_options ();
  g_autoptr (DemoClient) a = demo_client_new (&options);
  g_autoptr (DemoClient) b = demo_client_new (&options);
  g_autoptr (DemoClient) c = NULL;
  g_autofree char *first = cfront_create (a, "first", "+380500000002");
  g_autofree char *zeroth = cfront_create (b, "zeroth", "+380500000002");
  g_autofree char *twin = cfront_create (b, "first", "+380500000002");
  g_autofree char *stranger = NULL;

  options.seed = 2;
  c = demo_client_new (&options);
  stranger = cfront_create (c, "first", "+380500000002");
  g_assert_cmpstr (first, ==, twin);
  g_assert_cmpstr (first, !=, zeroth);
  g_assert_cmpstr (first, !=, stranger);
}

static void
test_headers (void)
{
  TrancheDemoOptions options = make_options ();
  g_autoptr (DemoClient) client = NULL;
  g_autofree char *body = cfront_order_body ("1", "+380500000002", "");
  g_autofree char *signature = cfront_sign (body, strlen (body));
  g_autofree char *url = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));
  g_autoptr (DemoReply) usual = NULL;
  g_autoptr (DemoReply) named = NULL;
  SoupMessage *message;

  options.cfront.id_header = "x-partner";
  options.cfront.signature_header = "x-sign";
  client = demo_client_new (&options);
  usual = cfront_send (client, "POST", "/api/order/create", TRANCHE_DEMO_STORE_ID, signature, body);
  cfront_assert_refusal (usual, 401, "Підпис");

  url = g_strconcat (tranche_demo_server_get_base_url (client->server), "/api/order/create", NULL);
  message = soup_message_new ("POST", url);
  soup_message_headers_append (soup_message_get_request_headers (message), "X-Partner",
                               TRANCHE_DEMO_STORE_ID);
  soup_message_headers_append (soup_message_get_request_headers (message), "X-Sign", signature);
  soup_message_set_request_body_from_bytes (message, "application/json", bytes);
  named = demo_client_send_message (client, message);
  g_assert_cmpuint (named->status, ==, 201);
  g_assert_nonnull (soup_message_headers_get_one (named->headers, "x-sign"));
  g_assert_null (soup_message_headers_get_one (named->headers, "signature"));
}

/* The ledger knows what requests have done. */
static void
test_ledger (void)
{
  TrancheDemoOptions options = make_options ();
  g_autoptr (DemoClient) client = demo_client_new (&options);
  g_autofree char *id = cfront_create (client, "1", "+380500000002");
  g_autofree char *again = cfront_create (client, "1", "+380500000002");
  g_autoptr (DemoReply) rejected = cfront_call_order (client, "/api/order/reject", id);
  g_autoptr (DemoReply) ledger = demo_client_send (client, "GET", "/demo/ledger", NULL, NULL);
  JsonArray *orders = json_object_get_array_member (demo_reply_get_object (ledger), "orders");
  JsonObject *order = json_array_get_object_element (orders, 0);

  g_assert_cmpuint (rejected->status, ==, 200);
  g_assert_cmpuint (json_array_get_length (orders), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (order, "bank"), ==, "cfront");
  g_assert_cmpstr (json_object_get_string_member (order, "id"), ==, id);
  g_assert_cmpint (json_object_get_int_member (order, "created"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (order, "found"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (order, "cancels"), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo/cfront/create/refused", test_refused);
  g_test_add_func ("/demo/cfront/create/oddities", test_oddities);
  g_test_add_func ("/demo/cfront/create/taken", test_taken);
  g_test_add_func ("/demo/cfront/create/duplicate", test_duplicate);
  g_test_add_func ("/demo/cfront/create/points", test_points);
  g_test_add_func ("/demo/cfront/create/same-story", test_same_story);
  g_test_add_func ("/demo/cfront/create/headers", test_headers);
  g_test_add_func ("/demo/cfront/create/ledger", test_ledger);

  return g_test_run ();
}
