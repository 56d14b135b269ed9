/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/book-keeper.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_BOOK_CHECK_ROW (tranche_book_check_row_get_type ())
G_DECLARE_FINAL_TYPE (TrancheBookCheckRow, tranche_book_check_row, TRANCHE, BOOK_CHECK_ROW, AdwActionRow)

/**
 * TrancheBookCheckRow:
 *
 * Checks the order book when it is activated, and tells how far it is and what was
 * found.
 */
/* Once, after construction. */
void tranche_book_check_row_set_keeper (TrancheBookCheckRow *self,
                                        TrancheBookKeeper   *keeper);
/* Ends the check that is under way, if there is one. */
void tranche_book_check_row_stop       (TrancheBookCheckRow *self);

G_END_DECLS
