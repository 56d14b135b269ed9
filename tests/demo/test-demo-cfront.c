/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-cfront-client.h"

#include "demo/demo-request.h"

static DemoClient *
make_client (void)
{
  TrancheDemoOptions options = TRANCHE_DEMO_OPTIONS_INIT;

  options.customers = FALSE;
  options.day = FALSE;

  return demo_client_new (&options);
}

static void
act (DemoClient *client,
     const char *number,
     const char *what)
{
  g_autofree char *command = g_strdup_printf ("{\"do\": \"%s\", \"dialect\": \"cfront\"}", what);

  demo_client_act (client, number, command);
}

/* The example that the bank prints, blank and all. */
static void
test_signature_vector (void)
{
  const char *const body = "{\"phone\": \"+380000000001\"}";
  g_autofree char *signature = cfront_sign (body, strlen (body));
  g_autoptr (DemoClient) client = make_client ();
  g_autoptr (DemoReply) reply = NULL;

  g_assert_cmpstr (signature, ==, "8pDKBX8Y1t5j0IWpf6rRNGLJmu4OG+NJznP74mO6AXQ=");
  reply = cfront_call (client, "/api/client/validate", body);
  g_assert_cmpuint (reply->status, ==, 200);
}

static void
test_wrong_signature (void)
{
  const char *const body = "{\"phone\":\"+380000000001\"}";
  const char *const path = "/api/client/validate";
  g_autoptr (DemoClient) client = make_client ();
  g_autofree char *signature = cfront_sign (body, strlen (body));
  g_autoptr (DemoReply) none = cfront_send (client, "POST", path, TRANCHE_DEMO_STORE_ID, NULL, body);
  g_autoptr (DemoReply) wrong = cfront_send (client, "POST", path, TRANCHE_DEMO_STORE_ID, "x", body);
  g_autoptr (DemoReply) no_store = cfront_send (client, "POST", path, NULL, signature, body);
  g_autoptr (DemoReply) stranger = cfront_send (client, "POST", path, "stranger", signature, body);
  g_autoptr (DemoReply) other_bytes = cfront_send (client, "POST", path, TRANCHE_DEMO_STORE_ID,
                                                   signature, "{\"phone\": \"+380000000001\"}");
  /* The signature is looked at before the body is. */
  g_autoptr (DemoReply) garbage = cfront_send (client, "POST", path, TRANCHE_DEMO_STORE_ID,
                                               signature, "{");

  cfront_assert_refusal (none, 401, "Підпис");
  cfront_assert_refusal (wrong, 401, "Підпис");
  cfront_assert_refusal (no_store, 401, "Підпис");
  cfront_assert_refusal (stranger, 401, "Підпис");
  cfront_assert_refusal (other_bytes, 401, "Підпис");
  cfront_assert_refusal (garbage, 401, "Підпис");
}

static void
test_not_json (void)
{
  static const char *const bodies[] = { "", "{", "[]", "\"x\"", "null", "{\"phone\":}", "\xff" };
  g_autoptr (DemoClient) client = make_client ();

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_autoptr (DemoReply) reply = cfront_call (client, "/api/order/state", bodies[i]);

    cfront_assert_refusal (reply, 400, "Тіло запиту не відповідає формату json");
  }
}

static void
test_paths (void)
{
  static const char *const unknown[] = {
    "/api/order", "/api/order/", "/api/order/create/", "/api/v2/order/create", "/api/v3/client/validate",
  };
  g_autoptr (DemoClient) client = make_client ();
  g_autoptr (DemoReply) get = cfront_send (client, "GET", "/api/order/state",
                                           TRANCHE_DEMO_STORE_ID, NULL, "");

  demo_assert_message (get, 405);
  g_assert_cmpstr (soup_message_headers_get_one (get->headers, "Allow"), ==, "POST");

  for (gsize i = 0; i < G_N_ELEMENTS (unknown); i++) {
    g_autoptr (DemoReply) reply = cfront_call (client, unknown[i], "{}");

    demo_assert_message (reply, 404);
  }
}

static void
test_large_body (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autofree char *body = g_strnfill (TRANCHE_DEMO_BODY_LIMIT + 1, ' ');
  g_autoptr (DemoReply) reply = cfront_send (client, "POST", "/api/order/create",
                                             TRANCHE_DEMO_STORE_ID, NULL, body);

  demo_assert_message (reply, 413);
}

