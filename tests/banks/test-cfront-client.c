/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/cfront-client.h"

#include <string.h>

#include "banks/cfront-signature.h"
#include "cfront-shop.h"

static void
test_requests (void)
{
  gsize n_exchanges;
  const CfrontExchange *exchanges = cfront_exchanges (&n_exchanges);
  g_autoptr (CfrontServer) server = cfront_server_new_good ();
  g_autoptr (TrancheBank) bank = cfront_shop_connect (server, CFRONT_EVERY_SERVICE);

  for (gsize i = 0; i < n_exchanges; i++) {
    g_autoptr (GBytes) sent = g_bytes_new (exchanges[i].sent, strlen (exchanges[i].sent));
    g_autoptr (GError) error = NULL;

    g_assert_true (cfront_shop_call (bank, exchanges[i].method, &error));
    g_assert_no_error (error);
    g_assert_cmpstr (cfront_server_get_path (server), ==, exchanges[i].path);
    g_assert_cmpstr (cfront_server_get_body (server), ==, exchanges[i].sent);
    g_assert_cmpstr (cfront_server_get_header (server, "store-id"), ==,
                     "test_store_with_confirm");
    g_assert_cmpstr (cfront_server_get_header (server, "Content-Type"), ==, "application/json");
    g_assert_cmpstr (cfront_server_get_header (server, "Accept"), ==,
                     exchanges[i].method == BANK_PDF ? "application/pdf, application/json"
                                                     : "application/json");
    g_assert_true (tranche_cfront_verify (sent, CFRONT_SECRET,
                                          cfront_server_get_header (server, "signature")));
  }
}

static void
test_headers (void)
{
  static const struct {
    const char *id_header;
    const char *signature_header;
    const char *sent_id;
    const char *sent_signature;
  } rows[] = {
    { NULL, NULL, "store-id", "signature" },
    { "", "", "store-id", "signature" },
    { "X-Partner", "X-Sign", "X-Partner", "X-Sign" },
    { "two words", "line\r\nbreak", "store-id", "signature" },
    { "підпис", "a:b", "store-id", "signature" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (CfrontServer) server = cfront_server_new_good ();
    const char *base_url = cfront_server_get_base_url (server);
    g_autoptr (TrancheAccount) account = cfront_shop_account (base_url, 0);
    g_autoptr (TrancheAgreement) agreement = tranche_agreement_new ();
    g_autoptr (TrancheBank) bank = NULL;
    g_autoptr (GError) error = NULL;

    agreement->id_header = g_strdup (rows[i].id_header);
    agreement->signature_header = g_strdup (rows[i].signature_header);
    tranche_account_set_agreement (account, agreement);
    tranche_account_set_showcase_id (account, "магазин\r\nX-Evil: 1");
    bank = tranche_cfront_client_new (account, CFRONT_SECRET);

    /* The reply's signature has the same header. */
    cfront_server_sign (server, rows[i].sent_signature, "wrong");
    g_assert_false (cfront_shop_call (bank, BANK_INFO, &error));
    g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_PROTOCOL);
    g_assert_cmpstr (cfront_server_get_header (server, rows[i].sent_id), ==,
                     "магазин  X-Evil: 1");
    g_assert_nonnull (cfront_server_get_header (server, rows[i].sent_signature));
    g_assert_null (cfront_server_get_header (server, "X-Evil"));
  }
}

