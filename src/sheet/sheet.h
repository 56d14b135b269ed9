/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/money.h"

G_BEGIN_DECLS

/**
 * TrancheSheetKind:
 *
 * What a column of a sheet holds.
 */
typedef enum {
  TRANCHE_SHEET_TEXT,
  TRANCHE_SHEET_AMOUNT,
  TRANCHE_SHEET_TIME,
} TrancheSheetKind;

/**
 * TrancheSheet:
 *
 * A table on its way to a file: columns of one kind each, and rows that are
 * filled from left to right. Used from one thread at a time.
 */
typedef struct _TrancheSheet TrancheSheet;

TrancheSheet     *tranche_sheet_new        (const char         *title);
void              tranche_sheet_free       (TrancheSheet       *self);
/* Before the first row. */
void              tranche_sheet_add_column (TrancheSheet       *self,
                                            const char         *heading,
                                            TrancheSheetKind    kind);
/* The next cell of the row; a row ends with its last column.
 * @text: (nullable): an empty cell */
void              tranche_sheet_add_text   (TrancheSheet       *self,
                                            const char         *text);
/* @amount: (nullable): an empty cell, as is an unset amount */
void              tranche_sheet_add_amount (TrancheSheet       *self,
                                            const TrancheMoney *amount);
/* @time: (nullable): an empty cell; written in its own zone */
void              tranche_sheet_add_time   (TrancheSheet       *self,
                                            GDateTime          *time);

/* RFC 4180 in UTF-8, with a mark at its beginning by which spreadsheets know that.
 * A text that one of them would take for a formula begins with an apostrophe.
 * (transfer full) */
GBytes           *tranche_sheet_to_csv     (TrancheSheet       *self);
/* A workbook in which amounts are numbers and times are dates. (transfer full)
 * (nullable): with %G_IO_ERROR */
GBytes           *tranche_sheet_to_xlsx    (TrancheSheet       *self,
                                            GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheSheet, tranche_sheet_free)

G_END_DECLS
