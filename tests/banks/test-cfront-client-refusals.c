/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/cfront-client.h"

#include "cfront-shop.h"
#include "raw-server.h"

static void
test_conflict_without_order (void)
{
  g_autoptr (CfrontServer) server = cfront_server_new ();
  g_autoptr (TrancheBank) bank = cfront_shop_connect (server, CFRONT_EVERY_SERVICE);

  cfront_server_answer (server, NULL, 409, "{\"message\":\"Дублікат\"}");
  for (BankMethod method = 0; method < BANK_N_METHODS; method++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (cfront_shop_call (bank, method, &error));
    g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_CONFLICT);
    g_assert_cmpstr (tranche_bank_error_get_bank_text (error), ==, "Дублікат");
    g_assert_cmpstr (tranche_bank_error_get_trace_id (error), ==, "trace-7");
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
expected_code (gsize      i,
               BankMethod method)
{
  gboolean needs_state = method == BANK_COMMIT || method == BANK_CANCEL || method == BANK_RETURN;

  if (refusals[i].open && bank_method_is_effect (method))
    return TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME;
  if (refusals[i].status == 400 && needs_state)
    return TRANCHE_BANK_ERROR_CONFLICT;
  if (refusals[i].status == 400 && method == BANK_CUSTOMER && refusals[i].text)
    return TRANCHE_BANK_ERROR_NOT_FOUND;

  return refusals[i].code;
}

static void
test_refusals (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++) {
    g_autoptr (CfrontServer) server = cfront_server_new ();

    cfront_server_answer (server, NULL, refusals[i].status, refusals[i].body);
    for (BankMethod method = 0; method < BANK_TEST; method++) {
      /* A 429 makes a client wait before the next request. */
      g_autoptr (TrancheBank) bank = cfront_shop_connect (server, CFRONT_EVERY_SERVICE);
      g_autoptr (GError) error = NULL;

      g_test_message ("%u, method %d", refusals[i].status, method);
      g_assert_false (cfront_shop_call (bank, method, &error));
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
  g_autoptr (TrancheBank) bank = cfront_shop_connect (server, CFRONT_EVERY_SERVICE);

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++) {
    cfront_server_answer (server, NULL, 200, bodies[i]);
    for (BankMethod method = 0; method < BANK_N_METHODS; method++) {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s, method %d", bodies[i], method);
      g_assert_false (cfront_shop_call (bank, method, &error));
      bank_assert_unanswered (error, method, TRANCHE_BANK_ERROR_PROTOCOL);
      g_assert_cmpstr (tranche_bank_error_get_trace_id (error), ==, "trace-7");
    }
  }
}

static void
test_about_another (void)
{
  g_autoptr (CfrontServer) server = cfront_server_new ();
  g_autoptr (TrancheBank) bank = cfront_shop_connect (server, 0);

  cfront_server_answer (server, NULL, 200,
                        "{\"order_id\":\"00000000-336e-4e6d-9b85-79bc8be62377\","
                        "\"state\":\"SUCCESS\",\"order_sub_state\":\"ACTIVE\"}");
  for (BankMethod method = BANK_INFO; method <= BANK_PAYOUT; method++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (cfront_shop_call (bank, method, &error));
    bank_assert_unanswered (error, method, TRANCHE_BANK_ERROR_PROTOCOL);
  }

  /* Capitals in an id are no other order. */
  cfront_server_answer (server, NULL, 200,
                        "{\"order_id\":\"FA4A8249-336E-4E6D-9B85-79BC8BE62377\","
                        "\"state\":\"SUCCESS\",\"order_sub_state\":\"ACTIVE\"}");
  g_assert_true (cfront_shop_call (bank, BANK_INFO, NULL));
}

static void
test_signatures (void)
{
  g_autoptr (CfrontServer) server = cfront_server_new_good ();
  g_autoptr (TrancheBank) bank = cfront_shop_connect (server, CFRONT_EVERY_SERVICE);

  cfront_server_sign (server, "signature", CFRONT_SECRET);
  for (BankMethod method = 0; method < BANK_TEST; method++)
    g_assert_true (cfront_shop_call (bank, method, NULL));

  cfront_server_sign (server, "Signature", "another secret");
  for (BankMethod method = 0; method < BANK_N_METHODS; method++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (cfront_shop_call (bank, method, &error));
    bank_assert_unanswered (error, method, TRANCHE_BANK_ERROR_PROTOCOL);
    g_assert_cmpstr (tranche_bank_error_get_trace_id (error), ==, "trace-7");
  }
}

/* A refusal may be forged as well, except that of the signature itself, which is
 * signed with the secret that the shop does not have. */
static void
test_signed_refusals (void)
{
  g_autoptr (CfrontServer) server = cfront_server_new ();
  g_autoptr (TrancheBank) bank = cfront_shop_connect (server, 0);

  for (BankMethod method = BANK_CREATE; method <= BANK_PAYOUT; method++) {
    g_autoptr (GError) forged = NULL;
    g_autoptr (GError) genuine = NULL;
    g_autoptr (GError) login = NULL;

    cfront_server_answer (server, NULL, 403, "{\"message\":\"Не можна\"}");
    cfront_server_sign (server, "signature", "another secret");
    g_assert_false (cfront_shop_call (bank, method, &forged));
    bank_assert_unanswered (forged, method, TRANCHE_BANK_ERROR_PROTOCOL);

    cfront_server_sign (server, "signature", CFRONT_SECRET);
    g_assert_false (cfront_shop_call (bank, method, &genuine));
    g_assert_error (genuine, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_FORBIDDEN);

    cfront_server_answer (server, NULL, 401, "{\"message\":\"Підпис\"}");
    cfront_server_sign (server, "signature", "another secret");
    g_assert_false (cfront_shop_call (bank, method, &login));
    g_assert_error (login, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_AUTHENTICATION);
  }
}

static void
test_lost (void)
{
  for (BankMethod method = 0; method < BANK_N_METHODS; method++) {
    g_autoptr (RawServer) server = raw_server_new (RAW_READ_AND_CLOSE, NULL);
    g_autoptr (TrancheBank) bank = cfront_shop_bank (raw_server_get_base_url (server),
                                                     CFRONT_EVERY_SERVICE);
    g_autoptr (GError) error = NULL;

    g_assert_false (cfront_shop_call (bank, method, &error));
    bank_assert_unanswered (error, method, TRANCHE_BANK_ERROR_NETWORK);
    if (bank_method_is_effect (method))
      g_assert_cmpuint (raw_server_count_requests (server), ==, 1);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cfront-client-refusals/conflict-without-order", test_conflict_without_order);
  g_test_add_func ("/cfront-client-refusals/refusals", test_refusals);
  g_test_add_func ("/cfront-client-refusals/unreadable", test_unreadable);
  g_test_add_func ("/cfront-client-refusals/about-another", test_about_another);
  g_test_add_func ("/cfront-client-refusals/signatures", test_signatures);
  g_test_add_func ("/cfront-client-refusals/signed-refusals", test_signed_refusals);
  g_test_add_func ("/cfront-client-refusals/lost", test_lost);

  return g_test_run ();
}
