/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/cfront-client.h"

#include <string.h>

#include "await.h"
#include "banks/cfront-signature.h"
#include "cfront-server.h"
#include "raw-server.h"

#define UNKNOWN TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME
#define SECRET "secret_98765432--123-123"
#define ID "fa4a8249-336e-4e6d-9b85-79bc8be62377"
#define BODY_ID "{\"order_id\":\"" ID "\"}"
#define EVERY_SERVICE 0xff

#define STATE(state, sub_state) \
  "{\"order_id\":\"" ID "\",\"state\":\"" state "\",\"order_sub_state\":\"" sub_state "\"}"
#define ACTIVE STATE ("SUCCESS", "ACTIVE")

typedef enum {
  CREATE,
  INFO,
  COMMIT,
  CANCEL,
  PAYOUT,
  RETURN,
  CUSTOMER,
  LETTER,
  PDF,
  DETAILS,
  REPORT,
  TEST,
  N_METHODS,
} Method;

static gboolean
is_effect (Method method)
{
  return method == CREATE || method == COMMIT || method == CANCEL || method == RETURN;
}

static TrancheAccount *
account_new (const char *base_url,
             guint       services)
{
  g_autoptr (TrancheAgreement) agreement = tranche_agreement_new ();
  TrancheAccount *account = tranche_account_new ("monobank");

  agreement->services = services;
  tranche_account_set_base_url (account, base_url);
  tranche_account_set_currency (account, "UAH");
  tranche_account_set_showcase_id (account, "test_store_with_confirm");
  tranche_account_set_rate (account, 1000);
  tranche_account_set_agreement (account, agreement);

  return account;
}

static TrancheBank *
bank_new (const char *base_url,
          guint       services)
{
  g_autoptr (TrancheAccount) account = account_new (base_url, services);

  return tranche_cfront_client_new (account, SECRET);
}

static TrancheOrder *
order_new (void)
{
  TrancheOrder *order = tranche_order_new ();

  tranche_order_set_number (order, "A/1");
  tranche_order_set_bank_order_id (order, ID);

  return order;
}

static TrancheOrderDraft *
draft_new (void)
{
  TrancheOrderDraft *draft = tranche_order_draft_new ("UAH");
  TrancheMoney price = tranche_money (100050, "UAH");
  g_autoptr (TrancheOrderItem) item = tranche_order_item_new ("Диван", 1, &price, NULL, NULL);
  TrancheCustomer customer = { .phone = (char *) "0501234567" };
  TrancheSale sale = { .invoice_number = (char *) "7", .invoice_date = (char *) "2025-11-21",
                       .parts = 3 };

  tranche_order_draft_set_number (draft, "A/1");
  tranche_order_draft_add_item (draft, item);
  tranche_order_draft_set_customer (draft, &customer);
  tranche_order_draft_set_sale (draft, &sale);

  return draft;
}

static void
start (TrancheBank  *bank,
       Method        method,
       TrancheOrder *order,
       GCancellable *cancellable,
       Await        *await)
{
  g_autoptr (TrancheOrderDraft) draft = draft_new ();
  TrancheGoodsReturn goods_return = { (char *) "RET-1", tranche_money (50, "UAH"), TRUE, NULL };

  switch (method) {
  case CREATE:
    tranche_bank_create_async (bank, draft, cancellable, await_cb, await);
    break;
  case INFO:
    tranche_bank_info_async (bank, order, TRANCHE_PRIORITY_POLL, cancellable, await_cb, await);
    break;
  case COMMIT:
    tranche_bank_commit_async (bank, order, cancellable, await_cb, await);
    break;
  case CANCEL:
    tranche_bank_cancel_async (bank, order, cancellable, await_cb, await);
    break;
  case PAYOUT:
    tranche_bank_check_payout_async (bank, order, cancellable, await_cb, await);
    break;
  case RETURN:
    tranche_bank_return_goods_async (bank, order, &goods_return, cancellable, await_cb, await);
    break;
  case CUSTOMER:
    tranche_bank_find_customer_async (bank, "050 123 45 67", cancellable, await_cb, await);
    break;
  case LETTER:
    tranche_bank_contract_async (bank, order, "8", NULL, cancellable, await_cb, await);
    break;
  case PDF:
    tranche_bank_letter_pdf_async (bank, order, NULL, "2025-11-22", cancellable, await_cb, await);
    break;
  case DETAILS:
    tranche_bank_details_async (bank, order, cancellable, await_cb, await);
    break;
  case REPORT:
    tranche_bank_report_async (bank, "2025-11-21", cancellable, await_cb, await);
    break;
  case TEST:
    tranche_bank_test_async (bank, cancellable, await_cb, await);
    break;
  case N_METHODS:
  default:
    g_assert_not_reached ();
  }

  /* Never before the start returns. */
  g_assert_cmpuint (await->n_calls, ==, 0);
}

