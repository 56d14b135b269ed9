/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrancheLiveClock:
 * @get_monotonic: µs that never go back
 * @get_real: µs since the epoch
 * @get_random: a number in 0 … 1
 *
 * What live status knows of time and chance, so that a test can be both.
 */
typedef struct {
  gint64 (* get_monotonic) (gpointer data);
  gint64 (* get_real)      (gpointer data);
  double (* get_random)    (gpointer data);
  gpointer data;
} TrancheLiveClock;

/* The computer's. */
TrancheLiveClock tranche_live_clock_system        (void);

gint64           tranche_live_clock_get_monotonic (const TrancheLiveClock *self);
gint64           tranche_live_clock_get_real      (const TrancheLiveClock *self);
double           tranche_live_clock_get_random    (const TrancheLiveClock *self);

G_END_DECLS
