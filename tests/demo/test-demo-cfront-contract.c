/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-cfront-client.h"

static DemoClient *
make_client (void)
{
  TrancheDemoOptions options = TRANCHE_DEMO_OPTIONS_INIT;

  options.customers = FALSE;
  options.day = FALSE;

  return demo_client_new (&options);
}

static char *
create_agreed (DemoClient *client,
               const char *number,
               const char *phone)
{
  char *id = cfront_create (client, number, phone);

  demo_client_act (client, number, "{\"do\": \"approve\"}");

  return id;
}

static char *
create_active (DemoClient *client,
               const char *number,
               const char *phone)
{
  char *id = create_agreed (client, number, phone);
  g_autoptr (DemoReply) reply = cfront_call_order (client, "/api/order/confirm", id);

  g_assert_cmpuint (reply->status, ==, 200);

  return id;
}

static DemoReply *
give_back (DemoClient *client,
           const char *id,
           const char *return_id,
           const char *sum,
           gboolean    to_card)
{
  g_autofree char *body = g_strdup_printf (
    "{\"order_id\": \"%s\", \"sum\": %s, \"store_return_id\": \"%s\","
    " \"return_money_to_card\": %s}", id, sum, return_id, to_card ? "true" : "false");

  return cfront_call (client, "/api/order/return", body);
}

static void
assert_returned (DemoReply *reply)
{
  g_assert_cmpuint (reply->status, ==, 200);
  g_assert_cmpstr (reply->body, ==, "{\"status\":\"OK\"}");
}

static void
test_paid (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autofree char *id = create_agreed (client, "1", "+380500000004");
  g_autoptr (DemoReply) early = cfront_call_order (client, "/api/order/check/paid", id);
  g_autoptr (DemoReply) confirmed = cfront_call_order (client, "/api/order/confirm", id);
  g_autoptr (DemoReply) active = cfront_call_order (client, "/api/order/check/paid", id);
  g_autoptr (DemoReply) done = NULL;

  g_assert_cmpuint (confirmed->status, ==, 200);
  cfront_assert_refusal (early, 400, "SUCCESS");
  g_assert_cmpstr (active->body, ==,
                   "{\"fully_paid\":false,\"bank_can_return_money_to_card\":true}");
  demo_client_act (client, "1", "{\"do\": \"repay\"}");
  done = cfront_call_order (client, "/api/order/check/paid", id);
  g_assert_cmpstr (done->body, ==, "{\"fully_paid\":true,\"bank_can_return_money_to_card\":true}");
}

static void
test_data (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autofree char *id = cfront_create (client, "A-1", "+380500000004");
  g_autoptr (DemoReply) waiting = cfront_call_order (client, "/api/order/data", id);
  g_autoptr (DemoReply) data = NULL;
  g_autoptr (DemoReply) info = NULL;
  JsonObject *object;
  /* The bank's times have no zone and are Kyiv's. */
  g_autoptr (GTimeZone) kyiv = g_time_zone_new_identifier ("Europe/Kyiv");
  g_autoptr (GDateTime) created_at = NULL;

  g_assert_cmpuint (waiting->status, ==, 200);
  g_assert_false (json_object_has_member (demo_reply_get_object (waiting), "maskedCard"));

  demo_client_act (client, "A-1", "{\"do\": \"approve\"}");
  data = cfront_call_order (client, "/api/order/data", id);
  object = demo_reply_get_object (data);
  g_assert_cmpuint (json_object_get_size (object), ==, 10);
  g_assert_nonnull (strstr (data->body, "\"total_sum\":2499.99,"));
  g_assert_cmpstr (json_object_get_string_member (object, "source"), ==, "STORE");
  g_assert_cmpstr (json_object_get_string_member (object, "invoice_number"), ==, "INV-7");
  g_assert_cmpstr (json_object_get_string_member (object, "invoice_date"), ==, "2026-01-23");
  g_assert_cmpstr (json_object_get_string_member (object, "point_id"), ==, "POINT-002");
  g_assert_cmpstr (json_object_get_string_member (object, "store_order_id"), ==, "A-1");
  created_at = g_date_time_new_from_iso8601 (
    json_object_get_string_member (object, "create_timestamp"), kyiv);
  g_assert_nonnull (created_at);
  g_assert_cmpint (ABS (g_date_time_to_unix (created_at) - g_get_real_time () / G_USEC_PER_SEC), <,
                   600);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "reverse_list")),
                    ==, 0);
  g_assert_true (g_str_has_prefix (json_object_get_string_member (object, "maskedCard"), "5375 41"));
  g_assert_cmpuint (strlen (json_object_get_string_member (object, "iban")), ==, 29);

  info = cfront_call_order (client, "/api/order/info", id);
  g_assert_cmpuint (json_object_get_size (demo_reply_get_object (info)), ==, 9);
  g_assert_false (json_object_has_member (demo_reply_get_object (info), "reverse_list"));
}

