/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/live-engine.h"

#include "model/live-lane.h"
#include "model/live-schedule.h"
#include "model/watch.h"

/* Questions under way on a lane, whether they wait for their turn or for their
 * answer: at 25 a second and 400 ms each ten are at the bank, and a few more have
 * to stand ready for the next turns. */
#define MAX_ASKING 16

/* µs. The timer never sleeps longer, so that a clock that was set or a computer
 * that slept is noticed. */
#define LONGEST_SLEEP (60 * G_USEC_PER_SEC)
#define CLOCK_JUMP    (5 * G_USEC_PER_SEC)

struct _TrancheLiveEngine {
  GObject parent_instance;

  TrancheOperations *operations;
  TrancheLiveClock clock;
  gboolean network;
  double pace;

  GCancellable *running;    /* (nullable): while it runs */
  GHashTable *watches;      /* order id → TrancheWatch */
  GHashTable *lanes;        /* account id → TrancheLiveLane */
  TrancheWatchHeap *asleep; /* those that are not due */
  GHashTable *visible;      /* set of order ids */
  gint64 clock_offset;      /* real minus monotonic, when last awake */
  guint wake_id;
  guint pending;
  guint total;
};

typedef struct {
  TrancheLiveEngine *self;
  TrancheWatch *watch;
  TrancheLiveLane *lane; /* lanes live as long as the object */
  GCancellable *cancellable;
} Question;

enum {
  PROGRESS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrancheLiveEngine, tranche_live_engine, G_TYPE_OBJECT)

static void queue_wake (TrancheLiveEngine *self);

static gint64
get_now (TrancheLiveEngine *self)
{
  return tranche_live_clock_get_monotonic (&self->clock);
}

static gint64
get_real (TrancheLiveEngine *self)
{
  return tranche_live_clock_get_real (&self->clock);
}

/* The refresh of everything. */

static void
set_progress (TrancheLiveEngine *self,
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

static void
leave_refresh (TrancheLiveEngine *self,
               TrancheWatch      *watch)
{
  if (!watch->refreshing)
    return;

  watch->refreshing = FALSE;
  if (self->pending > 0)
    set_progress (self, self->pending - 1, self->total);
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
  leave_refresh (self, watch);
  g_hash_table_remove (self->watches, &watch->id);
}

/* Puts the watch where it belongs, after anything about it has changed. */
static void
schedule (TrancheLiveEngine *self,
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
    ? MIN (watch->due, get_now (self))
    : tranche_live_schedule_get_due (watch, interval, &self->clock);
  tranche_watch_heap_insert (self->asleep, watch);
  queue_wake (self);
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
    watch->asked_at = get_now (self) - MAX (0, get_real (self) - checked);
    g_hash_table_insert (self->watches, &watch->id, watch);
  } else {
    if (checked > get_checked (watch->order))
      watch->asked_at = get_now (self);
    tranche_watch_set_order (watch, order);
  }

  schedule (self, watch);
}

/* Asking. */

static TrancheLiveLane *
get_lane (TrancheLiveEngine *self,
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

static void
question_free (Question *question)
{
  question->lane->n_asking--;
  tranche_watch_unref (question->watch);
  g_object_unref (question->cancellable);
  g_object_unref (question->self);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
learn_failure (Question     *question,
               const GError *error)
{
  TrancheLiveEngine *self = question->self;
  TrancheWatch *watch = question->watch;
  gint64 now = get_now (self);

  if (error->domain != TRANCHE_BANK_ERROR) {
    watch->n_failures++;
    leave_refresh (self, watch);
    return;
  }

  switch ((TrancheBankError) error->code) {
  case TRANCHE_BANK_ERROR_RATE_LIMITED:
    tranche_live_lane_obey (question->lane, now, tranche_bank_error_get_retry_after (error));
    watch->asked_at = 0;
    break;
  case TRANCHE_BANK_ERROR_AUTHENTICATION:
  case TRANCHE_BANK_ERROR_CREDENTIALS:
    /* The connection's state closes the lane, until the account is mended. */
    leave_refresh (self, watch);
    watch->asked_at = 0;
    break;
  case TRANCHE_BANK_ERROR_NETWORK:
  case TRANCHE_BANK_ERROR_TLS:
  case TRANCHE_BANK_ERROR_TIMEOUT:
  case TRANCHE_BANK_ERROR_SERVER:
  case TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME:
    tranche_live_lane_back_off (question->lane, now, watch->asked_at, tranche_live_clock_get_random (&self->clock));
    leave_refresh (self, watch);
    watch->n_failures++;
    break;
  case TRANCHE_BANK_ERROR_FORBIDDEN:
  case TRANCHE_BANK_ERROR_NOT_FOUND:
  case TRANCHE_BANK_ERROR_CONFLICT:
  case TRANCHE_BANK_ERROR_VALIDATION:
  case TRANCHE_BANK_ERROR_PROTOCOL:
  case TRANCHE_BANK_ERROR_NOT_SUPPORTED:
  default:
    tranche_live_lane_succeed (question->lane);
    leave_refresh (self, watch);
    watch->n_failures++;
  }
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Question) question = user_data;
  TrancheLiveEngine *self = question->self;
  TrancheWatch *watch = question->watch;
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GError) error = NULL;

  order = tranche_operations_refresh_finish (TRANCHE_OPERATIONS (source), result, &error);

  if (g_cancellable_is_cancelled (question->cancellable))
    return;

  watch->asking = FALSE;
  queue_wake (self);

  if (order != NULL) {
    tranche_live_lane_succeed (question->lane);
    watch->n_failures = 0;
    tranche_watch_set_order (watch, order);
    leave_refresh (self, watch);
  } else {
    learn_failure (question, error);
  }

  if (!watch->dropped)
    schedule (self, watch);
}

