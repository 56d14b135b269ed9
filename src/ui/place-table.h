/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/order-place.h"

G_BEGIN_DECLS

/**
 * TranchePlaceTable:
 *
 * The places of a list that somebody holds, in its order: as many as a view has
 * widgets for. A position has the same place for as long as it is held. It has
 * to be told of all that happens to the list, before the view is.
 */
typedef struct _TranchePlaceTable TranchePlaceTable;

TranchePlaceTable *tranche_place_table_new    (TrancheOrderList  *list);
void               tranche_place_table_free   (TranchePlaceTable *self);

/* The place at @position. (transfer full) */
TrancheOrderPlace *tranche_place_table_obtain (TranchePlaceTable *self,
                                               guint              position);
/* The places of orders that are taken out are held no more, except that an order that
 * is put in again by the same change takes its place along; what follows moves. */
void               tranche_place_table_splice (TranchePlaceTable *self,
                                               guint              position,
                                               guint              n_removed,
                                               guint              n_added);
/* The view knows of the last change. */
void               tranche_place_table_settle (TranchePlaceTable *self);
/* Other orders stand in the first @n_items places. */
void               tranche_place_table_fill   (TranchePlaceTable *self,
                                               guint              n_items);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TranchePlaceTable, tranche_place_table_free)

G_END_DECLS
