/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/order.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ORDER_LINK (tranche_order_link_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOrderLink, tranche_order_link, TRANCHE, ORDER_LINK, AdwPreferencesGroup)

/**
 * TrancheOrderLink:
 *
 * Where the customer applies: the link to open, to copy, or to show as a QR
 * code by `win.show-link`. Hidden while there is none, and when the order is closed. Property `order`
 * (TrancheOrder, nullable).
 */

G_END_DECLS
