/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/tbank-client.h"

#include <string.h>

#include "bank-call.h"
#include "raw-server.h"

#define SIGNED                                                                                     \
  "{\"id\":\"A/1\",\"status\":\"signed\",\"created_at\":\"2025-11-21T10:15:30.123Z\","             \
  "\"demo\":false,\"committed\":true,\"order_amount\":1000,\"transfer_amount\":950.5,"             \
  "\"appropriate_signing_types\":[\"sms\"],\"expected_overdue_at\":\"2025-12-05T10:15:30Z\"}"

static const BankMethod methods[] = {
  BANK_CREATE, BANK_INFO, BANK_COMMIT, BANK_CANCEL, BANK_PAYOUT, BANK_TEST,
};

/* A bank that always says the same. */
static RawServer *
server_new (guint       status,
            const char *headers,
            const char *body)
{
  g_autofree char *reply =
    g_strdup_printf ("HTTP/1.1 %u Whatever\r\nTrace-Id: abc-1\r\n%sContent-Length: %zu\r\n\r\n%s",
                     status, headers, strlen (body), body);

  return raw_server_new (RAW_REPLY_AND_CLOSE, reply);
}

static TrancheBank *
bank_new (RawServer *server,
          gboolean   demo)
{
  g_autoptr (TrancheAccount) account = tranche_account_new ("tbank");

  tranche_account_set_base_url (account, raw_server_get_base_url (server));
  tranche_account_set_currency (account, "RUB");
  tranche_account_set_shop_id (account, "shop");
  tranche_account_set_showcase_id (account, "showcase");
  tranche_account_set_demo (account, demo);
  tranche_account_set_rate (account, 1000);

  return tranche_tbank_client_new (account, "пароль:1");
}

static TrancheOrder *
order_new (gboolean demo)
{
  TrancheOrder *order = tranche_order_new ();

  tranche_order_set_number (order, "A/1");
  tranche_order_set_bank_order_id (order, "demo-1f0");
  tranche_order_set_demo (order, demo);

  return order;
}

static TrancheOrderDraft *
draft_new (void)
{
  TrancheOrderDraft *draft = tranche_order_draft_new ("RUB");
  TrancheMoney price = tranche_money (100000, "RUB");
  g_autoptr (TrancheOrderItem) item = tranche_order_item_new ("Диван", 1, &price, NULL, NULL);

  tranche_order_draft_set_number (draft, "A/1");
  tranche_order_draft_add_item (draft, item);

  return draft;
}

static void
start (TrancheBank *bank,
       BankMethod   method,
       gboolean     demo,
       Await       *await)
{
  g_autoptr (TrancheOrder) order = order_new (demo);
  g_autoptr (TrancheOrderDraft) draft = draft_new ();

  bank_call_start (bank, method, order, draft, NULL, await);
}

/* The order of an answer, or NULL and an error. */
static TrancheOrder *
call (TrancheBank  *bank,
      BankMethod    method,
      gboolean      demo,
      GError      **error)
{
  Await await = AWAIT_INIT;

  start (bank, method, demo, &await);

  return bank_call_finish_order (bank, method, &await, error);
}

static void
assert_no_answer (TrancheBank  *bank,
                  BankMethod    method,
                  GError      **error)
{
  Await await = AWAIT_INIT;

  start (bank, method, FALSE, &await);
  g_assert_false (bank_call_finish (bank, method, &await, error));
}