/* 200, 201 and 409 with an id are all "created". */
static void
test_created (void)
{
  static const guint statuses[] = { 200, 201, 409 };
  g_autoptr (CfrontServer) server = cfront_server_new ();
  g_autoptr (TrancheBank) bank = cfront_shop_connect (server, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (TrancheOrder) answer = NULL;

    cfront_server_answer (server, NULL, statuses[i], CFRONT_BODY_ID);
    answer = cfront_shop_call_for_order (bank, BANK_CREATE, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (tranche_order_get_bank_order_id (answer), ==, CFRONT_ID);
    g_assert_cmpint (tranche_order_get_stage (answer), ==, TRANCHE_STAGE_WAITING);
    g_assert_cmpstr (tranche_order_get_trace_id (answer), ==, "trace-7");
    g_assert_null (tranche_order_get_link (answer));
  }
}

static void
test_states (void)
{
  static const struct {
    BankMethod method;
    const char *body;
    TrancheStage stage;
    TrancheReason reason;
    const char *raw_state;
  } rows[] = {
    { BANK_INFO, CFRONT_STATE ("IN_PROCESS", "WAITING_FOR_CLIENT"), TRANCHE_STAGE_WAITING, 0,
      "IN_PROCESS/WAITING_FOR_CLIENT" },
    { BANK_INFO, CFRONT_STATE ("IN_PROCESS", "WAITING_FOR_STORE_CONFIRM"), TRANCHE_STAGE_READY, 0,
      "IN_PROCESS/WAITING_FOR_STORE_CONFIRM" },
    { BANK_INFO, "{\"state\":\"WAITING_FOR_STORE_CONFIRM\"}", TRANCHE_STAGE_READY, 0,
      "WAITING_FOR_STORE_CONFIRM" },
    { BANK_INFO, CFRONT_STATE ("FAIL", "EXCEEDED_SUM_LIMIT"), TRANCHE_STAGE_REJECTED,
      TRANCHE_REASON_LIMIT, "FAIL/EXCEEDED_SUM_LIMIT" },
    { BANK_COMMIT, CFRONT_ACTIVE, TRANCHE_STAGE_COMMITTED, 0, "SUCCESS/ACTIVE" },
    { BANK_CANCEL, CFRONT_STATE ("FAIL", "REJECTED_BY_STORE"), TRANCHE_STAGE_CANCELED,
      TRANCHE_REASON_STORE, "FAIL/REJECTED_BY_STORE" },
  };
  g_autoptr (CfrontServer) server = cfront_server_new ();
  g_autoptr (TrancheBank) bank = cfront_shop_connect (server, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (TrancheOrder) answer = NULL;

    cfront_server_answer (server, NULL, 200, rows[i].body);
    answer = cfront_shop_call_for_order (bank, rows[i].method, &error);
    g_assert_no_error (error);
    g_assert_cmpint (tranche_order_get_stage (answer), ==, rows[i].stage);
    g_assert_cmpint (tranche_order_get_reason (answer), ==, rows[i].reason);
    g_assert_cmpstr (tranche_order_get_raw_state (answer), ==, rows[i].raw_state);
    g_assert_cmpstr (tranche_order_get_raw_answer (answer), ==, rows[i].body);
    g_assert_cmpstr (tranche_order_get_number (answer), ==, "A/1");
    g_assert_cmpstr (tranche_order_get_bank_order_id (answer), ==, CFRONT_ID);
    g_assert_cmpstr (tranche_order_get_trace_id (answer), ==, "trace-7");
    g_assert_nonnull (tranche_order_get_checked_at (answer));
  }
}

static const struct {
  guint service;
  TrancheCapabilities capability;
  BankMethod method;
} offers[] = {
  { TRANCHE_SERVICE_CUSTOMER, TRANCHE_CAPABILITY_FIND_CUSTOMER, BANK_CUSTOMER },
  { TRANCHE_SERVICE_CUSTOMER_FOUND, TRANCHE_CAPABILITY_FIND_CUSTOMER, BANK_CUSTOMER },
  { TRANCHE_SERVICE_LETTER, TRANCHE_CAPABILITY_LETTER, BANK_LETTER },
  { TRANCHE_SERVICE_LETTER_CONTRACT, TRANCHE_CAPABILITY_LETTER, BANK_LETTER },
  { TRANCHE_SERVICE_LETTER_PDF, TRANCHE_CAPABILITY_LETTER_PDF, BANK_PDF },
  { TRANCHE_SERVICE_DETAILS, TRANCHE_CAPABILITY_DETAILS, BANK_DETAILS },
  { TRANCHE_SERVICE_RETURN, TRANCHE_CAPABILITY_RETURN, BANK_RETURN },
  { TRANCHE_SERVICE_REPORT, TRANCHE_CAPABILITY_REPORT, BANK_REPORT },
};

/* What the account does not offer is neither told nor sent. */
static void
test_offers (void)
{
  TrancheCapabilities always = TRANCHE_CAPABILITY_CANCEL_SIGNED |
                               TRANCHE_CAPABILITY_IDEMPOTENT_CREATE | TRANCHE_CAPABILITY_SALE;
  g_autoptr (CfrontServer) server = cfront_server_new_good ();
  g_autoptr (TrancheBank) bare = cfront_shop_connect (server, 0);

  g_assert_cmpint (tranche_bank_get_capabilities (bare), ==, always);
  for (gsize i = 0; i < G_N_ELEMENTS (offers); i++) {
    g_autoptr (TrancheBank) bank = cfront_shop_connect (server, offers[i].service);

    g_assert_cmpint (tranche_bank_get_capabilities (bank), ==, always | offers[i].capability);
    for (BankMethod method = BANK_RETURN; method <= BANK_REPORT; method++) {
      g_autoptr (GError) error = NULL;

      if (method == offers[i].method)
        continue;
      g_assert_false (cfront_shop_call (bank, method, &error));
      g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_NOT_SUPPORTED);
    }
  }
  g_assert_cmpuint (cfront_server_count (server), ==, 0);
}

