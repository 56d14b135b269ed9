/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-client.h"

#include "demo/demo-ledger.h"

static JsonObject *
read_ledger (DemoClient  *client,
             DemoReply  **reply)
{
  *reply = demo_client_send (client, "GET", "/demo/ledger", NULL, NULL);
  g_assert_cmpuint ((*reply)->status, ==, 200);

  return demo_reply_get_object (*reply);
}

static JsonObject *
get_order (JsonObject *ledger,
           guint       position)
{
  return json_array_get_object_element (json_object_get_array_member (ledger, "orders"), position);
}

static void
assert_counts (JsonObject *order,
               gint64      created,
               gint64      found,
               gint64      commits,
               gint64      cancels,
               gint64      repeats)
{
  g_assert_cmpint (json_object_get_int_member (order, "created"), ==, created);
  g_assert_cmpint (json_object_get_int_member (order, "found"), ==, found);
  g_assert_cmpint (json_object_get_int_member (order, "commits"), ==, commits);
  g_assert_cmpint (json_object_get_int_member (order, "cancels"), ==, cancels);
  g_assert_cmpint (json_object_get_int_member (order, "repeats"), ==, repeats);
  g_assert_cmpint (json_object_get_int_member (order, "returns"), ==, 0);
}

static void
assert_effect (JsonObject *order,
               guint       position,
               const char *word,
               gint64      request)
{
  JsonArray *effects = json_object_get_array_member (order, "effects");
  JsonObject *effect = json_array_get_object_element (effects, position);
  g_autoptr (GDateTime) at =
    g_date_time_new_from_iso8601 (json_object_get_string_member (effect, "at"), NULL);

  g_assert_cmpstr (json_object_get_string_member (effect, "effect"), ==, word);
  g_assert_cmpint (json_object_get_int_member (effect, "request"), ==, request);
  g_assert_nonnull (at);
}

static gint64
count_answers (JsonObject *ledger,
               const char *method,
               const char *route,
               gint64      status)
{
  JsonObject *requests = json_object_get_object_member (ledger, "requests");
  JsonArray *answers = json_object_get_array_member (requests, "answers");

  for (guint i = 0; i < json_array_get_length (answers); i++) {
    JsonObject *row = json_array_get_object_element (answers, i);

    if (g_str_equal (json_object_get_string_member (row, "method"), method) &&
        g_str_equal (json_object_get_string_member (row, "route"), route) &&
        json_object_get_int_member (row, "status") == status)
      return json_object_get_int_member (row, "count");
  }

  return 0;
}

static DemoClient *
make_client (void)
{
  TrancheDemoOptions options = TRANCHE_DEMO_OPTIONS_INIT;

  options.rate = 0;
  options.customers = FALSE;
  options.day = FALSE;

  return demo_client_new (&options);
}

static void
call (DemoClient *client,
      const char *number,
      const char *method,
      guint       status)
{
  g_autoptr (DemoReply) reply = demo_client_call (client, number, method);

  g_assert_cmpuint (reply->status, ==, status);
}

/* Only what took effect is noted, with the number of the request. */
static void
test_effects (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autoptr (DemoReply) reply = NULL;
  JsonObject *order;
  JsonObject *ledger;

  demo_client_create (client, "a/b", "9998887760", NULL);
  demo_client_create (client, "2", "9998887760", NULL);
  demo_client_create (client, "a/b", "9998887760", NULL);
  call (client, "a/b", "commit", 422);
  demo_client_act (client, "a/b", "{\"do\": \"sign\"}");
  call (client, "a/b", "commit", 200);
  call (client, "a/b", "commit", 422);
  call (client, "a/b", "cancel", 422);
  call (client, "2", "cancel", 200);
  call (client, "2", "info", 200);

  ledger = read_ledger (client, &reply);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (ledger, "orders")), ==, 2);

  order = get_order (ledger, 0);
  g_assert_cmpstr (json_object_get_string_member (order, "bank"), ==, "tbank");
  g_assert_cmpstr (json_object_get_string_member (order, "number"), ==, "a/b");
  assert_counts (order, 1, 1, 1, 0, 1);
  assert_effect (order, 0, "created", 1);
  assert_effect (order, 1, "found", 3);
  assert_effect (order, 2, "committed", 5);
  assert_effect (order, 3, "repeated", 6);

  order = get_order (ledger, 1);
  g_assert_cmpstr (json_object_get_string_member (order, "number"), ==, "2");
  assert_counts (order, 1, 0, 0, 1, 0);
  assert_effect (order, 1, "canceled", 8);
}

