/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/format.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#define NO_BREAK_SPACE "\302\240"
#define MINUS "\342\210\222"

static const struct {
  const char *code;
  const char *symbol;
} currency_symbols[] = {
  { "RUB", "\342\202\275" },
  { "UAH", "\342\202\264" },
};

const char *
tranche_currency_symbol (const char *currency)
{
  for (guint i = 0; i < G_N_ELEMENTS (currency_symbols); i++) {
    if (g_strcmp0 (currency_symbols[i].code, currency) == 0)
      return currency_symbols[i].symbol;
  }

  return currency != NULL ? currency : "";
}

/* The first of the locale's marks that can be shown: the C locale has no
 * monetary marks, and a locale may be in an encoding that is not ours. */
static const char *
first_mark (const char *monetary,
            const char *numeric,
            const char *fallback)
{
  if (*monetary != '\0' && g_utf8_validate (monetary, -1, NULL))
    return monetary;
  if (*numeric != '\0' && g_utf8_validate (numeric, -1, NULL))
    return numeric;

  return fallback;
}

static const char *
decimal_mark (void)
{
  const struct lconv *conventions = localeconv ();

  return first_mark (conventions->mon_decimal_point, conventions->decimal_point, ".");
}

static const char *
grouping_mark (void)
{
  const struct lconv *conventions = localeconv ();

  return first_mark (conventions->mon_thousands_sep, conventions->thousands_sep, ",");
}

/* Groups of three, which is what every locale of the program's banks uses. */
static void
append_grouped (GString    *text,
                const char *digits,
                gsize       n_digits,
                const char *mark)
{
  for (gsize i = 0; i < n_digits; i++) {
    if (i > 0 && (n_digits - i) % 3 == 0)
      g_string_append (text, mark);
    g_string_append_c (text, digits[i]);
  }
}

static char *
format_number (const TrancheMoney *money,
               const char         *group,
               gboolean            always_decimals)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *digits = NULL;
  guint decimals = tranche_currency_decimals (money->currency);
  guint64 magnitude = money->minor < 0 ? -(guint64) money->minor : (guint64) money->minor;
  gsize n_whole;

  /* Zeros in front, so that there is always a digit before the mark. */
  digits = g_strdup_printf ("%0*" G_GUINT64_FORMAT, (int) decimals + 1, magnitude);
  n_whole = strlen (digits) - decimals;

  if (money->minor < 0)
    g_string_append (text, MINUS);
  append_grouped (text, digits, n_whole, group);

  if (decimals > 0 && (always_decimals || strspn (digits + n_whole, "0") < decimals)) {
    g_string_append (text, decimal_mark ());
    g_string_append (text, digits + n_whole);
  }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
format_amount (const TrancheMoney *money,
               gboolean            always_decimals)
{
  g_autofree char *number = NULL;

  if (!tranche_money_is_set (money))
    return g_strdup ("");

  number = format_number (money, grouping_mark (), always_decimals);

  /* After the amount in every language, for that is how these currencies are
   * written where they are used. */
  return g_strconcat (number, NO_BREAK_SPACE, tranche_currency_symbol (money->currency), NULL);
}

char *
tranche_format_money (const TrancheMoney *money)
{
  return format_amount (money, TRUE);
}

char *
tranche_format_money_short (const TrancheMoney *money)
{
  return format_amount (money, FALSE);
}

char *
tranche_format_money_entry (const TrancheMoney *money)
{
  if (!tranche_money_is_set (money))
    return g_strdup ("");

  return format_number (money, "", FALSE);
}

static char *
format_local (GDateTime  *time,
              const char *format)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (time);

  return g_date_time_format (local, format);
}

char *
tranche_format_date (GDateTime *time)
{
  /* Translators: a date in a sentence, as "3 December 2025"; see g_date_time_format().
   * xgettext:no-c-format */
  return format_local (time, _("%-d %B %Y"));
}

char *
tranche_format_date_time (GDateTime *time)
{
  /* Translators: a date with the time, as "3 December 2025, 14:05"; see g_date_time_format().
   * xgettext:no-c-format */
  return format_local (time, _("%-d %B %Y, %H:%M"));
}