static void
test_returns (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autofree char *id = create_active (client, "1", "+380500000004");
  g_autoptr (DemoReply) part = give_back (client, id, "r1", "500", TRUE);
  g_autoptr (DemoReply) same = give_back (client, id, "r1", "500.00", TRUE);
  g_autoptr (DemoReply) other_sum = give_back (client, id, "r1", "501", TRUE);
  g_autoptr (DemoReply) too_much = give_back (client, id, "r2", "2000", TRUE);
  g_autoptr (DemoReply) data = NULL;
  g_autoptr (DemoReply) rest = NULL;
  g_autoptr (DemoReply) rest_again = NULL;
  g_autoptr (DemoReply) more = NULL;
  g_autoptr (DemoReply) list = NULL;

  assert_returned (part);
  assert_returned (same);
  cfront_assert_refusal (other_sum, 400, "r1");
  cfront_assert_refusal (too_much, 400, "перевищує залишок 1999.99 грн");
  cfront_assert_state (client, id, "SUCCESS", "ACTIVE");
  data = cfront_call_order (client, "/api/order/data", id);
  g_assert_nonnull (strstr (data->body, "\"reverse_list\":[{\"sum\":500,\"timestamp\":\"20"));

  rest = give_back (client, id, "r3", "1999.99", FALSE);
  assert_returned (rest);
  cfront_assert_state (client, id, "SUCCESS", "RETURNED");
  rest_again = give_back (client, id, "r3", "1999.99", FALSE);
  assert_returned (rest_again);
  more = give_back (client, id, "r4", "1", FALSE);
  cfront_assert_refusal (more, 400, "SUCCESS/RETURNED");

  list = demo_client_send (client, "GET", "/demo/orders", NULL, NULL);
  g_assert_nonnull (strstr (list->body, "\"returned_amount\":2499.99,"));
  g_assert_nonnull (strstr (list->body, "\"returns\":2,"));
}

static void
test_return_refused (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autofree char *waiting = create_agreed (client, "1", "+380500000004");
  g_autofree char *active = create_active (client, "2", "+380500000004");
  g_autofree char *closed_card = create_active (client, "3", "+380500000060");
  g_autoptr (DemoReply) early = give_back (client, waiting, "r", "10", TRUE);
  g_autoptr (DemoReply) small = give_back (client, active, "r", "0.99", TRUE);
  g_autoptr (DemoReply) precise = give_back (client, active, "r", "10.001", TRUE);
  g_autoptr (DemoReply) nameless = give_back (client, active, "", "10", TRUE);
  g_autoptr (DemoReply) to_card = give_back (client, closed_card, "r", "10", TRUE);
  g_autoptr (DemoReply) in_cash = give_back (client, closed_card, "r", "10", FALSE);
  g_autoptr (DemoReply) incomplete = cfront_call_order (client, "/api/order/return", active);

  cfront_assert_refusal (early, 400, "IN_PROCESS/WAITING_FOR_STORE_CONFIRM");
  cfront_assert_refusal (small, 400, "sum");
  cfront_assert_refusal (precise, 400, "sum");
  cfront_assert_refusal (nameless, 400, "store_return_id");
  cfront_assert_refusal (to_card, 400, "картку");
  assert_returned (in_cash);
  cfront_assert_refusal (incomplete, 400, "обов’язкове поле");
}

/* Numbers and booleans as texts are taken, unless the bank is strict. */
static void
test_return_oddities (void)
{
  TrancheDemoOptions options = TRANCHE_DEMO_OPTIONS_INIT;

  options.customers = FALSE;
  options.day = FALSE;

  for (guint strict = 0; strict < 2; strict++) {
    g_autoptr (DemoClient) client = NULL;
    g_autofree char *id = NULL;
    g_autofree char *body = NULL;
    g_autoptr (DemoReply) reply = NULL;

    options.cfront.strict = strict;
    client = demo_client_new (&options);
    id = create_active (client, "1", "+380500000004");
    body = g_strdup_printf ("{\"order_id\": \"%s\", \"sum\": \"10.50\", \"store_return_id\": 12345,"
                            " \"return_money_to_card\": \"true\"}", id);
    reply = cfront_call (client, "/api/order/return", body);
    if (strict)
      cfront_assert_refusal (reply, 400, "очікується");
    else
      assert_returned (reply);
  }
}

