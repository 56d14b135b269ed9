/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-client.h"

#define CREATE      "/api/partners/v2/orders/create"
#define CREATE_DEMO "/api/partners/v2/orders/create-demo"

static DemoClient *
make_client (void)
{
  TrancheDemoOptions options = TRANCHE_DEMO_OPTIONS_INIT;

  options.rate = 0;
  options.customers = FALSE;
  options.day = FALSE;

  return demo_client_new (&options);
}

/* A good body, with @old replaced by @new. */
static char *
make_body (const char *old,
           const char *new)
{
  GString *body = g_string_new (
    "{\"shopId\": \"demo-shop\", \"showcaseId\": \"demo-showcase\", \"sum\": 5499.99,"
    " \"items\": [{\"name\": \"Стул\", \"quantity\": 2, \"price\": 1500,"
    " \"category\": \"Мебель\", \"vendorCode\": \"A-1\"},"
    " {\"name\": \"Стол\", \"quantity\": 1, \"price\": 2499.99}],"
    " \"orderNumber\": \"1\", \"promoCode\": \"default\","
    " \"webhookURL\": \"https://shop.example/hook\","
    " \"successURL\": \"https://shop.example/ok\", \"failURL\": \"https://shop.example/no\","
    " \"returnURL\": \"https://shop.example/\","
    " \"values\": {\"contact\": {\"fio\": {\"lastName\": \"Иванов\", \"firstName\": \"Иван\","
    " \"middleName\": \"Иванович\"}, \"mobilePhone\": \"9998887766\","
    " \"email\": \"ivan@example.com\"}}}");

  if (old)
    g_assert_cmpuint (g_string_replace (body, old, new, 0), >, 0);

  return g_string_free (body, FALSE);
}

static DemoReply *
create (DemoClient *client,
        const char *path,
        const char *old,
        const char *new)
{
  g_autofree char *body = make_body (old, new);

  return demo_client_send (client, "POST", path, NULL, body);
}

static void
test_created (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autoptr (DemoReply) reply = create (client, CREATE, NULL, NULL);
  g_autofree char *link = NULL;

  g_assert_cmpuint (reply->status, ==, 200);
  g_assert_cmpuint (json_object_get_size (demo_reply_get_object (reply)), ==, 2);
  g_assert_true (g_uuid_string_is_valid (demo_reply_get_string (reply, "id")));
  link = g_strdup_printf ("%s/form/%s", tranche_demo_server_get_base_url (client->server),
                          demo_reply_get_string (reply, "id"));
  g_assert_cmpstr (demo_reply_get_string (reply, "link"), ==, link);
}

static void
test_demo_id (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autoptr (DemoReply) reply = create (client, CREATE_DEMO, NULL, NULL);
  const char *id;

  g_assert_cmpuint (reply->status, ==, 200);
  id = demo_reply_get_string (reply, "id");
  g_assert_true (g_str_has_prefix (id, "demo-"));
  g_assert_true (g_uuid_string_is_valid (id + strlen ("demo-")));
}

static void
test_idempotent (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autoptr (DemoReply) first = create (client, CREATE, NULL, NULL);
  g_autoptr (DemoReply) again = create (client, CREATE, NULL, NULL);
  /* Not part of what is ordered. */
  g_autoptr (DemoReply) other_person = create (client, CREATE, "Иванов", "Петров");
  g_autoptr (DemoReply) other_number = create (client, CREATE, "Number\": \"1\"",
                                               "Number\": \"2\"");
  g_autoptr (DemoReply) other_world = create (client, CREATE_DEMO, NULL, NULL);
  g_autoptr (DemoReply) list = NULL;

  g_assert_cmpuint (again->status, ==, 200);
  g_assert_cmpstr (again->body, ==, first->body);
  g_assert_cmpstr (other_person->body, ==, first->body);
  g_assert_cmpuint (other_number->status, ==, 200);
  g_assert_cmpstr (other_number->body, !=, first->body);
  g_assert_cmpuint (other_world->status, ==, 200);
  g_assert_cmpstr (other_world->body, !=, first->body);

  list = demo_client_send (client, "GET", "/demo/orders", NULL, NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (list->root)), ==, 3);
}