/* Whether there was an answer, of whatever kind. */
static gboolean
finish (TrancheBank  *bank,
        Method        method,
        Await        *await,
        GError      **error)
{
  g_autoptr (GAsyncResult) result = await_result (await);
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (TranchePayout) payout = NULL;
  g_autoptr (TrancheCustomer) customer = NULL;
  g_autoptr (TrancheContract) contract = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (TrancheOrderDetails) details = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  switch (method) {
  case CREATE:
    return (order = tranche_bank_create_finish (bank, result, error)) != NULL;
  case INFO:
    return (order = tranche_bank_info_finish (bank, result, error)) != NULL;
  case COMMIT:
    return (order = tranche_bank_commit_finish (bank, result, error)) != NULL;
  case CANCEL:
    return (order = tranche_bank_cancel_finish (bank, result, error)) != NULL;
  case PAYOUT:
    return (payout = tranche_bank_check_payout_finish (bank, result, error)) != NULL;
  case RETURN:
    return tranche_bank_return_goods_finish (bank, result, error);
  case CUSTOMER:
    return (customer = tranche_bank_find_customer_finish (bank, result, error)) != NULL;
  case LETTER:
    return (contract = tranche_bank_contract_finish (bank, result, error)) != NULL;
  case PDF:
    return (pdf = tranche_bank_letter_pdf_finish (bank, result, error)) != NULL;
  case DETAILS:
    return (details = tranche_bank_details_finish (bank, result, error)) != NULL;
  case REPORT:
    return (lines = tranche_bank_report_finish (bank, result, error)) != NULL;
  case TEST:
    return tranche_bank_test_finish (bank, result, error);
  case N_METHODS:
  default:
    g_assert_not_reached ();
  }
}

static gboolean
call (TrancheBank  *bank,
      Method        method,
      GError      **error)
{
  g_autoptr (TrancheOrder) order = order_new ();
  Await await = AWAIT_INIT;

  start (bank, method, order, NULL, &await);

  return finish (bank, method, &await, error);
}

/* The order of an answer to one of the four methods that have one. */
static TrancheOrder *
call_for_order (TrancheBank  *bank,
                Method        method,
                GError      **error)
{
  g_autoptr (TrancheOrder) order = order_new ();
  g_autoptr (GAsyncResult) result = NULL;
  Await await = AWAIT_INIT;

  start (bank, method, order, NULL, &await);
  result = await_result (&await);
  if (method == CREATE)
    return tranche_bank_create_finish (bank, result, error);
  if (method == INFO)
    return tranche_bank_info_finish (bank, result, error);
  if (method == COMMIT)
    return tranche_bank_commit_finish (bank, result, error);

  g_assert_cmpint (method, ==, CANCEL);
  return tranche_bank_cancel_finish (bank, result, error);
}

/* A good answer to every method. */
static const struct {
  Method method;
  const char *path;
  const char *sent;
  const char *answered;
} good[] = {
  { CREATE, "/api/order/create",
    "{\"store_order_id\":\"A/1\",\"client_phone\":\"+380501234567\",\"total_sum\":1000.5,"
    "\"invoice\":{\"number\":\"7\",\"date\":\"2025-11-21\",\"source\":\"STORE\"},"
    "\"available_programs\":[{\"available_parts_count\":[3]}],"
    "\"products\":[{\"name\":\"Диван\",\"count\":1,\"sum\":1000.5}]}",
    BODY_ID },
  { INFO, "/api/order/state", BODY_ID, ACTIVE },
  { COMMIT, "/api/order/confirm", BODY_ID, ACTIVE },
  { CANCEL, "/api/order/reject", BODY_ID, STATE ("FAIL", "REJECTED_BY_STORE") },
  { PAYOUT, "/api/order/check/paid", BODY_ID,
    "{\"fully_paid\":false,\"bank_can_return_money_to_card\":true}" },
  { RETURN, "/api/order/return",
    "{\"order_id\":\"" ID "\",\"sum\":0.5,\"store_return_id\":\"RET-1\","
    "\"return_money_to_card\":true}",
    "{\"status\":\"OK\"}" },
  { CUSTOMER, "/api/client/validate", "{\"phone\":\"+380501234567\"}",
    "{\"found\":true,\"client\":{\"last_name\":\"Сідоренко\"}}" },
  { LETTER, "/api/v2/order/data/for/guarantee/letter",
    "{\"order_id\":\"" ID "\",\"invoice\":{\"number\":\"8\"}}", "{\"expansion\":{}}" },
  { PDF, "/api/order/guarantee/letter",
    "{\"order_id\":\"" ID "\",\"invoice\":{\"date\":\"2025-11-22\"}}", "%PDF-1.7\n" },
  { DETAILS, "/api/order/data", BODY_ID, "{\"total_sum\":1000.5}" },
  { REPORT, "/api/store/report", "{\"date\":\"2025-11-21\"}", "{\"orders\":[]}" },
};