/* Every code of the specification, and what else servers say, for every method. */
static const struct {
  guint status;
  const char *headers;
  const char *body;
  TrancheBankError code;
  /* An effect's outcome is unknown then. */
  gboolean open;
  const char *text;
  guint retry_after;
} refusals[] = {
  { 400, "", "{\"errors\":[\"Плохо\"]}", TRANCHE_BANK_ERROR_VALIDATION, FALSE, "Плохо", 0 },
  { 401, "", "", TRANCHE_BANK_ERROR_AUTHENTICATION, FALSE, NULL, 0 },
  { 401, "WWW-Authenticate: Basic realm=\"x\"\r\n", "{\"message\":\"Нет\"}",
    TRANCHE_BANK_ERROR_AUTHENTICATION, FALSE, "Нет", 0 },
  { 403, "", "{\"message\":\"Запрещено отменять эту заявку\"}", TRANCHE_BANK_ERROR_FORBIDDEN,
    FALSE, "Запрещено отменять эту заявку", 0 },
  { 422, "", "{\"errors\":\"Охлаждение\"}", TRANCHE_BANK_ERROR_CONFLICT, FALSE, "Охлаждение", 0 },
  { 429, "Retry-After: 2\r\n", "Too many", TRANCHE_BANK_ERROR_RATE_LIMITED, FALSE, "Too many", 2 },
  { 500, "", "{\"message\":\"Упало\"}", TRANCHE_BANK_ERROR_SERVER, TRUE, "Упало", 0 },
  { 502, "", "<html>Bad Gateway</html>", TRANCHE_BANK_ERROR_SERVER, TRUE, NULL, 0 },
  { 503, "Retry-After: 5\r\n", "", TRANCHE_BANK_ERROR_SERVER, TRUE, NULL, 5 },
  { 301, "Location: https://bank.example/\r\n", "", TRANCHE_BANK_ERROR_PROTOCOL, FALSE, NULL, 0 },
  { 418, "", "{\"message\":\"Чайник\"}", TRANCHE_BANK_ERROR_PROTOCOL, FALSE, "Чайник", 0 },
};

static void
test_refusals (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++) {
    for (gsize j = 0; j < G_N_ELEMENTS (methods); j++) {
      g_autoptr (RawServer) server = server_new (refusals[i].status, refusals[i].headers,
                                                 refusals[i].body);
      g_autoptr (TrancheBank) bank = bank_new (server, FALSE);
      g_autoptr (GError) error = NULL;

      g_test_message ("%u, method %d", refusals[i].status, methods[j]);
      assert_no_answer (bank, methods[j], &error);
      if (refusals[i].open)
        bank_assert_unanswered (error, methods[j], refusals[i].code);
      else
        g_assert_error (error, TRANCHE_BANK_ERROR, (int) refusals[i].code);
      g_assert_cmpint (tranche_bank_error_get_cause (error), ==, refusals[i].code);
      g_assert_cmpuint (tranche_bank_error_get_http_status (error), ==, refusals[i].status);
      g_assert_cmpstr (tranche_bank_error_get_bank_text (error), ==, refusals[i].text);
      g_assert_cmpuint (tranche_bank_error_get_retry_after (error), ==, refusals[i].retry_after);
      g_assert_cmpstr (tranche_bank_error_get_trace_id (error), ==, "abc-1");
      g_assert_cmpuint (raw_server_count_requests (server), ==, 1);
    }
  }
}

static void
test_problems (void)
{
  g_autoptr (RawServer) server =
    server_new (400, "", "{\"validations\":{\"items[0].price\":\"Мало\"}}");
  g_autoptr (TrancheBank) bank = bank_new (server, FALSE);
  g_autoptr (GError) error = NULL;
  TrancheFieldProblem *problem;

  g_assert_null (call (bank, BANK_CREATE, FALSE, &error));
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_VALIDATION);
  g_assert_cmpuint (tranche_bank_error_get_problems (error)->len, ==, 1);
  problem = tranche_bank_error_get_problems (error)->pdata[0];
  g_assert_cmpint (problem->field, ==, TRANCHE_FIELD_ITEM_PRICE);
  g_assert_cmpint (problem->item, ==, 0);
  g_assert_cmpstr (problem->text, ==, "Мало");
}

/* "Done", in words that nobody can read. */
static void
test_unreadable (void)
{
  static const char *bodies[] = {
    "", "{", "[]", "<html></html>", "{\"id\":\"A/1\"}", "\xff",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++) {
    for (BankMethod method = 0; method <= BANK_PAYOUT; method++) {
      g_autoptr (RawServer) server = server_new (200, "", bodies[i]);
      g_autoptr (TrancheBank) bank = bank_new (server, FALSE);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s, method %d", bodies[i], method);
      g_assert_null (call (bank, method, FALSE, &error));
      bank_assert_unanswered (error, method, TRANCHE_BANK_ERROR_PROTOCOL);
      g_assert_cmpstr (tranche_bank_error_get_trace_id (error), ==, "abc-1");
    }
  }
}

