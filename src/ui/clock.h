/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TRANCHE_TYPE_CLOCK (tranche_clock_get_type ())
G_DECLARE_FINAL_TYPE (TrancheClock, tranche_clock, TRANCHE, CLOCK, GObject)

/**
 * TrancheClock:
 *
 * What the cells of the list take the time from, so that "yesterday" and
 * "overdue" become true while somebody looks on. Property `now` (GDateTime)
 * notifies every minute; signal `day-changed ()` follows when the date in the
 * local zone is another one.
 */
TrancheClock *tranche_clock_new             (void);
/* Ticks with the clock of the system from now on, until it is disposed. */
void          tranche_clock_start           (TrancheClock *self);
GDateTime    *tranche_clock_get_now         (TrancheClock *self);
void          tranche_clock_set_now         (TrancheClock *self,
                                             GDateTime    *now);

/* Milliseconds until the next minute begins: 1 to 60 000. */
guint         tranche_clock_to_next_minute  (GDateTime    *now);

G_END_DECLS
