/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/shop.h"
#include "ui/commands.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ORDER_VISITS (tranche_order_visits_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOrderVisits, tranche_order_visits, TRANCHE, ORDER_VISITS, TrancheCommands)

/**
 * TrancheOrderVisits:
 *
 * The ways to an order that begin outside of the window, at a notification, a
 * link or the search of the desktop, as actions of the window:
 *
 * - `open-order` with the order's id (int64)
 * - `commit-order` with its id (int64): opens it, and asks about the commit
 * - `open-number` with its number: where several accounts have that number, or
 *   none has, it is searched for
 * - `find` with what to search for
 * - `look-around`: at what needs action
 *
 * Signals:
 *
 * - `visited (gint64 id)`: this order is to be shown
 * - `commit-wanted (gint64 id)`: it is to be asked whether this order is committed
 * - `sought (char *text)`: all orders that this finds are to be shown
 * - `looked-around ()`: what needs action is to be shown, whatever was searched for
 */
TrancheOrderVisits *tranche_order_visits_new         (TrancheShop        *shop);

G_END_DECLS
