/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/catalogue.h"
#include "core/field-problem.h"
#include "core/order-item.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ITEM_ROW (tranche_item_row_get_type ())
G_DECLARE_FINAL_TYPE (TrancheItemRow, tranche_item_row, TRANCHE, ITEM_ROW, AdwExpanderRow)

/**
 * TrancheItemRow:
 *
 * A line of a new order while it is typed. Properties:
 *
 * - `currency`: ISO 4217, of the price
 * - `removable` (boolean): whether the button that removes it shows
 *
 * Signals: `changed ()` after every edit, `remove ()` when the button was used,
 * `scanned (TrancheOrderItem *item)` when the name was a vendor code and Enter,
 * as a scanner types it, `code (const char *code)` when a scanner typed into the
 * quantity, and `done ()` when Enter was pressed in the last field
 * that has to be filled in.
 */
GtkWidget        *tranche_item_row_new          (const char                *currency);
/* The goods that are offered while the name is typed. (nullable) */
void              tranche_item_row_set_catalogue (TrancheItemRow           *self,
                                                 TrancheCatalogue          *catalogue);
/* Fills the row in. */
void              tranche_item_row_fill         (TrancheItemRow            *self,
                                                 TrancheOrderItem          *item);
/* Goes on as where @code was scanned into the name. */
void              tranche_item_row_take_code    (TrancheItemRow            *self,
                                                 const char                *code);
/* Nothing was typed into it. */
gboolean          tranche_item_row_is_blank     (TrancheItemRow            *self);
/* Whether it is these goods, so that another piece of them can be added to it. */
gboolean          tranche_item_row_is_same      (TrancheItemRow            *self,
                                                 TrancheOrderItem          *item);
void              tranche_item_row_add_piece    (TrancheItemRow            *self);
/* What was typed; NULL where the price is not an amount, with @problem saying
 * so. An empty price is 0 and an empty name is empty: the bank's rules judge
 * those. (transfer full) */
TrancheOrderItem *tranche_item_row_dup_item     (TrancheItemRow            *self,
                                                 TrancheFieldProblem      **problem);
/* Shows @text at the field that @problem names. */
void              tranche_item_row_show_problem (TrancheItemRow            *self,
                                                 const TrancheFieldProblem *problem,
                                                 const char                *text);

G_END_DECLS
