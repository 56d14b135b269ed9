/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrancheListDay:
 * @position: of the first order of the day
 * @start: when the day began in the manager's zone, µs UTC
 *
 * Where a day begins in a list that is sorted by time.
 */
typedef struct {
  guint position;
  gint64 start;
} TrancheListDay;

/**
 * TrancheOrderListing:
 * @ids: of the orders that a query lists, in its order (element-type gint64)
 * @days: (nullable): the days that they are from, in the order of the list;
 *   %NULL where it is not sorted by time (element-type TrancheListDay)
 * @complete: these are all, and not just the first ones
 *
 * What the book answers to a query. Reference counted; never changed after it
 * was given out.
 */
typedef struct {
  GArray *ids;
  GArray *days;
  gboolean complete;
} TrancheOrderListing;

/* Empty and complete. */
TrancheOrderListing *tranche_order_listing_new   (gboolean             with_days);
TrancheOrderListing *tranche_order_listing_ref   (TrancheOrderListing *self);
void                 tranche_order_listing_unref (TrancheOrderListing *self);

/* The index in @days of the day that the order at @position is from. */
guint                tranche_order_listing_find_day
                                                 (TrancheOrderListing *self,
                                                  guint                position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheOrderListing, tranche_order_listing_unref)

G_END_DECLS
