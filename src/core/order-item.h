/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/money.h"

G_BEGIN_DECLS

/**
 * TrancheOrderItem:
 *
 * A line of an order: immutable and reference counted.
 */
typedef struct _TrancheOrderItem TrancheOrderItem;

#define TRANCHE_TYPE_ORDER_ITEM (tranche_order_item_get_type ())

GType               tranche_order_item_get_type        (void);

/* @price is that of one piece. @category and @vendor_code may be NULL, and an
 * empty one becomes NULL. */
TrancheOrderItem   *tranche_order_item_new             (const char          *name,
                                                        gint64               quantity,
                                                        const TrancheMoney  *price,
                                                        const char          *category,
                                                        const char          *vendor_code);
TrancheOrderItem   *tranche_order_item_ref             (TrancheOrderItem    *self);
void                tranche_order_item_unref           (TrancheOrderItem    *self);

const char         *tranche_order_item_get_name        (TrancheOrderItem    *self);
gint64              tranche_order_item_get_quantity    (TrancheOrderItem    *self);
const TrancheMoney *tranche_order_item_get_price       (TrancheOrderItem    *self);
const char         *tranche_order_item_get_category    (TrancheOrderItem    *self);
const char         *tranche_order_item_get_vendor_code (TrancheOrderItem    *self);

/* Quantity times price; fails with TRANCHE_MONEY_ERROR_RANGE. */
gboolean            tranche_order_item_get_total       (TrancheOrderItem    *self,
                                                        TrancheMoney        *out,
                                                        GError             **error);
gboolean            tranche_order_item_equal           (TrancheOrderItem    *a,
                                                        TrancheOrderItem    *b);

/* Sums @items (element-type TrancheOrderItem); an empty list is 0 in @currency. */
gboolean            tranche_order_items_sum            (GPtrArray           *items,
                                                        const char          *currency,
                                                        TrancheMoney        *out,
                                                        GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheOrderItem, tranche_order_item_unref)

G_END_DECLS
