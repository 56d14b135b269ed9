/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/tbank-wire-created.h"
#include "banks/tbank-wire-reply.h"

#include <string.h>

#include "core/bank-error.h"

/* What every answer must have, without its last brace. */
#define LEAST                                                                                      \
  "{\"id\":\"A-1\",\"status\":\"signed\",\"created_at\":\"2025-11-21T10:15:30.123456Z\","          \
  "\"demo\":false,\"committed\":false,\"order_amount\":104990.5,"                                  \
  "\"appropriate_signing_types\":[],\"expected_overdue_at\":\"2025-12-05T10:15:30Z\""

#define EVERYTHING                                                                                 \
  "{\"id\":\"A-1\",\"status\":\"signed\",\"created_at\":\"2025-11-21T10:15:30.123456Z\","          \
  "\"demo\":true,\"committed\":true,\"first_payment\":0,\"order_amount\":104990.50,"               \
  "\"credit_amount\":1.049905E5,\"transfer_amount\":99741.009999999995,"                           \
  "\"product\":\"installment_credit\",\"term\":12,\"monthly_payment\":9871.23,"                    \
  "\"first_name\":\"Иван\",\"last_name\":\"Иванов\",\"middle_name\":\"Иванович\","                 \
  "\"phone\":\"+79998887766\",\"loan_number\":\"5012345678\",\"email\":\"ivan@example.com\","      \
  "\"appropriate_signing_types\":[\"bank\",\"sms\",\"ses\"],\"signing_type\":\"sms\","             \
  "\"chosen_bank\":\"Т-Банк\",\"expected_overdue_at\":\"2025-12-05T13:15:30.123+03:00\","          \
  "\"items\":[{\"name\":\"iPhone\",\"quantity\":1,\"price\":100000,\"category\":\"mobile\","       \
  "\"vendorCode\":\"12345\"},{\"name\":\"Чехол\",\"quantity\":2,\"price\":2495.25,"                \
  "\"vendorCode\":null}],\"commit_cooldown\":{\"until\":\"2025-11-21T14:15:30.5Z\"}}"

static TrancheOrder *
read_order (const char  *text,
            const char  *now,
            GError     **error)
{
  g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (now, NULL);

  return tranche_tbank_read_order (body, "RUB", time, error);
}

#define NOW "2025-11-22T00:00:00Z"

static void
assert_money (const TrancheMoney *money,
              gint64              minor)
{
  g_assert_cmpint (money->minor, ==, minor);
  g_assert_cmpstr (money->currency, ==, "RUB");
}