static CfrontServer *
server_new (void)
{
  CfrontServer *server = cfront_server_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    cfront_server_answer (server, good[i].path, good[i].method == CREATE ? 201 : 200,
                          good[i].answered);

  return server;
}

static void
test_requests (void)
{
  g_autoptr (CfrontServer) server = server_new ();
  g_autoptr (TrancheBank) bank = bank_new (cfront_server_get_base_url (server), EVERY_SERVICE);

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autoptr (GBytes) sent = g_bytes_new (good[i].sent, strlen (good[i].sent));
    g_autoptr (GError) error = NULL;

    g_assert_true (call (bank, good[i].method, &error));
    g_assert_no_error (error);
    g_assert_cmpstr (cfront_server_get_path (server), ==, good[i].path);
    g_assert_cmpstr (cfront_server_get_body (server), ==, good[i].sent);
    g_assert_cmpstr (cfront_server_get_header (server, "store-id"), ==,
                     "test_store_with_confirm");
    g_assert_cmpstr (cfront_server_get_header (server, "Content-Type"), ==, "application/json");
    g_assert_cmpstr (cfront_server_get_header (server, "Accept"), ==,
                     good[i].method == PDF ? "application/pdf, application/json"
                                           : "application/json");
    g_assert_true (tranche_cfront_verify (sent, SECRET,
                                          cfront_server_get_header (server, "signature")));
  }
}

/* Only the first version of a look-up tells the name, and only the second one of
 * the letter has the contract with the shop. */
static void
test_versions (void)
{
  static const struct {
    guint services;
    Method method;
    const char *path;
  } rows[] = {
    { TRANCHE_SERVICE_CUSTOMER, CUSTOMER, "/api/client/validate" },
    { TRANCHE_SERVICE_CUSTOMER_FOUND, CUSTOMER, "/api/v2/client/validate" },
    { TRANCHE_SERVICE_CUSTOMER | TRANCHE_SERVICE_CUSTOMER_FOUND, CUSTOMER,
      "/api/client/validate" },
    { TRANCHE_SERVICE_LETTER, LETTER, "/api/order/data/for/guarantee/letter" },
    { TRANCHE_SERVICE_LETTER_CONTRACT, LETTER, "/api/v2/order/data/for/guarantee/letter" },
    { TRANCHE_SERVICE_LETTER | TRANCHE_SERVICE_LETTER_CONTRACT, LETTER,
      "/api/v2/order/data/for/guarantee/letter" },
  };
  g_autoptr (CfrontServer) server = cfront_server_new ();

  cfront_server_answer (server, NULL, 200, "{\"found\":true,\"header\":{}}");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TrancheBank) bank = bank_new (cfront_server_get_base_url (server),
                                             rows[i].services);
    g_autoptr (GError) error = NULL;

    g_assert_true (call (bank, rows[i].method, &error));
    g_assert_no_error (error);
    g_assert_cmpstr (cfront_server_get_path (server), ==, rows[i].path);
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
    g_autoptr (CfrontServer) server = server_new ();
    g_autoptr (TrancheAccount) account = account_new (cfront_server_get_base_url (server), 0);
    g_autoptr (TrancheAgreement) agreement = tranche_agreement_new ();
    g_autoptr (TrancheBank) bank = NULL;
    g_autoptr (GError) error = NULL;

    agreement->id_header = g_strdup (rows[i].id_header);
    agreement->signature_header = g_strdup (rows[i].signature_header);
    tranche_account_set_agreement (account, agreement);
    tranche_account_set_showcase_id (account, "магазин\r\nX-Evil: 1");
    bank = tranche_cfront_client_new (account, SECRET);

    /* The reply's signature has the same header. */
    cfront_server_sign (server, rows[i].sent_signature, "wrong");
    g_assert_false (call (bank, INFO, &error));
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
  g_autoptr (TrancheBank) bank = bank_new (cfront_server_get_base_url (server), 0);

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (TrancheOrder) answer = NULL;

    cfront_server_answer (server, NULL, statuses[i], BODY_ID);
    answer = call_for_order (bank, CREATE, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (tranche_order_get_bank_order_id (answer), ==, ID);
    g_assert_cmpint (tranche_order_get_stage (answer), ==, TRANCHE_STAGE_WAITING);
    g_assert_cmpstr (tranche_order_get_trace_id (answer), ==, "trace-7");
    g_assert_null (tranche_order_get_link (answer));
  }
}

