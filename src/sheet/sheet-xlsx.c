/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/sheet-private.h"

#include <xlsxwriter.h>

#include <gio/gio.h>

/* Characters. */
#define TEXT_WIDTH   24
#define NUMBER_WIDTH 16

typedef struct {
  lxw_format *heading;
  lxw_format *amounts[4]; /* by decimals */
  lxw_format *time;
} Formats;

static void
add_formats (lxw_workbook *workbook,
             Formats      *formats)
{
  static const char * const amounts[] = { "#,##0", "#,##0.0", "#,##0.00", "#,##0.000" };

  formats->heading = workbook_add_format (workbook);
  format_set_bold (formats->heading);
  formats->time = workbook_add_format (workbook);
  format_set_num_format (formats->time, "yyyy-mm-dd hh:mm");
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++) {
    formats->amounts[i] = workbook_add_format (workbook);
    format_set_num_format (formats->amounts[i], amounts[i]);
  }
}

/* Exact up to 15 digits, as the numbers of a spreadsheet are. */
static double
to_number (const TrancheMoney *amount)
{
  double number = amount->minor;

  for (guint i = 0; i < tranche_currency_decimals (amount->currency); i++)
    number /= 10;

  return number;
}

static void
write_cell (lxw_worksheet          *worksheet,
            const Formats          *formats,
            guint                   row,
            guint                   column,
            TrancheSheetKind        kind,
            const TrancheSheetCell *cell)
{
  lxw_datetime time = { 0 };

  switch (kind) {
  case TRANCHE_SHEET_AMOUNT:
    if (tranche_money_is_set (&cell->amount))
      worksheet_write_number (worksheet, row, column, to_number (&cell->amount),
                              formats->amounts[tranche_currency_decimals (cell->amount.currency)]);
    break;
  case TRANCHE_SHEET_TIME:
    if (cell->time == NULL)
      break;
    time.year = g_date_time_get_year (cell->time);
    time.month = g_date_time_get_month (cell->time);
    time.day = g_date_time_get_day_of_month (cell->time);
    time.hour = g_date_time_get_hour (cell->time);
    time.min = g_date_time_get_minute (cell->time);
    worksheet_write_datetime (worksheet, row, column, &time, formats->time);
    break;
  case TRANCHE_SHEET_TEXT:
  default:
    /* As a text it is never a formula. */
    if (cell->text != NULL)
      worksheet_write_string (worksheet, row, column, cell->text, NULL);
    break;
  }
}

static void
write_sheet (TrancheSheet  *self,
             lxw_workbook  *workbook,
             lxw_worksheet *worksheet)
{
  Formats formats;
  guint n_rows = tranche_sheet_get_n_rows (self);

  add_formats (workbook, &formats);
  for (guint column = 0; column < self->columns->len; column++) {
    const TrancheSheetColumn *what = tranche_sheet_get_column (self, column);

    worksheet_set_column (worksheet, column, column,
                          what->kind == TRANCHE_SHEET_TEXT ? TEXT_WIDTH : NUMBER_WIDTH, NULL);
    worksheet_write_string (worksheet, 0, column, what->heading, formats.heading);
    for (guint row = 0; row < n_rows; row++)
      write_cell (worksheet, &formats, row + 1, column, what->kind,
                  tranche_sheet_get_cell (self, row, column));
  }

  worksheet_freeze_panes (worksheet, 1, 0);
  if (n_rows > 0)
    worksheet_autofilter (worksheet, 0, 0, n_rows, self->columns->len - 1);
}

GBytes *
tranche_sheet_to_xlsx (TrancheSheet  *self,
                       GError       **error)
{
  const char *buffer = NULL;
  size_t size = 0;
  lxw_workbook_options options = { .output_buffer = &buffer, .output_buffer_size = &size };
  lxw_workbook *workbook = workbook_new_opt (NULL, &options);
  lxw_error failure;

  if (workbook == NULL) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "No workbook");
    return NULL;
  }

  write_sheet (self, workbook, workbook_add_worksheet (workbook, NULL));
  failure = workbook_close (workbook);
  if (failure != LXW_NO_ERROR) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, lxw_strerror (failure));
    return NULL;
  }

  return g_bytes_new_with_free_func (buffer, size, free, (gpointer) buffer);
}