static void
test_other_composition (void)
{
  static const char *const changes[][2] = {
    { "Стул", "Шкаф" },
    { "Мебель", "Кухня" },
    { "A-1", "A-2" },
    { "\"quantity\": 2, \"price\": 1500", "\"quantity\": 1, \"price\": 3000" },
    { "default", "installment_0_0_6_6,5" },
    { ", \"vendorCode\": \"A-1\"", "" },
  };
  g_autoptr (DemoClient) client = make_client ();
  g_autoptr (DemoReply) first = create (client, CREATE, NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autoptr (DemoReply) reply = create (client, CREATE, changes[i][0], changes[i][1]);

    demo_assert_message (reply, 422);
  }
}

/* The order of the same number was canceled, and stays so. */
static void
test_again_after_cancel (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autoptr (DemoReply) first = create (client, CREATE, NULL, NULL);
  g_autoptr (DemoReply) canceled = demo_client_call (client, "1", "cancel");
  g_autoptr (DemoReply) again = create (client, CREATE, NULL, NULL);
  g_autoptr (DemoReply) info = demo_client_call (client, "1", "info");

  g_assert_cmpuint (canceled->status, ==, 200);
  g_assert_cmpstr (again->body, ==, first->body);
  g_assert_cmpstr (demo_reply_get_string (info, "status"), ==, "canceled");
}

static void
test_required (void)
{
  static const struct {
    const char *old;
    const char *new;
    const char *text;
  } rows[] = {
    { "\"shopId\"", "\"x\"", "shopId" },
    { "\"demo-shop\"", "null", "shopId" },
    { "\"demo-shop\"", "\"\"", "shopId" },
    { "\"showcaseId\"", "\"x\"", "showcaseId" },
    { "\"sum\"", "\"x\"", "sum" },
    { "\"items\"", "\"x\"", "items" },
    { "\"name\": \"Стул\"", "\"x\": 1", "items[0].name" },
    { "\"quantity\": 1", "\"x\": 1", "items[1].quantity" },
    { "\"price\": 2499.99", "\"x\": 1", "items[1].price" },
    { "\"orderNumber\"", "\"x\"", "orderNumber" },
  };
  g_autoptr (DemoClient) client = make_client ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (DemoReply) reply = create (client, CREATE, rows[i].old, rows[i].new);

    demo_assert_error (reply, rows[i].text);
  }
}

static void
test_types (void)
{
  static const struct {
    const char *old;
    const char *new;
    const char *text;
  } rows[] = {
    { "\"demo-shop\"", "1", "shopId" },
    { "5499.99", "\"5499.99\"", "sum" },
    { "5499.99", "true", "sum" },
    { "\"quantity\": 2", "\"quantity\": 2.5", "items[0].quantity" },
    { "\"quantity\": 2", "\"quantity\": \"2\"", "items[0].quantity" },
    { "\"price\": 1500", "\"price\": \"1500\"", "items[0].price" },
    { "\"Мебель\"", "7", "items[0].category" },
    { "\"A-1\"", "[]", "items[0].vendorCode" },
    { "\"orderNumber\": \"1\"", "\"orderNumber\": 1", "orderNumber" },
    { "\"default\"", "{}", "promoCode" },
    { "\"https://shop.example/ok\"", "1", "successURL" },
    { "\"values\": {", "\"values\": 1, \"x\": {", "values" },
    { "\"fio\": {", "\"fio\": \"\", \"x\": {", "values.contact.fio" },
    { "\"9998887766\"", "9998887766", "values.contact.mobilePhone" },
  };
  g_autoptr (DemoClient) client = make_client ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (DemoReply) reply = create (client, CREATE, rows[i].old, rows[i].new);

    demo_assert_error (reply, rows[i].text);
  }
}

