/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "sheet/sheet.h"

#include <string.h>

#include <gio/gio.h>

static TrancheSheet *
new_sheet (const char *text)
{
  TrancheSheet *sheet = tranche_sheet_new ("Orders");
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 ("2026-11-22T08:05:00+02:00", NULL);
  TrancheMoney amount = tranche_money (1249990, "UAH");

  tranche_sheet_add_column (sheet, "Name", TRANCHE_SHEET_TEXT);
  tranche_sheet_add_column (sheet, "Sum, all", TRANCHE_SHEET_AMOUNT);
  tranche_sheet_add_column (sheet, "Made", TRANCHE_SHEET_TIME);
  tranche_sheet_add_text (sheet, text);
  tranche_sheet_add_amount (sheet, &amount);
  tranche_sheet_add_time (sheet, time);
  tranche_sheet_add_text (sheet, NULL);
  tranche_sheet_add_amount (sheet, NULL);
  tranche_sheet_add_time (sheet, NULL);

  return sheet;
}

static void
test_csv (void)
{
  static const struct {
    const char *text;
    const char *field;
  } cases[] = {
    { "Стул", "Стул" },
    { "", "" },
    { "a,b", "\"a,b\"" },
    { "a;b", "\"a;b\"" },
    { "5\" pipe", "\"5\"\" pipe\"" },
    { "two\nlines", "\"two\nlines\"" },
    { "=SUM(A1)", "\"'=SUM(A1)\"" },
    { "+7 999", "\"'+7 999\"" },
    { "-1", "\"'-1\"" },
    { "@cmd", "\"'@cmd\"" },
    { "\t=1", "\"'\t=1\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (TrancheSheet) sheet = new_sheet (cases[i].text);
    g_autoptr (GBytes) csv = tranche_sheet_to_csv (sheet);
    g_autofree char *expected =
      g_strdup_printf ("\xEF\xBB\xBFName,\"Sum, all\",Made\r\n%s,12499.9,2026-11-22 08:05\r\n,,\r\n",
                       cases[i].field);

    g_assert_cmpmem (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv),
                     expected, strlen (expected));
  }
}

/* A workbook is a ZIP archive; its parts are deflated, so no more is looked at
 * here than that it is one, and complete. */
static void
test_xlsx (void)
{
  g_autoptr (TrancheSheet) sheet = new_sheet ("=SUM(A1)");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) xlsx = tranche_sheet_to_xlsx (sheet, &error);
  const char *data;
  gsize size;

  g_assert_no_error (error);
  data = g_bytes_get_data (xlsx, &size);
  g_assert_cmpuint (size, >, 1000);
  g_assert_cmpmem (data, 4, "PK\3\4", 4);
  g_assert_nonnull (memmem (data, size, "xl/worksheets/sheet1.xml", 24));
  g_assert_nonnull (memmem (data, size, "PK\5\6", 4));
}

static void
test_empty (void)
{
  g_autoptr (TrancheSheet) sheet = tranche_sheet_new ("Orders");
  g_autoptr (GBytes) csv = NULL;
  g_autoptr (GBytes) xlsx = NULL;

  tranche_sheet_add_column (sheet, "Name", TRANCHE_SHEET_TEXT);
  csv = tranche_sheet_to_csv (sheet);
  g_assert_cmpuint (g_bytes_get_size (csv), ==, strlen ("\xEF\xBB\xBFName\r\n"));
  xlsx = tranche_sheet_to_xlsx (sheet, NULL);
  g_assert_nonnull (xlsx);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sheet/csv", test_csv);
  g_test_add_func ("/sheet/xlsx", test_xlsx);
  g_test_add_func ("/sheet/empty", test_empty);

  return g_test_run ();
}
