/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fake-network.h"
#include "fixture.h"
#include "model/live-status-private.h"

G_BEGIN_DECLS

#define SECOND ((gint64) G_USEC_PER_SEC)
#define MINUTE (60 * SECOND)
#define HOUR   (60 * MINUTE)
#define DAY    (24 * HOUR)

/**
 * LiveFixture:
 * @monotonic: what the clock shows, in microseconds
 * @real_offset: from there to the time of the day
 *
 * Live status with a clock that stands still until it is moved, and a network
 * that is switched.
 */
typedef struct {
  Fixture base;
  gint64 monotonic;
  gint64 real_offset;
  FakeNetwork *network;
  TrancheLiveStatus *live;
} LiveFixture;

/* For g_test_add(). */
void   live_fixture_set_up    (LiveFixture      *live,
                               gconstpointer     data);
void   live_fixture_tear_down (LiveFixture      *live,
                               gconstpointer     data);

void   live_start             (LiveFixture      *live);
/* Moves the clock, wakes, and waits for all that was asked to be answered. */
void   live_advance           (LiveFixture      *live,
                               gint64            microseconds);
/* The time of the day. */
gint64 live_get_real          (LiveFixture      *live);
/* The next question about a state fails. */
void   live_plan_failure      (LiveFixture      *live,
                               TrancheBankError  code);

/* How often the bank was asked for a state. */
guint  live_get_n_asked       (LiveFixture      *live);
void   live_wait_for_asked    (LiveFixture      *live,
                               guint             n);
/* Until the book has taken the answer and the next question is planned. */
void   live_wait_for_due      (LiveFixture      *live,
                               gint64            id);
/* How long until the next question about the order, in microseconds. */
gint64 live_get_wait          (LiveFixture      *live,
                               gint64            id);

G_END_DECLS
