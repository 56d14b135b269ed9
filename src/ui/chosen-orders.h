/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/order-list.h"

G_BEGIN_DECLS

/**
 * TrancheChosenOrders:
 *
 * A set of orders, those of a list by their positions there. It keeps ids: an order
 * that moves, or leaves the list and comes again, is in it where it is, and no order
 * is read for that.
 */
typedef struct _TrancheChosenOrders TrancheChosenOrders;

TrancheChosenOrders *tranche_chosen_orders_new          (TrancheOrderList    *list);
void                 tranche_chosen_orders_free         (TrancheChosenOrders *self);

guint                tranche_chosen_orders_get_size     (TrancheChosenOrders *self);
gboolean             tranche_chosen_orders_has          (TrancheChosenOrders *self,
                                                         gint64               order_id);
/* The only order in it, or 0. */
gint64               tranche_chosen_orders_get_only     (TrancheChosenOrders *self);
/* Makes this order the only one, or empties the set if 0. Returns whether it was
 * another one. */
gboolean             tranche_chosen_orders_set_only     (TrancheChosenOrders *self,
                                                         gint64               order_id);

gboolean             tranche_chosen_orders_has_position (TrancheChosenOrders *self,
                                                         guint                position);
/* Returns whether the set is another one. */
gboolean             tranche_chosen_orders_set_position (TrancheChosenOrders *self,
                                                         guint                position,
                                                         gboolean             chosen);
void                 tranche_chosen_orders_set_range    (TrancheChosenOrders *self,
                                                         guint                position,
                                                         guint                n_items,
                                                         gboolean             chosen);
void                 tranche_chosen_orders_clear        (TrancheChosenOrders *self);
/* The positions in the range whose orders are in it. (transfer full) */
GtkBitset           *tranche_chosen_orders_in_range     (TrancheChosenOrders *self,
                                                         guint                position,
                                                         guint                n_items);

/* Those that the list has, in its order. (element-type gint64) (transfer full) */
GArray              *tranche_chosen_orders_list         (TrancheChosenOrders *self);
/* Leaves out what the list does not have (any more). Returns whether there was any. */
gboolean             tranche_chosen_orders_prune        (TrancheChosenOrders *self);

G_END_DECLS
