/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/order-row.h"
#include "model/shop.h"
#include "ui/order-actions.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_CURRENT_ORDER (tranche_current_order_get_type ())
G_DECLARE_FINAL_TYPE (TrancheCurrentOrder, tranche_current_order, TRANCHE, CURRENT_ORDER, GObject)

/**
 * TrancheCurrentOrder:
 *
 * The order that somebody is looking at. It has a row of its own, which goes
 * on following the book when the order has left the list that it was chosen
 * from, as an order does that was just committed.
 *
 * Property `row` (TrancheOrderRow, nullable) notifies when another order is
 * chosen and when its order was first read; signal `changed ()` comes then and
 * whenever anything of the order, what is under way with it, or its account
 * is not as it was.
 */
TrancheCurrentOrder *tranche_current_order_new            (TrancheShop         *shop);
/* @order_id: 0 for none. @order: (nullable): as it is known already; else it is
 * read from the book. */
void                 tranche_current_order_set            (TrancheCurrentOrder *self,
                                                           gint64               order_id,
                                                           TrancheOrder        *order);
/* (nullable) (transfer none): always with an order. */
TrancheOrderRow     *tranche_current_order_get_row        (TrancheCurrentOrder *self);
/* (nullable) (transfer none) */
TrancheOrder        *tranche_current_order_get_order      (TrancheCurrentOrder *self);
/* (nullable) (transfer none): of the order's account. */
TrancheConnection   *tranche_current_order_get_connection (TrancheCurrentOrder *self);
TrancheOperation     tranche_current_order_get_operation  (TrancheCurrentOrder *self);

/* Whether somebody has locked the shop. */
gboolean             tranche_current_order_get_locked     (TrancheCurrentOrder *self);
/* Whether there is an order that allows @action at @now, and no lock forbids it. */
gboolean             tranche_current_order_allows         (TrancheCurrentOrder *self,
                                                           TrancheOrderAction   action,
                                                           GDateTime           *now);

G_END_DECLS
