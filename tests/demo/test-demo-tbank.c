/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-client.h"

#define ORDERS "/api/partners/v2/orders/"

/* Customers do nothing, and nothing is there. */
static TrancheDemoOptions
get_options (void)
{
  TrancheDemoOptions options = TRANCHE_DEMO_OPTIONS_INIT;

  options.rate = 0;
  options.customers = FALSE;
  options.day = FALSE;

  return options;
}

static DemoClient *
make_client (void)
{
  TrancheDemoOptions options = get_options ();

  return demo_client_new (&options);
}

static void
assert_call (DemoClient *client,
             const char *number,
             const char *method,
             guint       status)
{
  g_autoptr (DemoReply) reply = demo_client_call (client, number, method);

  if (status == 200)
    g_assert_cmpuint (reply->status, ==, 200);
  else
    demo_assert_message (reply, status);
}

/* Exactly these members, and no others. */
static void
assert_members (DemoReply  *reply,
                const char *names)
{
  g_auto (GStrv) expected = g_strsplit (names, " ", -1);
  JsonObject *object = demo_reply_get_object (reply);

  for (gsize i = 0; expected[i] != NULL; i++) {
    if (!json_object_has_member (object, expected[i]))
      g_error ("“%s” is not in %s", expected[i], reply->body);
  }

  g_assert_cmpuint (json_object_get_size (object), ==, g_strv_length (expected));
}

static void
assert_time (DemoReply  *reply,
             const char *name)
{
  const char *text = demo_reply_get_string (reply, name);

  g_assert_true (g_regex_match_simple ("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3,6}Z$",
                                       text, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT));
}

#define ALWAYS \
  "id status created_at demo committed order_amount appropriate_signing_types " \
  "expected_overdue_at items"
#define PERSON " first_name last_name middle_name phone"
#define OFFER  " first_payment credit_amount transfer_amount product term monthly_payment"
#define SIGNED " loan_number chosen_bank signing_type"

static void
create_full (DemoClient *client)
{
  g_autoptr (DemoReply) reply = demo_client_send (
    client, "POST", ORDERS "create", NULL,
    "{\"shopId\": \"demo-shop\", \"showcaseId\": \"demo-showcase\", \"sum\": 102499.99,"
    " \"orderNumber\": \"1\", \"promoCode\": \"installment_0_0_6_6,5\","
    " \"items\": [{\"name\": \"Стул\", \"quantity\": 1, \"price\": 2499.99,"
    " \"category\": \"Мебель\", \"vendorCode\": \"A-1\"},"
    " {\"name\": \"Диван\", \"quantity\": 2, \"price\": 50000}],"
    " \"values\": {\"contact\": {\"fio\": {\"lastName\": \"Иванов\", \"firstName\": \"Иван\","
    " \"middleName\": \"Иванович\"}, \"mobilePhone\": \"9998887760\","
    " \"email\": \"ivan@example.com\"}}}");

  g_assert_cmpuint (reply->status, ==, 200);
}

static void
test_info_new (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autoptr (DemoReply) reply = NULL;

  create_full (client);
  reply = demo_client_call (client, "1", "info");
  g_assert_cmpuint (reply->status, ==, 200);
  assert_members (reply, ALWAYS);
  g_assert_cmpstr (demo_reply_get_string (reply, "id"), ==, "1");
  g_assert_cmpstr (demo_reply_get_string (reply, "status"), ==, "new");
  assert_time (reply, "created_at");
  assert_time (reply, "expected_overdue_at");
  g_assert_nonnull (strstr (reply->body, "\"demo\":false"));
  g_assert_nonnull (strstr (reply->body, "\"committed\":false"));
  g_assert_nonnull (strstr (reply->body, "\"order_amount\":102499.99,"));
  g_assert_nonnull (strstr (reply->body, "\"appropriate_signing_types\":[]"));
  g_assert_nonnull (strstr (reply->body,
                            "\"items\":[{\"name\":\"Стул\",\"quantity\":1,\"price\":2499.99,"
                            "\"category\":\"Мебель\",\"vendorCode\":\"A-1\"},"
                            "{\"name\":\"Диван\",\"quantity\":2,\"price\":50000,"
                            "\"vendorCode\":null}]"));
}

