/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/order-part.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ORDER_FRESHNESS (tranche_order_freshness_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOrderFreshness, tranche_order_freshness, TRANCHE, ORDER_FRESHNESS, TrancheOrderPart)

/**
 * TrancheOrderFreshness:
 *
 * When the bank last answered for an order, and the button that asks again.
 */

G_END_DECLS