/* The T-Bank side has no part in this dialect. */
static void
test_trace (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autoptr (DemoReply) a = cfront_call (client, "/api/order/state", "{}");
  g_autoptr (DemoReply) b = cfront_call (client, "/api/order/state", "{}");
  g_autoptr (DemoReply) other = demo_client_call (client, "1", "info");

  g_assert_cmpstr (soup_message_headers_get_one (a->headers, "Trace-Id"), !=,
                   soup_message_headers_get_one (b->headers, "Trace-Id"));
  g_assert_null (soup_message_headers_get_one (other->headers, "Trace-Id"));
}

static void
test_found (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autoptr (DemoReply) found = cfront_call (client, "/api/client/validate",
                                             "{\"phone\": \"+380500000124\"}");
  g_autoptr (DemoReply) again = cfront_call (client, "/api/client/validate",
                                             "{\"phone\": \"+380500000124\"}");
  g_autoptr (DemoReply) simple = cfront_call (client, "/api/v2/client/validate",
                                              "{\"phone\": \"+380500000124\"}");
  JsonObject *person;
  const char *tax_code;

  g_assert_cmpuint (found->status, ==, 200);
  g_assert_true (json_object_get_boolean_member (demo_reply_get_object (found), "found"));
  person = json_object_get_object_member (demo_reply_get_object (found), "client");
  g_assert_cmpuint (json_object_get_size (person), ==, 4);
  g_assert_nonnull (json_object_get_string_member (person, "first_name"));
  g_assert_nonnull (json_object_get_string_member (person, "last_name"));
  g_assert_nonnull (json_object_get_string_member (person, "middle_name"));
  tax_code = json_object_get_string_member (person, "inn");
  g_assert_cmpuint (strlen (tax_code), ==, 10);
  g_assert_cmpuint (strspn (tax_code, "0123456789"), ==, 10);
  g_assert_cmpstr (again->body, ==, found->body);
  g_assert_cmpstr (simple->body, ==, "{\"found\":true}");
}

static void
test_not_found (void)
{
  TrancheDemoOptions options = TRANCHE_DEMO_OPTIONS_INIT;
  g_autoptr (DemoClient) client = make_client ();
  g_autoptr (DemoClient) globus = NULL;
  g_autoptr (DemoReply) reply = NULL;
  g_autoptr (DemoReply) simple = NULL;
  g_autoptr (DemoReply) refused = NULL;

  reply = cfront_call (client, "/api/client/validate", "{\"phone\": \"+380500000129\"}");
  g_assert_cmpuint (reply->status, ==, 200);
  g_assert_cmpstr (reply->body, ==, "{\"found\":false}");
  simple = cfront_call (client, "/api/v2/client/validate", "{\"phone\": \"+380500000129\"}");
  g_assert_cmpstr (simple->body, ==, "{\"found\":false}");

  options.cfront.not_found_as_error = TRUE;
  globus = demo_client_new (&options);
  refused = cfront_call (globus, "/api/client/validate", "{\"phone\": \"+380500000129\"}");
  cfront_assert_refusal (refused, 400, "Клієнта не знайдено");
}

/* Who was invited is a customer a little later. */
static void
test_invited (void)
{
  const char *const body = "{\"phone\": \"+380500000199\"}";
  TrancheDemoOptions options = TRANCHE_DEMO_OPTIONS_INIT;
  g_autoptr (DemoClient) client = NULL;
  g_autofree char *unknown = NULL;
  g_autofree char *known = NULL;
  gboolean found = FALSE;

  options.speed = 100000;
  client = demo_client_new (&options);
  unknown = cfront_create (client, "1", "+380500000199");
  cfront_wait (client, unknown, "CLIENT_NOT_FOUND");

  /* No more than one may ask in a minute. */
  for (guint i = 0; i < 10 && !found; i++) {
    g_autoptr (DemoReply) reply = cfront_call (client, "/api/v2/client/validate", body);

    found = json_object_get_boolean_member (demo_reply_get_object (reply), "found");
    g_assert_true (i > 0 || !found);
  }

  g_assert_true (found);
  known = cfront_create (client, "2", "+380500000199");
  cfront_wait (client, known, "WAITING_FOR_STORE_CONFIRM");
}

