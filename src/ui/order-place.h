/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/order-list.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ORDER_PLACE (tranche_order_place_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOrderPlace, tranche_order_place, TRANCHE, ORDER_PLACE, GObject)

/**
 * TrancheOrderPlace:
 *
 * A place in the list as a view knows it, with the widgets that it made for it.
 * Another order may come to stand there, and they show it then; and no order is
 * read before somebody looks at it. Signal `changed ()`: another order stands
 * there, or it has changed itself.
 */
TrancheOrderPlace *tranche_order_place_new          (TrancheOrderList  *list,
                                                     guint              position);
guint              tranche_order_place_get_position (TrancheOrderPlace *self);
/* The order whose place it is; 0 where there is none. */
gint64             tranche_order_place_get_id       (TrancheOrderPlace *self);
/* What is to be shown there. (nullable) (transfer none) */
TrancheOrderRow   *tranche_order_place_get_row      (TrancheOrderPlace *self);
/* Its order stands elsewhere now. */
void               tranche_order_place_move         (TrancheOrderPlace *self,
                                                     guint              position);
/* Another order may stand there now. */
void               tranche_order_place_fill         (TrancheOrderPlace *self);

G_END_DECLS
