/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/order.h"
#include "core/history-entry.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ORDER_ROW (tranche_order_row_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOrderRow, tranche_order_row, TRANCHE, ORDER_ROW, GObject)

/**
 * TrancheOrderRow:
 *
 * A row of the list. It stays the same object while its order changes, so
 * that selection and scroll position stay. Properties, all of which notify:
 *
 * - `id` (int64, construct-only): of the order
 * - `order` (TrancheOrder, nullable): NULL until the book has delivered it
 * - `operation` (int): the TrancheOperation under way or unknown, NONE else
 */
TrancheOrderRow  *tranche_order_row_new           (gint64            id);
gint64            tranche_order_row_get_id        (TrancheOrderRow  *self);
TrancheOrder     *tranche_order_row_get_order     (TrancheOrderRow  *self);
void              tranche_order_row_set_order     (TrancheOrderRow  *self,
                                                   TrancheOrder     *order);
TrancheOperation  tranche_order_row_get_operation (TrancheOrderRow  *self);
void              tranche_order_row_set_operation (TrancheOrderRow  *self,
                                                   TrancheOperation  operation);

G_END_DECLS
