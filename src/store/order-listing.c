/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/order-listing.h"

static void
clear (gpointer data)
{
  TrancheOrderListing *self = data;

  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->days, g_array_unref);
}

TrancheOrderListing *
tranche_order_listing_new (gboolean with_days)
{
  TrancheOrderListing *self = g_atomic_rc_box_new0 (TrancheOrderListing);

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->days = with_days ? g_array_new (FALSE, FALSE, sizeof (TrancheListDay)) : NULL;
  self->complete = TRUE;
  return self;
}

TrancheOrderListing *
tranche_order_listing_ref (TrancheOrderListing *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
tranche_order_listing_unref (TrancheOrderListing *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

guint
tranche_order_listing_find_day (TrancheOrderListing *self,
                                guint                position)
{
  guint low = 0;
  guint high = self->days->len;

  while (low + 1 < high) {
    guint middle = low + (high - low) / 2;

    if (g_array_index (self->days, TrancheListDay, middle).position <= position)
      low = middle;
    else
      high = middle;
  }

  return low;
}
