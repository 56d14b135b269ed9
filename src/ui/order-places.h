/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/order-place.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ORDER_PLACES (tranche_order_places_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOrderPlaces, tranche_order_places, TRANCHE, ORDER_PLACES, GObject)

/**
 * TrancheOrderPlaces:
 *
 * The list as a view gets it: a GListModel of TrancheOrderPlace, parted into the
 * days of the list. A view makes a row of widgets for some two hundred places at a
 * time, and makes them anew for what it takes for other items. So when the list
 * answers a new query the places stay, and other orders stand there; and where more
 * places are needed, they come as slowly as their widgets can be made while the
 * window stays alive. A row that moves in a list takes its place along.
 *
 * - Signal `filling ()`: other orders are about to stand in all places; whoever
 *   scrolls to where they are to be seen, does it now, and not by the days: these
 *   are no longer those of the places, and not yet the others.
 * - Signal `filled ()`: they do now.
 */
TrancheOrderPlaces *tranche_order_places_new   (TrancheOrderList   *list);
/* Has the place at @position now, whatever it takes. */
void                tranche_order_places_reach (TrancheOrderPlaces *self,
                                                guint               position);
/* How many places fill the screen; from the next list on, as many come at once. */
void                tranche_order_places_set_screen
                                               (TrancheOrderPlaces *self,
                                                guint               n_places);

G_END_DECLS
