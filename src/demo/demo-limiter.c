/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-limiter.h"

struct _TrancheDemoLimiter {
  guint rate;
  /* What is in the bucket, in microseconds of refilling. */
  gint64 level;
  /* When that was so; 0 before the first request. */
  gint64 time;
};

TrancheDemoLimiter *
tranche_demo_limiter_new (guint rate)
{
  TrancheDemoLimiter *self = g_new0 (TrancheDemoLimiter, 1);

  self->rate = rate;
  self->level = G_USEC_PER_SEC;

  return self;
}

void
tranche_demo_limiter_free (TrancheDemoLimiter *self)
{
  g_free (self);
}

gboolean
tranche_demo_limiter_take (TrancheDemoLimiter *self,
                           gint64              monotonic_time,
                           guint              *retry_after)
{
  gint64 price;

  if (self->rate == 0)
    return TRUE;

  if (self->time > 0)
    self->level = MIN (self->level + monotonic_time - self->time, G_USEC_PER_SEC);
  self->time = monotonic_time;

  price = G_USEC_PER_SEC / self->rate;
  if (self->level < price) {
    *retry_after = 1;
    return FALSE;
  }

  self->level -= price;
  return TRUE;
}
