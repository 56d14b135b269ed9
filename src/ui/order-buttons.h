/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/order-part.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ORDER_BUTTONS (tranche_order_buttons_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOrderButtons, tranche_order_buttons, TRANCHE, ORDER_BUTTONS, TrancheOrderPart)

/**
 * TrancheOrderButtons:
 *
 * What can be done with an order, each button with the reason why it cannot be
 * pressed. They activate actions of the window such as `win.commit`.
 */

G_END_DECLS
