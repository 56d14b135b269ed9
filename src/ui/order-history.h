/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/shop.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ORDER_HISTORY (tranche_order_history_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOrderHistory, tranche_order_history, TRANCHE, ORDER_HISTORY, AdwPreferencesGroup)

/**
 * TrancheOrderHistory:
 *
 * Everything that happened to an order, newest first, read from the book each
 * time that the order is another one. Rows that are there stay. Properties:
 *
 * - `book` (TrancheOrderBook, nullable)
 * - `order` (TrancheOrder, nullable)
 */

G_END_DECLS