static void
test_info_later (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autoptr (DemoReply) inprogress = NULL;
  g_autoptr (DemoReply) approved = NULL;
  g_autoptr (DemoReply) cooling = NULL;

  create_full (client);
  demo_client_act (client, "1", "{\"do\": \"confirm\"}");
  inprogress = demo_client_call (client, "1", "info");
  assert_members (inprogress, ALWAYS PERSON " email");
  g_assert_cmpstr (demo_reply_get_string (inprogress, "status"), ==, "inprogress");
  g_assert_cmpstr (demo_reply_get_string (inprogress, "last_name"), ==, "Иванов");
  g_assert_cmpstr (demo_reply_get_string (inprogress, "phone"), ==, "+79998887760");

  demo_client_act (client, "1", "{\"do\": \"approve\"}");
  approved = demo_client_call (client, "1", "info");
  assert_members (approved, ALWAYS PERSON " email" OFFER);
  g_assert_cmpstr (demo_reply_get_string (approved, "status"), ==, "approved");
  g_assert_cmpstr (demo_reply_get_string (approved, "product"), ==, "installment_credit");
  g_assert_nonnull (strstr (approved->body, "\"transfer_amount\":95837.49,"));
  g_assert_nonnull (strstr (approved->body, "\"monthly_payment\":17083.34,"));
  g_assert_nonnull (strstr (approved->body, "\"first_payment\":0,"));
  g_assert_nonnull (strstr (approved->body, "\"term\":6,"));
  g_assert_nonnull (strstr (approved->body, "\"appropriate_signing_types\":[\"sms\",\"bank\"]"));

  demo_client_act (client, "1", "{\"do\": \"sign\", \"cooling_seconds\": 3600}");
  cooling = demo_client_call (client, "1", "info");
  assert_members (cooling, ALWAYS PERSON " email" OFFER SIGNED " commit_cooldown");
  g_assert_cmpstr (demo_reply_get_string (cooling, "status"), ==, "signed");
  g_assert_cmpstr (demo_reply_get_string (cooling, "signing_type"), ==, "sms");
}

static void
test_commit (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autoptr (DemoReply) reply = NULL;

  create_full (client);
  assert_call (client, "1", "commit", 422);
  demo_client_act (client, "1", "{\"do\": \"approve\"}");
  assert_call (client, "1", "commit", 422);
  demo_client_act (client, "1", "{\"do\": \"sign\"}");
  reply = demo_client_call (client, "1", "commit");
  g_assert_cmpuint (reply->status, ==, 200);
  g_assert_cmpstr (demo_reply_get_string (reply, "status"), ==, "signed");
  g_assert_nonnull (strstr (reply->body, "\"committed\":true"));
  assert_members (reply, ALWAYS PERSON " email" OFFER SIGNED);
  assert_call (client, "1", "commit", 422);
  assert_call (client, "1", "cancel", 422);
}

static void
test_cooling (void)
{
  g_autoptr (DemoClient) client = make_client ();

  create_full (client);
  demo_client_act (client, "1", "{\"do\": \"sign\", \"cooling_seconds\": 3600}");
  assert_call (client, "1", "commit", 422);
  demo_client_act (client, "1", "{\"do\": \"end-cooling\"}");
  assert_call (client, "1", "commit", 200);
}

static void
test_cancel (void)
{
  static const char *const acts[] = { NULL, "confirm", "approve", "appoint", "sign" };

  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++) {
    g_autoptr (DemoClient) client = make_client ();
    g_autofree char *command = g_strdup_printf ("{\"do\": \"%s\"}", acts[i]);
    g_autoptr (DemoReply) reply = NULL;

    create_full (client);
    if (acts[i])
      demo_client_act (client, "1", command);
    reply = demo_client_call (client, "1", "cancel");
    g_assert_cmpuint (reply->status, ==, 200);
    g_assert_cmpstr (demo_reply_get_string (reply, "status"), ==, "canceled");
    assert_call (client, "1", "cancel", 422);
    assert_call (client, "1", "commit", 422);
    assert_call (client, "1", "info", 200);
  }
}

static void
test_rejected (void)
{
  g_autoptr (DemoClient) client = make_client ();

  create_full (client);
  demo_client_act (client, "1", "{\"do\": \"reject\"}");
  assert_call (client, "1", "cancel", 422);
  assert_call (client, "1", "commit", 422);
}

