/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/cfront-wire-reply.h"

#include <string.h>

#include "core/bank-error.h"

#define ID "fa4a8249-336e-4e6d-9b85-79bc8be62377"
#define NOW "2025-11-22T00:00:00Z"

static GBytes *
make_body (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static TrancheOrder *
read_state (const char  *text,
            GError     **error)
{
  g_autoptr (GBytes) body = make_body (text);
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (NOW, NULL);

  return tranche_cfront_read_state (body, now, error);
}

static TrancheOrder *
read_created (const char  *text,
              GError     **error)
{
  g_autoptr (GBytes) body = make_body (text);
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (NOW, NULL);

  return tranche_cfront_read_created (body, now, error);
}

static void
test_state (void)
{
  const char *text = "{\"order_id\":\"" ID "\",\"state\":\"FAIL\","
                     "\"order_sub_state\":\"EXCEEDED_SUM_LIMIT\","
                     "\"message\":\"Перевищено ліміт\",\"later\":{\"a\":[1]}}";
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) order = read_state (text, &error);
  g_autofree char *checked_at = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (tranche_order_get_bank_order_id (order), ==, ID);
  g_assert_null (tranche_order_get_number (order));
  g_assert_cmpint (tranche_order_get_stage (order), ==, TRANCHE_STAGE_REJECTED);
  g_assert_cmpint (tranche_order_get_reason (order), ==, TRANCHE_REASON_LIMIT);
  g_assert_cmpstr (tranche_order_get_raw_state (order), ==, "FAIL/EXCEEDED_SUM_LIMIT");
  g_assert_cmpstr (tranche_order_get_raw_answer (order), ==, text);
  checked_at = g_date_time_format_iso8601 (tranche_order_get_checked_at (order));
  g_assert_cmpstr (checked_at, ==, NOW);
}

static void
test_state_shapes (void)
{
  static const struct {
    const char *body;
    TrancheStage stage;
    const char *raw_state;
  } rows[] = {
    { "{\"state\":\"IN_PROCESS\",\"order_sub_state\":\"WAITING_FOR_STORE_CONFIRM\"}",
      TRANCHE_STAGE_READY, "IN_PROCESS/WAITING_FOR_STORE_CONFIRM" },
    { "{\"state\":\"WAITING_FOR_STORE_CONFIRM\"}", TRANCHE_STAGE_READY,
      "WAITING_FOR_STORE_CONFIRM" },
    { "{\"order_sub_state\":\"ACTIVE\"}", TRANCHE_STAGE_COMMITTED, "ACTIVE" },
    { "{\"state\":null,\"order_sub_state\":\"ACTIVE\"}", TRANCHE_STAGE_COMMITTED, "ACTIVE" },
    { "{\"state\":\"SUCCESS\",\"order_sub_state\":null,\"message\":null}",
      TRANCHE_STAGE_COMMITTED, "SUCCESS" },
    { "{\"state\":\"SUCCESS\",\"order_sub_state\":\"\"}", TRANCHE_STAGE_COMMITTED, "SUCCESS" },
    { "{\"state\":\"FAIL\",\"order_sub_state\":\"НОВЕ\"}", TRANCHE_STAGE_REJECTED, "FAIL/НОВЕ" },
    { "{\"state\":7,\"order_sub_state\":8}", TRANCHE_STAGE_UNKNOWN, "7/8" },
    { "\xef\xbb\xbf {\"state\" : \"SUCCESS\" , \"order_sub_state\" : \"DONE\"}\n",
      TRANCHE_STAGE_CLOSED, "SUCCESS/DONE" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (TrancheOrder) order = read_state (rows[i].body, &error);

    g_assert_no_error (error);
    g_assert_null (tranche_order_get_bank_order_id (order));
    g_assert_cmpint (tranche_order_get_stage (order), ==, rows[i].stage);
    g_assert_cmpstr (tranche_order_get_raw_state (order), ==, rows[i].raw_state);
  }
}

static void
test_state_hostile (void)
{
  static const char * const bodies[] = {
    "",
    "null",
    "[]",
    "\"SUCCESS\"",
    "{}",
    "{\"order_id\":\"" ID "\"}",
    "{\"state\":null,\"order_sub_state\":\"\"}",
    "{\"state\":{\"state\":\"SUCCESS\"}}",
    "{\"state\":[\"SUCCESS\"]}",
    "{\"state\":true}",
    "{\"state\":\"FAIL\",\"state\":\"SUCCESS\"}",
    "{\"state\":\"IN_PROCESS\",\"order_sub_state\":\"WAITING_FOR_CLIENT\","
    "\"order_sub_state\":\"WAITING_FOR_STORE_CONFIRM\"}",
    "{\"state\":\"SUCCESS\"",
    "{\"state\":\"SUCCESS\"}}",
    "{\"state\":\"SUCC\xffSS\"}",
    "{\"state\":\"SUCCESS\\u0000\"}",
    "<html>SUCCESS</html>",
    "{\"state\":\"SUCCESS\",\"order_id\":"
    "\"01234567890123456789012345678901234567890123456789"
    "012345678901234567890123456789012345678901234567890\"}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (TrancheOrder) order = read_state (bodies[i], &error);

    g_test_message ("%s", bodies[i]);
    g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_PROTOCOL);
    g_assert_null (order);
  }
}

