/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/live-engine-private.h"

#include "model/live-schedule.h"

enum {
  PROGRESS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrancheLiveEngine, tranche_live_engine, G_TYPE_OBJECT)

gint64
tranche_live_engine_get_now (TrancheLiveEngine *self)
{
  return tranche_live_clock_get_monotonic (&self->clock);
}

gint64
tranche_live_engine_get_real (TrancheLiveEngine *self)
{
  return tranche_live_clock_get_real (&self->clock);
}

/* The refresh of everything. */

void
tranche_live_engine_set_progress (TrancheLiveEngine *self,
                                  guint              pending,
                                  guint              total)
{
  if (pending == 0)
    total = 0;
  if (self->pending == pending && self->total == total)
    return;

  self->pending = pending;
  self->total = total;
  g_signal_emit (self, signals[PROGRESS], 0);
}

void
tranche_live_engine_leave_refresh (TrancheLiveEngine *self,
                                   TrancheWatch      *watch)
{
  if (!watch->refreshing)
    return;

  watch->refreshing = FALSE;
  if (self->pending > 0)
    tranche_live_engine_set_progress (self, self->pending - 1, self->total);
}

/* When to ask. */

static gint64
get_checked (TrancheOrder *order)
{
  GDateTime *checked_at = tranche_order_get_checked_at (order);

  return checked_at != NULL ? g_date_time_to_unix_usec (checked_at) : 0;
}

static void
drop (TrancheLiveEngine *self,
      TrancheWatch      *watch)
{
  watch->dropped = TRUE;
  tranche_watch_leave (watch);
  tranche_live_engine_leave_refresh (self, watch);
  g_hash_table_remove (self->watches, &watch->id);
}

/* Puts the watch where it belongs, after anything about it has changed. */
void
tranche_live_engine_schedule (TrancheLiveEngine *self,
                              TrancheWatch      *watch)
{
  guint interval;

  tranche_watch_leave (watch);
  watch->visible = g_hash_table_contains (self->visible, &watch->id);
  interval = tranche_live_schedule_get_interval (
    watch, tranche_operations_is_unsettled (self->operations, watch->id), &self->clock);

  if (interval == 0) {
    drop (self, watch);
    return;
  }
  interval = MAX (1, (guint) (interval * self->pace));

  if (watch->asking)
    return;

  watch->due = watch->refreshing
    ? MIN (watch->due, tranche_live_engine_get_now (self))
    : tranche_live_schedule_get_due (watch, interval, &self->clock);
  tranche_watch_heap_insert (self->asleep, watch);
  tranche_live_engine_queue_wake (self);
}

void
tranche_live_engine_watch (TrancheLiveEngine *self,
                           TrancheOrder      *order)
{
  gint64 id = tranche_order_get_id (order);
  TrancheWatch *watch = g_hash_table_lookup (self->watches, &id);
  gint64 checked = get_checked (order);

  if (watch == NULL) {
    watch = tranche_watch_new (order);
    watch->visible = g_hash_table_contains (self->visible, &id);
    /* As if asked when the book says so, and at once where that is unknown. */
    watch->asked_at = tranche_live_engine_get_now (self) -
                      MAX (0, tranche_live_engine_get_real (self) - checked);
    g_hash_table_insert (self->watches, &watch->id, watch);
  } else {
    if (checked > get_checked (watch->order))
      watch->asked_at = tranche_live_engine_get_now (self);
    tranche_watch_set_order (watch, order);
  }

  tranche_live_engine_schedule (self, watch);
}

/* The lanes. */

TrancheLiveLane *
tranche_live_engine_get_lane (TrancheLiveEngine *self,
                              TrancheWatch      *watch)
{
  const char *account_id = tranche_order_get_account_id (watch->order);
  TrancheLiveLane *lane = g_hash_table_lookup (self->lanes, account_id);

  if (lane == NULL) {
    lane = tranche_live_lane_new (account_id);
    g_hash_table_insert (self->lanes, lane->account_id, lane);
  }

  return lane;
}

gboolean
tranche_live_engine_is_usable (TrancheLiveEngine *self,
                               TrancheWatch      *watch)
{
  TrancheConnection *connection =
    tranche_operations_find_connection (self->operations, watch->order);

  return tranche_live_lane_is_usable (connection, self->network);
}

/* What it is told. */

void
tranche_live_engine_drop (TrancheLiveEngine *self,
                          gint64             order_id)
{
  TrancheWatch *watch = g_hash_table_lookup (self->watches, &order_id);

  if (watch != NULL)
    drop (self, watch);
}

gboolean
tranche_live_engine_is_watching (TrancheLiveEngine *self,
                                 gint64             order_id)
{
  return g_hash_table_contains (self->watches, &order_id);
}

void
tranche_live_engine_reschedule (TrancheLiveEngine *self,
                                gint64             order_id)
{
  TrancheWatch *watch = g_hash_table_lookup (self->watches, &order_id);

  if (watch != NULL)
    tranche_live_engine_schedule (self, watch);
}

