/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/account.h"
#include "core/order.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ORDER_FACTS (tranche_order_facts_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOrderFacts, tranche_order_facts, TRANCHE, ORDER_FACTS, AdwBin)

/**
 * TrancheOrderFacts:
 *
 * The amounts, the customer, the contract and the bank's raw answer of an
 * order, each under its name; what is not known is left out. Properties:
 *
 * - `order` (TrancheOrder, nullable)
 * - `account` (TrancheAccount, nullable): the order's, for its name and products
 */

G_END_DECLS