/* Characters count, not bytes. */
static void
test_lengths (void)
{
  static const struct {
    const char *old;
    const char *name;
    guint limit;
    const char *field;
  } rows[] = {
    { "\"orderNumber\": \"1\"", "orderNumber", 64, "orderNumber" },
    { "\"name\": \"Стул\"", "name", 255, "items[0].name" },
    { "\"category\": \"Мебель\"", "category", 255, "items[0].category" },
    { "\"vendorCode\": \"A-1\"", "vendorCode", 64, "items[0].vendorCode" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (DemoClient) client = make_client ();
    g_autoptr (GString) value = g_string_new (NULL);
    g_autofree char *longest = NULL;
    g_autofree char *too_long = NULL;
    g_autoptr (DemoReply) accepted = NULL;
    g_autoptr (DemoReply) refused = NULL;

    for (guint j = 0; j < rows[i].limit; j++)
      g_string_append (value, "щ");
    longest = g_strdup_printf ("\"%s\": \"%s\"", rows[i].name, value->str);
    too_long = g_strdup_printf ("\"%s\": \"%sщ\"", rows[i].name, value->str);

    refused = create (client, CREATE, rows[i].old, too_long);
    demo_assert_field (refused, rows[i].field);
    accepted = create (client, CREATE, rows[i].old, longest);
    g_assert_cmpuint (accepted->status, ==, 200);
  }
}

static void
test_fields (void)
{
  static const struct {
    const char *old;
    const char *new;
    const char *field;
  } rows[] = {
    { "demo-shop", "012345678901234567890123456789012345678901234567890", "shopId" },
    { "\"quantity\": 2", "\"quantity\": 0", "items[0].quantity" },
    { "\"quantity\": 2", "\"quantity\": -1", "items[0].quantity" },
    { "\"price\": 1500", "\"price\": -1500", "items[0].price" },
    { "\"price\": 1500", "\"price\": 1500.001", "items[0].price" },
    { "5499.99", "5499.991", "sum" },
    { "5499.99", "1e300", "sum" },
    { "https://shop.example/hook", "http://shop.example/hook", "webhookURL" },
    { "https://shop.example/hook", "hook", "webhookURL" },
    { "https://shop.example/ok", "ftp://shop.example/", "successURL" },
    { "https://shop.example/no", "not a link", "failURL" },
    { "\"https://shop.example/\"", "\"//\"", "returnURL" },
    { "9998887766", "12345", "values.contact.mobilePhone" },
    { "ivan@example.com", "ivan", "values.contact.email" },
    { "ivan@example.com", "@example.com", "values.contact.email" },
    { "\"promoCode\"", "\"demoFlow\": \"dance\", \"promoCode\"", "demoFlow" },
  };
  g_autoptr (DemoClient) client = make_client ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (DemoReply) reply = create (client, CREATE_DEMO, rows[i].old, rows[i].new);

    demo_assert_field (reply, rows[i].field);
  }
}

static void
test_sums (void)
{
  static const struct {
    const char *old;
    const char *new;
  } rows[] = {
    { "5499.99", "5499.98" },
    { "5499.99", "5500" },
    { "5499.99", "0" },
    { "\"quantity\": 2", "\"quantity\": 3" },
    { "\"quantity\": 2", "\"quantity\": 2147483647" },
    { "[{\"name\": \"Стул\", \"quantity\": 2, \"price\": 1500,", "[], \"x\": [{" },
    { "\"default\"", "\"installment_0_0_24_17,9\"" },
    { "\"default\"", "\"installment_9_9\"" },
    { "demo-shop", "another-shop" },
    { "demo-showcase", "demo-showcase-9" },
  };
  g_autoptr (DemoClient) client = make_client ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (DemoReply) reply = create (client, CREATE, rows[i].old, rows[i].new);

    demo_assert_error (reply, "");
  }
}

/* What is optional may be left out or null, and what is unknown is ignored. */
static void
test_lenient (void)
{
  static const char *const bodies[] = {
    "{\"shopId\": \"demo-shop\", \"showcaseId\": \"demo-showcase\", \"sum\": 100000,"
    " \"items\": [{\"name\": \"iPhone\", \"quantity\": 1, \"price\": 100000}]}",
    "{\"shopId\": \"demo-shop\", \"showcaseId\": \"demo-showcase\", \"sum\": 1e5,"
    " \"items\": [{\"name\": \"iPhone\", \"quantity\": 1, \"price\": 100000.00,"
    " \"category\": null, \"vendorCode\": null}], \"orderNumber\": null, \"values\": null,"
    " \"promoCode\": null, \"webhookURL\": null, \"future\": {\"a\": [1, 2]}}",
    "{\"shopId\": \"demo-shop\", \"showcaseId\": \"demo-showcase\", \"sum\": 100000,"
    " \"items\": [{\"name\": \"iPhone\", \"quantity\": 1, \"price\": 100000},"
    " {\"name\": \"Подарок\", \"quantity\": 1, \"price\": 0}], \"demoFlow\": \"sms\","
    " \"values\": {\"contact\": {\"mobilePhone\": \"+7 (999) 888-77-66\", \"email\": \"\"}}}",
  };
  g_autoptr (DemoClient) client = make_client ();

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_autoptr (DemoReply) reply = demo_client_send (client, "POST", CREATE, NULL, bodies[i]);

    g_assert_cmpuint (reply->status, ==, 200);
  }
}