static void
assert_time (GDateTime  *time,
             const char *expected)
{
  g_autofree char *text = g_date_time_format_iso8601 (time);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_everything (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) order = read_order (EVERYTHING, NOW, &error);
  const TrancheCustomer *customer;
  GPtrArray *items;

  g_assert_no_error (error);
  g_assert_cmpstr (tranche_order_get_number (order), ==, "A-1");
  g_assert_cmpstr (tranche_order_get_raw_state (order), ==, "signed");
  g_assert_cmpint (tranche_order_get_stage (order), ==, TRANCHE_STAGE_COMMITTED);
  g_assert_cmpint (tranche_order_get_reason (order), ==, TRANCHE_REASON_NONE);
  g_assert_true (tranche_order_get_demo (order));
  assert_money (tranche_order_get_first_payment (order), 0);
  assert_money (tranche_order_get_amount (order), 10499050);
  assert_money (tranche_order_get_credit_amount (order), 10499050);
  assert_money (tranche_order_get_transfer_amount (order), 9974101);
  assert_money (tranche_order_get_monthly_payment (order), 987123);
  g_assert_cmpstr (tranche_order_get_product_kind (order), ==, "installment_credit");
  g_assert_cmpuint (tranche_order_get_term (order), ==, 12);
  g_assert_cmpstr (tranche_order_get_loan_number (order), ==, "5012345678");
  g_assert_cmpstr (tranche_order_get_signing_types (order), ==, "bank,sms,ses");
  g_assert_cmpstr (tranche_order_get_signing_type (order), ==, "sms");
  g_assert_cmpstr (tranche_order_get_chosen_bank (order), ==, "Т-Банк");
  assert_time (tranche_order_get_created_at (order), "2025-11-21T10:15:30.123456Z");
  assert_time (tranche_order_get_expires_at (order), "2025-12-05T13:15:30.123000+03");
  assert_time (tranche_order_get_cooling_until (order), "2025-11-21T14:15:30.500000Z");
  assert_time (tranche_order_get_checked_at (order), NOW);
  g_assert_cmpstr (tranche_order_get_raw_answer (order), ==, EVERYTHING);

  customer = tranche_order_get_customer (order);
  g_assert_cmpstr (customer->last_name, ==, "Иванов");
  g_assert_cmpstr (customer->first_name, ==, "Иван");
  g_assert_cmpstr (customer->middle_name, ==, "Иванович");
  g_assert_cmpstr (customer->phone, ==, "+79998887766");
  g_assert_cmpstr (customer->email, ==, "ivan@example.com");

  items = tranche_order_get_items (order);
  g_assert_cmpuint (items->len, ==, 2);
  g_assert_cmpstr (tranche_order_item_get_name (items->pdata[0]), ==, "iPhone");
  g_assert_cmpint (tranche_order_item_get_quantity (items->pdata[0]), ==, 1);
  assert_money (tranche_order_item_get_price (items->pdata[0]), 10000000);
  g_assert_cmpstr (tranche_order_item_get_category (items->pdata[0]), ==, "mobile");
  g_assert_cmpstr (tranche_order_item_get_vendor_code (items->pdata[0]), ==, "12345");
  g_assert_cmpstr (tranche_order_item_get_name (items->pdata[1]), ==, "Чехол");
  g_assert_cmpint (tranche_order_item_get_quantity (items->pdata[1]), ==, 2);
  assert_money (tranche_order_item_get_price (items->pdata[1]), 249525);
  g_assert_null (tranche_order_item_get_category (items->pdata[1]));
  g_assert_null (tranche_order_item_get_vendor_code (items->pdata[1]));
}

static void
test_least (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) order = read_order (LEAST "}", NOW, &error);

  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_stage (order), ==, TRANCHE_STAGE_READY);
  g_assert_false (tranche_order_get_demo (order));
  g_assert_false (tranche_money_is_set (tranche_order_get_first_payment (order)));
  g_assert_false (tranche_money_is_set (tranche_order_get_transfer_amount (order)));
  g_assert_cmpuint (tranche_order_get_term (order), ==, 0);
  g_assert_null (tranche_order_get_cooling_until (order));
  g_assert_null (tranche_order_get_loan_number (order));
  g_assert_null (tranche_order_get_customer (order)->phone);
  g_assert_cmpuint (tranche_order_get_items (order)->len, ==, 0);
}

