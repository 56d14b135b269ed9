/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include "ui/format.h"

#define NBSP "\302\240"
#define NNBSP "\342\200\257"
#define RUBLE "\342\202\275"
#define HRYVNIA "\342\202\264"

/* Sets the locale, or skips the test where the system does not have it. */
static gboolean
use_locale (const char *name)
{
  if (setlocale (LC_ALL, name) != NULL)
    return TRUE;

  g_autofree char *message = g_strdup_printf ("no locale %s", name);

  g_test_skip (message);

  return FALSE;
}

static void
use_zone (const char *zone)
{
  g_setenv ("TZ", zone, TRUE);
}

static void
assert_money (gint64      minor,
              const char *currency,
              const char *full,
              const char *brief)
{
  TrancheMoney money = tranche_money (minor, currency);
  g_autofree char *text = tranche_format_money (&money);
  g_autofree char *text_short = tranche_format_money_short (&money);

  g_assert_cmpstr (text, ==, full);
  g_assert_cmpstr (text_short, ==, brief);
}

static void
test_money_c (void)
{
  use_locale ("C.UTF-8");

  assert_money (0, "RUB", "0.00" NBSP RUBLE, "0" NBSP RUBLE);
  assert_money (5, "RUB", "0.05" NBSP RUBLE, "0.05" NBSP RUBLE);
  assert_money (50, "RUB", "0.50" NBSP RUBLE, "0.50" NBSP RUBLE);
  assert_money (249999, "RUB", "2,499.99" NBSP RUBLE, "2,499.99" NBSP RUBLE);
  assert_money (99900, "UAH", "999.00" NBSP HRYVNIA, "999" NBSP HRYVNIA);
  assert_money (100000000, "UAH", "1,000,000.00" NBSP HRYVNIA, "1,000,000" NBSP HRYVNIA);
  assert_money (-123450, "RUB", "\342\210\2221,234.50" NBSP RUBLE, "\342\210\2221,234.50" NBSP RUBLE);
  assert_money (G_MAXINT64, "RUB", "92,233,720,368,547,758.07" NBSP RUBLE,
                "92,233,720,368,547,758.07" NBSP RUBLE);
  assert_money (G_MININT64, "RUB", "\342\210\22292,233,720,368,547,758.08" NBSP RUBLE,
                "\342\210\22292,233,720,368,547,758.08" NBSP RUBLE);
  assert_money (100, "USD", "1.00" NBSP "USD", "1" NBSP "USD");
}

static void
test_money_russian (void)
{
  if (!use_locale ("ru_RU.UTF-8"))
    return;

  assert_money (249999, "RUB", "2" NNBSP "499,99" NBSP RUBLE, "2" NNBSP "499,99" NBSP RUBLE);
  assert_money (10000000, "RUB", "100" NNBSP "000,00" NBSP RUBLE, "100" NNBSP "000" NBSP RUBLE);
}

static void
test_money_ukrainian (void)
{
  if (!use_locale ("uk_UA.UTF-8"))
    return;

  assert_money (123456789, "UAH", "1" NNBSP "234" NNBSP "567,89" NBSP HRYVNIA,
                "1" NNBSP "234" NNBSP "567,89" NBSP HRYVNIA);
}

static void
test_money_unset (void)
{
  const TrancheMoney unset = TRANCHE_MONEY_UNSET;
  g_autofree char *full = tranche_format_money (&unset);
  g_autofree char *brief = tranche_format_money_short (&unset);
  g_autofree char *entry = tranche_format_money_entry (&unset);

  g_assert_cmpstr (full, ==, "");
  g_assert_cmpstr (brief, ==, "");
  g_assert_cmpstr (entry, ==, "");
}

/* What is put into an entry is what the entry's parser takes for the same. */
static void
test_money_entry (void)
{
  const char *locales[] = { "C.UTF-8", "en_US.UTF-8", "ru_RU.UTF-8", "uk_UA.UTF-8" };
  const gint64 amounts[] = { 0, 1, 50, 99, 100, 249999, 10000000, 123456789012 };

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++) {
    if (setlocale (LC_ALL, locales[i]) == NULL)
      continue;

    for (guint j = 0; j < G_N_ELEMENTS (amounts); j++) {
      TrancheMoney money = tranche_money (amounts[j], "RUB");
      TrancheMoney parsed = TRANCHE_MONEY_UNSET;
      g_autofree char *text = tranche_format_money_entry (&money);
      g_autoptr (GError) error = NULL;

      g_assert_true (tranche_money_parse (text, "RUB", &parsed, &error));
      g_assert_no_error (error);
      g_assert_cmpint (parsed.minor, ==, amounts[j]);
    }
  }
}

static GDateTime *
at (const char *text)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (time);

  return g_steal_pointer (&time);
}

static void
assert_short (const char *time,
              const char *now,
              const char *brief,
              const char *exact)
{
  g_autoptr (GDateTime) a = at (time);
  g_autoptr (GDateTime) b = at (now);
  g_autofree char *text = tranche_format_time_short (a, b);
  g_autofree char *text_exact = tranche_format_time_exact (a, b);

  g_assert_cmpstr (text, ==, brief);
  g_assert_cmpstr (text_exact, ==, exact);
}

