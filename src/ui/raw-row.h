/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRANCHE_TYPE_RAW_ROW (tranche_raw_row_get_type ())
G_DECLARE_FINAL_TYPE (TrancheRawRow, tranche_raw_row, TRANCHE, RAW_ROW, AdwExpanderRow)

/**
 * TrancheRawRow:
 *
 * What a bank said, as it came: a word in the row and the whole answer within.
 * Hidden while there is neither. Properties:
 *
 * - `state` (string): the bank's word
 * - `answer` (string): its whole answer
 */
void tranche_raw_row_set_state  (TrancheRawRow *self,
                                 const char    *state);
void tranche_raw_row_set_answer (TrancheRawRow *self,
                                 const char    *answer);

G_END_DECLS
