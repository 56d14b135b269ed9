/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/order.h"
#include "core/return-entry.h"

G_BEGIN_DECLS

/**
 * TrancheReportedOrder:
 * @order: the order
 * @known_since: (nullable): when it came into the book, which knows of no return
 *   before
 * @returns: (element-type TrancheReturnEntry): all its returns, oldest first
 *
 * An order beside a bank's report of a day. Every field is owned.
 */
typedef struct {
  TrancheOrder *order;
  GDateTime *known_since;
  GPtrArray *returns;
} TrancheReportedOrder;

/* Takes @returns. */
TrancheReportedOrder *tranche_reported_order_new  (TrancheOrder         *order,
                                                   GDateTime            *known_since,
                                                   GPtrArray            *returns);
void                  tranche_reported_order_free (TrancheReportedOrder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheReportedOrder, tranche_reported_order_free)

G_END_DECLS