static void
test_conflict_without_order (void)
{
  g_autoptr (CfrontServer) server = cfront_server_new ();
  g_autoptr (TrancheBank) bank = bank_new (cfront_server_get_base_url (server), EVERY_SERVICE);

  cfront_server_answer (server, NULL, 409, "{\"message\":\"Дублікат\"}");
  for (Method method = 0; method < N_METHODS; method++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (call (bank, method, &error));
    g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_CONFLICT);
    g_assert_cmpstr (tranche_bank_error_get_bank_text (error), ==, "Дублікат");
    g_assert_cmpstr (tranche_bank_error_get_trace_id (error), ==, "trace-7");
  }
}

static void
test_states (void)
{
  static const struct {
    Method method;
    const char *body;
    TrancheStage stage;
    TrancheReason reason;
    const char *raw_state;
  } rows[] = {
    { INFO, STATE ("IN_PROCESS", "WAITING_FOR_CLIENT"), TRANCHE_STAGE_WAITING, 0,
      "IN_PROCESS/WAITING_FOR_CLIENT" },
    { INFO, STATE ("IN_PROCESS", "WAITING_FOR_STORE_CONFIRM"), TRANCHE_STAGE_READY, 0,
      "IN_PROCESS/WAITING_FOR_STORE_CONFIRM" },
    { INFO, "{\"state\":\"WAITING_FOR_STORE_CONFIRM\"}", TRANCHE_STAGE_READY, 0,
      "WAITING_FOR_STORE_CONFIRM" },
    { INFO, STATE ("FAIL", "EXCEEDED_SUM_LIMIT"), TRANCHE_STAGE_REJECTED, TRANCHE_REASON_LIMIT,
      "FAIL/EXCEEDED_SUM_LIMIT" },
    { COMMIT, ACTIVE, TRANCHE_STAGE_COMMITTED, 0, "SUCCESS/ACTIVE" },
    { CANCEL, STATE ("FAIL", "REJECTED_BY_STORE"), TRANCHE_STAGE_CANCELED, TRANCHE_REASON_STORE,
      "FAIL/REJECTED_BY_STORE" },
  };
  g_autoptr (CfrontServer) server = cfront_server_new ();
  g_autoptr (TrancheBank) bank = bank_new (cfront_server_get_base_url (server), 0);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (TrancheOrder) answer = NULL;

    cfront_server_answer (server, NULL, 200, rows[i].body);
    answer = call_for_order (bank, rows[i].method, &error);
    g_assert_no_error (error);
    g_assert_cmpint (tranche_order_get_stage (answer), ==, rows[i].stage);
    g_assert_cmpint (tranche_order_get_reason (answer), ==, rows[i].reason);
    g_assert_cmpstr (tranche_order_get_raw_state (answer), ==, rows[i].raw_state);
    g_assert_cmpstr (tranche_order_get_raw_answer (answer), ==, rows[i].body);
    g_assert_cmpstr (tranche_order_get_number (answer), ==, "A/1");
    g_assert_cmpstr (tranche_order_get_bank_order_id (answer), ==, ID);
    g_assert_cmpstr (tranche_order_get_trace_id (answer), ==, "trace-7");
    g_assert_nonnull (tranche_order_get_checked_at (answer));
  }
}

