/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/cfront-wire-details.h"

#include <string.h>

#include "core/bank-error.h"

static TrancheOrderDetails *
read_details (const char  *text,
              GError     **error)
{
  g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));

  return tranche_cfront_read_details (body, "UAH", error);
}

static void
assert_time (GDateTime  *time,
             const char *expected)
{
  g_autofree char *text = g_date_time_format_iso8601 (time);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_return (TrancheOrderDetails *details,
               guint                i,
               gint64               minor,
               const char          *time)
{
  TrancheGoodsReturn *goods_return = details->returns->pdata[i];

  g_assert_null (goods_return->id);
  g_assert_cmpint (goods_return->amount.minor, ==, minor);
  if (time)
    assert_time (goods_return->time, time);
  else
    g_assert_null (goods_return->time);
}

static void
test_everything (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrderDetails) details =
    read_details ("{\"total_sum\":2499.99,\"source\":\"STORE\",\"invoice_number\":\"INV-001234\","
                  "\"invoice_date\":\"2024-01-23\",\"point_id\":1234,"
                  "\"store_order_id\":\"ORD-2024-001234\","
                  "\"create_timestamp\":\"2021-06-16T16:49:51\","
                  "\"reverse_list\":[{\"sum\":500,\"timestamp\":\"2021-07-02T10:00:00Z\"},"
                  "{\"sum\":99.99,\"timestamp\":\"2021-06-20T23:30:00+03:00\"},{\"sum\":1}],"
                  "\"maskedCard\":\"5375 41** **** 1234\",\"iban\":\"UA12\"}",
                  &error);
  TrancheMoney left;

  g_assert_no_error (error);
  g_assert_cmpint (details->amount.minor, ==, 249999);
  g_assert_cmpstr (details->number, ==, "ORD-2024-001234");
  g_assert_cmpstr (details->invoice_number, ==, "INV-001234");
  g_assert_cmpstr (details->invoice_date, ==, "2024-01-23");
  g_assert_cmpstr (details->point_code, ==, "1234");
  g_assert_cmpstr (details->masked_card, ==, "5375 41** **** 1234");
  /* Kyiv's summer time. */
  assert_time (details->created_at, "2021-06-16T16:49:51+03");

  g_assert_cmpuint (details->returns->len, ==, 3);
  assert_return (details, 0, 100, NULL);
  assert_return (details, 1, 9999, "2021-06-20T23:30:00+03");
  assert_return (details, 2, 50000, "2021-07-02T10:00:00Z");
  g_assert_true (tranche_order_details_get_returnable (details, &left));
  g_assert_cmpint (left.minor, ==, 189900);
}

static void
test_least (void)
{
  static const char * const bodies[] = {
    "{}",
    "{\"total_sum\":null,\"reverse_list\":null,\"maskedCard\":null,\"create_timestamp\":null}",
    "{\"reverse_list\":[],\"invoice_number\":{},\"create_timestamp\":\"yesterday\"}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (TrancheOrderDetails) details = read_details (bodies[i], &error);

    g_assert_no_error (error);
    g_assert_false (tranche_money_is_set (&details->amount));
    g_assert_cmpuint (details->returns->len, ==, 0);
    g_assert_null (details->number);
    g_assert_null (details->created_at);
    g_assert_null (details->masked_card);
  }
}

/* A sum as a text is as good; one that is not exact is not. */
static void
test_sums (void)
{
  static const struct {
    const char *body;
    gint64 minor;
  } rows[] = {
    { "{\"total_sum\":\"2499.99\"}", 249999 },
    { "{\"total_sum\":2499.9899999999998}", 249999 },
    { "{\"total_sum\":2.5e3}", 250000 },
    { "{\"total_sum\":0}", 0 },
    { "{\"total_sum\":2499.999}", -1 },
    { "{\"total_sum\":-1}", -1 },
    { "{\"total_sum\":\"a lot\"}", -1 },
    { "{\"total_sum\":true}", -1 },
    { "{\"reverse_list\":[{\"timestamp\":\"2021-07-02T10:00:00Z\"}]}", -1 },
    { "{\"reverse_list\":[{\"sum\":null}]}", -1 },
    { "{\"reverse_list\":[{\"sum\":-5}]}", -1 },
    { "{\"reverse_list\":[5]}", -1 },
    { "{\"reverse_list\":{\"sum\":5}}", -1 },
    { "{\"reverse_list\":[{\"sum\":5}", -1 },
    { "[]", -1 },
    { "", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (TrancheOrderDetails) details = read_details (rows[i].body, &error);

    g_test_message ("%s", rows[i].body);
    if (rows[i].minor >= 0) {
      g_assert_no_error (error);
      g_assert_cmpint (details->amount.minor, ==, rows[i].minor);
    } else {
      g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_PROTOCOL);
      g_assert_null (details);
    }
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cfront-wire-details/everything", test_everything);
  g_test_add_func ("/cfront-wire-details/least", test_least);
  g_test_add_func ("/cfront-wire-details/sums", test_sums);

  return g_test_run ();
}