static void
test_cancelled (void)
{
  g_autoptr (CfrontServer) server = cfront_server_new_good ();
  g_autoptr (TrancheBank) bank = cfront_shop_connect (server, CFRONT_EVERY_SERVICE);
  g_autoptr (TrancheOrder) order = cfront_shop_order ();

  for (BankMethod method = 0; method < BANK_N_METHODS; method++) {
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_autoptr (GError) error = NULL;
    Await await = AWAIT_INIT;

    cfront_shop_start (bank, method, order, cancellable, &await);
    g_cancellable_cancel (cancellable);
    g_assert_false (bank_call_finish (bank, method, &await, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  }
  g_assert_cmpuint (cfront_server_count (server), ==, 0);
}

/* Create's answer was lost: nothing can be asked about the order. */
static void
test_no_order_id (void)
{
  g_autoptr (CfrontServer) server = cfront_server_new_good ();
  g_autoptr (TrancheBank) bank = cfront_shop_connect (server, CFRONT_EVERY_SERVICE);
  g_autoptr (TrancheOrder) order = tranche_order_new ();
  static const BankMethod methods[] = { BANK_INFO, BANK_COMMIT, BANK_CANCEL, BANK_PAYOUT,
                                        BANK_RETURN, BANK_LETTER, BANK_PDF, BANK_DETAILS };

  tranche_order_set_number (order, "A/1");
  for (gsize i = 0; i < G_N_ELEMENTS (methods); i++) {
    g_autoptr (GError) error = NULL;
    Await await = AWAIT_INIT;

    cfront_shop_start (bank, methods[i], order, NULL, &await);
    g_assert_false (bank_call_finish (bank, methods[i], &await, &error));
    g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_NOT_FOUND);
  }
  g_assert_cmpuint (cfront_server_count (server), ==, 0);
}

/* Globus's address is not public: an account begins without one. */
static void
test_no_address (void)
{
  g_autoptr (TrancheBank) bank = cfront_shop_bank ("", 0);
  g_autoptr (GError) error = NULL;

  g_assert_false (cfront_shop_call (bank, BANK_TEST, &error));
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_VALIDATION);
}

/* Nothing personal and nothing secret is in what is logged and shown. */
static void
test_discretion (void)
{
  g_autoptr (CfrontServer) server = cfront_server_new ();
  g_autoptr (TrancheBank) bank = cfront_shop_connect (server, CFRONT_EVERY_SERVICE);
  static const char * const bodies[] = {
    "{\"order_id\":[\"0501234567\"],\"state\":{\"x\":\"Сідоренко\"},\"found\":\"Сідоренко\"}",
    "{\"last_name\":\"Сідоренко\"",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++) {
    cfront_server_answer (server, NULL, 200, bodies[i]);
    for (BankMethod method = 0; method < BANK_N_METHODS; method++) {
      g_autoptr (GError) error = NULL;

      if (cfront_shop_call (bank, method, &error))
        continue;
      g_assert_null (strstr (error->message, "Сідоренко"));
      g_assert_null (strstr (error->message, "1234567"));
      g_assert_null (strstr (error->message, CFRONT_SECRET));
    }
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cfront-client/requests", test_requests);
  g_test_add_func ("/cfront-client/headers", test_headers);
  g_test_add_func ("/cfront-client/created", test_created);
  g_test_add_func ("/cfront-client/states", test_states);
  g_test_add_func ("/cfront-client/cancelled", test_cancelled);
  g_test_add_func ("/cfront-client/no-order-id", test_no_order_id);
  g_test_add_func ("/cfront-client/offers", test_offers);
  g_test_add_func ("/cfront-client/no-address", test_no_address);
  g_test_add_func ("/cfront-client/discretion", test_discretion);

  return g_test_run ();
}
