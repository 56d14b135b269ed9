/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/order-query.h"
#include "store/order-book.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_VIEW_COUNTS (tranche_view_counts_get_type ())
G_DECLARE_FINAL_TYPE (TrancheViewCounts, tranche_view_counts, TRANCHE, VIEW_COUNTS, GObject)

/**
 * TrancheViewCounts:
 *
 * How many orders each view of the sidebar has, kept up to date with the
 * book. Signal `changed ()`: also once the book was counted for the first
 * time, when all counts may still be 0.
 */
TrancheViewCounts *tranche_view_counts_new (TrancheOrderBook  *book);
guint              tranche_view_counts_get (TrancheViewCounts *self,
                                            TrancheView        view);

G_END_DECLS
