/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/order.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ORDER_TITLE (tranche_order_title_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOrderTitle, tranche_order_title, TRANCHE, ORDER_TITLE, AdwBin)

/**
 * TrancheOrderTitle:
 *
 * Number and stage of an order. Property `order` (TrancheOrder, nullable).
 */

G_END_DECLS
