/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrancheDemoClock:
 * @speed: how many times faster than life; above 0
 *
 * The time at the bank. It is the real time, so that what the bank says agrees
 * with the clock on the wall; only spans that lie ahead, such as the minutes a
 * customer needs for a form, are shortened by @speed.
 *
 * Times are microseconds since the epoch.
 */
typedef struct {
  double speed;
} TrancheDemoClock;

#define TRANCHE_DEMO_MINUTE (60)
#define TRANCHE_DEMO_HOUR   (60 * TRANCHE_DEMO_MINUTE)
#define TRANCHE_DEMO_DAY    (24 * TRANCHE_DEMO_HOUR)

gint64 tranche_demo_clock_now    (const TrancheDemoClock *self);
/* When that what would happen @at happens here: what lies ahead of @now comes
 * sooner in a fast world, what is behind stays. */
gint64 tranche_demo_clock_fold   (const TrancheDemoClock *self,
                                  gint64                  at,
                                  gint64                  now);
/* RFC 3339 in UTC with three to six digits of a second. (transfer full) */
char  *tranche_demo_time_to_text (gint64                  time);

G_END_DECLS