void
tranche_live_engine_resume_lanes (TrancheLiveEngine *self)
{
  GHashTableIter iter;
  gpointer value = NULL;

  g_hash_table_iter_init (&iter, self->lanes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    tranche_live_lane_resume (value);

  tranche_live_engine_queue_wake (self);
}

void
tranche_live_engine_set_network (TrancheLiveEngine *self,
                                 gboolean           available)
{
  self->network = available;
  tranche_live_engine_resume_lanes (self);
}

void
tranche_live_engine_set_visible (TrancheLiveEngine *self,
                                 GArray            *order_ids)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->visible);
  GHashTableIter iter;
  gpointer key = NULL;

  self->visible = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < order_ids->len; i++)
    g_hash_table_add (self->visible, g_memdup2 (&g_array_index (order_ids, gint64, i),
                                                sizeof (gint64)));

  g_hash_table_iter_init (&iter, self->visible);
  while (g_hash_table_iter_next (&iter, &key, NULL)) {
    TrancheWatch *watch = g_hash_table_lookup (self->watches, key);

    if (!g_hash_table_remove (before, key) && watch != NULL)
      tranche_live_engine_schedule (self, watch);
  }

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &key, NULL)) {
    TrancheWatch *watch = g_hash_table_lookup (self->watches, key);

    if (watch != NULL)
      tranche_live_engine_schedule (self, watch);
  }
}

gint64
tranche_live_engine_get_due (TrancheLiveEngine *self,
                             gint64             order_id)
{
  TrancheWatch *watch = g_hash_table_lookup (self->watches, &order_id);

  return watch != NULL ? watch->due : -1;
}

guint
tranche_live_engine_get_pending (TrancheLiveEngine *self)
{
  return self->pending;
}

guint
tranche_live_engine_get_total (TrancheLiveEngine *self)
{
  return self->total;
}

void
tranche_live_engine_set_clock (TrancheLiveEngine      *self,
                               const TrancheLiveClock *clock)
{
  self->clock = *clock;
}

GCancellable *
tranche_live_engine_get_running (TrancheLiveEngine *self)
{
  return self->running;
}

void
tranche_live_engine_set_pace (TrancheLiveEngine *self,
                              double             pace)
{
  g_autoptr (GList) watches = NULL;

  g_return_if_fail (TRANCHE_IS_LIVE_ENGINE (self));
  g_return_if_fail (pace > 0);

  self->pace = pace;
  watches = g_hash_table_get_values (self->watches);
  for (GList *l = watches; l != NULL; l = l->next)
    tranche_live_engine_schedule (self, l->data);
}

void
tranche_live_engine_start (TrancheLiveEngine *self)
{
  if (self->running != NULL)
    return;

  self->running = g_cancellable_new ();
  self->clock_offset = tranche_live_engine_get_real (self) - tranche_live_engine_get_now (self);
  tranche_live_engine_queue_wake (self);
}

void
tranche_live_engine_stop (TrancheLiveEngine *self)
{
  g_autoptr (GPtrArray) watches = NULL;

  if (self->running == NULL)
    return;

  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_handle_id (&self->wake_id, g_source_remove);

  watches = g_hash_table_get_values_as_ptr_array (self->watches);
  for (guint i = 0; i < watches->len; i++)
    drop (self, g_ptr_array_index (watches, i));
}

/* The object. */

static void
tranche_live_engine_dispose (GObject *object)
{
  TrancheLiveEngine *self = TRANCHE_LIVE_ENGINE (object);

  tranche_live_engine_stop (self);
  g_clear_object (&self->operations);

  G_OBJECT_CLASS (tranche_live_engine_parent_class)->dispose (object);
}

static void
tranche_live_engine_finalize (GObject *object)
{
  TrancheLiveEngine *self = TRANCHE_LIVE_ENGINE (object);

  g_hash_table_unref (self->watches);
  g_hash_table_unref (self->lanes);
  g_hash_table_unref (self->visible);
  tranche_watch_heap_free (self->asleep);

  G_OBJECT_CLASS (tranche_live_engine_parent_class)->finalize (object);
}

static void
tranche_live_engine_class_init (TrancheLiveEngineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tranche_live_engine_dispose;
  object_class->finalize = tranche_live_engine_finalize;

  signals[PROGRESS] =
    g_signal_new ("progress", TRANCHE_TYPE_LIVE_ENGINE, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tranche_live_engine_init (TrancheLiveEngine *self)
{
  self->clock = tranche_live_clock_system ();
  self->network = TRUE;
  self->pace = 1.0;
  self->watches = g_hash_table_new_full (g_int64_hash, g_int64_equal,
                                         NULL, (GDestroyNotify) tranche_watch_unref);
  self->lanes = g_hash_table_new_full (g_str_hash, g_str_equal,
                                       NULL, (GDestroyNotify) tranche_live_lane_free);
  self->visible = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->asleep = tranche_watch_heap_new (tranche_watch_is_due_before);
}

TrancheLiveEngine *
tranche_live_engine_new (TrancheOperations *operations)
{
  TrancheLiveEngine *self = g_object_new (TRANCHE_TYPE_LIVE_ENGINE, NULL);

  self->operations = g_object_ref (operations);

  return self;
}