/* How many days @time lies after @now by the local calendar. */
static int
days_between (GDateTime *time,
              GDateTime *now)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (time);
  g_autoptr (GDateTime) local_now = g_date_time_to_local (now);
  GDate day, today;

  g_date_set_dmy (&day,
                  (GDateDay) g_date_time_get_day_of_month (local),
                  (GDateMonth) g_date_time_get_month (local),
                  (GDateYear) g_date_time_get_year (local));
  g_date_set_dmy (&today,
                  (GDateDay) g_date_time_get_day_of_month (local_now),
                  (GDateMonth) g_date_time_get_month (local_now),
                  (GDateYear) g_date_time_get_year (local_now));

  return g_date_days_between (&today, &day);
}

static gboolean
is_same_year (GDateTime *time,
              GDateTime *now)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (time);
  g_autoptr (GDateTime) local_now = g_date_time_to_local (now);

  return g_date_time_get_year (local) == g_date_time_get_year (local_now);
}

/* The format for a time near enough to be told without its date, or NULL. */
static const char *
near_format (GDateTime *time,
             GDateTime *now)
{
  switch (days_between (time, now)) {
  case 0:
    /* Translators: a time of today, as "14:05"; see g_date_time_format().
     * xgettext:no-c-format */
    return _("%H:%M");
  case -1:
    /* Translators: a time of the day before; see g_date_time_format().
     * xgettext:no-c-format */
    return _("yesterday %H:%M");
  case 1:
    /* Translators: a time of the day after; see g_date_time_format().
     * xgettext:no-c-format */
    return _("tomorrow %H:%M");
  default:
    return NULL;
  }
}

char *
tranche_format_time_short (GDateTime *time,
                           GDateTime *now)
{
  const char *format = near_format (time, now);

  if (format == NULL) {
    if (is_same_year (time, now))
      /* Translators: a day of this year, as "3 Dec"; see g_date_time_format().
       * xgettext:no-c-format */
      format = _("%-d %b");
    else
      /* Translators: a day of another year, as "3 Dec 2025"; see g_date_time_format().
       * xgettext:no-c-format */
      format = _("%-d %b %Y");
  }

  return format_local (time, format);
}

char *
tranche_format_time_exact (GDateTime *time,
                           GDateTime *now)
{
  const char *format = near_format (time, now);

  if (format == NULL) {
    if (is_same_year (time, now))
      /* Translators: a time on a day of this year, as "3 Dec 14:05"; see g_date_time_format().
       * xgettext:no-c-format */
      format = _("%-d %b %H:%M");
    else
      /* Translators: a time in another year, as "3 Dec 2025 14:05"; see g_date_time_format().
       * xgettext:no-c-format */
      format = _("%-d %b %Y %H:%M");
  }

  return format_local (time, format);
}

char *
tranche_format_remaining (GDateTime *until,
                          GDateTime *now)
{
  GTimeSpan left = g_date_time_difference (until, now);
  int minutes = (int) MIN (left / G_TIME_SPAN_MINUTE, G_MAXINT);
  int hours = minutes / 60;
  int days = hours / 24;

  if (left <= 0)
    return g_strdup (_("overdue"));

  if (minutes == 0)
    return g_strdup (_("less than a minute left"));

  if (hours == 0)
    return g_strdup_printf (ngettext ("%d minute left", "%d minutes left", (gulong) minutes),
                            minutes);

  if (days < 2)
    return g_strdup_printf (ngettext ("%d hour left", "%d hours left", (gulong) hours), hours);

  return g_strdup_printf (ngettext ("%d day left", "%d days left", (gulong) days), days);
}

char *
tranche_format_ago (GDateTime *time,
                    GDateTime *now)
{
  GTimeSpan passed = g_date_time_difference (now, time);
  int minutes = (int) MIN (passed / G_TIME_SPAN_MINUTE, G_MAXINT);
  int hours = minutes / 60;
  int days = hours / 24;

  /* A clock that was set back is no reason to speak of the future. */
  if (minutes < 1)
    return g_strdup (_("just now"));

  if (hours == 0)
    return g_strdup_printf (ngettext ("%d min ago", "%d min ago", (gulong) minutes), minutes);

  if (days == 0)
    return g_strdup_printf (ngettext ("%d h ago", "%d h ago", (gulong) hours), hours);

  return g_strdup_printf (ngettext ("%d day ago", "%d days ago", (gulong) days), days);
}

char *
tranche_format_term (guint months)
{
  if (months == 0)
    return g_strdup ("");

  return g_strdup_printf (ngettext ("%u month", "%u months", months), months);
}