/* Without a number of the shop, the bank's id is the number. */
static void
test_no_number (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autofree char *body = make_body ("\"orderNumber\": \"1\",", "");
  GString *text = g_string_new (body);
  g_autoptr (DemoReply) a = NULL;
  g_autoptr (DemoReply) b = NULL;
  g_autoptr (DemoReply) info = NULL;

  g_string_replace (text, "\"webhookURL\": \"https://shop.example/hook\",", "", 0);
  a = demo_client_send (client, "POST", CREATE, NULL, text->str);
  b = demo_client_send (client, "POST", CREATE, NULL, text->str);
  g_string_free (text, TRUE);

  g_assert_cmpuint (a->status, ==, 200);
  g_assert_cmpstr (demo_reply_get_string (a, "id"), !=, demo_reply_get_string (b, "id"));
  info = demo_client_call (client, demo_reply_get_string (b, "id"), "info");
  g_assert_cmpstr (demo_reply_get_string (info, "id"), ==, demo_reply_get_string (b, "id"));
}

static void
test_malformed (void)
{
  static const char *const bodies[] = {
    "", " ", "{", "[]", "null", "\"x\"", "{\"shopId\": \"demo-shop\",}", "{'a': 1}",
    "{} // comment", "{\"a\": \xff}", "<xml/>", "{\"a\": NaN}",
  };
  g_autoptr (DemoClient) client = make_client ();
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autoptr (DemoReply) nested = demo_client_send (client, "POST", CREATE, NULL, deep);

  demo_assert_message (nested, 400);
  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_autoptr (DemoReply) reply = demo_client_send (client, "POST", CREATE, NULL, bodies[i]);

    demo_assert_message (reply, 400);
  }
}

static void
test_initial_stage (void)
{
  static const struct {
    const char *stage;
    const char *status;
  } rows[] = {
    { "filling", "new" },
    { "wait-offer", "inprogress" },
    { "wait-offer-timeout", "inprogress" },
    { "offers-all", "approved" },
    { "kvk-signing-sms", "approved" },
    { "ses-documents", "approved" },
    { "appointment", "approved" },
  };
  g_autoptr (DemoClient) client = make_client ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *new = g_strdup_printf ("initialStage\": \"%s\", \"orderNumber\": \"%s\"",
                                            rows[i].stage, rows[i].stage);
    g_autofree char *path = g_strdup_printf ("/api/partners/v2/orders/%s/info", rows[i].stage);
    g_autoptr (DemoReply) reply = create (client, CREATE_DEMO, "orderNumber\": \"1\"", new);
    g_autoptr (DemoReply) info = demo_client_send (client, "GET", path,
                                                   "demo-demo-showcase", NULL);

    g_assert_cmpuint (reply->status, ==, 200);
    g_assert_cmpstr (demo_reply_get_string (info, "status"), ==, rows[i].status);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo/create/created", test_created);
  g_test_add_func ("/demo/create/demo-id", test_demo_id);
  g_test_add_func ("/demo/create/idempotent", test_idempotent);
  g_test_add_func ("/demo/create/other-composition", test_other_composition);
  g_test_add_func ("/demo/create/again-after-cancel", test_again_after_cancel);
  g_test_add_func ("/demo/create/required", test_required);
  g_test_add_func ("/demo/create/types", test_types);
  g_test_add_func ("/demo/create/lengths", test_lengths);
  g_test_add_func ("/demo/create/fields", test_fields);
  g_test_add_func ("/demo/create/sums", test_sums);
  g_test_add_func ("/demo/create/lenient", test_lenient);
  g_test_add_func ("/demo/create/no-number", test_no_number);
  g_test_add_func ("/demo/create/malformed", test_malformed);
  g_test_add_func ("/demo/create/initial-stage", test_initial_stage);

  return g_test_run ();
}