/* Every code of the specifications, and what else servers say, for every method. */
static const struct {
  guint status;
  const char *body;
  TrancheBankError code;
  /* An effect's outcome is unknown then. */
  gboolean open;
  const char *text;
} refusals[] = {
  { 400, "{\"message\":\"Погано\"}", TRANCHE_BANK_ERROR_VALIDATION, FALSE, "Погано" },
  { 400, "", TRANCHE_BANK_ERROR_VALIDATION, FALSE, NULL },
  { 401, "{\"message\":\"Підпис\"}", TRANCHE_BANK_ERROR_AUTHENTICATION, FALSE, "Підпис" },
  { 403, "{\"message\":\"Не можна\"}", TRANCHE_BANK_ERROR_FORBIDDEN, FALSE, "Не можна" },
  { 404, "{\"message\":\"Немає\"}", TRANCHE_BANK_ERROR_NOT_FOUND, FALSE, "Немає" },
  { 404, "", TRANCHE_BANK_ERROR_NOT_FOUND, FALSE, NULL },
  { 429, "{\"message\":\"Забагато\"}", TRANCHE_BANK_ERROR_RATE_LIMITED, FALSE, "Забагато" },
  { 500, "{\"message\":\"Котик 🐱\"}", TRANCHE_BANK_ERROR_SERVER, TRUE, "Котик 🐱" },
  { 502, "<html>Bad Gateway</html>", TRANCHE_BANK_ERROR_SERVER, TRUE, NULL },
  { 301, "", TRANCHE_BANK_ERROR_PROTOCOL, FALSE, NULL },
  { 418, "{\"message\":\"Чайник\"}", TRANCHE_BANK_ERROR_PROTOCOL, FALSE, "Чайник" },
};

static TrancheBankError
expected_code (gsize  i,
               Method method)
{
  gboolean needs_state = method == COMMIT || method == CANCEL || method == RETURN;

  if (refusals[i].open && is_effect (method))
    return UNKNOWN;
  if (refusals[i].status == 400 && needs_state)
    return TRANCHE_BANK_ERROR_CONFLICT;
  if (refusals[i].status == 400 && method == CUSTOMER && refusals[i].text)
    return TRANCHE_BANK_ERROR_NOT_FOUND;

  return refusals[i].code;
}

static void
test_refusals (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++) {
    g_autoptr (CfrontServer) server = cfront_server_new ();

    cfront_server_answer (server, NULL, refusals[i].status, refusals[i].body);
    for (Method method = 0; method < TEST; method++) {
      /* A 429 makes a client wait before the next request. */
      g_autoptr (TrancheBank) bank = bank_new (cfront_server_get_base_url (server),
                                               EVERY_SERVICE);
      g_autoptr (GError) error = NULL;

      g_test_message ("%u, method %d", refusals[i].status, method);
      g_assert_false (call (bank, method, &error));
      g_assert_error (error, TRANCHE_BANK_ERROR, (int) expected_code (i, method));
      if (refusals[i].open)
        g_assert_cmpint (tranche_bank_error_get_cause (error), ==, refusals[i].code);
      g_assert_cmpuint (tranche_bank_error_get_http_status (error), ==, refusals[i].status);
      g_assert_cmpstr (tranche_bank_error_get_bank_text (error), ==, refusals[i].text);
      g_assert_cmpstr (tranche_bank_error_get_trace_id (error), ==, "trace-7");
      g_assert_cmpuint (cfront_server_count (server), ==, method + 1);
    }
  }
}

/* "Done", in words that nobody can read. */
static void
test_unreadable (void)
{
  static const char * const bodies[] = { "", "{", "<html></html>", "5", "\"\"" };
  g_autoptr (CfrontServer) server = cfront_server_new ();
  g_autoptr (TrancheBank) bank = bank_new (cfront_server_get_base_url (server), EVERY_SERVICE);

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++) {
    cfront_server_answer (server, NULL, 200, bodies[i]);
    for (Method method = 0; method < N_METHODS; method++) {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s, method %d", bodies[i], method);
      g_assert_false (call (bank, method, &error));
      g_assert_error (error, TRANCHE_BANK_ERROR,
                      (int) (is_effect (method) ? UNKNOWN : TRANCHE_BANK_ERROR_PROTOCOL));
      g_assert_cmpint (tranche_bank_error_get_cause (error), ==, TRANCHE_BANK_ERROR_PROTOCOL);
      g_assert_cmpstr (tranche_bank_error_get_trace_id (error), ==, "trace-7");
    }
  }
}