static void
test_requests (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autoptr (DemoReply) reply = NULL;
  JsonObject *ledger;
  JsonObject *requests;

  demo_client_create (client, "1", "9998887760", NULL);
  demo_client_create (client, "2", "9998887760", NULL);
  call (client, "1", "info", 200);
  call (client, "2", "info", 200);
  call (client, "3", "info", 404);

  ledger = read_ledger (client, &reply);
  requests = json_object_get_object_member (ledger, "requests");
  g_assert_cmpint (json_object_get_int_member (requests, "total"), ==, 5);
  g_assert_cmpint (json_object_get_int_member (requests, "in_progress"), ==, 0);
  g_assert_cmpint (json_object_get_int_member (requests, "peak_per_second"), >, 0);
  g_assert_cmpint (json_object_get_int_member (requests, "peak_per_second"), <=, 5);
  g_assert_cmpint (count_answers (ledger, "POST", "/api/partners/v2/orders/create", 200), ==, 2);
  g_assert_cmpint (count_answers (ledger, "GET", "/api/partners/v2/orders/{number}/info", 200),
                   ==, 2);
  g_assert_cmpint (count_answers (ledger, "GET", "/api/partners/v2/orders/{number}/info", 404),
                   ==, 1);
}

static void
test_only_get (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autoptr (DemoReply) reply = demo_client_send (client, "POST", "/demo/ledger", NULL, "{}");

  demo_assert_message (reply, 405);
}

/* Any second counts, not only those that begin with a whole number. */
static void
test_peak (void)
{
  static const gint64 times[] = { 0, 600, 900, 1000, 1500, 1599, 1600, 2600, 9000 };
  g_autoptr (TrancheDemoLedger) ledger = tranche_demo_ledger_new ();
  g_autofree char *json = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    g_assert_cmpuint (tranche_demo_ledger_begin (ledger, times[i] * 1000), ==, i + 1);

  /* From 600 until just before 1600. */
  json = tranche_demo_ledger_to_json (ledger);
  g_assert_nonnull (strstr (json, "\"peak_per_second\":5,"));
  g_assert_nonnull (strstr (json, "\"in_progress\":9,"));
}

static void
test_returns (void)
{
  g_autoptr (TrancheDemoLedger) ledger = tranche_demo_ledger_new ();
  TrancheMoney first = tranche_money (10050, "UAH");
  TrancheMoney second = tranche_money (50, "UAH");
  g_autofree char *json = NULL;

  tranche_demo_ledger_note (ledger, 1, "cfront", "id", "7", TRANCHE_DEMO_EFFECT_CREATED);
  tranche_demo_ledger_note (ledger, 1, "tbank", "id", "8", TRANCHE_DEMO_EFFECT_CREATED);
  tranche_demo_ledger_note_return (ledger, 2, "cfront", "id", "7", "r-1", &first);
  tranche_demo_ledger_note_return (ledger, 3, "cfront", "id", "7", "r-2", &second);

  json = tranche_demo_ledger_to_json (ledger);
  g_assert_nonnull (strstr (json, "\"returns\":2,\"returned\":101,"));
  g_assert_nonnull (strstr (json, "\"request\":2,\"return_id\":\"r-1\",\"amount\":100.5}"));
  g_assert_nonnull (strstr (json, "\"request\":3,\"return_id\":\"r-2\",\"amount\":0.5}"));
  g_assert_nonnull (strstr (json, "\"number\":\"8\",\"created\":1,\"found\":0,\"commits\":0,"
                                  "\"cancels\":0,\"repeats\":0,\"returns\":0,"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo/ledger/effects", test_effects);
  g_test_add_func ("/demo/ledger/requests", test_requests);
  g_test_add_func ("/demo/ledger/only-get", test_only_get);
  g_test_add_func ("/demo/ledger/peak", test_peak);
  g_test_add_func ("/demo/ledger/returns", test_returns);

  return g_test_run ();
}
