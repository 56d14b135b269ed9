/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-cfront-client.h"

#define PATIENCE (30 * G_USEC_PER_SEC)

/* A bank in a fast world and a shop that listens. */
typedef struct {
  DemoClient *client;
  SoupServer *shop;
  char *address;
  /* How many calls the shop refuses first. */
  guint n_refusals;
  guint n_refused;
  /* What it took: the bodies. */
  GPtrArray *bodies;
} Fixture;

static void
called_cb (SoupServer        *server,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  Fixture *fixture = user_data;
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  g_autofree char *expected = cfront_sign (body->data, body->length);

  g_assert_cmpstr (soup_server_message_get_method (message), ==, "POST");
  g_assert_cmpstr (path, ==, "/result");
  g_assert_cmpstr (soup_message_headers_get_content_type (headers, NULL), ==, "application/json");
  g_assert_cmpstr (soup_message_headers_get_one (headers, "signature"), ==, expected);

  if (fixture->n_refused < fixture->n_refusals) {
    fixture->n_refused++;
    soup_server_message_set_status (message, SOUP_STATUS_SERVICE_UNAVAILABLE, NULL);
    return;
  }

  g_ptr_array_add (fixture->bodies, g_strndup (body->data, body->length));
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
}

static Fixture *
fixture_new (gboolean customers)
{
  TrancheDemoOptions options = TRANCHE_DEMO_OPTIONS_INIT;
  Fixture *fixture = g_new0 (Fixture, 1);
  g_autoptr (GError) error = NULL;
  GSList *uris;

  options.day = FALSE;
  options.speed = 1000;
  options.customers = customers;
  fixture->client = demo_client_new (&options);
  fixture->bodies = g_ptr_array_new_with_free_func (g_free);
  fixture->shop = soup_server_new (NULL, NULL);
  soup_server_add_handler (fixture->shop, NULL, called_cb, fixture, NULL);
  soup_server_listen_local (fixture->shop, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (fixture->shop);
  fixture->address = g_strdup_printf ("http://127.0.0.1:%d/result", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  return fixture;
}

static void
fixture_free (Fixture *fixture)
{
  demo_client_free (fixture->client);
  soup_server_disconnect (fixture->shop);
  g_object_unref (fixture->shop);
  g_ptr_array_unref (fixture->bodies);
  g_free (fixture->address);
  g_free (fixture);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

static char *
create (Fixture    *fixture,
        const char *number,
        const char *phone,
        const char *address)
{
  g_autofree char *extra = g_strdup_printf (", \"result_callback\": \"%s\"", address);
  g_autofree char *body = cfront_order_body (number, phone, extra);
  g_autoptr (DemoReply) reply = cfront_call (fixture->client, "/api/order/create", body);

  g_assert_cmpuint (reply->status, ==, 201);

  return g_strdup (demo_reply_get_string (reply, "order_id"));
}

static void
wait_for_calls (Fixture *fixture,
                guint    n_calls)
{
  gint64 start = g_get_monotonic_time ();

  while (fixture->bodies->len < n_calls) {
    g_assert_cmpint (g_get_monotonic_time () - start, <, PATIENCE);
    g_main_context_iteration (NULL, FALSE);
  }
}

static guint
count_delivered (Fixture    *fixture,
                 const char *number)
{
  g_autoptr (DemoReply) list = demo_client_send (fixture->client, "GET", "/demo/orders", NULL, NULL);
  JsonArray *array = json_node_get_array (list->root);

  for (guint i = 0; i < json_array_get_length (array); i++) {
    JsonObject *order = json_array_get_object_element (array, i);

    if (g_str_equal (json_object_get_string_member (order, "number"), number))
      return json_object_get_int_member (order, "callbacks");
  }

  g_assert_not_reached ();
}

static void
wait_until_delivered (Fixture    *fixture,
                      const char *number,
                      guint       n_callbacks)
{
  gint64 start = g_get_monotonic_time ();

  while (count_delivered (fixture, number) < n_callbacks)
    g_assert_cmpint (g_get_monotonic_time () - start, <, PATIENCE);
}

/* Nobody asks for the state: the bank acts by itself. */
static void
test_agreed (void)
{
  g_autoptr (Fixture) fixture = fixture_new (TRUE);
  g_autofree char *id = create (fixture, "1", "+380500000004", fixture->address);
  g_autofree char *expected = g_strdup_printf (
    "{\"order_id\":\"%s\",\"state\":\"IN_PROCESS\","
    "\"order_sub_state\":\"WAITING_FOR_STORE_CONFIRM\"}", id);

  wait_for_calls (fixture, 1);
  g_assert_cmpstr (g_ptr_array_index (fixture->bodies, 0), ==, expected);
  wait_until_delivered (fixture, "1", 1);
}

static void
test_refused (void)
{
  g_autoptr (Fixture) fixture = fixture_new (TRUE);
  g_autofree char *id = create (fixture, "1", "+380500000003", fixture->address);

  wait_for_calls (fixture, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (fixture->bodies, 0), id));
  g_assert_nonnull (strstr (g_ptr_array_index (fixture->bodies, 0),
                            "\"state\":\"FAIL\",\"order_sub_state\":\"EXCEEDED_SUM_LIMIT\","
                            "\"message\":\""));
}

static void
test_active_at_once (void)
{
  g_autoptr (Fixture) fixture = fixture_new (TRUE);
  g_autofree char *id = create (fixture, "1", "+380500000001", fixture->address);

  cfront_assert_state (fixture->client, id, "SUCCESS", "ACTIVE");
  wait_for_calls (fixture, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (fixture->bodies, 0), "\"ACTIVE\""));
}

static void
test_lapsed (void)
{
  g_autoptr (Fixture) fixture = fixture_new (TRUE);
  g_autofree char *id = create (fixture, "1", "+380500000002", fixture->address);

  wait_for_calls (fixture, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (fixture->bodies, 0), id));
  g_assert_nonnull (strstr (g_ptr_array_index (fixture->bodies, 0), "\"CLIENT_PUSH_TIMEOUT\""));
}