/* A return that is known already has no effect to note. */
static void
test_return_ledger (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autofree char *id = create_active (client, "1", "+380500000004");
  g_autoptr (DemoReply) first = give_back (client, id, "r1", "500", TRUE);
  g_autoptr (DemoReply) second = give_back (client, id, "r1", "500", TRUE);
  g_autoptr (DemoReply) ledger = demo_client_send (client, "GET", "/demo/ledger", NULL, NULL);

  assert_returned (first);
  assert_returned (second);
  g_assert_nonnull (strstr (ledger->body, "\"returns\":1,\"returned\":500,"));
}

static JsonObject *
get_object (JsonObject *object,
            const char *name)
{
  g_assert_true (json_object_has_member (object, name));

  return json_object_get_object_member (object, name);
}

static void
assert_members (JsonObject        *object,
                const char *const *names)
{
  g_assert_cmpuint (json_object_get_size (object), ==, g_strv_length ((GStrv) names));
  for (gsize i = 0; names[i]; i++)
    g_assert_true (json_object_has_member (object, names[i]));
}

static void
check_letter (JsonObject *letter,
              gboolean    with_shop_contract)
{
  static const char *const headers[] = {
    "request_id", "answer_datetime", "from_organization", "organization_id", NULL
  };
  static const char *const headers_v2[] = {
    "request_id", "answer_datetime", "from_organization", "organization_id",
    "contract_number", "contract_date", NULL
  };
  static const char *const expansions[] = {
    "customer", "invoice", "payment_destination", "bank", "sign", "stamp", NULL
  };
  static const char *const customers[] = {
    "first_name", "last_name", "middle_name", "inn", "document", NULL
  };
  static const char *const invoices[] = {
    "invoice_number", "invoice_date", "invoice_amount", NULL
  };
  static const char *const payees[] = {
    "dest_id", "dest_name", "dest_mfo", "dest_bank_name", "dest_acc_number", NULL
  };
  static const char *const banks[] = {
    "agreement", "agreement_date", "credit_amount", "customer_pay_amount", "product_types",
    "bank_id", "bank_name", "bank_executive", "available_parts_count", "credit_product", NULL
  };
  JsonObject *expansion = get_object (letter, "expansion");

  g_assert_cmpuint (json_object_get_size (letter), ==, 2);
  assert_members (get_object (letter, "header"), with_shop_contract ? headers_v2 : headers);
  assert_members (expansion, expansions);
  assert_members (get_object (expansion, "customer"), customers);
  assert_members (get_object (expansion, "invoice"), invoices);
  assert_members (get_object (expansion, "payment_destination"), payees);
  assert_members (get_object (expansion, "bank"), banks);
}

static void
test_letter (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autofree char *id = create_agreed (client, "1", "+380500000004");
  g_autoptr (DemoReply) v1 = cfront_call_order (client, "/api/order/data/for/guarantee/letter", id);
  g_autoptr (DemoReply) v2 =
    cfront_call_order (client, "/api/v2/order/data/for/guarantee/letter", id);
  JsonObject *letter = demo_reply_get_object (v2);
  JsonObject *bank;

  check_letter (demo_reply_get_object (v1), FALSE);
  check_letter (letter, TRUE);
  g_assert_cmpstr (json_object_get_string_member (get_object (letter, "header"), "request_id"), ==,
                   id);
  bank = get_object (get_object (letter, "expansion"), "bank");
  g_assert_cmpint (json_object_get_int_member (bank, "available_parts_count"), ==, 6);
  g_assert_cmpstr (json_object_get_string_member (bank, "product_types"), ==,
                   "payment_installments");
  g_assert_nonnull (strstr (v2->body, "\"invoice_amount\":2499.99}"));
  g_assert_nonnull (strstr (v2->body, "\"customer_pay_amount\":0,"));
}

