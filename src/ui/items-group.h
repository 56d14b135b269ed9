/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/catalogue.h"
#include "core/field-problem.h"
#include "core/order-draft.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ITEMS_GROUP (tranche_items_group_get_type ())
G_DECLARE_FINAL_TYPE (TrancheItemsGroup, tranche_items_group, TRANCHE, ITEMS_GROUP, AdwPreferencesGroup)

/**
 * TrancheItemsGroup:
 *
 * The lines of a new order. Properties:
 *
 * - `currency`: ISO 4217, of the prices
 * - `total` (read-only): the sum of the items less the discount, as text; notifies
 *
 * Signal `done ()`: Enter was pressed in the last field of the last line.
 */
const char *tranche_items_group_get_total    (TrancheItemsGroup         *self);
/* The sum of the items less the discount; unset where something is no amount. */
TrancheMoney tranche_items_group_get_sum     (TrancheItemsGroup         *self);
/* The goods that are offered while a name is typed. (nullable) */
void        tranche_items_group_set_catalogue (TrancheItemsGroup        *self,
                                              TrancheCatalogue          *catalogue);
/* Puts @items (element-type TrancheOrderItem) in the place of what was typed. */
void        tranche_items_group_fill         (TrancheItemsGroup         *self,
                                              GPtrArray                 *items);
/* Adds what was typed to @draft, the discount spread over it, and a problem for each price that is not an
 * amount to @problems (element-type TrancheFieldProblem). */
void        tranche_items_group_collect      (TrancheItemsGroup         *self,
                                              TrancheOrderDraft         *draft,
                                              GPtrArray                 *problems);
/* Shows @text at the item that @problem names, or over all of them. Returns
 * what to focus. (transfer none) */
GtkWidget  *tranche_items_group_show_problem (TrancheItemsGroup         *self,
                                              const TrancheFieldProblem *problem,
                                              const char                *text);
void        tranche_items_group_clear        (TrancheItemsGroup         *self);

G_END_DECLS