static void
test_time_short (void)
{
  const char *now = "2025-12-03T12:00:00Z";

  use_locale ("C.UTF-8");
  use_zone ("UTC");

  assert_short ("2025-12-03T14:05:59Z", now, "14:05", "14:05");
  assert_short ("2025-12-03T00:00:00Z", now, "00:00", "00:00");
  assert_short ("2025-12-02T23:59:00Z", now, "yesterday 23:59", "yesterday 23:59");
  assert_short ("2025-12-04T08:00:00Z", now, "tomorrow 08:00", "tomorrow 08:00");
  assert_short ("2025-12-01T08:00:00Z", now, "1 Dec", "1 Dec 08:00");
  assert_short ("2025-12-17T08:00:00Z", now, "17 Dec", "17 Dec 08:00");
  assert_short ("2024-12-03T08:00:00Z", now, "3 Dec 2024", "3 Dec 2024 08:00");
  assert_short ("2026-01-02T08:00:00Z", now, "2 Jan 2026", "2 Jan 2026 08:00");
  assert_short ("2025-12-31T23:00:00Z", "2026-01-01T01:00:00Z", "yesterday 23:00",
                "yesterday 23:00");
}

/* The day is that of the shop, not that of the zone in which the bank speaks. */
static void
test_time_zone (void)
{
  use_locale ("C.UTF-8");
  use_zone ("Asia/Yekaterinburg");

  assert_short ("2025-12-02T20:30:00Z", "2025-12-03T05:00:00Z", "01:30", "01:30");
  assert_short ("2025-12-02T18:30:00Z", "2025-12-03T05:00:00Z", "yesterday 23:30",
                "yesterday 23:30");

  use_zone ("UTC");
}

static void
assert_date (const char *locale,
             const char *date)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *text = NULL;

  if (!use_locale (locale))
    return;

  use_zone ("UTC");
  time = at ("2025-12-03T14:05:00Z");
  text = tranche_format_date (time);
  g_assert_cmpstr (text, ==, date);
}

static void
test_date (void)
{
  g_autoptr (GDateTime) time = at ("2025-12-03T14:05:00Z");
  g_autofree char *text = NULL;

  assert_date ("ru_RU.UTF-8", "3 декабря 2025");
  assert_date ("uk_UA.UTF-8", "3 грудня 2025");
  assert_date ("C.UTF-8", "3 December 2025");

  text = tranche_format_date_time (time);
  g_assert_cmpstr (text, ==, "3 December 2025, 14:05");
}

static void
test_remaining (void)
{
  static const struct {
    const char *until;
    const char *text;
  } rows[] = {
    { "2025-12-03T11:59:59Z", "overdue" },
    { "2025-12-03T12:00:00Z", "overdue" },
    { "2025-12-03T12:00:30Z", "less than a minute left" },
    { "2025-12-03T12:01:00Z", "1 minute left" },
    { "2025-12-03T12:59:59Z", "59 minutes left" },
    { "2025-12-03T13:00:00Z", "1 hour left" },
    { "2025-12-03T15:30:00Z", "3 hours left" },
    { "2025-12-05T11:59:00Z", "47 hours left" },
    { "2025-12-05T12:00:00Z", "2 days left" },
    { "2025-12-17T11:00:00Z", "13 days left" },
  };
  g_autoptr (GDateTime) now = at ("2025-12-03T12:00:00Z");

  use_locale ("C.UTF-8");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GDateTime) until = at (rows[i].until);
    g_autofree char *text = tranche_format_remaining (until, now);

    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

static void
test_ago (void)
{
  static const struct {
    const char *time;
    const char *text;
  } rows[] = {
    { "2025-12-03T13:00:00Z", "just now" },
    { "2025-12-03T12:00:00Z", "just now" },
    { "2025-12-03T11:59:01Z", "just now" },
    { "2025-12-03T11:59:00Z", "1 min ago" },
    { "2025-12-03T11:58:00Z", "2 min ago" },
    { "2025-12-03T11:00:01Z", "59 min ago" },
    { "2025-12-03T09:00:00Z", "3 h ago" },
    { "2025-12-02T12:00:00Z", "1 day ago" },
    { "2025-11-28T12:00:00Z", "5 days ago" },
  };
  g_autoptr (GDateTime) now = at ("2025-12-03T12:00:00Z");

  use_locale ("C.UTF-8");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GDateTime) time = at (rows[i].time);
    g_autofree char *text = tranche_format_ago (time, now);

    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

static void
test_term (void)
{
  g_autofree char *none = tranche_format_term (0);
  g_autofree char *one = tranche_format_term (1);
  g_autofree char *six = tranche_format_term (6);

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (one, ==, "1 month");
  g_assert_cmpstr (six, ==, "6 months");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format/money/c", test_money_c);
  g_test_add_func ("/format/money/russian", test_money_russian);
  g_test_add_func ("/format/money/ukrainian", test_money_ukrainian);
  g_test_add_func ("/format/money/unset", test_money_unset);
  g_test_add_func ("/format/money/entry", test_money_entry);
  g_test_add_func ("/format/time/short", test_time_short);
  g_test_add_func ("/format/time/zone", test_time_zone);
  g_test_add_func ("/format/date", test_date);
  g_test_add_func ("/format/remaining", test_remaining);
  g_test_add_func ("/format/ago", test_ago);
  g_test_add_func ("/format/term", test_term);

  return g_test_run ();
}