static void
test_wrong_phone (void)
{
  static const char *const phones[] = {
    "\"380500000001\"", "\"+38050000000\"", "\"+3805000000011\"", "\"+380 50 000 00 01\"", "\"\"",
    "null", "true", "[]", "\"+79161234567\"", "\"+38050000000x\"",
  };
  g_autoptr (DemoClient) client = make_client ();
  g_autoptr (DemoReply) missing = cfront_call (client, "/api/client/validate", "{}");

  cfront_assert_refusal (missing, 400, "phone");
  for (gsize i = 0; i < G_N_ELEMENTS (phones); i++) {
    g_autofree char *body = g_strdup_printf ("{\"phone\": %s}", phones[i]);
    g_autoptr (DemoReply) v1 = cfront_call (client, "/api/client/validate", body);
    g_autoptr (DemoReply) v2 = cfront_call (client, "/api/v2/client/validate", body);

    cfront_assert_refusal (v1, 400, "phone");
    cfront_assert_refusal (v2, 400, "phone");
  }
}

/* Too often is too often for one phone, not for others. */
static void
test_pestering (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autoptr (DemoReply) other = NULL;
  guint status = 200;

  for (guint i = 0; i < 50 && status == 200; i++) {
    g_autoptr (DemoReply) reply = cfront_call (client, "/api/client/validate",
                                               "{\"phone\": \"+380500000001\"}");

    status = reply->status;
    if (status != 200)
      cfront_assert_refusal (reply, 429, "Забагато");
  }

  g_assert_cmpuint (status, ==, 429);
  other = cfront_call (client, "/api/client/validate", "{\"phone\": \"+380500000011\"}");
  g_assert_cmpuint (other->status, ==, 200);
}

static void
test_closed_store (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autofree char *body = cfront_order_body ("1", "+380500000002", "");
  g_autoptr (DemoReply) created = cfront_call_as (client, TRANCHE_DEMO_CLOSED_STORE_ID,
                                                  "/api/order/create", body);
  g_autoptr (DemoReply) validated = cfront_call_as (client, TRANCHE_DEMO_CLOSED_STORE_ID,
                                                    "/api/client/validate",
                                                    "{\"phone\": \"+380500000001\"}");

  cfront_assert_refusal (created, 403, "заборонено");
  cfront_assert_refusal (validated, 403, "заборонено");
}

static void
test_unknown_order (void)
{
  static const char *const paths[] = {
    "/api/order/state", "/api/order/confirm", "/api/order/reject",
  };
  g_autoptr (DemoClient) client = make_client ();
  g_autofree char *id = cfront_create (client, "1", "+380500000002");
  g_autofree char *foreign = g_strdup_printf ("{\"order_id\": \"%s\"}", id);

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autoptr (DemoReply) unknown =
      cfront_call_order (client, paths[i], "fa4a8249-336e-4e6d-9b85-79bc8be62377");
    g_autoptr (DemoReply) other = cfront_call_as (client, TRANCHE_DEMO_OTHER_STORE_ID, paths[i],
                                                  foreign);
    g_autoptr (DemoReply) no_uuid = cfront_call_order (client, paths[i], "1");
    g_autoptr (DemoReply) missing = cfront_call (client, paths[i], "{}");

    cfront_assert_refusal (unknown, 404, "не знайдене");
    cfront_assert_refusal (other, 404, "не знайдене");
    cfront_assert_refusal (no_uuid, 400, "order_id");
    cfront_assert_refusal (missing, 400, "order_id: обов’язкове поле");
  }
}

static void
test_state (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autofree char *id = cfront_create (client, "1", "+380500000002");
  g_autofree char *expected = g_strdup_printf (
    "{\"order_id\":\"%s\",\"state\":\"IN_PROCESS\",\"order_sub_state\":\"WAITING_FOR_CLIENT\"}", id);
  g_autoptr (DemoReply) reply = cfront_call_order (client, "/api/order/state", id);

  g_assert_cmpstr (reply->body, ==, expected);
}

