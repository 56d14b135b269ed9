/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/sheet-private.h"

static void
clear_column (gpointer data)
{
  TrancheSheetColumn *column = data;

  g_free (column->heading);
}

static void
clear_cell (gpointer data)
{
  TrancheSheetCell *cell = data;

  g_free (cell->text);
  g_clear_pointer (&cell->time, g_date_time_unref);
}

TrancheSheet *
tranche_sheet_new (const char *title)
{
  TrancheSheet *self = g_new0 (TrancheSheet, 1);

  self->title = g_strdup (title);
  self->columns = g_array_new (FALSE, TRUE, sizeof (TrancheSheetColumn));
  self->cells = g_array_new (FALSE, TRUE, sizeof (TrancheSheetCell));
  g_array_set_clear_func (self->columns, clear_column);
  g_array_set_clear_func (self->cells, clear_cell);

  return self;
}

void
tranche_sheet_free (TrancheSheet *self)
{
  g_free (self->title);
  g_array_unref (self->columns);
  g_array_unref (self->cells);
  g_free (self);
}

void
tranche_sheet_add_column (TrancheSheet     *self,
                          const char       *heading,
                          TrancheSheetKind  kind)
{
  TrancheSheetColumn column = { g_strdup (heading), kind };

  g_array_append_val (self->columns, column);
}

static void
add_cell (TrancheSheet           *self,
          TrancheSheetKind        kind,
          const TrancheSheetCell *cell)
{
  guint column = self->cells->len % self->columns->len;

  g_return_if_fail (tranche_sheet_get_column (self, column)->kind == kind);

  g_array_append_vals (self->cells, cell, 1);
}

void
tranche_sheet_add_text (TrancheSheet *self,
                        const char   *text)
{
  TrancheSheetCell cell = { .text = g_strdup (text) };

  add_cell (self, TRANCHE_SHEET_TEXT, &cell);
}

void
tranche_sheet_add_amount (TrancheSheet       *self,
                          const TrancheMoney *amount)
{
  TrancheSheetCell cell = { 0 };

  if (tranche_money_is_set (amount))
    cell.amount = *amount;
  add_cell (self, TRANCHE_SHEET_AMOUNT, &cell);
}

void
tranche_sheet_add_time (TrancheSheet *self,
                        GDateTime    *time)
{
  TrancheSheetCell cell = { .time = time != NULL ? g_date_time_ref (time) : NULL };

  add_cell (self, TRANCHE_SHEET_TIME, &cell);
}

guint
tranche_sheet_get_n_rows (TrancheSheet *self)
{
  return self->columns->len > 0 ? self->cells->len / self->columns->len : 0;
}

const TrancheSheetColumn *
tranche_sheet_get_column (TrancheSheet *self,
                          guint         column)
{
  return &g_array_index (self->columns, TrancheSheetColumn, column);
}

const TrancheSheetCell *
tranche_sheet_get_cell (TrancheSheet *self,
                        guint         row,
                        guint         column)
{
  return &g_array_index (self->cells, TrancheSheetCell, row * self->columns->len + column);
}
