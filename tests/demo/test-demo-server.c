/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-client.h"

#include "core/account.h"
#include "core/order.h"
#include "demo/demo-request.h"

static DemoClient *
make_client (gboolean day)
{
  TrancheDemoOptions options = TRANCHE_DEMO_OPTIONS_INIT;

  options.rate = 0;
  options.customers = FALSE;
  options.day = day;

  return demo_client_new (&options);
}

static void
test_lifetime (void)
{
  TrancheDemoOptions options = TRANCHE_DEMO_OPTIONS_INIT;
  g_autoptr (TrancheDemoServer) server = tranche_demo_server_new (&options);
  g_autoptr (TrancheDemoServer) rival = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GUri) uri = NULL;

  g_assert_null (tranche_demo_server_get_base_url (server));
  tranche_demo_server_stop (server);

  g_assert_true (tranche_demo_server_start (server, &error));
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (tranche_demo_server_get_base_url (server),
                                   "http://127.0.0.1:"));

  uri = g_uri_parse (tranche_demo_server_get_base_url (server), G_URI_FLAGS_NONE, NULL);
  options.port = g_uri_get_port (uri);
  rival = tranche_demo_server_new (&options);
  g_assert_false (tranche_demo_server_start (rival, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE);
  g_assert_null (tranche_demo_server_get_base_url (rival));

  tranche_demo_server_stop (server);
  g_assert_null (tranche_demo_server_get_base_url (server));
  g_clear_error (&error);
  g_assert_true (tranche_demo_server_start (rival, &error));
  g_assert_no_error (error);
}

