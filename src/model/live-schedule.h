/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/live-clock.h"
#include "model/watch.h"

G_BEGIN_DECLS

/* Seconds between two questions for the order; 0 for never. @unsettled: the
 * outcome of its operation is not known. The table behind it is that of
 * tranche_live_status_get_interval(). */
guint  tranche_live_schedule_get_interval (const TrancheWatch     *watch,
                                           gboolean                unsettled,
                                           const TrancheLiveClock *clock);
/* When to ask next, with that interval: monotonic, µs. */
gint64 tranche_live_schedule_get_due      (const TrancheWatch     *watch,
                                           guint                   interval,
                                           const TrancheLiveClock *clock);
/* Seconds to wait after so many failures in a row; @random is in 0 … 1. */
double tranche_live_schedule_get_backoff  (guint                   n_failures,
                                           double                  random);

G_END_DECLS