/* Another invoice than that of the order, and what was paid at the till. */
static void
test_letter_invoice (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autofree char *order_body = cfront_order_body (
    "1", "+380500000004", ", \"additional_params\": {\"ext_initial_sum\": 500.5}");
  g_autoptr (DemoReply) created = cfront_call (client, "/api/order/create", order_body);
  const char *id = demo_reply_get_string (created, "order_id");
  g_autofree char *body = g_strdup_printf (
    "{\"order_id\": \"%s\", \"invoice\": {\"number\": \"INV-8\", \"date\": \"2026-02-01\"}}", id);
  g_autofree char *wrong = g_strdup_printf (
    "{\"order_id\": \"%s\", \"invoice\": {\"date\": \"1.2.2026\"}}", id);
  g_autoptr (DemoReply) early = cfront_call (client, "/api/order/data/for/guarantee/letter", body);
  g_autoptr (DemoReply) reply = NULL;
  g_autoptr (DemoReply) refused = NULL;

  cfront_assert_refusal (early, 400, "договору");
  demo_client_act (client, "1", "{\"do\": \"approve\"}");
  reply = cfront_call (client, "/api/order/data/for/guarantee/letter", body);
  g_assert_nonnull (strstr (reply->body, "\"invoice_number\":\"INV-8\","
                                         "\"invoice_date\":\"2026-02-01\","));
  g_assert_nonnull (strstr (reply->body, "\"customer_pay_amount\":500.5,"));
  refused = cfront_call (client, "/api/order/data/for/guarantee/letter", wrong);
  cfront_assert_refusal (refused, 400, "invoice.date");
}