static void
test_list (void)
{
  g_autoptr (DemoClient) client = make_client (FALSE);
  g_autoptr (DemoReply) empty = demo_client_send (client, "GET", "/demo/orders", NULL, NULL);
  g_autoptr (DemoReply) list = NULL;
  g_autoptr (DemoReply) committed = NULL;
  g_autoptr (DemoReply) refused = NULL;
  JsonArray *array;
  JsonObject *order;

  g_assert_cmpstr (empty->body, ==, "[]");
  demo_client_create (client, "1", "9998887760", NULL);
  demo_client_create (client, "2", "9998887760", "sms");
  demo_client_act (client, "1", "{\"do\": \"sign\"}");
  committed = demo_client_call (client, "1", "commit");
  refused = demo_client_call (client, "1", "commit");

  list = demo_client_send (client, "GET", "/demo/orders", NULL, NULL);
  array = json_node_get_array (list->root);
  g_assert_cmpuint (json_array_get_length (array), ==, 2);
  order = json_array_get_object_element (array, 0);
  g_assert_cmpstr (json_object_get_string_member (order, "number"), ==, "1");
  g_assert_cmpstr (json_object_get_string_member (order, "status"), ==, "signed");
  g_assert_true (json_object_get_boolean_member (order, "committed"));
  g_assert_false (json_object_get_boolean_member (order, "demo"));
  g_assert_cmpint (json_object_get_int_member (order, "commits"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (order, "cancels"), ==, 0);
  g_assert_nonnull (strstr (list->body, "\"order_amount\":2499.99,\"transfer_amount\":2499.99,"));
  order = json_array_get_object_element (array, 1);
  g_assert_true (json_object_get_boolean_member (order, "demo"));
  g_assert_true (json_object_get_null_member (order, "signed_at"));
}

static void
test_act (void)
{
  static const struct {
    const char *path;
    const char *body;
    guint status;
  } rows[] = {
    { "/demo/orders/1/act", "{\"do\": \"end-cooling\"}", 422 },
    { "/demo/orders/1/act", "{\"do\": \"approve\"}", 200 },
    { "/demo/orders/1/act", "{\"do\": \"confirm\"}", 422 },
    { "/demo/orders/1/act", "{\"do\": \"dance\"}", 400 },
    { "/demo/orders/1/act", "{\"do\": 1}", 400 },
    { "/demo/orders/1/act", "{", 400 },
    { "/demo/orders/1/act", "[]", 400 },
    { "/demo/orders/1/act", "", 400 },
    { "/demo/orders/1/act", "{\"do\": \"sign\", \"demo\": true}", 404 },
    { "/demo/orders/2/act", "{\"do\": \"sign\"}", 404 },
    { "/demo/orders/1", "{\"do\": \"sign\"}", 404 },
    { "/demo/orders/1/act", "{\"do\": \"reject\"}", 200 },
  };
  g_autoptr (DemoClient) client = make_client (FALSE);

  demo_client_create (client, "1", "9998887760", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (DemoReply) reply = demo_client_send (client, "POST", rows[i].path, NULL,
                                                    rows[i].body);

    g_assert_cmpuint (reply->status, ==, rows[i].status);
  }
}

/* A web page that was led here by its own name server is turned away. */
static void
test_only_local (void)
{
  static const char *const paths[] = { "/demo/orders", "/form/x" };
  g_autoptr (DemoClient) client = make_client (FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autofree char *url =
      g_strconcat (tranche_demo_server_get_base_url (client->server), paths[i], NULL);
    SoupMessage *message = soup_message_new ("GET", url);
    g_autoptr (DemoReply) reply = NULL;

    soup_message_headers_replace (soup_message_get_request_headers (message),
                                  "Host", "evil.example");
    reply = demo_client_send_message (client, message);
    g_assert_cmpuint (reply->status, ==, 403);
  }
}

static void
test_large_body (void)
{
  g_autoptr (DemoClient) client = make_client (FALSE);
  g_autofree char *too_large = g_strnfill (TRANCHE_DEMO_BODY_LIMIT + 1, ' ');
  g_autofree char *largest = g_strnfill (TRANCHE_DEMO_BODY_LIMIT, ' ');
  g_autofree char *url = g_strconcat (tranche_demo_server_get_base_url (client->server),
                                      "/api/partners/v2/orders/create", NULL);
  g_autoptr (DemoReply) refused = demo_client_send (client, "POST",
                                                    "/api/partners/v2/orders/create", NULL,
                                                    too_large);
  g_autoptr (DemoReply) malformed = demo_client_send (client, "POST",
                                                      "/api/partners/v2/orders/create", NULL,
                                                      largest);
  g_autoptr (DemoReply) chunked = NULL;
  SoupMessage *message = soup_message_new ("POST", url);
  g_autoptr (GInputStream) stream =
    g_memory_input_stream_new_from_data (too_large, TRANCHE_DEMO_BODY_LIMIT + 1, NULL);

  demo_assert_message (refused, 413);
  demo_assert_message (malformed, 400);
  soup_message_set_request_body (message, "application/json", stream, -1);
  chunked = demo_client_send_message (client, message);
  demo_assert_message (chunked, 413);
}

static void
test_day (void)
{
  g_autoptr (DemoClient) client = make_client (TRUE);
  g_autoptr (DemoReply) list = demo_client_send (client, "GET", "/demo/orders", NULL, NULL);
  g_auto (GStrv) numbers = tranche_demo_server_list_numbers (client->server);
  g_autoptr (GPtrArray) memories = tranche_demo_server_dup_day (client->server);
  JsonArray *array = json_node_get_array (list->root);
  gint64 previous = 0;

  g_assert_cmpuint (g_strv_length (numbers), ==, memories->len);
  g_assert_cmpuint (json_array_get_length (array), >, memories->len);

  for (guint i = 0; i < memories->len; i++) {
    TrancheOrder *memory = g_ptr_array_index (memories, i);
    JsonObject *order = json_array_get_object_element (array, i);
    gint64 created_at = g_date_time_to_unix_usec (tranche_order_get_created_at (memory));
    TrancheMoney sum;

    g_assert_cmpstr (json_object_get_string_member (order, "dialect"), ==, "tbank");
    g_assert_cmpstr (numbers[i], ==, json_object_get_string_member (order, "number"));
    g_assert_cmpstr (tranche_order_get_number (memory), ==, numbers[i]);
    g_assert_cmpstr (tranche_order_get_bank_order_id (memory), ==,
                     json_object_get_string_member (order, "id"));
    g_assert_true (g_str_has_prefix (tranche_order_get_link (memory),
                                     tranche_demo_server_get_base_url (client->server)));
    g_assert_cmpint (created_at, >, previous);
    g_assert_cmpint (created_at, <, g_get_real_time ());
    previous = created_at;
    g_assert_true (tranche_order_items_sum (tranche_order_get_items (memory), "RUB",
                                            &sum, NULL));
    g_assert_true (tranche_money_equal (&sum, tranche_order_get_amount (memory)));
    g_assert_nonnull (tranche_order_get_customer (memory)->last_name);
    g_assert_cmpint (tranche_order_get_stage (memory), ==, TRANCHE_STAGE_WAITING);
    g_assert_false (tranche_order_get_demo (memory));
  }
}

/* What the shop made since is told, what others made and demo orders are not. */
static void
test_list_numbers (void)
{
  g_autoptr (DemoClient) client = make_client (FALSE);
  g_auto (GStrv) numbers = NULL;

  demo_client_create (client, "1", "9998887760", NULL);
  demo_client_create (client, "2", "9998887760", "sms");
  numbers = tranche_demo_server_list_numbers (client->server);
  g_assert_cmpuint (g_strv_length (numbers), ==, 1);
  g_assert_cmpstr (numbers[0], ==, "1");
}

static void
test_products (void)
{
  g_autoptr (DemoClient) client = make_client (FALSE);
  g_autoptr (GPtrArray) products = tranche_demo_server_dup_products (client->server);
  TrancheProduct *first;

  g_assert_cmpuint (products->len, >, 3);
  first = g_ptr_array_index (products, 0);
  g_assert_cmpstr (first->code, ==, "default");
  g_assert_cmpstr (first->name, ==, "Кредит");
}

/* An order whose customer is left to the seed. */
static char *
create_of_stranger (DemoClient *client,
                    const char *number)
{
  g_autofree char *body = g_strdup_printf (
    "{\"shopId\": \"demo-shop\", \"showcaseId\": \"demo-showcase\", \"sum\": 50000,"
    " \"orderNumber\": \"%s\","
    " \"items\": [{\"name\": \"Стол\", \"quantity\": 1, \"price\": 50000}]}", number);
  g_autoptr (DemoReply) reply = demo_client_send (client, "POST",
                                                  "/api/partners/v2/orders/create", NULL, body);
  g_autoptr (DemoReply) info = NULL;

  g_assert_cmpuint (reply->status, ==, 200);
  demo_client_act (client, number, "{\"do\": \"sign\"}");
  info = demo_client_call (client, number, "info");

  return g_strjoin (" ", demo_reply_get_string (reply, "id"),
                    demo_reply_get_string (info, "first_name"),
                    demo_reply_get_string (info, "phone"),
                    demo_reply_get_string (info, "chosen_bank"),
                    demo_reply_get_string (info, "loan_number"), NULL);
}

/* What happens to an order follows from seed and number, not from what was
 * asked before. */
static void
test_same_story (void)
{
  TrancheDemoOptions options = TRANCHE_DEMO_OPTIONS_INIT;
  g_autoptr (DemoClient) a = NULL;
  g_autoptr (DemoClient) b = NULL;
  g_autoptr (DemoClient) c = NULL;
  g_autofree char *story = NULL;
  g_autofree char *before = NULL;
  g_autofree char *twin = NULL;
  g_autofree char *stranger = NULL;

  options.rate = 0;
  a = demo_client_new (&options);
  b = demo_client_new (&options);
  options.seed = 2;
  options.day = FALSE;
  c = demo_client_new (&options);

  story = create_of_stranger (a, "first");
  before = create_of_stranger (b, "zeroth");
  twin = create_of_stranger (b, "first");
  stranger = create_of_stranger (c, "first");
  g_assert_cmpstr (story, ==, twin);
  g_assert_cmpstr (story, !=, before);
  g_assert_cmpstr (story, !=, stranger);
}

static char *
get_form_path (DemoClient *client)
{
  g_autoptr (DemoReply) list = demo_client_send (client, "GET", "/demo/orders", NULL, NULL);
  JsonObject *order = json_array_get_object_element (json_node_get_array (list->root), 0);

  return g_strconcat ("/form/", json_object_get_string_member (order, "id"), NULL);
}

static DemoReply *
press (DemoClient *client,
       const char *path,
       const char *form)
{
  g_autofree char *url = g_strconcat (tranche_demo_server_get_base_url (client->server), path,
                                      NULL);
  SoupMessage *message = soup_message_new ("POST", url);
  g_autoptr (GBytes) bytes = g_bytes_new (form, strlen (form));

  soup_message_set_request_body_from_bytes (message, "application/x-www-form-urlencoded", bytes);

  return demo_client_send_message (client, message);
}

static void
test_form (void)
{
  g_autoptr (DemoClient) client = make_client (FALSE);
  g_autofree char *path = NULL;
  g_autoptr (DemoReply) page = NULL;
  g_autoptr (DemoReply) pressed = NULL;
  g_autoptr (DemoReply) late = NULL;
  g_autoptr (DemoReply) signed_page = NULL;
  g_autoptr (DemoReply) info = NULL;

  demo_client_create (client, "<7> & 8", "9998887760", NULL);
  path = get_form_path (client);
  page = demo_client_send (client, "GET", path, NULL, NULL);
  g_assert_cmpuint (page->status, ==, 200);
  g_assert_cmpstr (soup_message_headers_get_content_type (page->headers, NULL), ==, "text/html");
  g_assert_nonnull (strstr (page->body, "Заказ &lt;7&gt; &amp; 8"));
  g_assert_nonnull (strstr (page->body, "2\u00a0499,99\u00a0₽"));
  g_assert_nonnull (strstr (page->body, "value=\"confirm\""));
  g_assert_nonnull (strstr (page->body, "value=\"sign\""));
  g_assert_null (strstr (page->body, "value=\"end-cooling\""));

  pressed = press (client, path, "do=sign");
  g_assert_cmpuint (pressed->status, ==, 303);
  g_assert_true (g_str_has_suffix (soup_message_headers_get_one (pressed->headers, "Location"),
                                   path));
  late = press (client, path, "do=confirm");
  g_assert_cmpuint (late->status, ==, 303);
  signed_page = demo_client_send (client, "GET", path, NULL, NULL);
  g_assert_nonnull (strstr (signed_page->body, "Подписано"));
  g_assert_null (strstr (signed_page->body, "<button"));
  info = demo_client_call (client, "<7> & 8", "info");
  g_assert_cmpstr (demo_reply_get_string (info, "status"), ==, "signed");
}

static void
test_form_unknown (void)
{
  g_autoptr (DemoClient) client = make_client (FALSE);
  g_autoptr (DemoReply) unknown = demo_client_send (client, "GET", "/form/x", NULL, NULL);
  g_autoptr (DemoReply) none = demo_client_send (client, "GET", "/form", NULL, NULL);

  g_assert_cmpuint (unknown->status, ==, 404);
  g_assert_cmpuint (none->status, ==, 404);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo/server/lifetime", test_lifetime);
  g_test_add_func ("/demo/server/list", test_list);
  g_test_add_func ("/demo/server/act", test_act);
  g_test_add_func ("/demo/server/only-local", test_only_local);
  g_test_add_func ("/demo/server/large-body", test_large_body);
  g_test_add_func ("/demo/server/day", test_day);
  g_test_add_func ("/demo/server/list-numbers", test_list_numbers);
  g_test_add_func ("/demo/server/products", test_products);
  g_test_add_func ("/demo/server/same-story", test_same_story);
  g_test_add_func ("/demo/server/form", test_form);
  g_test_add_func ("/demo/server/form-unknown", test_form_unknown);

  return g_test_run ();
}
