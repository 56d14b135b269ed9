/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/order.h"
#include "model/connection.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ORDER_HEADER (tranche_order_header_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOrderHeader, tranche_order_header, TRANCHE, ORDER_HEADER, AdwBin)

/**
 * TrancheOrderHeader:
 *
 * The top of an order's page: its number and stage, what to do now, what went
 * wrong last, and the buttons, each of which says why it is not allowed.
 * Properties, all of them to be set:
 *
 * - `order` (TrancheOrder, nullable)
 * - `operation` (int): the TrancheOperation under way or unknown
 * - `connection` (TrancheConnection, nullable): of the order's account
 * - `online` (boolean): whether there is a network
 * - `locked` (boolean): nothing that moves money can be done
 * - `now` (GDateTime): what the sentences take for the present
 */

G_END_DECLS
