/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/sheet-private.h"

#include <string.h>

/* A spreadsheet takes what begins so for a formula, and a name or the words of a
 * bank are not to be carried out. A tab and a line break count, too. */
static gboolean
looks_like_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r\n", *text) != NULL;
}

static void
append_text (GString    *csv,
             const char *text)
{
  gboolean is_formula = looks_like_formula (text);

  if (!is_formula && strpbrk (text, "\",;\r\n") == NULL) {
    g_string_append (csv, text);
    return;
  }

  g_string_append (csv, is_formula ? "\"'" : "\"");
  for (const char *c = text; *c != '\0'; c++) {
    if (*c == '"')
      g_string_append_c (csv, '"');
    g_string_append_c (csv, *c);
  }
  g_string_append_c (csv, '"');
}

static void
append_cell (GString                *csv,
             TrancheSheetKind        kind,
             const TrancheSheetCell *cell)
{
  g_autofree char *text = NULL;

  switch (kind) {
  case TRANCHE_SHEET_AMOUNT:
    text = tranche_money_is_set (&cell->amount) ? tranche_money_to_decimal (&cell->amount) : NULL;
    g_string_append (csv, text != NULL ? text : "");
    break;
  case TRANCHE_SHEET_TIME:
    text = cell->time != NULL ? g_date_time_format (cell->time, "%Y-%m-%d %H:%M") : NULL;
    g_string_append (csv, text != NULL ? text : "");
    break;
  case TRANCHE_SHEET_TEXT:
  default:
    append_text (csv, cell->text != NULL ? cell->text : "");
    break;
  }
}

GBytes *
tranche_sheet_to_csv (TrancheSheet *self)
{
  GString *csv = g_string_new ("\xEF\xBB\xBF");
  guint n_columns = self->columns->len;
  guint n_rows = tranche_sheet_get_n_rows (self);

  for (guint column = 0; column < n_columns; column++) {
    g_string_append (csv, column > 0 ? "," : "");
    append_text (csv, tranche_sheet_get_column (self, column)->heading);
  }
  g_string_append (csv, "\r\n");

  for (guint row = 0; row < n_rows; row++) {
    for (guint column = 0; column < n_columns; column++) {
      g_string_append (csv, column > 0 ? "," : "");
      append_cell (csv, tranche_sheet_get_column (self, column)->kind,
                   tranche_sheet_get_cell (self, row, column));
    }
    g_string_append (csv, "\r\n");
  }

  return g_string_free_to_bytes (csv);
}
