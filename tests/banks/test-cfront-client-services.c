/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/cfront-client.h"

#include "cfront-shop.h"

/* Only the first version of a look-up tells the name, and only the second one of
 * the letter has the contract with the shop. */
static void
test_versions (void)
{
  static const struct {
    guint services;
    BankMethod method;
    const char *path;
  } rows[] = {
    { TRANCHE_SERVICE_CUSTOMER, BANK_CUSTOMER, "/api/client/validate" },
    { TRANCHE_SERVICE_CUSTOMER_FOUND, BANK_CUSTOMER, "/api/v2/client/validate" },
    { TRANCHE_SERVICE_CUSTOMER | TRANCHE_SERVICE_CUSTOMER_FOUND, BANK_CUSTOMER,
      "/api/client/validate" },
    { TRANCHE_SERVICE_LETTER, BANK_LETTER, "/api/order/data/for/guarantee/letter" },
    { TRANCHE_SERVICE_LETTER_CONTRACT, BANK_LETTER, "/api/v2/order/data/for/guarantee/letter" },
    { TRANCHE_SERVICE_LETTER | TRANCHE_SERVICE_LETTER_CONTRACT, BANK_LETTER,
      "/api/v2/order/data/for/guarantee/letter" },
  };
  g_autoptr (CfrontServer) server = cfront_server_new ();

  cfront_server_answer (server, NULL, 200, "{\"found\":true,\"header\":{}}");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TrancheBank) bank = cfront_shop_connect (server, rows[i].services);
    g_autoptr (GError) error = NULL;

    g_assert_true (cfront_shop_call (bank, rows[i].method, &error));
    g_assert_no_error (error);
    g_assert_cmpstr (cfront_server_get_path (server), ==, rows[i].path);
  }
}

static TrancheCustomer *
find_customer (TrancheBank  *bank,
               const char   *phone,
               GError      **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  Await await = AWAIT_INIT;

  tranche_bank_find_customer_async (bank, phone, NULL, await_cb, &await);
  result = await_result (&await);

  return tranche_bank_find_customer_finish (bank, result, error);
}

static void
test_customer (void)
{
  static const struct {
    guint status;
    const char *body;
    int code;
    const char *text;
  } rows[] = {
    { 200, "{\"found\":false}", TRANCHE_BANK_ERROR_NOT_FOUND, NULL },
    { 404, "{\"message\":\"Клієнта не знайдено\"}", TRANCHE_BANK_ERROR_NOT_FOUND,
      "Клієнта не знайдено" },
    { 400, "{\"message\":\"Клієнта не знайдено\"}", TRANCHE_BANK_ERROR_NOT_FOUND,
      "Клієнта не знайдено" },
    { 400, "{}", TRANCHE_BANK_ERROR_VALIDATION, NULL },
    { 403, "{\"message\":\"Не можна\"}", TRANCHE_BANK_ERROR_FORBIDDEN, "Не можна" },
  };
  g_autoptr (CfrontServer) server = cfront_server_new_good ();
  g_autoptr (TrancheBank) bank = cfront_shop_connect (server, TRANCHE_SERVICE_CUSTOMER);
  g_autoptr (TrancheCustomer) customer = find_customer (bank, "+38 (050) 123-45-67", NULL);
  g_autoptr (GError) phone_error = NULL;

  g_assert_cmpstr (customer->last_name, ==, "Сідоренко");
  g_assert_cmpstr (cfront_server_get_body (server), ==, "{\"phone\":\"+380501234567\"}");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;

    cfront_server_answer (server, "/api/client/validate", rows[i].status, rows[i].body);
    g_assert_null (find_customer (bank, "0501234567", &error));
    g_assert_error (error, TRANCHE_BANK_ERROR, rows[i].code);
    g_assert_cmpstr (tranche_bank_error_get_bank_text (error), ==, rows[i].text);
    g_assert_cmpstr (tranche_bank_error_get_trace_id (error), ==, "trace-7");
  }

  /* What is no phone is not sent. */
  g_assert_null (find_customer (bank, "+79998887766", &phone_error));
  g_assert_error (phone_error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_VALIDATION);
  g_assert_cmpint (((TrancheFieldProblem *)
                    tranche_bank_error_get_problems (phone_error)->pdata[0])->field, ==,
                   TRANCHE_FIELD_PHONE);
  g_assert_cmpuint (cfront_server_count (server), ==, G_N_ELEMENTS (rows) + 1);
}

static TranchePayout *
check_payout (TrancheBank  *bank,
              GError      **error)
{
  g_autoptr (TrancheOrder) order = cfront_shop_order ();

  return bank_call_payout (bank, order, error);
}