static void
test_cancel_demo (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autoptr (DemoReply) refused = NULL;
  g_autoptr (DemoReply) canceled = NULL;

  demo_client_create (client, "1", "9998887760", "sms");
  refused = demo_client_send (client, "POST", ORDERS "1/cancel", "demo-demo-showcase", NULL);
  demo_assert_message (refused, 403);
  g_assert_cmpstr (demo_reply_get_string (refused, "message"), ==,
                   "Запрещено отменять эту заявку");
  demo_client_act (client, "1", "{\"do\": \"confirm\", \"demo\": true}");
  canceled = demo_client_send (client, "POST", ORDERS "1/cancel", "demo-demo-showcase", NULL);
  g_assert_cmpuint (canceled->status, ==, 200);
  g_assert_nonnull (strstr (canceled->body, "\"demo\":true"));
}

static void
test_auto_commit (void)
{
  TrancheDemoOptions options = get_options ();
  g_autoptr (DemoClient) client = NULL;
  g_autoptr (DemoReply) info = NULL;

  options.auto_commit = TRUE;
  client = demo_client_new (&options);
  create_full (client);
  demo_client_act (client, "1", "{\"do\": \"sign\"}");
  info = demo_client_call (client, "1", "info");
  g_assert_nonnull (strstr (info->body, "\"committed\":true"));
  assert_call (client, "1", "cancel", 422);
  assert_call (client, "1", "commit", 422);
}

static void
test_unauthorized (void)
{
  static const char *const headers[] = {
    NULL,
    "",
    "Basic",
    "Basic !!!",
    "Bearer demo-password",
    /* demo-showcase */
    "Basic ZGVtby1zaG93Y2FzZQ==",
    /* demo-showcase:wrong */
    "Basic ZGVtby1zaG93Y2FzZTp3cm9uZw==",
    /* nobody:demo-password */
    "Basic bm9ib2R5OmRlbW8tcGFzc3dvcmQ=",
    /* demo-demo-demo-showcase:demo-password */
    "Basic ZGVtby1kZW1vLWRlbW8tc2hvd2Nhc2U6ZGVtby1wYXNzd29yZA==",
  };
  g_autoptr (DemoClient) client = make_client ();
  g_autofree char *url = NULL;

  create_full (client);
  url = g_strconcat (tranche_demo_server_get_base_url (client->server), ORDERS "1/info", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (headers); i++) {
    SoupMessage *message = soup_message_new ("GET", url);
    g_autoptr (DemoReply) reply = NULL;

    if (headers[i])
      soup_message_headers_replace (soup_message_get_request_headers (message),
                                    "Authorization", headers[i]);
    reply = demo_client_send_message (client, message);
    demo_assert_message (reply, 401);
    g_assert_nonnull (soup_message_headers_get_one (reply->headers, "WWW-Authenticate"));
  }
}

/* Real and demo orders are separate worlds, and so are two showcases. */
static void
test_namespaces (void)
{
  static const struct {
    const char *number;
    const char *login;
    guint status;
  } rows[] = {
    { "real", "demo-showcase", 200 },
    { "real", "demo-demo-showcase", 403 },
    { "real", "demo-showcase-2", 403 },
    { "demo", "demo-demo-showcase", 200 },
    { "demo", "demo-showcase", 403 },
    { "demo", "demo-demo-showcase-2", 403 },
    { "none", "demo-showcase", 404 },
    { "none", "demo-demo-showcase", 404 },
  };
  g_autoptr (DemoClient) client = make_client ();

  demo_client_create (client, "real", "9998887760", NULL);
  demo_client_create (client, "demo", "9998887760", "sms");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strdup_printf (ORDERS "%s/info", rows[i].number);
    g_autoptr (DemoReply) reply = demo_client_send (client, "GET", path, rows[i].login, NULL);

    g_assert_cmpuint (reply->status, ==, rows[i].status);
  }

  assert_call (client, "none", "commit", 404);
  assert_call (client, "none", "cancel", 404);
  assert_call (client, "demo", "cancel", 403);
}

static void
test_encoding (void)
{
  static const char *const numbers[] = {
    "a/b ц", "/", "a%2Fb", "100%", "a?b#c", "a+b", "№ 7", "create",
  };
  g_autoptr (DemoClient) client = make_client ();
  g_autoptr (DemoReply) literal = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++) {
    g_autoptr (DemoReply) reply = NULL;

    demo_client_create (client, numbers[i], "9998887760", NULL);
    reply = demo_client_call (client, numbers[i], "info");
    g_assert_cmpuint (reply->status, ==, 200);
    g_assert_cmpstr (demo_reply_get_string (reply, "id"), ==, numbers[i]);
  }

  literal = demo_client_send (client, "GET", ORDERS "a%2Fb%20%D1%86/info", "demo-showcase", NULL);
  g_assert_cmpstr (demo_reply_get_string (literal, "id"), ==, "a/b ц");
}

