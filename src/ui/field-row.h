/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRANCHE_TYPE_FIELD_ROW (tranche_field_row_get_type ())
G_DECLARE_FINAL_TYPE (TrancheFieldRow, tranche_field_row, TRANCHE, FIELD_ROW, AdwEntryRow)

/**
 * TrancheFieldRow:
 *
 * An entry row that says what is wrong with its text in the place of its
 * title, so that nothing moves and a screen reader reads both together.
 * Properties:
 *
 * - `label`: the title while nothing is wrong
 * - `flaw` (nullable): what is wrong; typing into the row clears it
 */
const char *tranche_field_row_get_flaw (TrancheFieldRow *self);
void        tranche_field_row_set_flaw (TrancheFieldRow *self,
                                        const char      *flaw);
/* @text: (nullable): %NULL empties the row. */
void        tranche_field_row_set_text (TrancheFieldRow *self,
                                        const char      *text);
/* The text without blanks around it; NULL when that leaves nothing. (transfer full) */
char       *tranche_field_row_dup_text (TrancheFieldRow *self);

G_END_DECLS
