/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/reported-order.h"

TrancheReportedOrder *
tranche_reported_order_new (TrancheOrder *order,
                            GDateTime    *known_since,
                            GPtrArray    *returns)
{
  TrancheReportedOrder *self = g_new0 (TrancheReportedOrder, 1);

  self->order = g_object_ref (order);
  self->known_since = known_since ? g_date_time_ref (known_since) : NULL;
  self->returns = returns;

  return self;
}

void
tranche_reported_order_free (TrancheReportedOrder *self)
{
  g_object_unref (self->order);
  g_clear_pointer (&self->known_since, g_date_time_unref);
  g_ptr_array_unref (self->returns);
  g_free (self);
}
