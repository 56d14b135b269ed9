/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/live-schedule.h"

#include "model/live-status.h"

#define MINUTE 60
#define HOUR   (60 * MINUTE)
#define DAY    (24 * HOUR)

/* Seconds. The customer acts while an order is waiting or approved, at first in
 * front of the manager; a ready order waits for the manager, and the bank only
 * tells whether it was committed elsewhere; a committed one for its payout. */
static const struct {
  TrancheStage stage;
  gint64 younger_than;
  guint interval;
  guint visible_interval;
} intervals[] = {
  { TRANCHE_STAGE_SENDING,    1 * HOUR,        15,          5 },
  { TRANCHE_STAGE_SENDING,    G_MAXINT64,      10 * MINUTE, 30 },
  { TRANCHE_STAGE_WAITING,    10 * MINUTE,     5,           3 },
  { TRANCHE_STAGE_WAITING,    1 * HOUR,        20,          5 },
  { TRANCHE_STAGE_WAITING,    1 * DAY,         5 * MINUTE,  30 },
  { TRANCHE_STAGE_WAITING,    G_MAXINT64,      30 * MINUTE, 2 * MINUTE },
  { TRANCHE_STAGE_APPROVED,   30 * MINUTE,     5,           3 },
  { TRANCHE_STAGE_APPROVED,   4 * HOUR,        1 * MINUTE,  10 },
  { TRANCHE_STAGE_APPROVED,   1 * DAY,         5 * MINUTE,  30 },
  { TRANCHE_STAGE_APPROVED,   G_MAXINT64,      30 * MINUTE, 2 * MINUTE },
  { TRANCHE_STAGE_COOLING,    G_MAXINT64,      15 * MINUTE, 1 * MINUTE },
  { TRANCHE_STAGE_READY,      1 * HOUR,        1 * MINUTE,  15 },
  { TRANCHE_STAGE_READY,      1 * DAY,         10 * MINUTE, 1 * MINUTE },
  { TRANCHE_STAGE_READY,      G_MAXINT64,      1 * HOUR,    2 * MINUTE },
  { TRANCHE_STAGE_COMMITTED,  1 * HOUR,        10 * MINUTE, 1 * MINUTE },
  { TRANCHE_STAGE_COMMITTED,  1 * DAY,         1 * HOUR,    10 * MINUTE },
  { TRANCHE_STAGE_COMMITTED,  30 * DAY,        6 * HOUR,    30 * MINUTE },
  { TRANCHE_STAGE_UNKNOWN,    1 * HOUR,        1 * MINUTE,  20 },
  { TRANCHE_STAGE_UNKNOWN,    G_MAXINT64,      30 * MINUTE, 5 * MINUTE },
};

/* Seconds. How soon an order whose operation is unsettled, or whose cooling-off
 * has ended by our clock, is asked for again. */
#define UNSETTLED_INTERVAL  20
#define JUST_ENDED_INTERVAL 20

#define BACKOFF_FIRST   5.0
#define BACKOFF_CEILING (10.0 * MINUTE)

guint
tranche_live_status_get_interval (TrancheStage stage,
                                  gint64       age,
                                  gboolean     visible)
{
  for (guint i = 0; i < G_N_ELEMENTS (intervals); i++) {
    if (intervals[i].stage == stage && age < intervals[i].younger_than)
      return visible ? intervals[i].visible_interval : intervals[i].interval;
  }

  return 0;
}

double
tranche_live_schedule_get_backoff (guint  n_failures,
                                   double random)
{
  double seconds = BACKOFF_FIRST;

  if (n_failures == 0)
    return 0.0;

  for (guint i = 1; i < n_failures && seconds < BACKOFF_CEILING; i++)
    seconds *= 2.0;

  /* Down to half, so that many that failed together do not come back together. */
  return MIN (seconds, BACKOFF_CEILING) * (0.5 + 0.5 * random);
}

/* Seconds since the order last changed. */
static gint64
get_age (TrancheOrder *order,
         gint64        real)
{
  GDateTime *changed_at = tranche_order_get_changed_at (order);

  if (changed_at == NULL)
    changed_at = tranche_order_get_created_at (order);
  if (changed_at == NULL)
    return 0;

  return MAX (0, (real - g_date_time_to_unix_usec (changed_at)) / G_USEC_PER_SEC);
}

guint
tranche_live_schedule_get_interval (const TrancheWatch     *watch,
                                    gboolean                unsettled,
                                    const TrancheLiveClock *clock)
{
  gint64 real = tranche_live_clock_get_real (clock);
  TrancheStage stage = tranche_order_get_stage (watch->order);
  GDateTime *cooling_until = tranche_order_get_cooling_until (watch->order);
  guint interval = 0;

  /* The bank has paid out, and has no more to tell before the customer has repaid. */
  if (stage != TRANCHE_STAGE_COMMITTED || tranche_order_get_paid_at (watch->order) == NULL)
    interval = tranche_live_status_get_interval (stage, get_age (watch->order, real),
                                                 watch->visible);

  if (unsettled)
    interval = interval == 0 ? UNSETTLED_INTERVAL : MIN (interval, UNSETTLED_INTERVAL);

  if (stage == TRANCHE_STAGE_COOLING && cooling_until != NULL &&
      g_date_time_to_unix_usec (cooling_until) <= real)
    interval = MIN (interval, JUST_ENDED_INTERVAL);

  return interval;
}

/* The next moment after @since at which the order changes by the calendar alone:
 * its cooling-off ends, or its deadline passes. 0 where there is none. */
static gint64
get_event (TrancheOrder *order,
           gint64        since)
{
  g_autoptr (GDateTime) deadline = tranche_order_dup_deadline (order);
  GDateTime *cooling_until = tranche_order_get_cooling_until (order);
  gint64 event = 0;

  if (deadline != NULL && g_date_time_to_unix_usec (deadline) > since)
    event = g_date_time_to_unix_usec (deadline);

  if (tranche_order_get_stage (order) == TRANCHE_STAGE_COOLING && cooling_until != NULL) {
    gint64 end = g_date_time_to_unix_usec (cooling_until);

    if (end > since && (event == 0 || end < event))
      event = end;
  }

  return event;
}

gint64
tranche_live_schedule_get_due (const TrancheWatch     *watch,
                               guint                   interval,
                               const TrancheLiveClock *clock)
{
  gint64 now = tranche_live_clock_get_monotonic (clock);
  gint64 real = tranche_live_clock_get_real (clock);
  double random = tranche_live_clock_get_random (clock);
  double wait = interval * (0.9 + 0.2 * random);
  gint64 event = 0;
  gint64 due;

  if (watch->n_failures > 0)
    wait = MAX (wait, tranche_live_schedule_get_backoff (watch->n_failures, random));

  due = watch->asked_at + (gint64) (wait * G_USEC_PER_SEC);

  /* What the calendar has changed since the last question is asked for at once,
   * and what it will change, when it does. */
  event = get_event (watch->order, real - (now - watch->asked_at));
  if (event != 0 && event <= real) {
    if (watch->n_failures == 0)
      due = MIN (due, now);
    event = get_event (watch->order, real);
  }
  if (event != 0)
    due = MIN (due, now + event - real + G_USEC_PER_SEC);

  return due;
}