static void
test_paths (void)
{
  static const struct {
    const char *method;
    const char *path;
    guint status;
  } rows[] = {
    { "GET", ORDERS "create", 405 },
    { "PUT", ORDERS "create-demo", 405 },
    { "POST", ORDERS "1/info", 405 },
    { "GET", ORDERS "1/commit", 405 },
    { "DELETE", ORDERS "1/cancel", 405 },
    { "GET", ORDERS "1", 404 },
    { "GET", ORDERS "1/status", 404 },
    { "GET", ORDERS "1/info/", 404 },
    { "GET", ORDERS "/info", 404 },
    { "GET", ORDERS "a/b/info", 404 },
    { "GET", "/api/partners/v1/orders/1/info", 404 },
    { "GET", "/api", 404 },
    { "GET", "/", 404 },
    { "GET", ORDERS "%ff/info", 400 },
    { "GET", ORDERS "%00/info", 400 },
  };
  g_autoptr (DemoClient) client = make_client ();

  demo_client_create (client, "1", "9998887760", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (DemoReply) reply = demo_client_send (client, rows[i].method, rows[i].path,
                                                    "demo-showcase", NULL);

    demo_assert_message (reply, rows[i].status);
    if (rows[i].status == 405)
      g_assert_nonnull (soup_message_headers_get_one (reply->headers, "Allow"));
  }
}

static void
test_rate (void)
{
  TrancheDemoOptions options = get_options ();
  g_autoptr (DemoClient) client = NULL;
  g_autoptr (DemoReply) control = NULL;

  /* One a second, so that no machine is slow enough to be within it. */
  options.rate = 1;
  client = demo_client_new (&options);
  demo_client_create (client, "1", "9998887760", NULL);

  for (int i = 0; i < 1000; i++) {
    g_autoptr (DemoReply) reply = demo_client_call (client, "1", "info");

    if (reply->status == 200)
      continue;

    demo_assert_message (reply, 429);
    g_assert_cmpstr (soup_message_headers_get_one (reply->headers, "Retry-After"), ==, "1");
    break;
  }

  /* What is not the bank's API is not counted. */
  control = demo_client_send (client, "GET", "/demo/orders", NULL, NULL);
  g_assert_cmpuint (control->status, ==, 200);
}

static void
test_customers (void)
{
  static const struct {
    const char *phone;
    const char *status;
  } rows[] = {
    { "9998887760", "signed" },   { "9998887761", "signed" },   { "9998887762", "signed" },
    { "9998887763", "rejected" }, { "9998887764", "rejected" }, { "9998887765", "signed" },
    { "9998887767", "signed" },   { "9998887768", "inprogress" },
    { "9998887769", "canceled" },
  };
  TrancheDemoOptions options = get_options ();
  g_autoptr (DemoClient) client = NULL;

  options.customers = TRUE;
  options.speed = 1000000;
  client = demo_client_new (&options);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    demo_client_create (client, rows[i].phone, rows[i].phone, NULL);
    demo_client_wait (client, rows[i].phone, rows[i].status);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo/tbank/info-new", test_info_new);
  g_test_add_func ("/demo/tbank/info-later", test_info_later);
  g_test_add_func ("/demo/tbank/commit", test_commit);
  g_test_add_func ("/demo/tbank/cooling", test_cooling);
  g_test_add_func ("/demo/tbank/cancel", test_cancel);
  g_test_add_func ("/demo/tbank/rejected", test_rejected);
  g_test_add_func ("/demo/tbank/cancel-demo", test_cancel_demo);
  g_test_add_func ("/demo/tbank/auto-commit", test_auto_commit);
  g_test_add_func ("/demo/tbank/unauthorized", test_unauthorized);
  g_test_add_func ("/demo/tbank/namespaces", test_namespaces);
  g_test_add_func ("/demo/tbank/encoding", test_encoding);
  g_test_add_func ("/demo/tbank/paths", test_paths);
  g_test_add_func ("/demo/tbank/rate", test_rate);
  g_test_add_func ("/demo/tbank/customers", test_customers);

  return g_test_run ();
}