static void
test_cooling (void)
{
  static const struct {
    const char *now;
    TrancheStage stage;
  } rows[] = {
    { "2025-11-21T14:15:29Z", TRANCHE_STAGE_COOLING },
    { "2025-11-21T17:15:29+03:00", TRANCHE_STAGE_COOLING },
    { "2025-11-21T14:15:30Z", TRANCHE_STAGE_READY },
    { "2025-11-21T14:15:31Z", TRANCHE_STAGE_READY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (TrancheOrder) order =
      read_order (LEAST ",\"commit_cooldown\":{\"has_happened\":true,"
                        "\"until\":\"2025-11-21T14:15:30Z\"}}",
                  rows[i].now, &error);

    g_assert_no_error (error);
    g_assert_cmpint (tranche_order_get_stage (order), ==, rows[i].stage);
  }
}

static void
test_odd (void)
{
  static const char *rows[] = {
    LEAST ",\"first_payment\":null,\"credit_amount\":null,\"transfer_amount\":null,"
          "\"product\":null,\"term\":null,\"monthly_payment\":null,\"first_name\":null,"
          "\"last_name\":null,\"middle_name\":null,\"phone\":null,\"loan_number\":null,"
          "\"email\":null,\"signing_type\":null,\"chosen_bank\":null,\"items\":null,"
          "\"commit_cooldown\":null}",
    LEAST ",\"new_field\":{\"a\":[1,2,{}]},\"id2\":1e400,\"\":null}",
    LEAST ",\"product\":\"something_new\",\"signing_type\":\"telepathy\"}",
    LEAST ",\"items\":[]}",
    LEAST ",\"term\":12.0}",
    " \r\n" LEAST "\t}\n",
    "\xef\xbb\xbf" LEAST "}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (TrancheOrder) order = read_order (rows[i], NOW, &error);

    g_test_message ("%.60s", rows[i]);
    g_assert_no_error (error);
    g_assert_cmpint (tranche_order_get_stage (order), ==, TRANCHE_STAGE_READY);
    g_assert_cmpstr (tranche_order_get_raw_answer (order), ==, rows[i]);
  }
}

static char *
replace (const char *text,
         const char *find,
         const char *replacement)
{
  g_autoptr (GString) string = g_string_new (text);

  g_assert_cmpuint (g_string_replace (string, find, replacement, 1), ==, 1);

  return g_string_free (g_steal_pointer (&string), FALSE);
}

static void
test_unknown_status (void)
{
  g_autofree char *text = replace (LEAST "}", "signed", "teleported");
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) order = read_order (text, NOW, &error);

  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_stage (order), ==, TRANCHE_STAGE_UNKNOWN);
  g_assert_cmpstr (tranche_order_get_raw_state (order), ==, "teleported");
}

static void
assert_refused (const char *text,
                const char *field)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) order = read_order (text, NOW, &error);

  g_test_message ("%.60s", text);
  g_assert_null (order);
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_PROTOCOL);
  if (field) {
    g_autofree char *quoted = g_strdup_printf ("“%s”", field);

    g_assert_nonnull (strstr (error->message, quoted));
  }
}

static void
test_missing (void)
{
  static const char *required[] = {
    "id", "status", "created_at", "demo", "committed", "order_amount",
    "appropriate_signing_types", "expected_overdue_at",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (required); i++) {
    g_autofree char *name = g_strdup_printf ("\"%s\"", required[i]);
    g_autofree char *text = replace (EVERYTHING, name, "\"other\"");

    assert_refused (text, required[i]);
  }
}

static void
test_wrong (void)
{
  static const struct {
    const char *field;
    const char *find;
    const char *replacement;
  } rows[] = {
    { "id", "\"A-1\"", "1" },
    { "id", "\"A-1\"", "null" },
    { "status", "\"signed\"", "[\"signed\"]" },
    { "created_at", "\"2025-11-21T10:15:30.123456Z\"", "1763720130" },
    { "created_at", "30.123456Z", "30" },
    { "demo", "true", "\"true\"" },
    { "committed", "\"committed\":true", "\"committed\":1" },
    { "committed", "\"committed\":true", "\"committed\":null" },
    { "order_amount", "104990.50", "\"104990.50\"" },
    { "order_amount", "104990.50", "104990.501" },
    { "order_amount", "104990.50", "1e99" },
    { "first_payment", "\"first_payment\":0", "\"first_payment\":false" },
    { "term", "12,", "12.5," },
    { "term", "12,", "-1," },
    { "term", "12,", "99999999999," },
    { "first_name", "\"Иван\"", "{}" },
    { "phone", "\"+79998887766\"", "79998887766" },
    { "appropriate_signing_types", "[\"bank\"", "[1" },
    { "appropriate_signing_types", "[\"bank\",\"sms\",\"ses\"]", "\"bank\"" },
    { "appropriate_signing_types", "[\"bank\",\"sms\",\"ses\"]", "null" },
    { "name", "\"iPhone\"", "7" },
    { "items.name", "\"iPhone\"", "null" },
    { "quantity", "\"quantity\":1", "\"quantity\":\"1\"" },
    { "items.quantity", "\"quantity\":1", "\"quantity\":0" },
    { "quantity", "\"quantity\":1", "\"quantity\":1.5" },
    { "items.quantity", "\"quantity\":1", "\"qty\":1" },
    { "price", "100000", "\"100000\"" },
    { "items.price", "\"price\"", "\"cost\"" },
    { "commit_cooldown.until", "\"until\"", "\"since\"" },
    { "until", "\"2025-11-21T14:15:30.5Z\"", "\"soon\"" },
    { "commit_cooldown", "{\"until\":\"2025-11-21T14:15:30.5Z\"}", "\"2025-11-21T14:15:30Z\"" },
    { "status", "\"demo\":true", "\"demo\":true,\"status\":\"canceled\"" },
    { NULL, "\"items\":[", "\"items\":[7," },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = replace (EVERYTHING, rows[i].find, rows[i].replacement);

    assert_refused (text, rows[i].field);
  }
}

