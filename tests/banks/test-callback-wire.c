/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/callback-wire.h"

#include <string.h>

#include "core/bank-error.h"

static TrancheCallbackHint *
read_text (TrancheCallbackDialect   dialect,
           const char              *text,
           GError                 **error)
{
  g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));

  return tranche_callback_read (dialect, body, error);
}

/* The others' fields are made up; that of the phone must not matter. */
static const char webhook[] =
  "{\"id\":\"shop-1\",\"status\":\"approved\",\"created_at\":\"2026-03-01T10:00:00.000Z\","
  "\"demo\":false,\"committed\":false,\"first_payment\":0,\"order_amount\":100000,"
  "\"phone\":\"+7999***7766\",\"items\":[{\"name\":\"iPhone\",\"quantity\":1}]}";

static const struct {
  TrancheCallbackDialect dialect;
  const char *body;
  const char *number;
  const char *bank_order_id;
} good[] = {
  { TRANCHE_CALLBACKS_CFRONT,
    "{\"order_id\":\"3fa85f64-5717\",\"state\":\"FAIL\",\"order_sub_state\":\"REJECTED_BY_CLIENT\"}",
    NULL, "3fa85f64-5717" },
  { TRANCHE_CALLBACKS_CFRONT, "{\"order_id\":\"a\",\"store_order_id\":\"1/2 ц\"}", "1/2 ц", "a" },
  { TRANCHE_CALLBACKS_CFRONT, "{\"store_order_id\":\"5\"}", "5", NULL },
  { TRANCHE_CALLBACKS_CFRONT, "{\"order_id\":\"a\",\"store_order_id\":null}", NULL, "a" },
  { TRANCHE_CALLBACKS_CFRONT, " \r\n{ \"order_id\" : \"a\" , \"x\":[{}] }\n", NULL, "a" },
  { TRANCHE_CALLBACKS_TBANK, webhook, "shop-1", "shop-1" },
  { TRANCHE_CALLBACKS_TBANK, "{\"id\":\"b-1\",\"orderNumber\":\"7\"}", "7", "b-1" },
  { TRANCHE_CALLBACKS_TBANK, "{\"id\":12,\"orderNumber\":\"7\"}", "7", NULL },
};

static void
test_good (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (TrancheCallbackHint) hint = read_text (good[i].dialect, good[i].body, &error);

    g_assert_no_error (error);
    g_assert_cmpstr (hint->number, ==, good[i].number);
    g_assert_cmpstr (hint->bank_order_id, ==, good[i].bank_order_id);
  }
}

static void
test_bad (void)
{
  static const char * const bad[] = {
    "",
    "null",
    "[]",
    "\"order_id\"",
    "{}",
    "{\"order_id\":null}",
    "{\"order_id\":5}",
    "{\"order_id\":\"\"}",
    "{\"order_id\":\"a\\nb\"}",
    "{\"order_id\":\"a\\u0000b\"}",
    "{\"order_id\":\"a\"",
    "{\"order_id\":\"a\"} {}",
    "{\"id\":\"a\"}",
    "{\"order_id\":\"a\",\"store_order_id\":\"\"}",
    "{\"order_id\":\"\xff\"}",
    "{\"state\":{\"order_id\":\"a\"}}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;
    TrancheCallbackHint *hint = read_text (TRANCHE_CALLBACKS_CFRONT, bad[i], &error);

    g_assert_null (hint);
    g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_PROTOCOL);
  }
}

static void
test_length (void)
{
  for (guint length = 127; length <= 129; length++) {
    g_autofree char *id = g_strnfill (length, 'x');
    g_autofree char *body = g_strdup_printf ("{\"order_id\":\"%s\"}", id);
    g_autoptr (TrancheCallbackHint) hint = read_text (TRANCHE_CALLBACKS_CFRONT, body, NULL);

    g_assert_cmpint (hint != NULL, ==, length <= 128);
  }
}

/* Values are personal data. */
static void
test_discreet (void)
{
  g_autoptr (GError) error = NULL;
  TrancheCallbackHint *hint = read_text (TRANCHE_CALLBACKS_CFRONT,
                                         "{\"order_id\":\"Secret\\n\",\"phone\":\"+380501112233\"}",
                                         &error);

  g_assert_null (hint);
  g_assert_null (strstr (error->message, "Secret"));
  g_assert_null (strstr (error->message, "380"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/callback-wire/good", test_good);
  g_test_add_func ("/callback-wire/bad", test_bad);
  g_test_add_func ("/callback-wire/length", test_length);
  g_test_add_func ("/callback-wire/discreet", test_discreet);

  return g_test_run ();
}
