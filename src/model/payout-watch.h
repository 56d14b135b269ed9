/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/live-clock.h"
#include "model/operations.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_PAYOUT_WATCH (tranche_payout_watch_get_type ())
G_DECLARE_FINAL_TYPE (TranchePayoutWatch, tranche_payout_watch, TRANCHE, PAYOUT_WATCH, GObject)

/**
 * TranchePayoutWatch:
 *
 * Asks the banks once a day about the payouts that are overdue, one after the other,
 * and tells of those that still are: each once while the program runs, for most banks
 * never say that they have paid. It looks at start and every hour.
 *
 * Signal `overdue (TrancheOrder *order)`
 */
TranchePayoutWatch *tranche_payout_watch_new       (TrancheOrderBook       *book,
                                                    TrancheOperations      *operations);
/* While it is stopped. */
void                tranche_payout_watch_set_clock (TranchePayoutWatch     *self,
                                                    const TrancheLiveClock *clock);
void                tranche_payout_watch_start     (TranchePayoutWatch     *self);
void                tranche_payout_watch_stop      (TranchePayoutWatch     *self);
/* Looks now, as its timer does. */
void                tranche_payout_watch_check     (TranchePayoutWatch     *self);

G_END_DECLS
