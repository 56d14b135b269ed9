/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/id-diff.h"
#include "store/order-listing.h"

G_BEGIN_DECLS

/**
 * TrancheOrderDiff:
 * @before: the listing that it was
 * @after: the listing that it is to be
 * @changes: the steps between them (element-type TrancheIdChange)
 *
 * What parts two listings of orders.
 */
typedef struct {
  TrancheOrderListing *before;
  TrancheOrderListing *after;
  GArray *changes;
} TrancheOrderDiff;

void              tranche_order_diff_free   (TrancheOrderDiff     *self);

/* Compares in another thread where the listings are long. @whole: a single step
 * over all that differs, as for another query. Cannot fail. */
void              tranche_order_diff_async  (TrancheOrderListing  *before,
                                             TrancheOrderListing  *after,
                                             gboolean              whole,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
/* (transfer full) */
TrancheOrderDiff *tranche_order_diff_finish (GAsyncResult         *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheOrderDiff, tranche_order_diff_free)

G_END_DECLS