/* Both what the customer has agreed to and that the shop has given up are told;
 * what the shop's own confirm has done is not. */
static void
test_by_shop (void)
{
  g_autoptr (Fixture) fixture = fixture_new (FALSE);
  g_autofree char *confirmed = create (fixture, "1", "+380500000004", fixture->address);
  g_autofree char *rejected = create (fixture, "2", "+380500000004", fixture->address);
  g_autoptr (DemoReply) confirm = NULL;
  g_autoptr (DemoReply) reject = NULL;

  demo_client_act (fixture->client, "1", "{\"do\": \"approve\"}");
  wait_for_calls (fixture, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (fixture->bodies, 0), confirmed));
  confirm = cfront_call_order (fixture->client, "/api/order/confirm", confirmed);
  g_assert_cmpuint (confirm->status, ==, 200);

  reject = cfront_call_order (fixture->client, "/api/order/reject", rejected);
  g_assert_cmpuint (reject->status, ==, 200);
  wait_for_calls (fixture, 2);
  g_assert_nonnull (strstr (g_ptr_array_index (fixture->bodies, 1), rejected));
  g_assert_nonnull (strstr (g_ptr_array_index (fixture->bodies, 1), "\"REJECTED_BY_STORE\""));
  wait_until_delivered (fixture, "2", 1);
  g_assert_cmpuint (count_delivered (fixture, "1"), ==, 1);
  g_assert_cmpuint (fixture->bodies->len, ==, 2);
}

static void
test_repeated (void)
{
  g_autoptr (Fixture) fixture = fixture_new (TRUE);
  g_autofree char *id = NULL;

  fixture->n_refusals = 3;
  id = create (fixture, "1", "+380500000004", fixture->address);
  wait_for_calls (fixture, 1);
  g_assert_cmpuint (fixture->n_refused, ==, 3);
  g_assert_nonnull (strstr (g_ptr_array_index (fixture->bodies, 0), id));
  wait_until_delivered (fixture, "1", 1);
}

/* Four times are enough: the shop that took all four is asked no fifth time
 * while another order's callback, sent later, arrives. */
static void
test_given_up (void)
{
  g_autoptr (Fixture) fixture = fixture_new (FALSE);
  g_autofree char *deaf = NULL;
  g_autofree char *heard = NULL;
  gint64 start = g_get_monotonic_time ();

  fixture->n_refusals = 4;
  deaf = create (fixture, "1", "+380500000004", fixture->address);
  demo_client_act (fixture->client, "1", "{\"do\": \"approve\"}");
  while (fixture->n_refused < 4) {
    g_assert_cmpint (g_get_monotonic_time () - start, <, PATIENCE);
    g_main_context_iteration (NULL, FALSE);
  }

  heard = create (fixture, "2", "+380500000004", fixture->address);
  demo_client_act (fixture->client, "2", "{\"do\": \"approve\"}");
  wait_until_delivered (fixture, "2", 1);
  g_assert_cmpuint (count_delivered (fixture, "1"), ==, 0);
  g_assert_cmpuint (fixture->bodies->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (fixture->bodies, 0), heard));
}

/* Addresses that cannot be called do no harm, nor does nobody being there. */
static void
test_not_callable (void)
{
  static const char *const addresses[] = {
    "file:///etc/passwd", "ftp://127.0.0.1/x", "result", "", "http://", "http://127.0.0.1:1/x",
    "javascript:alert(1)",
  };
  g_autoptr (Fixture) fixture = fixture_new (TRUE);

  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++) {
    g_autofree char *number = g_strdup_printf ("%" G_GSIZE_FORMAT, i);
    g_autofree char *id = create (fixture, number, "+380500000004", addresses[i]);

    cfront_wait (fixture->client, id, "WAITING_FOR_STORE_CONFIRM");
    g_assert_cmpuint (count_delivered (fixture, number), ==, 0);
  }
}

/* The bank stops while things wait and are on their way. */
static void
test_stopped (void)
{
  g_autoptr (Fixture) fixture = fixture_new (FALSE);

  for (guint i = 0; i < 8; i++) {
    g_autofree char *number = g_strdup_printf ("%u", i);
    g_autofree char *id = create (fixture, number, "+380500000004", fixture->address);

    demo_client_act (fixture->client, number, "{\"do\": \"approve\"}");
  }

  wait_for_calls (fixture, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo/cfront/callbacks/agreed", test_agreed);
  g_test_add_func ("/demo/cfront/callbacks/refused", test_refused);
  g_test_add_func ("/demo/cfront/callbacks/active-at-once", test_active_at_once);
  g_test_add_func ("/demo/cfront/callbacks/lapsed", test_lapsed);
  g_test_add_func ("/demo/cfront/callbacks/by-shop", test_by_shop);
  g_test_add_func ("/demo/cfront/callbacks/repeated", test_repeated);
  g_test_add_func ("/demo/cfront/callbacks/given-up", test_given_up);
  g_test_add_func ("/demo/cfront/callbacks/not-callable", test_not_callable);
  g_test_add_func ("/demo/cfront/callbacks/stopped", test_stopped);

  return g_test_run ();
}
