/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/live-clock.h"
#include "model/live-status.h"

G_BEGIN_DECLS

/* For tests, before tranche_live_status_start(). */
void   tranche_live_status_set_clock           (TrancheLiveStatus      *self,
                                                const TrancheLiveClock *clock);
void   tranche_live_status_set_network_monitor (TrancheLiveStatus      *self,
                                                GNetworkMonitor        *monitor);
/* Does what is due now, as the timer does. */
void   tranche_live_status_wake                (TrancheLiveStatus      *self);
/* When the order is to be asked for: monotonic, µs; -1 where it is not watched. */
gint64 tranche_live_status_get_due             (TrancheLiveStatus      *self,
                                                gint64                  order_id);

G_END_DECLS
