/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/order.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ORDER_GOODS (tranche_order_goods_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOrderGoods, tranche_order_goods, TRANCHE, ORDER_GOODS, AdwPreferencesGroup)

/**
 * TrancheOrderGoods:
 *
 * The goods of an order with their quantities and prices. Property `order`
 * (TrancheOrder, nullable).
 */

G_END_DECLS
