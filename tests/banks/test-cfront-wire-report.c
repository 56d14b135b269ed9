/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/cfront-wire-report.h"

#include <string.h>

#include "core/bank-error.h"

static GPtrArray *
read_report (const char  *text,
             GError     **error)
{
  g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));

  return tranche_cfront_read_report (body, "UAH", error);
}

static void
test_everything (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines =
    read_report ("{\"orders\":[{\"order_id\":\"fa4a8249-336e-4e6d-9b85-79bc8be62377\","
                 "\"invoice_number\":\"INV-001234\",\"order_date\":\"2024-01-15\","
                 "\"pay_parts\":10,\"commission_percent\":2.5,\"total_sum\":2499.99,"
                 "\"transferred_sum\":2437.49,\"commission\":62.5,"
                 "\"operation_timestamp\":\"2024-01-15T14:30:00Z\","
                 "\"odb_contract_number\":\"КД-2024-001234\"},"
                 "{\"order_id\":\"2\",\"total_sum\":-500,\"transferred_sum\":\"-490.50\"}]}",
                 &error);
  TrancheReportLine *line;
  g_autofree char *time = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, 2);

  line = lines->pdata[0];
  g_assert_cmpstr (line->bank_order_id, ==, "fa4a8249-336e-4e6d-9b85-79bc8be62377");
  g_assert_cmpstr (line->invoice_number, ==, "INV-001234");
  g_assert_cmpstr (line->invoice_date, ==, "2024-01-15");
  g_assert_cmpstr (line->contract_number, ==, "КД-2024-001234");
  g_assert_cmpuint (line->parts, ==, 10);
  g_assert_cmpstr (line->commission_percent, ==, "2.5");
  g_assert_cmpint (line->amount.minor, ==, 249999);
  g_assert_cmpint (line->transferred.minor, ==, 243749);
  g_assert_cmpint (line->commission.minor, ==, 6250);
  g_assert_cmpstr (line->commission.currency, ==, "UAH");
  time = g_date_time_format_iso8601 (line->time);
  g_assert_cmpstr (time, ==, "2024-01-15T14:30:00Z");

  line = lines->pdata[1];
  g_assert_cmpint (line->amount.minor, ==, -50000);
  g_assert_cmpint (line->transferred.minor, ==, -49050);
  g_assert_false (tranche_money_is_set (&line->commission));
  g_assert_null (line->time);
}

static void
test_lenient (void)
{
  static const struct {
    const char *body;
    guint n_lines;
  } rows[] = {
    { "{}", 0 },
    { "{\"orders\":null}", 0 },
    { "{\"orders\":[]}", 0 },
    { "[]", 0 },
    { "[{\"order_id\":\"1\"}]", 1 },
    { "{\"total\":3,\"orders\":[{},null,5,\"x\",[],{\"order_id\":7}]}", 2 },
    { "{\"orders\":[{\"pay_parts\":-1,\"total_sum\":\"?\",\"commission\":{},"
      "\"operation_timestamp\":1,\"order_date\":[1,2]}]}", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) lines = read_report (rows[i].body, &error);

    g_test_message ("%s", rows[i].body);
    g_assert_no_error (error);
    g_assert_cmpuint (lines->len, ==, rows[i].n_lines);
    if (lines->len > 0) {
      TrancheReportLine *line = lines->pdata[0];

      g_assert_cmpuint (line->parts, ==, 0);
      g_assert_false (tranche_money_is_set (&line->amount));
      g_assert_false (tranche_money_is_set (&line->commission));
      g_assert_null (line->time);
      g_assert_null (line->invoice_date);
    }
  }
}

static void
test_hostile (void)
{
  static const char * const bodies[] = {
    "", "null", "\"orders\"", "{\"orders\":{}}", "{\"orders\":[{}", "{\"orders\":[]}]",
    "<html></html>",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", bodies[i]);
    g_assert_null (read_report (bodies[i], &error));
    g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_PROTOCOL);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cfront-wire-report/everything", test_everything);
  g_test_add_func ("/cfront-wire-report/lenient", test_lenient);
  g_test_add_func ("/cfront-wire-report/hostile", test_hostile);

  return g_test_run ();
}
