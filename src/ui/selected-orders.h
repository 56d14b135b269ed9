/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/shop.h"
#include "ui/order-selection.h"

G_BEGIN_DECLS

/* More than these are counted, and not read. */
#define TRANCHE_SELECTED_ORDERS_MAX 500

#define TRANCHE_TYPE_SELECTED_ORDERS (tranche_selected_orders_get_type ())
G_DECLARE_FINAL_TYPE (TrancheSelectedOrders, tranche_selected_orders, TRANCHE, SELECTED_ORDERS, GObject)

/**
 * TrancheSelectedOrders:
 *
 * The orders of a selection of several, read from the book whether or not they
 * are on the screen, and following it.
 *
 * Signal `changed ()`: other orders are selected, or they were read, or one of
 * them is not as it was.
 */
TrancheSelectedOrders *tranche_selected_orders_new         (TrancheOrderBook      *book,
                                                            TrancheOrderSelection *selection);
guint                  tranche_selected_orders_get_n       (TrancheSelectedOrders *self);
/* In the order of the list; NULL while they are read, and where there are more than
 * are. (element-type TrancheOrder) (nullable) (transfer none) */
GPtrArray             *tranche_selected_orders_get_orders  (TrancheSelectedOrders *self);

G_END_DECLS
