/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/cfront-wire-report.h"

#include "banks/cfront-field.h"

#define LINE(member) G_STRUCT_OFFSET (TrancheReportLine, member)

static const TrancheCfrontText texts[] = {
  { "order_id", LINE (bank_order_id) },
  { "invoice_number", LINE (invoice_number) },
  { "order_date", LINE (invoice_date) },
  { "odb_contract_number", LINE (contract_number) },
  { "commission_percent", LINE (commission_percent) },
};

static const struct {
  const char *name;
  gsize offset;
} amounts[] = {
  { "total_sum", LINE (amount) },
  { "transferred_sum", LINE (transferred) },
  { "commission", LINE (commission) },
};

#undef LINE

static gboolean
take_amount (TrancheJsonReader *reader,
             const char        *name,
             const char        *currency,
             TrancheReportLine *line)
{
  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (g_str_equal (amounts[i].name, name)) {
      TrancheMoney *amount = G_STRUCT_MEMBER_P (line, amounts[i].offset);

      *amount = tranche_cfront_take_money (reader, currency);
      return TRUE;
    }

  return FALSE;
}

static TrancheReportLine *
read_line (TrancheJsonReader *reader,
           const char        *currency)
{
  TrancheReportLine *line = tranche_report_line_new ();
  const char *name;

  tranche_json_reader_enter_object (reader);
  while ((name = tranche_json_reader_next_member (reader))) {
    if (g_str_equal (name, "pay_parts")) {
      line->parts = tranche_cfront_take_count (reader);
    } else if (g_str_equal (name, "operation_timestamp")) {
      g_clear_pointer (&line->time, g_date_time_unref);
      line->time = tranche_cfront_take_time (reader);
    } else if (!take_amount (reader, name, currency, line)) {
      tranche_cfront_take_member (reader, name, texts, G_N_ELEMENTS (texts), line);
    }
  }

  return line;
}

static void
read_lines (TrancheJsonReader *reader,
            const char        *currency,
            GPtrArray         *lines)
{
  if (tranche_json_reader_peek (reader) == TRANCHE_JSON_NULL) {
    tranche_json_reader_skip (reader);
    return;
  }
  if (!tranche_json_reader_enter_array (reader))
    return;

  while (tranche_json_reader_next_element (reader)) {
    if (tranche_json_reader_peek (reader) == TRANCHE_JSON_OBJECT)
      g_ptr_array_add (lines, read_line (reader, currency));
    else
      tranche_json_reader_skip (reader);
  }
}

GPtrArray *
tranche_cfront_read_report (GBytes      *body,
                            const char  *currency,
                            GError     **error)
{
  g_autoptr (TrancheJsonReader) reader = tranche_json_reader_new (body);
  g_autoptr (GPtrArray) lines =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_report_line_free);
  const char *name;

  if (tranche_json_reader_peek (reader) == TRANCHE_JSON_ARRAY)
    read_lines (reader, currency, lines);
  else if (tranche_json_reader_enter_object (reader))
    while ((name = tranche_json_reader_next_member (reader)))
      if (g_str_equal (name, "orders"))
        read_lines (reader, currency, lines);

  return tranche_json_reader_finish (reader, error) ? g_steal_pointer (&lines) : NULL;
}
