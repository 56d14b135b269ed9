/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "book-life.h"

#define MINUTE G_TIME_SPAN_MINUTE
#define HOUR G_TIME_SPAN_HOUR
#define DAY G_TIME_SPAN_DAY

/* T-Bank's law of cooling off, in kopecks. */
#define COOLS_FOUR_HOURS 5000000
#define COOLS_TWO_DAYS 20000000

/* The words of each dialect for a stage, where it has one. */
static const char *const words[][TRANCHE_N_STAGES] = {
  {
    [TRANCHE_STAGE_WAITING] = "inprogress",
    [TRANCHE_STAGE_APPROVED] = "approved",
    [TRANCHE_STAGE_COOLING] = "signed",
    [TRANCHE_STAGE_READY] = "signed",
    [TRANCHE_STAGE_COMMITTED] = "signed",
    [TRANCHE_STAGE_CLOSED] = "signed",
    [TRANCHE_STAGE_RETURNED] = "signed",
    [TRANCHE_STAGE_CANCELED] = "canceled",
    [TRANCHE_STAGE_REJECTED] = "rejected",
    [TRANCHE_STAGE_UNKNOWN] = "frozen",
  }, {
    [TRANCHE_STAGE_WAITING] = "IN_PROCESS/WAITING_FOR_CLIENT",
    [TRANCHE_STAGE_APPROVED] = "IN_PROCESS/WAITING_FOR_CLIENT",
    [TRANCHE_STAGE_COOLING] = "IN_PROCESS/WAITING_FOR_STORE_CONFIRM",
    [TRANCHE_STAGE_READY] = "IN_PROCESS/WAITING_FOR_STORE_CONFIRM",
    [TRANCHE_STAGE_COMMITTED] = "SUCCESS/ACTIVE",
    [TRANCHE_STAGE_CLOSED] = "SUCCESS/DONE",
    [TRANCHE_STAGE_RETURNED] = "SUCCESS/RETURNED",
    [TRANCHE_STAGE_CANCELED] = "FAIL/REJECTED_BY_CLIENT",
    [TRANCHE_STAGE_REJECTED] = "FAIL/EXCEEDED_SUM_LIMIT",
    [TRANCHE_STAGE_UNKNOWN] = "FROZEN/UNDER_REVIEW",
  },
};

/* Between @least and @most, sooner more often than later. */
static gint64
draw_span (GRand  *random,
           gint64  least,
           gint64  most)
{
  double share = g_rand_double (random);

  return least + (gint64) (share * share * (most - least));
}

static gboolean
chance (GRand *random,
        int    percent)
{
  return g_rand_int_range (random, 0, 100) < percent;
}

static void
add (BookLife         *self,
     gboolean          ukrainian,
     gint64            time,
     TrancheStage      stage,
     TrancheReason     reason,
     TrancheOperation  operation)
{
  BookStep step = { time, stage, reason, operation, words[ukrainian][stage] };

  g_array_append_val (self->steps, step);
}

static gint64
end (BookLife      *self,
     gboolean       ukrainian,
     gint64         time,
     TrancheStage   stage,
     TrancheReason  reason)
{
  add (self, ukrainian, time, stage, reason,
       reason == TRANCHE_REASON_STORE ? TRANCHE_OPERATION_CANCEL : TRANCHE_OPERATION_NONE);
  return 0;
}

/* To the signature; returns when, or 0 where it never came. */
static gint64
apply (BookLife *self,
       GRand    *random,
       gboolean  ukrainian,
       gint64    time)
{
  if (chance (random, 9))
    return end (self, ukrainian, self->expires_at, TRANCHE_STAGE_CANCELED, TRANCHE_REASON_EXPIRED);

  time += draw_span (random, 2 * MINUTE, 40 * MINUTE);
  if (chance (random, 20))
    return end (self, ukrainian, time, TRANCHE_STAGE_REJECTED,
                ukrainian ? TRANCHE_REASON_LIMIT : TRANCHE_REASON_ALL_BANKS);
  if (ukrainian)
    return time;

  add (self, ukrainian, time, TRANCHE_STAGE_APPROVED, TRANCHE_REASON_NONE, TRANCHE_OPERATION_NONE);
  if (chance (random, 6))
    return end (self, ukrainian, self->expires_at, TRANCHE_STAGE_CANCELED, TRANCHE_REASON_EXPIRED);

  time += draw_span (random, 3 * MINUTE, 6 * HOUR);
  return chance (random, 5)
    ? end (self, ukrainian, time, TRANCHE_STAGE_CANCELED, TRANCHE_REASON_CUSTOMER)
    : time;
}