static void
test_not_json (void)
{
  static const char *rows[] = {
    "", "null", "[]", "\"signed\"", "<html>502</html>", LEAST, LEAST "}}", LEAST ",}",
    LEAST ",\"first_name\":\"\xd0\"}", LEAST ",\"first_name\":\"a\\u0000b\"}",
  };
  g_autoptr (GString) deep = g_string_new (LEAST ",\"deep\":");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_refused (rows[i], NULL);

  for (int i = 0; i < 100000; i++)
    g_string_append (deep, "[{\"a\":");
  assert_refused (deep->str, NULL);

  for (gsize length = 0; length < strlen (EVERYTHING); length += 7) {
    g_autofree char *cut = g_strndup (EVERYTHING, length);

    assert_refused (cut, NULL);
  }
}

static TrancheOrder *
read_created (const char  *text,
              GError     **error)
{
  g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (NOW, NULL);

  return tranche_tbank_read_created (body, now, error);
}

static void
test_created (void)
{
  const char *text = "{\"id\":\"demo-1f0\",\"link\":\"https://forma.tbank.ru/o/1\",\"x\":[]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) order = read_created (text, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (tranche_order_get_bank_order_id (order), ==, "demo-1f0");
  g_assert_cmpstr (tranche_order_get_link (order), ==, "https://forma.tbank.ru/o/1");
  g_assert_cmpint (tranche_order_get_stage (order), ==, TRANCHE_STAGE_WAITING);
  g_assert_cmpstr (tranche_order_get_raw_answer (order), ==, text);
  g_assert_null (tranche_order_get_number (order));
  assert_time (tranche_order_get_checked_at (order), NOW);
}

static void
test_not_created (void)
{
  static const char *rows[] = {
    "", "{}", "[]", "{\"id\":\"1\"}", "{\"link\":\"https://a.example/\"}",
    "{\"id\":\"\",\"link\":\"https://a.example/\"}", "{\"id\":1,\"link\":\"https://a.example/\"}",
    "{\"id\":\"1\",\"link\":null}", "{\"id\":\"1\",\"link\":\"\"}",
    "{\"id\":\"1\",\"link\":\"file:///etc/passwd\"}",
    "{\"id\":\"1\",\"link\":\"javascript:alert(1)\"}", "{\"id\":\"1\",\"link\":\"/o/1\"}",
    "{\"id\":\"1\",\"link\":\"https://a.example/\"", "{\"id\":\"1\",\"link\":\"https://a b/\"}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (TrancheOrder) order = read_created (rows[i], &error);

    g_test_message ("%.60s", rows[i]);
    g_assert_null (order);
    g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_PROTOCOL);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tbank-wire-reply/everything", test_everything);
  g_test_add_func ("/tbank-wire-reply/least", test_least);
  g_test_add_func ("/tbank-wire-reply/cooling", test_cooling);
  g_test_add_func ("/tbank-wire-reply/odd", test_odd);
  g_test_add_func ("/tbank-wire-reply/unknown-status", test_unknown_status);
  g_test_add_func ("/tbank-wire-reply/missing", test_missing);
  g_test_add_func ("/tbank-wire-reply/wrong", test_wrong);
  g_test_add_func ("/tbank-wire-reply/not-json", test_not_json);
  g_test_add_func ("/tbank-wire-reply/created", test_created);
  g_test_add_func ("/tbank-wire-reply/not-created", test_not_created);

  return g_test_run ();
}
