/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/live-clock.h"

static gint64
get_system_monotonic (gpointer data)
{
  return g_get_monotonic_time ();
}

static gint64
get_system_real (gpointer data)
{
  return g_get_real_time ();
}

static double
get_system_random (gpointer data)
{
  return g_random_double ();
}

TrancheLiveClock
tranche_live_clock_system (void)
{
  return (TrancheLiveClock) { get_system_monotonic, get_system_real, get_system_random, NULL };
}

gint64
tranche_live_clock_get_monotonic (const TrancheLiveClock *self)
{
  return self->get_monotonic (self->data);
}

gint64
tranche_live_clock_get_real (const TrancheLiveClock *self)
{
  return self->get_real (self->data);
}

double
tranche_live_clock_get_random (const TrancheLiveClock *self)
{
  return self->get_random (self->data);
}
