/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/order-part.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ORDER_HEADER (tranche_order_header_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOrderHeader, tranche_order_header, TRANCHE, ORDER_HEADER, TrancheOrderPart)

/**
 * TrancheOrderHeader:
 *
 * The top of an order's page: its number and stage, what to do now, what went
 * wrong last, and the buttons, each of which says why it is not allowed.
 *
 * Property `online` (boolean), to be set beside those of TrancheOrderPart: whether there
 * is a network.
 */

G_END_DECLS
