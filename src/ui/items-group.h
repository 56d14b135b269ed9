/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

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
 * - `total` (read-only): the sum of the items as text; notifies
 */
const char *tranche_items_group_get_total    (TrancheItemsGroup         *self);
/* Adds what was typed to @draft, and a problem for each price that is not an
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
