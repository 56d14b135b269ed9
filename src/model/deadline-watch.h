/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/live-clock.h"
#include "store/order-book.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_DEADLINE_WATCH (tranche_deadline_watch_get_type ())
G_DECLARE_FINAL_TYPE (TrancheDeadlineWatch, tranche_deadline_watch, TRANCHE, DEADLINE_WATCH, GObject)

/**
 * TrancheDeadlineWatch:
 *
 * Tells which orders come near their deadline: at three days, one day and three
 * hours, each point once, also over restarts. It goes by the calendar, and looks
 * at it every minute.
 *
 * Signals:
 *
 * - `warned (GPtrArray *warnings)`: (element-type TrancheDeadlineWarning) some.
 * - `settled (gint64 order_id)`: the deadline of an order that may have been
 *   warned of is another one or has gone.
 */
TrancheDeadlineWatch *tranche_deadline_watch_new       (TrancheOrderBook       *book);
/* While it is stopped. */
void                  tranche_deadline_watch_set_clock (TrancheDeadlineWatch   *self,
                                                        const TrancheLiveClock *clock);
void                  tranche_deadline_watch_start     (TrancheDeadlineWatch   *self);
void                  tranche_deadline_watch_stop      (TrancheDeadlineWatch   *self);
/* Looks now, as its timer does. */
void                  tranche_deadline_watch_check     (TrancheDeadlineWatch   *self);

G_END_DECLS
