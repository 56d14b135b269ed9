/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/order.h"
#include "model/connection.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ORDER_FRESHNESS (tranche_order_freshness_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOrderFreshness, tranche_order_freshness, TRANCHE, ORDER_FRESHNESS, AdwBin)

/**
 * TrancheOrderFreshness:
 *
 * When the bank last answered for an order, and the button that asks again.
 * Properties `order`, `operation`, `connection` and `now` as in
 * #TrancheOrderButtons.
 */

G_END_DECLS
