/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "live-fixture.h"

static gint64
get_monotonic (gpointer data)
{
  return ((LiveFixture *) data)->monotonic;
}

static gint64
get_real (gpointer data)
{
  return live_get_real (data);
}

static double
get_half (gpointer data)
{
  return 0.5;
}

void
live_fixture_set_up (LiveFixture   *live,
                     gconstpointer  data)
{
  const TrancheLiveClock clock = { get_monotonic, get_real, get_half, live };

  fixture_set_up (&live->base, data);

  live->monotonic = 1000 * HOUR;
  live->real_offset = g_get_real_time () - live->monotonic;
  live->network = fake_network_new ();
  live->live = tranche_live_status_new (live->base.book, live->base.operations);
  tranche_live_status_set_clock (live->live, &clock);
  tranche_live_status_set_network_monitor (live->live, G_NETWORK_MONITOR (live->network));
}

void
live_fixture_tear_down (LiveFixture   *live,
                        gconstpointer  data)
{
  TrancheLiveStatus *watched = NULL;

  tranche_live_status_stop (live->live);
  for (guint i = 0; i < FAKE_N_METHODS; i++)
    fake_bank_let_go (live->base.bank, (FakeMethod) i);
  watched = live->live;
  g_object_add_weak_pointer (G_OBJECT (watched), (gpointer *) &watched);
  g_clear_object (&live->live);
  WAIT_UNTIL (watched == NULL);
  g_clear_object (&live->network);
  fixture_tear_down (&live->base, data);
}

gint64
live_get_real (LiveFixture *live)
{
  return live->monotonic + live->real_offset;
}

guint
live_get_n_asked (LiveFixture *live)
{
  return fake_bank_get_n_calls (live->base.bank, FAKE_INFO);
}

void
live_advance (LiveFixture *live,
              gint64       microseconds)
{
  live->monotonic += microseconds;
  tranche_live_status_wake (live->live);
  settle_main_loop ();
}

void
live_wait_for_asked (LiveFixture *live,
                     guint        n)
{
  WAIT_UNTIL (live_get_n_asked (live) == n);
}

void
live_wait_for_due (LiveFixture *live,
                   gint64       id)
{
  WAIT_UNTIL (tranche_live_status_get_due (live->live, id) > live->monotonic);
}

gint64
live_get_wait (LiveFixture *live,
               gint64       id)
{
  return tranche_live_status_get_due (live->live, id) - live->monotonic;
}

void
live_start (LiveFixture *live)
{
  tranche_live_status_start (live->live);
}

void
live_plan_failure (LiveFixture      *live,
                   TrancheBankError  code)
{
  fake_bank_plan (live->base.bank, FAKE_INFO, tranche_bank_error_new (code, 0, "Failed"), FALSE);
}