static void
test_about_another (void)
{
  g_autoptr (CfrontServer) server = cfront_server_new ();
  g_autoptr (TrancheBank) bank = bank_new (cfront_server_get_base_url (server), 0);

  cfront_server_answer (server, NULL, 200,
                        "{\"order_id\":\"00000000-336e-4e6d-9b85-79bc8be62377\","
                        "\"state\":\"SUCCESS\",\"order_sub_state\":\"ACTIVE\"}");
  for (Method method = INFO; method <= PAYOUT; method++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (call (bank, method, &error));
    g_assert_error (error, TRANCHE_BANK_ERROR,
                    (int) (is_effect (method) ? UNKNOWN : TRANCHE_BANK_ERROR_PROTOCOL));
  }

  /* Capitals in an id are no other order. */
  cfront_server_answer (server, NULL, 200,
                        "{\"order_id\":\"FA4A8249-336E-4E6D-9B85-79BC8BE62377\","
                        "\"state\":\"SUCCESS\",\"order_sub_state\":\"ACTIVE\"}");
  g_assert_true (call (bank, INFO, NULL));
}

static void
test_signatures (void)
{
  g_autoptr (CfrontServer) server = server_new ();
  g_autoptr (TrancheBank) bank = bank_new (cfront_server_get_base_url (server), EVERY_SERVICE);

  cfront_server_sign (server, "signature", SECRET);
  for (Method method = 0; method < TEST; method++)
    g_assert_true (call (bank, method, NULL));

  cfront_server_sign (server, "Signature", "another secret");
  for (Method method = 0; method < N_METHODS; method++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (call (bank, method, &error));
    g_assert_error (error, TRANCHE_BANK_ERROR,
                    (int) (is_effect (method) ? UNKNOWN : TRANCHE_BANK_ERROR_PROTOCOL));
    g_assert_cmpint (tranche_bank_error_get_cause (error), ==, TRANCHE_BANK_ERROR_PROTOCOL);
    g_assert_cmpstr (tranche_bank_error_get_trace_id (error), ==, "trace-7");
  }
}

/* A refusal may be forged as well, except that of the signature itself, which is
 * signed with the secret that the shop does not have. */
static void
test_signed_refusals (void)
{
  g_autoptr (CfrontServer) server = cfront_server_new ();
  g_autoptr (TrancheBank) bank = bank_new (cfront_server_get_base_url (server), 0);

  for (Method method = CREATE; method <= PAYOUT; method++) {
    g_autoptr (GError) forged = NULL;
    g_autoptr (GError) genuine = NULL;
    g_autoptr (GError) login = NULL;

    cfront_server_answer (server, NULL, 403, "{\"message\":\"Не можна\"}");
    cfront_server_sign (server, "signature", "another secret");
    g_assert_false (call (bank, method, &forged));
    g_assert_error (forged, TRANCHE_BANK_ERROR,
                    (int) (is_effect (method) ? UNKNOWN : TRANCHE_BANK_ERROR_PROTOCOL));

    cfront_server_sign (server, "signature", SECRET);
    g_assert_false (call (bank, method, &genuine));
    g_assert_error (genuine, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_FORBIDDEN);

    cfront_server_answer (server, NULL, 401, "{\"message\":\"Підпис\"}");
    cfront_server_sign (server, "signature", "another secret");
    g_assert_false (call (bank, method, &login));
    g_assert_error (login, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_AUTHENTICATION);
  }
}

static void
test_lost (void)
{
  for (Method method = 0; method < N_METHODS; method++) {
    g_autoptr (RawServer) server = raw_server_new (RAW_READ_AND_CLOSE, NULL);
    g_autoptr (TrancheBank) bank = bank_new (raw_server_get_base_url (server), EVERY_SERVICE);
    g_autoptr (GError) error = NULL;

    g_assert_false (call (bank, method, &error));
    g_assert_error (error, TRANCHE_BANK_ERROR,
                    (int) (is_effect (method) ? UNKNOWN : TRANCHE_BANK_ERROR_NETWORK));
    if (is_effect (method))
      g_assert_cmpuint (raw_server_count_requests (server), ==, 1);
  }
}

