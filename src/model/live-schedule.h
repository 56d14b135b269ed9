/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/order.h"

G_BEGIN_DECLS

/* Seconds to wait after so many failures in a row; @random is in 0 … 1. */
double tranche_live_schedule_get_backoff (guint         n_failures,
                                          double        random);
/* The next moment at which @order changes by the calendar alone: its cooling-off
 * ends or its deadline passes. In µs since the epoch; 0 where there is none
 * after @since. */
gint64 tranche_live_schedule_get_event   (TrancheOrder *order,
                                          gint64        since);

G_END_DECLS
