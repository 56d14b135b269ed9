/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/report-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/format.h"
#include "ui/stage-words.h"

/* Spreadsheets take a file for UTF-8 only where it begins with this. */
#define BYTE_ORDER_MARK "\357\273\277"

const char *
tranche_day_match_label (TrancheDayMatch match)
{
  switch (match) {
  case TRANCHE_DAY_NOT_IN_BOOK:
    return _("In the bank’s list, but not in our book");
  case TRANCHE_DAY_NOT_COMMITTED:
    return _("In the bank’s list, but not committed in our book");
  case TRANCHE_DAY_TWICE:
    return _("In the bank’s list more than once");
  case TRANCHE_DAY_RETURN_NOT_IN_BOOK:
    return _("The bank names a return that was not made here");
  case TRANCHE_DAY_OTHER_SUM:
    return _("The sums differ");
  case TRANCHE_DAY_NOT_AT_BANK:
    return _("Committed on this day, but not in the bank’s list");
  case TRANCHE_DAY_RETURN_NOT_AT_BANK:
    return _("Returned on this day, but not in the bank’s list");
  case TRANCHE_DAY_OTHER_DAY:
    return _("Committed on another day in our book");
  case TRANCHE_DAY_SAME:
  default:
    return "";
  }
}

/* What a bank wrote, which may be anything. */
static char *
clean (const char *text)
{
  return text != NULL ? g_utf8_make_valid (text, -1) : g_strdup ("");
}

char *
tranche_day_entry_title (TrancheDayEntry *entry)
{
  TrancheOrder *order = tranche_day_entry_get_order (entry);
  const TrancheReportLine *line = tranche_day_entry_get_line (entry);
  const char *texts[] = {
    order != NULL ? tranche_order_get_number (order) : NULL,
    line != NULL ? line->invoice_number : NULL,
    line != NULL ? line->contract_number : NULL,
    line != NULL ? line->bank_order_id : NULL,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    if (texts[i] != NULL && *texts[i] != '\0')
      return clean (texts[i]);
  }

  return g_strdup (_("An order without a number"));
}

static void
append_part (GString    *text,
             const char *separator,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;

  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, part);
}

/* What has to be said beside the kind of the difference. */
static char *
describe_difference (TrancheDayEntry *entry)
{
  TrancheOrder *order = tranche_day_entry_get_order (entry);
  const char *label = tranche_day_match_label (tranche_day_entry_get_match (entry));
  g_autofree char *more = NULL;
  TrancheMoney expected;

  switch (tranche_day_entry_get_match (entry)) {
  case TRANCHE_DAY_OTHER_SUM:
    expected = tranche_day_entry_get_expected (entry);
    more = tranche_format_money (&expected);
    /* Translators: a difference, and the sum that our book has: "98 000,00 ₴" */
    return g_strdup_printf (_("%s: %s in our book"), label, more);
  case TRANCHE_DAY_NOT_COMMITTED:
    /* Translators: a difference, and the stage of the order: "Ready" */
    return g_strdup_printf (_("%s: %s"), label,
                            tranche_stage_label (tranche_order_get_stage (order)));
  case TRANCHE_DAY_OTHER_DAY:
    more = tranche_format_date (tranche_order_get_committed_at (order));
    return g_strdup_printf (_("%s: %s"), label, more);
  case TRANCHE_DAY_NOT_IN_BOOK:
  case TRANCHE_DAY_TWICE:
  case TRANCHE_DAY_RETURN_NOT_IN_BOOK:
  case TRANCHE_DAY_NOT_AT_BANK:
  case TRANCHE_DAY_RETURN_NOT_AT_BANK:
  case TRANCHE_DAY_SAME:
  default:
    return g_strdup (label);
  }
}

static void
append_line_facts (GString                 *text,
                   const TrancheReportLine *line)
{
  g_autofree char *transferred = tranche_format_money (&line->transferred);
  g_autofree char *commission = tranche_format_money (&line->commission);
  g_autofree char *contract = clean (line->contract_number);

  if (*contract != '\0') {
    g_autofree char *part = g_strdup_printf (_("contract %s"), contract);

    append_part (text, " · ", part);
  }
  if (*transferred != '\0') {
    g_autofree char *part = g_strdup_printf (_("transferred %s"), transferred);

    append_part (text, " · ", part);
  }
  if (*commission != '\0') {
    g_autofree char *part = g_strdup_printf (_("commission %s"), commission);

    append_part (text, " · ", part);
  }
}

