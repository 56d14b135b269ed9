/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/order-list.h"
#include "ui/order-places.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ORDER_SELECTION (tranche_order_selection_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOrderSelection, tranche_order_selection, TRANCHE, ORDER_SELECTION, GObject)

/**
 * TrancheOrderSelection:
 *
 * Which orders of a list are selected: a GtkSelectionModel of the list's places
 * that selects orders and not positions. A selected order that moves, or leaves the
 * list and comes again, is selected where it is, and no order is read to be selected.
 *
 * - Property `gathering` (boolean): a click adds a row or takes it out, as its
 *   check box says; the keys move without selecting.
 * - Property `n-selected` (uint), notifying.
 * - Signal `changed ()`: other orders are selected.
 * - Signal `clicked ()`: a single row was clicked, also if it was selected.
 */
TrancheOrderSelection *tranche_order_selection_new            (TrancheOrderList      *list);
/* What a view of it gets. (transfer none) */
TrancheOrderPlaces    *tranche_order_selection_get_places     (TrancheOrderSelection *self);
gboolean               tranche_order_selection_get_gathering  (TrancheOrderSelection *self);
void                   tranche_order_selection_set_gathering  (TrancheOrderSelection *self,
                                                               gboolean               gathering);
/* Whether what happens now comes from a pointer or a finger on the rows. */
void                   tranche_order_selection_set_pointing   (TrancheOrderSelection *self,
                                                               gboolean               pointing);
guint                  tranche_order_selection_get_n_selected (TrancheOrderSelection *self);
/* The only order that is selected, or 0. */
gint64                 tranche_order_selection_get_id         (TrancheOrderSelection *self);
gboolean               tranche_order_selection_has            (TrancheOrderSelection *self,
                                                               gint64                 order_id);
/* Selects this order alone, or none if 0, whether or not the list has it. */
void                   tranche_order_selection_set_id         (TrancheOrderSelection *self,
                                                               gint64                 order_id);
/* Those that the list has, in its order. (element-type gint64) (transfer full) */
GArray                *tranche_order_selection_list_ids       (TrancheOrderSelection *self);
/* Deselects what the list does not have (any more). */
void                   tranche_order_selection_prune          (TrancheOrderSelection *self);

G_END_DECLS