static void
test_cancelled (void)
{
  g_autoptr (CfrontServer) server = server_new ();
  g_autoptr (TrancheBank) bank = bank_new (cfront_server_get_base_url (server), EVERY_SERVICE);
  g_autoptr (TrancheOrder) order = order_new ();

  for (Method method = 0; method < N_METHODS; method++) {
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_autoptr (GError) error = NULL;
    Await await = AWAIT_INIT;

    start (bank, method, order, cancellable, &await);
    g_cancellable_cancel (cancellable);
    g_assert_false (finish (bank, method, &await, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  }
  g_assert_cmpuint (cfront_server_count (server), ==, 0);
}

/* Create's answer was lost: nothing can be asked about the order. */
static void
test_no_order_id (void)
{
  g_autoptr (CfrontServer) server = server_new ();
  g_autoptr (TrancheBank) bank = bank_new (cfront_server_get_base_url (server), EVERY_SERVICE);
  g_autoptr (TrancheOrder) order = tranche_order_new ();
  static const Method methods[] = { INFO, COMMIT, CANCEL, PAYOUT, RETURN, LETTER, PDF, DETAILS };

  tranche_order_set_number (order, "A/1");
  for (gsize i = 0; i < G_N_ELEMENTS (methods); i++) {
    g_autoptr (GError) error = NULL;
    Await await = AWAIT_INIT;

    start (bank, methods[i], order, NULL, &await);
    g_assert_false (finish (bank, methods[i], &await, &error));
    g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_NOT_FOUND);
  }
  g_assert_cmpuint (cfront_server_count (server), ==, 0);
}

static const struct {
  guint service;
  TrancheCapabilities capability;
  Method method;
} offers[] = {
  { TRANCHE_SERVICE_CUSTOMER, TRANCHE_CAPABILITY_FIND_CUSTOMER, CUSTOMER },
  { TRANCHE_SERVICE_CUSTOMER_FOUND, TRANCHE_CAPABILITY_FIND_CUSTOMER, CUSTOMER },
  { TRANCHE_SERVICE_LETTER, TRANCHE_CAPABILITY_LETTER, LETTER },
  { TRANCHE_SERVICE_LETTER_CONTRACT, TRANCHE_CAPABILITY_LETTER, LETTER },
  { TRANCHE_SERVICE_LETTER_PDF, TRANCHE_CAPABILITY_LETTER_PDF, PDF },
  { TRANCHE_SERVICE_DETAILS, TRANCHE_CAPABILITY_DETAILS, DETAILS },
  { TRANCHE_SERVICE_RETURN, TRANCHE_CAPABILITY_RETURN, RETURN },
  { TRANCHE_SERVICE_REPORT, TRANCHE_CAPABILITY_REPORT, REPORT },
};

/* What the account does not offer is neither told nor sent. */
static void
test_offers (void)
{
  TrancheCapabilities always = TRANCHE_CAPABILITY_CANCEL_SIGNED |
                               TRANCHE_CAPABILITY_IDEMPOTENT_CREATE | TRANCHE_CAPABILITY_SALE;
  g_autoptr (CfrontServer) server = server_new ();
  g_autoptr (TrancheBank) bare = bank_new (cfront_server_get_base_url (server), 0);

  g_assert_cmpint (tranche_bank_get_capabilities (bare), ==, always);
  for (gsize i = 0; i < G_N_ELEMENTS (offers); i++) {
    g_autoptr (TrancheBank) bank = bank_new (cfront_server_get_base_url (server),
                                             offers[i].service);

    g_assert_cmpint (tranche_bank_get_capabilities (bank), ==, always | offers[i].capability);
    for (Method method = RETURN; method <= REPORT; method++) {
      g_autoptr (GError) error = NULL;

      if (method == offers[i].method)
        continue;
      g_assert_false (call (bank, method, &error));
      g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_NOT_SUPPORTED);
    }
  }
  g_assert_cmpuint (cfront_server_count (server), ==, 0);
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
  g_autoptr (CfrontServer) server = server_new ();
  g_autoptr (TrancheBank) bank = bank_new (cfront_server_get_base_url (server),
                                           TRANCHE_SERVICE_CUSTOMER);
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
  g_autoptr (TrancheOrder) order = order_new ();
  g_autoptr (GAsyncResult) result = NULL;
  Await await = AWAIT_INIT;

  start (bank, PAYOUT, order, NULL, &await);
  result = await_result (&await);

  return tranche_bank_check_payout_finish (bank, result, error);
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
    { STATE ("IN_PROCESS", "WAITING_FOR_STORE_CONFIRM"), "{}", TRANCHE_PAYOUT_NOT_COMMITTED,
      TRANCHE_PAYOUT_UNSAID, 1 },
    { STATE ("FAIL", "REJECTED_BY_CLIENT"), "{}", TRANCHE_PAYOUT_NOT_COMMITTED,
      TRANCHE_PAYOUT_UNSAID, 1 },
    { STATE ("PAUSED", "PAUSED"), "{}", TRANCHE_PAYOUT_NOT_COMMITTED, TRANCHE_PAYOUT_UNSAID, 1 },
    { ACTIVE, "{\"fully_paid\":false}", TRANCHE_PAYOUT_DUE, TRANCHE_PAYOUT_NO, 2 },
    { ACTIVE, "{\"fully_paid\":true}", TRANCHE_PAYOUT_PAID, TRANCHE_PAYOUT_YES, 2 },
    { STATE ("SUCCESS", "DONE"), "{\"fully_paid\":true}", TRANCHE_PAYOUT_PAID,
      TRANCHE_PAYOUT_YES, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (CfrontServer) server = server_new ();
    g_autoptr (TrancheBank) bank = bank_new (cfront_server_get_base_url (server), 0);
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
  g_autoptr (CfrontServer) server = server_new ();
  g_autoptr (TrancheBank) bank = bank_new (cfront_server_get_base_url (server), 0);
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
    g_autoptr (TrancheBank) bank = bank_new (cfront_server_get_base_url (server), 0);
    g_autoptr (GError) error = NULL;

    cfront_server_answer (server, NULL, rows[i].status, rows[i].body);
    g_assert_cmpint (call (bank, TEST, &error), ==, rows[i].code == 0);
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

/* Globus's address is not public: an account begins without one. */
static void
test_no_address (void)
{
  g_autoptr (TrancheBank) bank = bank_new ("", 0);
  g_autoptr (GError) error = NULL;

  g_assert_false (call (bank, TEST, &error));
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_VALIDATION);
}

static void
test_not_pdf (void)
{
  g_autoptr (CfrontServer) server = cfront_server_new ();
  g_autoptr (TrancheBank) bank = bank_new (cfront_server_get_base_url (server), EVERY_SERVICE);
  g_autoptr (GError) error = NULL;

  cfront_server_answer (server, NULL, 200, "{\"pdf\":\"JVBERi0xLjc=\"}");
  g_assert_false (call (bank, PDF, &error));
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_PROTOCOL);
}