static void
test_about_another (void)
{
  g_autofree char *other = g_strdup (SIGNED);
  g_autoptr (GString) by_id = g_string_new (SIGNED);

  memcpy (strstr (other, "A/1"), "A/2", 3);
  for (BankMethod method = BANK_INFO; method <= BANK_PAYOUT; method++) {
    g_autoptr (RawServer) server = server_new (200, "", other);
    g_autoptr (TrancheBank) bank = bank_new (server, FALSE);
    g_autoptr (GError) error = NULL;

    g_assert_null (call (bank, method, FALSE, &error));
    bank_assert_unanswered (error, method, TRANCHE_BANK_ERROR_PROTOCOL);
  }

  /* By the id that the bank itself gave it, it is the same order. */
  g_string_replace (by_id, "A/1", "demo-1f0", 1);
  for (BankMethod method = BANK_INFO; method <= BANK_PAYOUT; method++) {
    g_autoptr (RawServer) server = server_new (200, "", by_id->str);
    g_autoptr (TrancheBank) bank = bank_new (server, FALSE);
    g_autoptr (GError) error = NULL;
    g_autoptr (TrancheOrder) answer = call (bank, method, FALSE, &error);

    g_assert_no_error (error);
    g_assert_cmpstr (tranche_order_get_number (answer), ==, "A/1");
  }
}

static void
assert_authorized (const char *request,
                   const char *login)
{
  g_autofree char *plain = g_strconcat (login, ":пароль:1", NULL);
  g_autofree char *encoded = g_base64_encode ((const guchar *) plain, strlen (plain));
  g_autofree char *header = g_strconcat ("\r\nAuthorization: Basic ", encoded, "\r\n", NULL);

  g_assert_nonnull (strstr (request, header));
}

static void
test_requests (void)
{
  static const struct {
    BankMethod method;
    const char *line;
  } rows[] = {
    { BANK_INFO, "GET /api/partners/v2/orders/A%2F1/info HTTP/1.1\r\n" },
    { BANK_COMMIT, "POST /api/partners/v2/orders/A%2F1/commit HTTP/1.1\r\n" },
    { BANK_CANCEL, "POST /api/partners/v2/orders/A%2F1/cancel HTTP/1.1\r\n" },
    { BANK_PAYOUT, "GET /api/partners/v2/orders/A%2F1/info HTTP/1.1\r\n" },
  };
  g_autoptr (RawServer) server = server_new (200, "", SIGNED);

  /* The order says which world it is of, and not the account. */
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    for (int demo = 0; demo < 2; demo++) {
      g_autoptr (TrancheBank) bank = bank_new (server, !demo);
      g_autoptr (TrancheOrder) answer = call (bank, rows[i].method, demo, NULL);
      g_autofree char *request = raw_server_dup_request (server);

      g_assert_nonnull (answer);
      g_assert_true (g_str_has_prefix (request, rows[i].line));
      g_assert_true (g_str_has_suffix (request, "\r\n\r\n"));
      assert_authorized (request, demo ? "demo-showcase" : "showcase");
    }
  }
}

static void
test_create_requests (void)
{
  g_autoptr (RawServer) server =
    server_new (200, "", "{\"id\":\"1\",\"link\":\"https://bank.example/1\"}");

  for (int demo = 0; demo < 2; demo++) {
    g_autoptr (TrancheBank) bank = bank_new (server, demo);
    g_autoptr (TrancheOrder) answer = call (bank, BANK_CREATE, FALSE, NULL);
    g_autofree char *request = raw_server_dup_request (server);

    g_assert_true (tranche_order_get_demo (answer) == demo);
    g_assert_true (g_str_has_prefix (request, demo ? "POST /api/partners/v2/orders/create-demo HTTP"
                                                   : "POST /api/partners/v2/orders/create HTTP"));
    g_assert_null (strstr (request, "Authorization"));
    g_assert_true (g_str_has_suffix (request,
                                     "{\"shopId\":\"shop\",\"showcaseId\":\"showcase\","
                                     "\"sum\":1000,\"items\":[{\"name\":\"Диван\",\"quantity\":1,"
                                     "\"price\":1000}],\"orderNumber\":\"A/1\"}"));
  }
}

