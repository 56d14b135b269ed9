/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/live-clock.h"
#include "store/order-book.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_CLOCK_WATCH (tranche_clock_watch_get_type ())
G_DECLARE_FINAL_TYPE (TrancheClockWatch, tranche_clock_watch, TRANCHE, CLOCK_WATCH, GObject)

/**
 * TrancheClockWatch:
 *
 * Notices that the computer's clock was set back: while the program runs by the
 * time that has passed, and over a restart by what the book was written at. With
 * such a clock every deadline seems to be further away than it is. Nothing is
 * lost by it, for banks are asked by another clock and the book keeps its order.
 *
 * Properties:
 *
 * - `expected` (GDateTime, nullable): what the clock should show at least; NULL
 *   while there is nothing against it.
 */
TrancheClockWatch *tranche_clock_watch_new          (TrancheOrderBook       *book);
/* While it is stopped. */
void               tranche_clock_watch_set_clock    (TrancheClockWatch      *self,
                                                     const TrancheLiveClock *clock);
void               tranche_clock_watch_start        (TrancheClockWatch      *self);
void               tranche_clock_watch_stop         (TrancheClockWatch      *self);
/* Looks now, as its timer does. */
void               tranche_clock_watch_check        (TrancheClockWatch      *self);
/* It was wrong before, and is right now. */
void               tranche_clock_watch_trust        (TrancheClockWatch      *self);
GDateTime         *tranche_clock_watch_get_expected (TrancheClockWatch      *self);

G_END_DECLS