static void
ask (TrancheLiveEngine *self,
     TrancheLiveLane   *lane,
     TrancheWatch      *watch)
{
  Question *question = g_new0 (Question, 1);

  question->self = g_object_ref (self);
  question->watch = tranche_watch_ref (watch);
  question->lane = lane;
  question->cancellable = g_object_ref (self->running);

  tranche_watch_leave (watch);
  watch->asking = TRUE;
  watch->asked_at = get_now (self);
  lane->n_asking++;

  tranche_operations_refresh_async (self->operations, watch->order, TRANCHE_PRIORITY_POLL,
                                    self->running, answered_cb, question);
}

/* An order that a person is working on is left alone until that is over. */
static gboolean
skip_busy (TrancheLiveEngine *self,
           TrancheWatch      *watch)
{
  if (!tranche_operations_is_busy (self->operations, watch->id) ||
      tranche_operations_is_unsettled (self->operations, watch->id))
    return FALSE;

  leave_refresh (self, watch);
  watch->asked_at = get_now (self);
  schedule (self, watch);

  return TRUE;
}

static gboolean
is_usable (TrancheLiveEngine *self,
           TrancheWatch      *watch)
{
  TrancheConnection *connection =
    tranche_operations_find_connection (self->operations, watch->order);

  return tranche_live_lane_is_usable (connection, self->network);
}

static void
serve_lane (TrancheLiveEngine *self,
            TrancheLiveLane   *lane,
            gint64             now)
{
  TrancheWatch *watch = tranche_watch_heap_peek (lane->ready);

  if (watch == NULL || now < lane->paused_until || !is_usable (self, watch))
    return;

  lane->obeying = FALSE;

  while (lane->n_asking < MAX_ASKING && (watch = tranche_watch_heap_peek (lane->ready)) != NULL) {
    g_autoptr (TrancheWatch) held = tranche_watch_ref (watch);

    if (!skip_busy (self, held))
      ask (self, lane, held);
  }
}

/* Waking. */

static void
mind_clock (TrancheLiveEngine *self,
            gint64             now)
{
  gint64 offset = get_real (self) - now;
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
    schedule (self, watch);
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
  gint64 now = get_now (self);
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
    tranche_watch_heap_insert (get_lane (self, held)->ready, held);
  }

  g_hash_table_iter_init (&iter, self->lanes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    serve_lane (self, value, now);

  /* Serving may have queued an earlier one, which finds what is due as well. */
  g_clear_handle_id (&self->wake_id, g_source_remove);
  next = get_next_wake (self, now);
  self->wake_id = g_timeout_add (next <= now ? 0 : (guint) ((next - now) / 1000 + 1), woken_cb, self);
}

static void
queue_wake (TrancheLiveEngine *self)
{
  if (self->running == NULL)
    return;

  g_clear_handle_id (&self->wake_id, g_source_remove);
  self->wake_id = g_idle_add (woken_cb, self);
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
    schedule (self, watch);
}

static void
resume_lanes (TrancheLiveEngine *self)
{
  GHashTableIter iter;
  gpointer value = NULL;

  g_hash_table_iter_init (&iter, self->lanes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    tranche_live_lane_resume (value);

  queue_wake (self);
}

void
tranche_live_engine_set_network (TrancheLiveEngine *self,
                                 gboolean           available)
{
  self->network = available;
  resume_lanes (self);
}

/* What cannot be asked for any more does not hold up a refresh of everything. */
void
tranche_live_engine_mind_lanes (TrancheLiveEngine *self)
{
  g_autoptr (GPtrArray) watches = g_hash_table_get_values_as_ptr_array (self->watches);

  for (guint i = 0; self->pending > 0 && i < watches->len; i++) {
    TrancheWatch *watch = g_ptr_array_index (watches, i);

    if (watch->refreshing && !watch->asking && !is_usable (self, watch))
      leave_refresh (self, watch);
  }

  resume_lanes (self);
}

void
tranche_live_engine_refresh_all (TrancheLiveEngine *self)
{
  g_autoptr (GPtrArray) watches = g_hash_table_get_values_as_ptr_array (self->watches);
  guint n_members = 0;

  for (guint i = 0; i < watches->len; i++) {
    TrancheWatch *watch = g_ptr_array_index (watches, i);

    watch->refreshing = is_usable (self, watch);
    if (!watch->refreshing)
      continue;

    tranche_live_lane_resume (get_lane (self, watch));
    watch->n_failures = 0;
    schedule (self, watch);
    n_members += watch->refreshing;
  }

  set_progress (self, n_members, n_members);
}

void
tranche_live_engine_cancel_refresh (TrancheLiveEngine *self)
{
  g_autoptr (GPtrArray) watches = g_hash_table_get_values_as_ptr_array (self->watches);
  for (guint i = 0; i < watches->len; i++) {
    TrancheWatch *watch = g_ptr_array_index (watches, i);

    if (watch->refreshing) {
      watch->refreshing = FALSE;
      schedule (self, watch);
    }
  }

  set_progress (self, 0, 0);
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
      schedule (self, watch);
  }

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &key, NULL)) {
    TrancheWatch *watch = g_hash_table_lookup (self->watches, key);

    if (watch != NULL)
      schedule (self, watch);
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
    schedule (self, l->data);
}

void
tranche_live_engine_start (TrancheLiveEngine *self)
{
  if (self->running != NULL)
    return;

  self->running = g_cancellable_new ();
  self->clock_offset = get_real (self) - get_now (self);
  queue_wake (self);
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