static void
test_payout (void)
{
  static const struct {
    const char *state;
    const char *paid;
    TranchePayoutState payout;
    TranchePayoutWord fully_paid;
    guint n_requests;
  } rows[] = {
    { CFRONT_STATE ("IN_PROCESS", "WAITING_FOR_STORE_CONFIRM"), "{}", TRANCHE_PAYOUT_NOT_COMMITTED,
      TRANCHE_PAYOUT_UNSAID, 1 },
    { CFRONT_STATE ("FAIL", "REJECTED_BY_CLIENT"), "{}", TRANCHE_PAYOUT_NOT_COMMITTED,
      TRANCHE_PAYOUT_UNSAID, 1 },
    { CFRONT_STATE ("PAUSED", "PAUSED"), "{}", TRANCHE_PAYOUT_NOT_COMMITTED,
      TRANCHE_PAYOUT_UNSAID, 1 },
    { CFRONT_ACTIVE, "{\"fully_paid\":false}", TRANCHE_PAYOUT_DUE, TRANCHE_PAYOUT_NO, 2 },
    { CFRONT_ACTIVE, "{\"fully_paid\":true}", TRANCHE_PAYOUT_PAID, TRANCHE_PAYOUT_YES, 2 },
    { CFRONT_STATE ("SUCCESS", "DONE"), "{\"fully_paid\":true}", TRANCHE_PAYOUT_PAID,
      TRANCHE_PAYOUT_YES, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (CfrontServer) server = cfront_server_new_good ();
    g_autoptr (TrancheBank) bank = cfront_shop_connect (server, 0);
    g_autoptr (GError) error = NULL;
    g_autoptr (TranchePayout) payout = NULL;

    cfront_server_answer (server, "/api/order/state", 200, rows[i].state);
    cfront_server_answer (server, "/api/order/check/paid", 200, rows[i].paid);
    payout = check_payout (bank, &error);
    g_assert_no_error (error);
    g_assert_cmpint (tranche_payout_get_state (payout), ==, rows[i].payout);
    g_assert_cmpint (tranche_payout_get_fully_paid (payout), ==, rows[i].fully_paid);
    g_assert_cmpstr (tranche_order_get_number (tranche_payout_get_order (payout)), ==, "A/1");
    g_assert_cmpstr (tranche_order_get_trace_id (tranche_payout_get_order (payout)), ==,
                     "trace-7");
    g_assert_cmpuint (cfront_server_count (server), ==, rows[i].n_requests);
  }
}

/* The order changed between the two questions. */
static void
test_payout_refused (void)
{
  g_autoptr (CfrontServer) server = cfront_server_new_good ();
  g_autoptr (TrancheBank) bank = cfront_shop_connect (server, 0);
  g_autoptr (GError) error = NULL;

  cfront_server_answer (server, "/api/order/check/paid", 400, "{\"message\":\"Не той стан\"}");
  g_assert_null (check_payout (bank, &error));
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_CONFLICT);
  g_assert_cmpstr (tranche_bank_error_get_bank_text (error), ==, "Не той стан");
}

static void
test_test (void)
{
  static const struct {
    guint status;
    const char *body;
    int code;
  } rows[] = {
    { 404, "{\"message\":\"Немає\"}", 0 },
    { 404, "", 0 },
    { 400, "{\"message\":\"Немає\"}", 0 },
    { 400, "", 0 },
    { 404, "\n<!DOCTYPE html><html></html>", TRANCHE_BANK_ERROR_PROTOCOL },
    { 200, "<html></html>", TRANCHE_BANK_ERROR_PROTOCOL },
    { 401, "{\"message\":\"Підпис\"}", TRANCHE_BANK_ERROR_AUTHENTICATION },
    { 403, "", TRANCHE_BANK_ERROR_FORBIDDEN },
    { 500, "", TRANCHE_BANK_ERROR_SERVER },
  };
  g_autoptr (CfrontServer) server = cfront_server_new ();
  g_autofree char *last_body = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TrancheBank) bank = cfront_shop_connect (server, 0);
    g_autoptr (GError) error = NULL;

    cfront_server_answer (server, NULL, rows[i].status, rows[i].body);
    g_assert_cmpint (bank_call_test (bank, &error), ==, rows[i].code == 0);
    if (rows[i].code == 0)
      g_assert_no_error (error);
    else
      g_assert_error (error, TRANCHE_BANK_ERROR, rows[i].code);
    g_assert_cmpstr (cfront_server_get_path (server), ==, "/api/order/state");
    /* Each time somebody else's order. */
    g_assert_cmpstr (cfront_server_get_body (server), !=, last_body);
    g_set_str (&last_body, cfront_server_get_body (server));
  }
}

static void
test_not_pdf (void)
{
  g_autoptr (CfrontServer) server = cfront_server_new ();
  g_autoptr (TrancheBank) bank = cfront_shop_connect (server, CFRONT_EVERY_SERVICE);
  g_autoptr (GError) error = NULL;

  cfront_server_answer (server, NULL, 200, "{\"pdf\":\"JVBERi0xLjc=\"}");
  g_assert_false (cfront_shop_call (bank, BANK_PDF, &error));
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_PROTOCOL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cfront-client-services/versions", test_versions);
  g_test_add_func ("/cfront-client-services/customer", test_customer);
  g_test_add_func ("/cfront-client-services/payout", test_payout);
  g_test_add_func ("/cfront-client-services/payout-refused", test_payout_refused);
  g_test_add_func ("/cfront-client-services/test", test_test);
  g_test_add_func ("/cfront-client-services/not-pdf", test_not_pdf);

  return g_test_run ();
}