static void
test_payout (void)
{
  g_autoptr (RawServer) server = server_new (200, "", SIGNED);
  g_autoptr (TrancheBank) bank = bank_new (server, FALSE);
  g_autoptr (TrancheOrder) order = order_new (FALSE);
  g_autoptr (TranchePayout) payout = bank_call_payout (bank, order, NULL);

  g_assert_cmpint (tranche_payout_get_state (payout), ==, TRANCHE_PAYOUT_DUE);
  g_assert_cmpint (tranche_payout_get_amount (payout)->minor, ==, 95050);
}

/* "Not found" is what the right credentials hear; a web server that is no bank
 * says it too, but on a page. */
static void
test_test (void)
{
  static const struct {
    guint status;
    const char *body;
    int code;
  } rows[] = {
    { 404, "{\"message\":\"Заявка не найдена\"}", 0 },
    { 404, "", 0 },
    { 200, SIGNED, 0 },
    { 404, "\n<!DOCTYPE html><html></html>", TRANCHE_BANK_ERROR_PROTOCOL },
    { 401, "", TRANCHE_BANK_ERROR_AUTHENTICATION },
    { 403, "", TRANCHE_BANK_ERROR_FORBIDDEN },
    { 500, "", TRANCHE_BANK_ERROR_SERVER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    for (int demo = 0; demo < 2; demo++) {
      g_autoptr (RawServer) server = server_new (rows[i].status, "", rows[i].body);
      g_autoptr (TrancheBank) bank = bank_new (server, demo);
      g_autoptr (GError) error = NULL;
      g_autofree char *request = NULL;

      g_assert_true (bank_call_test (bank, &error) == (rows[i].code == 0));
      if (rows[i].code == 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, TRANCHE_BANK_ERROR, rows[i].code);

      request = raw_server_dup_request (server);
      g_assert_true (g_str_has_prefix (request, "GET "));
      assert_authorized (request, demo ? "demo-showcase" : "showcase");
    }
  }
}

static void
test_capabilities (void)
{
  g_autoptr (TrancheAccount) account = tranche_account_new ("tbank");
  g_autoptr (TrancheBank) by_hand = NULL;
  g_autoptr (TrancheBank) by_itself = NULL;
  g_autoptr (TrancheAccount) automatic = NULL;

  tranche_account_set_showcase_id (account, "showcase");
  automatic = tranche_account_copy (account);
  tranche_account_set_auto_commit (automatic, TRUE);
  by_hand = tranche_tbank_client_new (account, "");
  by_itself = tranche_tbank_client_new (automatic, "");

  g_assert_cmpint (tranche_bank_get_capabilities (by_hand), ==,
                   TRANCHE_CAPABILITY_LINK | TRANCHE_CAPABILITY_CANCEL_SIGNED |
                     TRANCHE_CAPABILITY_IDEMPOTENT_CREATE | TRANCHE_CAPABILITY_INFO_BY_NUMBER);
  g_assert_cmpint (tranche_bank_get_capabilities (by_itself), ==,
                   TRANCHE_CAPABILITY_LINK | TRANCHE_CAPABILITY_IDEMPOTENT_CREATE |
                     TRANCHE_CAPABILITY_INFO_BY_NUMBER);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tbank-client/refusals", test_refusals);
  g_test_add_func ("/tbank-client/problems", test_problems);
  g_test_add_func ("/tbank-client/unreadable", test_unreadable);
  g_test_add_func ("/tbank-client/about-another", test_about_another);
  g_test_add_func ("/tbank-client/requests", test_requests);
  g_test_add_func ("/tbank-client/create-requests", test_create_requests);
  g_test_add_func ("/tbank-client/payout", test_payout);
  g_test_add_func ("/tbank-client/test", test_test);
  g_test_add_func ("/tbank-client/capabilities", test_capabilities);

  return g_test_run ();
}