/* Nothing personal and nothing secret is in what is logged and shown. */
static void
test_discretion (void)
{
  g_autoptr (CfrontServer) server = cfront_server_new ();
  g_autoptr (TrancheBank) bank = bank_new (cfront_server_get_base_url (server), EVERY_SERVICE);
  static const char * const bodies[] = {
    "{\"order_id\":[\"0501234567\"],\"state\":{\"x\":\"Сідоренко\"},\"found\":\"Сідоренко\"}",
    "{\"last_name\":\"Сідоренко\"",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++) {
    cfront_server_answer (server, NULL, 200, bodies[i]);
    for (Method method = 0; method < N_METHODS; method++) {
      g_autoptr (GError) error = NULL;

      if (call (bank, method, &error))
        continue;
      g_assert_null (strstr (error->message, "Сідоренко"));
      g_assert_null (strstr (error->message, "1234567"));
      g_assert_null (strstr (error->message, SECRET));
    }
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cfront-client/requests", test_requests);
  g_test_add_func ("/cfront-client/versions", test_versions);
  g_test_add_func ("/cfront-client/headers", test_headers);
  g_test_add_func ("/cfront-client/created", test_created);
  g_test_add_func ("/cfront-client/conflict-without-order", test_conflict_without_order);
  g_test_add_func ("/cfront-client/states", test_states);
  g_test_add_func ("/cfront-client/refusals", test_refusals);
  g_test_add_func ("/cfront-client/unreadable", test_unreadable);
  g_test_add_func ("/cfront-client/about-another", test_about_another);
  g_test_add_func ("/cfront-client/signatures", test_signatures);
  g_test_add_func ("/cfront-client/signed-refusals", test_signed_refusals);
  g_test_add_func ("/cfront-client/lost", test_lost);
  g_test_add_func ("/cfront-client/cancelled", test_cancelled);
  g_test_add_func ("/cfront-client/no-order-id", test_no_order_id);
  g_test_add_func ("/cfront-client/offers", test_offers);
  g_test_add_func ("/cfront-client/customer", test_customer);
  g_test_add_func ("/cfront-client/payout", test_payout);
  g_test_add_func ("/cfront-client/payout-refused", test_payout_refused);
  g_test_add_func ("/cfront-client/test", test_test);
  g_test_add_func ("/cfront-client/no-address", test_no_address);
  g_test_add_func ("/cfront-client/not-pdf", test_not_pdf);
  g_test_add_func ("/cfront-client/discretion", test_discretion);

  return g_test_run ();
}