/* All kinds of documents are met, and have what the specification says. */
static void
test_documents (void)
{
  static const struct {
    const char *name;
    const char *members[6];
  } kinds[] = {
    { "passport", { "series", "number", "issued", "date_of_issue", NULL } },
    { "id_card",
      { "number", "issued", "date_of_issue", "valid_until", "registry_number", NULL } },
    { "residence_permit", { "series", "number", "issued", "date_of_issue", NULL } },
    { "international_passport", { "series", "number", "date_of_issue", "valid_until", NULL } },
  };
  g_autoptr (DemoClient) client = make_client ();
  gboolean met[G_N_ELEMENTS (kinds)] = { FALSE };

  for (guint i = 0; i < 200; i++) {
    g_autofree char *number = g_strdup_printf ("%u", i);
    g_autofree char *phone = g_strdup_printf ("+38050000%03u4", i);
    g_autofree char *id = create_agreed (client, number, phone);
    g_autoptr (DemoReply) reply =
      cfront_call_order (client, "/api/order/data/for/guarantee/letter", id);
    JsonObject *expansion = get_object (demo_reply_get_object (reply), "expansion");
    JsonObject *document = get_object (get_object (expansion, "customer"), "document");

    g_assert_cmpuint (json_object_get_size (document), ==, 1);
    for (gsize kind = 0; kind < G_N_ELEMENTS (kinds); kind++) {
      if (!json_object_has_member (document, kinds[kind].name))
        continue;
      met[kind] = TRUE;
      assert_members (get_object (document, kinds[kind].name), kinds[kind].members);
    }
  }

  for (gsize kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    g_assert_true (met[kind]);
}

/* The end of a PDF says where its table of objects is. */
static gsize
find_table (DemoReply *reply)
{
  const char *const word = "startxref\n";
  const char *end = reply->body + reply->length - strlen (word);

  /* Backwards and over zeros, for what stands before is compressed. */
  while (end > reply->body && memcmp (end, word, strlen (word)) != 0)
    end--;
  g_assert_true (end > reply->body);

  return g_ascii_strtoull (end + strlen (word), NULL, 10);
}

static void
test_pdf (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autofree char *id = create_agreed (client, "1", "+380500000004");
  g_autoptr (DemoReply) reply = cfront_call_order (client, "/api/order/guarantee/letter", id);
  gsize table;

  g_assert_cmpuint (reply->status, ==, 200);
  g_assert_cmpstr (soup_message_headers_get_content_type (reply->headers, NULL), ==,
                   "application/pdf");
  g_assert_cmpuint (reply->length, >, 4000);
  g_assert_true (g_str_has_prefix (reply->body, "%PDF-1."));
  g_assert_cmpmem (reply->body + reply->length - 6, 6, "%%EOF\n", 6);

  table = find_table (reply);
  g_assert_cmpuint (table, >, 0);
  g_assert_cmpuint (table, <, reply->length);
  /* A table, or an object that holds one. */
  g_assert_true (g_str_has_prefix (reply->body + table, "xref") ||
                 g_ascii_isdigit (reply->body[table]));
}

static void
test_pdf_refused (void)
{
  g_autoptr (DemoClient) client = make_client ();
  g_autofree char *id = cfront_create (client, "1", "+380500000004");
  g_autoptr (DemoReply) reply = cfront_call_order (client, "/api/order/guarantee/letter", id);

  cfront_assert_refusal (reply, 400, "договору");
}

static JsonArray *
get_report (DemoReply *reply)
{
  g_assert_cmpuint (reply->status, ==, 200);
  g_assert_cmpuint (json_object_get_size (demo_reply_get_object (reply)), ==, 1);

  return json_object_get_array_member (demo_reply_get_object (reply), "orders");
}

static void
test_report (void)
{
  static const char *const members[] = {
    "order_id", "invoice_number", "order_date", "pay_parts", "commission_percent", "total_sum",
    "transferred_sum", "commission", "operation_timestamp", "odb_contract_number", NULL
  };
  g_autoptr (DemoClient) client = make_client ();
  g_autofree char *id = create_active (client, "1", "+380500000004");
  g_autofree char *waiting = create_agreed (client, "2", "+380500000004");
  g_autoptr (DemoReply) returned = give_back (client, id, "r", "1000", TRUE);
  g_autoptr (DemoReply) data = cfront_call_order (client, "/api/order/data", id);
  /* The day of the order, though the clock may pass midnight meanwhile. */
  g_autofree char *day =
    g_strndup (demo_reply_get_string (data, "create_timestamp"), strlen ("2026-01-23"));
  g_autofree char *body = g_strdup_printf ("{\"date\": \"%s\"}", day);
  g_autoptr (DemoReply) reply = cfront_call (client, "/api/store/report", body);
  g_autoptr (DemoReply) foreign = cfront_call_as (client, TRANCHE_DEMO_OTHER_STORE_ID,
                                                  "/api/store/report", body);
  g_autoptr (DemoReply) other_day = cfront_call (client, "/api/store/report",
                                                 "{\"date\": \"2020-01-01\"}");
  g_autoptr (DemoReply) no_day = cfront_call (client, "/api/store/report", "{}");
  g_autoptr (DemoReply) wrong_day = cfront_call (client, "/api/store/report",
                                                 "{\"date\": \"today\"}");
  JsonArray *orders = get_report (reply);

  assert_returned (returned);
  g_assert_cmpuint (json_array_get_length (orders), ==, 2);
  assert_members (json_array_get_object_element (orders, 0), members);
  g_assert_nonnull (strstr (reply->body,
                            "\"pay_parts\":6,\"commission_percent\":4.5,\"total_sum\":2499.99,"
                            "\"transferred_sum\":2387.49,\"commission\":112.5,"));
  g_assert_nonnull (strstr (reply->body, "\"total_sum\":-1000,\"transferred_sum\":-955,"
                                         "\"commission\":-45,"));
  g_assert_null (strstr (reply->body, waiting));
  g_assert_cmpuint (json_array_get_length (get_report (foreign)), ==, 0);
  g_assert_cmpuint (json_array_get_length (get_report (other_day)), ==, 0);
  cfront_assert_refusal (no_day, 400, "date");
  cfront_assert_refusal (wrong_day, 400, "date");
}

static void
test_unknown_order (void)
{
  static const char *const paths[] = {
    "/api/order/state", "/api/order/confirm", "/api/order/reject", "/api/order/check/paid",
    "/api/order/data", "/api/order/info", "/api/order/return",
  };
  /* For these no document has a 404. */
  static const char *const letters[] = {
    "/api/order/data/for/guarantee/letter", "/api/v2/order/data/for/guarantee/letter",
    "/api/order/guarantee/letter",
  };
  g_autoptr (DemoClient) client = make_client ();

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autoptr (DemoReply) reply =
      cfront_call_order (client, paths[i], "fa4a8249-336e-4e6d-9b85-79bc8be62377");

    cfront_assert_refusal (reply, 404, "не знайдене");
  }

  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++) {
    g_autoptr (DemoReply) reply =
      cfront_call_order (client, letters[i], "fa4a8249-336e-4e6d-9b85-79bc8be62377");

    cfront_assert_refusal (reply, 400, "не знайдене");
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo/cfront/contract/paid", test_paid);
  g_test_add_func ("/demo/cfront/contract/data", test_data);
  g_test_add_func ("/demo/cfront/contract/returns", test_returns);
  g_test_add_func ("/demo/cfront/contract/return-refused", test_return_refused);
  g_test_add_func ("/demo/cfront/contract/return-oddities", test_return_oddities);
  g_test_add_func ("/demo/cfront/contract/return-ledger", test_return_ledger);
  g_test_add_func ("/demo/cfront/contract/letter", test_letter);
  g_test_add_func ("/demo/cfront/contract/letter-invoice", test_letter_invoice);
  g_test_add_func ("/demo/cfront/contract/documents", test_documents);
  g_test_add_func ("/demo/cfront/contract/pdf", test_pdf);
  g_test_add_func ("/demo/cfront/contract/pdf-refused", test_pdf_refused);
  g_test_add_func ("/demo/cfront/contract/report", test_report);
  g_test_add_func ("/demo/cfront/contract/unknown-order", test_unknown_order);

  return g_test_run ();
}