char *
tranche_day_entry_subtitle (TrancheDayEntry *entry)
{
  TrancheOrder *order = tranche_day_entry_get_order (entry);
  const TrancheReportLine *line = tranche_day_entry_get_line (entry);
  g_autoptr (GString) facts = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *difference = describe_difference (entry);
  g_autofree char *customer = NULL;

  if (tranche_day_entry_is_return (entry))
    append_part (facts, " · ", _("return"));
  if (order != NULL)
    customer = tranche_customer_get_full_name (tranche_order_get_customer (order));
  append_part (facts, " · ", customer);
  if (line != NULL)
    append_line_facts (facts, line);

  append_part (text, "\n", difference);
  append_part (text, "\n", facts->str);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static TrancheMoney
get_amount (TrancheDayEntry *entry)
{
  const TrancheReportLine *line = tranche_day_entry_get_line (entry);

  if (line != NULL)
    return line->amount;

  return tranche_day_entry_get_expected (entry);
}

char *
tranche_day_entry_amount (TrancheDayEntry *entry)
{
  TrancheMoney amount = get_amount (entry);

  return tranche_format_money (&amount);
}

char *
tranche_day_report_headline (TrancheDayReport *report)
{
  if (report->entries->len == 0)
    return g_strdup (_("Nothing was committed on this day"));
  if (report->n_differences == 0)
    return g_strdup (_("Bank and book agree"));

  return g_strdup_printf (ngettext ("%u difference", "%u differences", report->n_differences),
                          report->n_differences);
}

static gboolean
has_decimal_comma (void)
{
  const TrancheMoney half = { 50, "UAH" };
  g_autofree char *text = tranche_format_money_entry (&half);

  return strchr (text, ',') != NULL;
}

/* Quoted always. What a spreadsheet would take for a formula is made a text. */
static void
append_cell (GString    *csv,
             const char *separator,
             const char *text)
{
  g_autoptr (GString) quoted = g_string_new (text);

  if (text != NULL && *text != '\0' && strchr ("=+-@\t\r", *text) != NULL)
    g_string_prepend_c (quoted, '\'');
  g_string_replace (quoted, "\"", "\"\"", 0);
  g_string_append_printf (csv, "%s\"%s\"", separator, quoted->str);
}

/* A number, which may begin with a minus. */
static void
append_money (GString            *csv,
              const char         *separator,
              const TrancheMoney *money)
{
  g_autofree char *text = tranche_format_money_entry (money);
  g_autoptr (GString) plain = g_string_new (text);

  g_string_replace (plain, "−", "-", 0);
  g_string_append_printf (csv, "%s\"%s\"", separator, plain->str);
}

static void
append_entry (GString         *csv,
              const char      *separator,
              TrancheDayEntry *entry)
{
  const TrancheMoney unset = TRANCHE_MONEY_UNSET;
  const TrancheReportLine *line = tranche_day_entry_get_line (entry);
  TrancheOrder *order = tranche_day_entry_get_order (entry);
  TrancheMoney expected = tranche_day_entry_get_expected (entry);
  GDateTime *time = tranche_day_entry_get_time (entry);
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;
  g_autofree char *when = local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M:%S") : NULL;
  g_autofree char *contract = clean (line != NULL ? line->contract_number : NULL);
  g_autofree char *invoice = clean (line != NULL ? line->invoice_number : NULL);
  g_autofree char *bank_id = clean (line != NULL ? line->bank_order_id
                                                 : tranche_order_get_bank_order_id (order));

  append_cell (csv, "", tranche_day_match_label (tranche_day_entry_get_match (entry)));
  append_cell (csv, separator, when);
  append_cell (csv, separator, order != NULL ? tranche_order_get_number (order) : NULL);
  append_cell (csv, separator, bank_id);
  append_cell (csv, separator, contract);
  append_cell (csv, separator, invoice);
  append_money (csv, separator, line != NULL ? &line->amount : &unset);
  append_money (csv, separator, &expected);
  append_money (csv, separator, line != NULL ? &line->commission : &unset);
  append_money (csv, separator, line != NULL ? &line->transferred : &unset);
  g_string_append (csv, "\r\n");
}

char *
tranche_day_report_to_csv (TrancheDayReport *report)
{
  const char *separator = has_decimal_comma () ? ";" : ",";
  const char *heads[] = {
    _("Difference"), _("Time"), _("Order"), _("The bank’s order ID"), _("Contract number"),
    _("Invoice number"), _("Sum by the bank"), _("Sum in our book"), _("Commission"),
    _("Transferred"),
  };
  GString *csv = g_string_new (BYTE_ORDER_MARK);

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    append_cell (csv, i > 0 ? separator : "", heads[i]);
  g_string_append (csv, "\r\n");

  for (guint i = 0; i < report->entries->len; i++)
    append_entry (csv, separator, report->entries->pdata[i]);

  return g_string_free_and_steal (csv);
}