static void
test_created (void)
{
  static const struct {
    const char *body;
    const char *id;
  } rows[] = {
    { "{\"order_id\":\"" ID "\"}", ID },
    { "{\"message\":\"duplicate\",\"order_id\":\"ORDER-0023-12345-87654\"}",
      "ORDER-0023-12345-87654" },
    { "{\"order_id\":12345}", "12345" },
    { "{\"message\":\"duplicate\"}", NULL },
    { "{\"order_id\":\"\"}", NULL },
    { "{\"order_id\":null}", NULL },
    { "{\"order_id\":[\"" ID "\"]}", NULL },
    { "{\"order_id\":\"1\",\"order_id\":\"2\"}", NULL },
    { "", NULL },
    { "\"" ID "\"", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (TrancheOrder) order = read_created (rows[i].body, &error);

    g_test_message ("%s", rows[i].body);
    if (!rows[i].id) {
      g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_PROTOCOL);
      g_assert_null (order);
      continue;
    }
    g_assert_no_error (error);
    g_assert_cmpstr (tranche_order_get_bank_order_id (order), ==, rows[i].id);
    g_assert_cmpint (tranche_order_get_stage (order), ==, TRANCHE_STAGE_WAITING);
    g_assert_null (tranche_order_get_raw_state (order));
    g_assert_cmpstr (tranche_order_get_raw_answer (order), ==, rows[i].body);
    g_assert_nonnull (tranche_order_get_checked_at (order));
  }
}

static void
test_paid (void)
{
  static const struct {
    const char *state;
    const char *body;
    TranchePayoutState payout;
    TranchePayoutWord fully_paid;
    TranchePayoutWord to_card;
  } rows[] = {
    { "ACTIVE", "{\"fully_paid\":false,\"bank_can_return_money_to_card\":true}",
      TRANCHE_PAYOUT_DUE, TRANCHE_PAYOUT_NO, TRANCHE_PAYOUT_YES },
    { "ACTIVE", "{\"fully_paid\":true,\"bank_can_return_money_to_card\":false}",
      TRANCHE_PAYOUT_PAID, TRANCHE_PAYOUT_YES, TRANCHE_PAYOUT_NO },
    { "DONE", "{\"fully_paid\":false}", TRANCHE_PAYOUT_PAID, TRANCHE_PAYOUT_NO,
      TRANCHE_PAYOUT_UNSAID },
    { "ACTIVE", "{\"bank_can_return_money_to_card\":\"true\"}", TRANCHE_PAYOUT_DUE,
      TRANCHE_PAYOUT_UNSAID, TRANCHE_PAYOUT_YES },
    { "ACTIVE", "{\"fully_paid\":\"false\",\"bank_can_return_money_to_card\":null}",
      TRANCHE_PAYOUT_DUE, TRANCHE_PAYOUT_NO, TRANCHE_PAYOUT_UNSAID },
    { "WAITING_FOR_CLIENT", "{\"fully_paid\":true}", TRANCHE_PAYOUT_NOT_COMMITTED,
      TRANCHE_PAYOUT_YES, TRANCHE_PAYOUT_UNSAID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *text = g_strdup_printf ("{\"state\":\"%s\"}", rows[i].state);
    g_autoptr (TrancheOrder) order = read_state (text, &error);
    g_autoptr (GBytes) body = make_body (rows[i].body);
    g_autoptr (TranchePayout) payout = tranche_cfront_read_paid (body, order, &error);

    g_test_message ("%s", rows[i].body);
    g_assert_no_error (error);
    g_assert_cmpint (tranche_payout_get_state (payout), ==, rows[i].payout);
    g_assert_cmpint (tranche_payout_get_fully_paid (payout), ==, rows[i].fully_paid);
    g_assert_cmpint (tranche_payout_get_return_to_card (payout), ==, rows[i].to_card);
    g_assert_true (tranche_payout_get_order (payout) == order);
    g_assert_false (tranche_money_is_set (tranche_payout_get_amount (payout)));
  }
}

static void
test_paid_hostile (void)
{
  static const char * const bodies[] = {
    "", "{}", "[]", "true", "{\"fully_paid\":1}", "{\"fully_paid\":{}}", "{\"fully_paid\":true",
  };
  g_autoptr (TrancheOrder) order = read_state ("{\"state\":\"ACTIVE\"}", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) body = make_body (bodies[i]);

    g_test_message ("%s", bodies[i]);
    g_assert_null (tranche_cfront_read_paid (body, order, &error));
    g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_PROTOCOL);
  }
}

static void
test_return (void)
{
  static const struct {
    const char *body;
    gboolean done;
  } rows[] = {
    { "{\"status\":\"OK\"}", TRUE },
    { "{\"status\":\"ok\",\"left\":12.5}", TRUE },
    { "{\"status\":\"ERROR\"}", FALSE },
    { "{\"status\":true}", FALSE },
    { "{}", FALSE },
    { "OK", FALSE },
    { "", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) body = make_body (rows[i].body);

    g_assert_cmpint (tranche_cfront_read_return (body, &error), ==, rows[i].done);
    if (rows[i].done)
      g_assert_no_error (error);
    else
      g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_PROTOCOL);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cfront-wire-reply/state", test_state);
  g_test_add_func ("/cfront-wire-reply/state-shapes", test_state_shapes);
  g_test_add_func ("/cfront-wire-reply/state-hostile", test_state_hostile);
  g_test_add_func ("/cfront-wire-reply/created", test_created);
  g_test_add_func ("/cfront-wire-reply/paid", test_paid);
  g_test_add_func ("/cfront-wire-reply/paid-hostile", test_paid_hostile);
  g_test_add_func ("/cfront-wire-reply/return", test_return);

  return g_test_run ();
}
