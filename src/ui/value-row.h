/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRANCHE_TYPE_VALUE_ROW (tranche_value_row_get_type ())
G_DECLARE_FINAL_TYPE (TrancheValueRow, tranche_value_row, TRANCHE, VALUE_ROW, AdwActionRow)

/**
 * TrancheValueRow:
 *
 * A fact under its name: its text can be selected, and it hides itself while
 * there is nothing to tell. Properties:
 *
 * - `value` (string): what is told; "" hides the row
 * - `copyable` (boolean): there is a button that copies the value
 */
const char *tranche_value_row_get_value (TrancheValueRow *self);
void        tranche_value_row_set_value (TrancheValueRow *self,
                                         const char      *value);

G_END_DECLS