/* From the signature to the goods that were handed over; 0 where they never were. */
static gint64
hand_over (BookLife *self,
           GRand    *random,
           gboolean  ukrainian,
           gint64    amount,
           gint64    time)
{
  if (!ukrainian && amount > COOLS_FOUR_HOURS) {
    self->cooling_until = time + (amount > COOLS_TWO_DAYS ? 48 * HOUR : 4 * HOUR);
    add (self, ukrainian, time, TRANCHE_STAGE_COOLING, TRANCHE_REASON_NONE,
         TRANCHE_OPERATION_NONE);
    if (chance (random, 4))
      return end (self, ukrainian, time + HOUR, TRANCHE_STAGE_CANCELED, TRANCHE_REASON_CUSTOMER);
    time = self->cooling_until;
  }

  add (self, ukrainian, time, TRANCHE_STAGE_READY, TRANCHE_REASON_NONE, TRANCHE_OPERATION_NONE);
  time += chance (random, 70) ? draw_span (random, 2 * MINUTE, 3 * HOUR)
                              : draw_span (random, 3 * HOUR, 6 * DAY);
  if (chance (random, 5))
    return end (self, ukrainian, time, TRANCHE_STAGE_CANCELED, TRANCHE_REASON_STORE);

  add (self, ukrainian, time, TRANCHE_STAGE_COMMITTED, TRANCHE_REASON_NONE,
       TRANCHE_OPERATION_COMMIT);
  return time;
}

static BookLife *
begin (gint64 created_at)
{
  BookLife *self = g_new0 (BookLife, 1);

  self->steps = g_array_new (FALSE, FALSE, sizeof (BookStep));
  self->expires_at = created_at + 3 * DAY;
  return self;
}

BookLife *
book_life_new (GRand    *random,
               gboolean  ukrainian,
               gint64    amount,
               gint64    created_at,
               gint64    now)
{
  BookLife *self = begin (created_at);
  gint64 time;

  add (self, ukrainian, created_at, TRANCHE_STAGE_WAITING, TRANCHE_REASON_NONE,
       TRANCHE_OPERATION_CREATE);
  time = apply (self, random, ukrainian, created_at);
  if (time != 0)
    time = hand_over (self, random, ukrainian, amount, time);

  if (time != 0 && chance (random, 3))
    add (self, ukrainian, time + draw_span (random, HOUR, 14 * DAY), TRANCHE_STAGE_RETURNED,
         TRANCHE_REASON_NONE, TRANCHE_OPERATION_RETURN);
  else if (time != 0 && ukrainian)
    add (self, ukrainian, time + draw_span (random, 90 * DAY, 360 * DAY), TRANCHE_STAGE_CLOSED,
         TRANCHE_REASON_NONE, TRANCHE_OPERATION_NONE);

  /* What lies ahead did not happen yet. */
  while (self->steps->len > 1 && book_life_get_last (self)->time > now)
    g_array_set_size (self->steps, self->steps->len - 1);

  return self;
}

BookLife *
book_life_new_in (GRand        *random,
                  gboolean      ukrainian,
                  TrancheStage  stage,
                  gint64        created_at,
                  gint64        now)
{
  BookLife *self = begin (created_at);
  gboolean was_signed = stage >= TRANCHE_STAGE_COOLING && stage <= TRANCHE_STAGE_RETURNED;
  gint64 last = MAX (created_at, now - draw_span (random, MINUTE, 30 * MINUTE));

  if (stage > TRANCHE_STAGE_WAITING)
    add (self, ukrainian, created_at, TRANCHE_STAGE_WAITING, TRANCHE_REASON_NONE,
         TRANCHE_OPERATION_CREATE);
  if (was_signed && stage > TRANCHE_STAGE_READY)
    add (self, ukrainian, last - (last - created_at) / 2, TRANCHE_STAGE_READY, TRANCHE_REASON_NONE,
         TRANCHE_OPERATION_NONE);
  if (stage == TRANCHE_STAGE_COOLING)
    self->cooling_until = now + draw_span (random, HOUR, 40 * HOUR);

  add (self, ukrainian, stage > TRANCHE_STAGE_WAITING ? last : created_at, stage,
       stage == TRANCHE_STAGE_CANCELED ? TRANCHE_REASON_CUSTOMER
       : stage == TRANCHE_STAGE_REJECTED ? TRANCHE_REASON_ALL_BANKS : TRANCHE_REASON_NONE,
       stage == TRANCHE_STAGE_COMMITTED ? TRANCHE_OPERATION_COMMIT
       : stage == TRANCHE_STAGE_WAITING ? TRANCHE_OPERATION_CREATE : TRANCHE_OPERATION_NONE);
  return self;
}

void
book_life_free (BookLife *self)
{
  g_array_unref (self->steps);
  g_free (self);
}

const BookStep *
book_life_get_last (BookLife *self)
{
  return &g_array_index (self->steps, BookStep, self->steps->len - 1);
}

gint64
book_life_find (BookLife     *self,
                TrancheStage  stage)
{
  for (guint i = 0; i < self->steps->len; i++) {
    const BookStep *step = &g_array_index (self->steps, BookStep, i);

    if (step->stage == stage)
      return step->time;
  }

  return 0;
}
