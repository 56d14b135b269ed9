/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/order.h"
#include "model/connection.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ORDER_BUTTONS (tranche_order_buttons_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOrderButtons, tranche_order_buttons, TRANCHE, ORDER_BUTTONS, AdwBin)

/**
 * TrancheOrderButtons:
 *
 * What can be done with an order, each button with the reason why it cannot be
 * pressed. They activate actions of the window such as `win.commit`. Properties,
 * all of them to be set:
 *
 * - `order` (TrancheOrder, nullable)
 * - `operation` (int): the TrancheOperation under way or unknown
 * - `connection` (TrancheConnection, nullable): of the order's account
 * - `locked` (boolean): nothing that moves money can be done
 * - `now` (GDateTime): what the reasons take for the present
 */

G_END_DECLS
