/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/history-entry.h"
#include "core/order.h"
#include "model/connection.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ORDER_PART (tranche_order_part_get_type ())
G_DECLARE_DERIVABLE_TYPE (TrancheOrderPart, tranche_order_part, TRANCHE, ORDER_PART, AdwBin)

/**
 * TrancheOrderPart:
 *
 * A part of what is shown of an order that depends on what can be done with it. Its
 * template binds to these properties, all of them to be set:
 *
 * - `order` (TrancheOrder, nullable)
 * - `operation` (int): the TrancheOperation under way or unknown
 * - `connection` (TrancheConnection, nullable): of the order's account; notifies
 *   also when the same one is set again
 * - `locked` (boolean): nothing that moves money can be done
 * - `now` (GDateTime): what is taken for the present
 */
struct _TrancheOrderPartClass {
  AdwBinClass parent_class;
};

/* (transfer none) (nullable) */
TrancheOrder     *tranche_order_part_get_order     (TrancheOrderPart *self);
TrancheOperation  tranche_order_part_get_operation (TrancheOrderPart *self);

G_END_DECLS
