/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/live-engine-private.h"

/* µs. The timer never sleeps longer, so that a clock that was set or a computer
 * that slept is noticed. */
#define LONGEST_SLEEP (60 * G_USEC_PER_SEC)
#define CLOCK_JUMP    (5 * G_USEC_PER_SEC)

static void
mind_clock (TrancheLiveEngine *self,
            gint64             now)
{
  gint64 offset = tranche_live_engine_get_real (self) - now;
  gint64 jump = offset - self->clock_offset;
  g_autoptr (GPtrArray) watches = NULL;

  if (ABS (jump) < CLOCK_JUMP)
    return;

  self->clock_offset = offset;
  watches = g_hash_table_get_values_as_ptr_array (self->watches);

  /* The monotonic clock stands still while the computer sleeps: what was not
   * asked for in that time is so much later by now. */
  for (guint i = 0; i < watches->len; i++) {
    TrancheWatch *watch = g_ptr_array_index (watches, i);

    if (jump > 0)
      watch->asked_at -= jump;
    tranche_live_engine_schedule (self, watch);
  }
}

static gint64
get_next_wake (TrancheLiveEngine *self,
               gint64             now)
{
  TrancheWatch *first = tranche_watch_heap_peek (self->asleep);
  gint64 next = now + LONGEST_SLEEP;
  GHashTableIter iter;
  gpointer value = NULL;

  if (first != NULL)
    next = MIN (next, first->due);

  g_hash_table_iter_init (&iter, self->lanes);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    TrancheLiveLane *lane = value;

    if (lane->paused_until > now && tranche_watch_heap_size (lane->ready) > 0)
      next = MIN (next, lane->paused_until);
  }

  return next;
}

static gboolean
woken_cb (gpointer user_data)
{
  TrancheLiveEngine *self = user_data;

  self->wake_id = 0;
  tranche_live_engine_wake (self);

  return G_SOURCE_REMOVE;
}

void
tranche_live_engine_wake (TrancheLiveEngine *self)
{
  gint64 now = tranche_live_engine_get_now (self);
  TrancheWatch *watch = NULL;
  GHashTableIter iter;
  gpointer value = NULL;
  gint64 next;

  g_clear_handle_id (&self->wake_id, g_source_remove);
  if (self->running == NULL)
    return;

  mind_clock (self, now);

  while ((watch = tranche_watch_heap_peek (self->asleep)) != NULL && watch->due <= now) {
    g_autoptr (TrancheWatch) held = tranche_watch_ref (watch);

    tranche_watch_leave (held);
    tranche_watch_heap_insert (tranche_live_engine_get_lane (self, held)->ready, held);
  }

  g_hash_table_iter_init (&iter, self->lanes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    tranche_live_engine_serve_lane (self, value, now);

  /* Serving may have queued an earlier one, which finds what is due as well. */
  g_clear_handle_id (&self->wake_id, g_source_remove);
  next = get_next_wake (self, now);
  self->wake_id = g_timeout_add (next <= now ? 0 : (guint) ((next - now) / 1000 + 1), woken_cb,
                                 self);
}

void
tranche_live_engine_queue_wake (TrancheLiveEngine *self)
{
  if (self->running == NULL)
    return;

  g_clear_handle_id (&self->wake_id, g_source_remove);
  self->wake_id = g_idle_add (woken_cb, self);
}