static void
test_confirm (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autofree char *id = cfront_create (client, "1", "+380500000004");
  g_autoptr (DemoReply) early = cfront_call_order (client, "/api/order/confirm", id);
  g_autoptr (DemoReply) reply = NULL;
  g_autoptr (DemoReply) twice = NULL;
  g_autoptr (DemoReply) rejected = NULL;

  cfront_assert_refusal (early, 400, "IN_PROCESS/WAITING_FOR_CLIENT");
  act (client, "1", "approve");
  cfront_assert_state (client, id, "IN_PROCESS", "WAITING_FOR_STORE_CONFIRM");
  reply = cfront_call_order (client, "/api/order/confirm", id);
  g_assert_cmpuint (reply->status, ==, 200);
  g_assert_cmpstr (demo_reply_get_string (reply, "state"), ==, "SUCCESS");
  g_assert_cmpstr (demo_reply_get_string (reply, "order_sub_state"), ==, "ACTIVE");
  g_assert_false (json_object_has_member (demo_reply_get_object (reply), "message"));
  twice = cfront_call_order (client, "/api/order/confirm", id);
  cfront_assert_refusal (twice, 400, "SUCCESS/ACTIVE");
  rejected = cfront_call_order (client, "/api/order/reject", id);
  cfront_assert_refusal (rejected, 400, "SUCCESS/ACTIVE");
}

static void
test_reject (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autofree char *waiting = cfront_create (client, "1", "+380500000004");
  g_autofree char *agreed = cfront_create (client, "2", "+380500000004");
  g_autoptr (DemoReply) a = NULL;
  g_autoptr (DemoReply) b = NULL;
  g_autoptr (DemoReply) twice = NULL;
  g_autoptr (DemoReply) confirmed = NULL;

  act (client, "2", "approve");
  a = cfront_call_order (client, "/api/order/reject", waiting);
  b = cfront_call_order (client, "/api/order/reject", agreed);
  g_assert_cmpuint (a->status, ==, 200);
  g_assert_cmpstr (demo_reply_get_string (a, "state"), ==, "FAIL");
  g_assert_cmpstr (demo_reply_get_string (a, "order_sub_state"), ==, "REJECTED_BY_STORE");
  g_assert_nonnull (demo_reply_get_string (a, "message"));
  g_assert_cmpuint (b->status, ==, 200);
  twice = cfront_call_order (client, "/api/order/reject", agreed);
  cfront_assert_refusal (twice, 400, "FAIL/REJECTED_BY_STORE");
  confirmed = cfront_call_order (client, "/api/order/confirm", agreed);
  cfront_assert_refusal (confirmed, 400, "FAIL/REJECTED_BY_STORE");
}

static void
test_acts (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autofree char *rejected = cfront_create (client, "1", "+380500000004");
  g_autofree char *lapsed = cfront_create (client, "2", "+380500000004");
  g_autofree char *repaid = cfront_create (client, "3", "+380500000004");
  g_autoptr (DemoReply) confirmed = NULL;

  act (client, "1", "reject");
  act (client, "2", "lapse");
  act (client, "3", "approve");
  confirmed = cfront_call_order (client, "/api/order/confirm", repaid);
  g_assert_cmpuint (confirmed->status, ==, 200);
  act (client, "3", "repay");
  cfront_assert_state (client, rejected, "FAIL", "REJECTED_BY_CLIENT");
  cfront_assert_state (client, lapsed, "FAIL", "CLIENT_PUSH_TIMEOUT");
  cfront_assert_state (client, repaid, "SUCCESS", "DONE");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo/cfront/signature-vector", test_signature_vector);
  g_test_add_func ("/demo/cfront/wrong-signature", test_wrong_signature);
  g_test_add_func ("/demo/cfront/not-json", test_not_json);
  g_test_add_func ("/demo/cfront/paths", test_paths);
  g_test_add_func ("/demo/cfront/large-body", test_large_body);
  g_test_add_func ("/demo/cfront/trace", test_trace);
  g_test_add_func ("/demo/cfront/found", test_found);
  g_test_add_func ("/demo/cfront/not-found", test_not_found);
  g_test_add_func ("/demo/cfront/invited", test_invited);
  g_test_add_func ("/demo/cfront/wrong-phone", test_wrong_phone);
  g_test_add_func ("/demo/cfront/pestering", test_pestering);
  g_test_add_func ("/demo/cfront/closed-store", test_closed_store);
  g_test_add_func ("/demo/cfront/unknown-order", test_unknown_order);
  g_test_add_func ("/demo/cfront/state", test_state);
  g_test_add_func ("/demo/cfront/confirm", test_confirm);
  g_test_add_func ("/demo/cfront/reject", test_reject);
  g_test_add_func ("/demo/cfront/acts", test_acts);

  return g_test_run ();
}
