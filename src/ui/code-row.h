/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRANCHE_TYPE_CODE_ROW (tranche_code_row_get_type ())
G_DECLARE_FINAL_TYPE (TrancheCodeRow, tranche_code_row, TRANCHE, CODE_ROW, AdwExpanderRow)

/**
 * TrancheCodeRow:
 *
 * Something of an account that has a code at the bank and a name for people,
 * while it is edited: a product, or a point of sale. Properties:
 *
 * - `code-label`: what the code is called
 * - `new-title`: the title while nothing was typed
 * - `code`, `name`, `terms`: what was typed
 * - `show-terms` (boolean): whether there is a field for the numbers of payments
 *
 * Signal `remove ()`: the button was used.
 */
/* Takes what was typed, without blanks around it; @name and @terms become NULL where there is
 * none. FALSE, with the field marked, where there is no code or the numbers
 * of payments are not numbers from 3 to 25 parted by commas. */
gboolean tranche_code_row_collect (TrancheCodeRow  *self,
                                   char           **code,
                                   char           **name,
                                   char           **terms);
/* Whether @terms is a list such as "3, 6, 12" of numbers from 3 to 25. */
gboolean tranche_terms_are_valid  (const char      *terms);

G_END_DECLS
