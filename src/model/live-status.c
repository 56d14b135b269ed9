/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/live-status.h"

#include "core/log.h"
#include "model/live-lane.h"
#include "model/live-schedule.h"
#include "model/live-status-private.h"
#include "model/watch.h"

/* Questions under way on a lane: enough for 25 a second at 300 ms each. */
#define MAX_ASKING 8

/* Seconds. How soon an order whose operation is unsettled, or whose cooling-off
 * has ended by our clock, is asked for again. */
#define UNSETTLED_INTERVAL  20
#define JUST_ENDED_INTERVAL 20

/* µs. The timer never sleeps longer, so that a clock that was set or a computer
 * that slept is noticed. */
#define LONGEST_SLEEP (60 * G_USEC_PER_SEC)
#define CLOCK_JUMP    (5 * G_USEC_PER_SEC)

struct _TrancheLiveStatus {
  GObject parent_instance;

  TrancheOrderBook *book;
  TrancheOperations *operations;
  GNetworkMonitor *monitor;
  TrancheLiveClock clock;

  gboolean running;
  gboolean online;
  GCancellable *cancellable;
  GHashTable *watches;      /* order id → TrancheWatch */
  GHashTable *lanes;        /* account id → TrancheLiveLane */
  TrancheWatchHeap *asleep; /* those that are not due */
  GHashTable *visible;      /* set of order ids */
  GPtrArray *connections;   /* those whose state is listened to */
  gint64 clock_offset;      /* real minus monotonic, when last awake */
  guint wake_id;
  guint pending;
  guint total;
};

typedef struct {
  TrancheLiveStatus *self;
  TrancheWatch *watch;
  TrancheLiveLane *lane; /* lanes live as long as the object */
  GCancellable *cancellable;
} Question;

enum {
  PROP_0,
  PROP_ONLINE,
  PROP_PENDING,
  PROP_TOTAL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TrancheLiveStatus, tranche_live_status, G_TYPE_OBJECT)

static void queue_wake (TrancheLiveStatus *self);

/* The real world. */

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

static gint64
get_now (TrancheLiveStatus *self)
{
  return self->clock.get_monotonic (self->clock.data);
}

static gint64
get_real (TrancheLiveStatus *self)
{
  return self->clock.get_real (self->clock.data);
}

static double
get_random (TrancheLiveStatus *self)
{
  return self->clock.get_random (self->clock.data);
}

/* The refresh of everything. */

static void
set_progress (TrancheLiveStatus *self,
              guint              pending,
              guint              total)
{
  g_object_freeze_notify (G_OBJECT (self));

  if (pending == 0)
    total = 0;
  if (self->pending != pending)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENDING]);
  if (self->total != total)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOTAL]);
  self->pending = pending;
  self->total = total;

  g_object_thaw_notify (G_OBJECT (self));
}

static void
leave_refresh (TrancheLiveStatus *self,
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
get_age (TrancheLiveStatus *self,
         TrancheOrder      *order)
{
  GDateTime *changed_at = tranche_order_get_changed_at (order);

  if (changed_at == NULL)
    changed_at = tranche_order_get_created_at (order);
  if (changed_at == NULL)
    return 0;

  return MAX (0, (get_real (self) - g_date_time_to_unix_usec (changed_at)) / G_USEC_PER_SEC);
}

/* Seconds; 0 for never. */
static guint
get_interval (TrancheLiveStatus *self,
              TrancheWatch      *watch)
{
  TrancheStage stage = tranche_order_get_stage (watch->order);
  GDateTime *cooling_until = tranche_order_get_cooling_until (watch->order);
  guint interval = tranche_live_status_get_interval (stage, get_age (self, watch->order),
                                                     watch->visible);

  if (tranche_operations_is_unsettled (self->operations, watch->id))
    interval = interval == 0 ? UNSETTLED_INTERVAL : MIN (interval, UNSETTLED_INTERVAL);

  if (stage == TRANCHE_STAGE_COOLING && cooling_until != NULL &&
      g_date_time_to_unix_usec (cooling_until) <= get_real (self))
    interval = MIN (interval, JUST_ENDED_INTERVAL);

  return interval;
}

static gint64
get_checked (TrancheOrder *order)
{
  GDateTime *checked_at = tranche_order_get_checked_at (order);

  return checked_at != NULL ? g_date_time_to_unix_usec (checked_at) : 0;
}

static gint64
get_due (TrancheLiveStatus *self,
         TrancheWatch      *watch,
         guint              interval)
{
  gint64 now = get_now (self);
  gint64 real = get_real (self);
  gint64 event = 0;
  gint64 due;
  double wait = interval * (0.9 + 0.2 * get_random (self));

  if (watch->n_failures > 0)
    wait = MAX (wait, tranche_live_schedule_get_backoff (watch->n_failures, get_random (self)));

  due = watch->asked_at + (gint64) (wait * G_USEC_PER_SEC);

  /* What the calendar has changed since the last question is asked for at once,
   * and what it will change, when it does. */
  event = tranche_live_schedule_get_event (watch->order, real - (now - watch->asked_at));
  if (event != 0 && event <= real) {
    if (watch->n_failures == 0)
      due = MIN (due, now);
    event = tranche_live_schedule_get_event (watch->order, real);
  }
  if (event != 0)
    due = MIN (due, now + event - real + G_USEC_PER_SEC);

  return due;
}

static void
drop (TrancheLiveStatus *self,
      TrancheWatch      *watch)
{
  watch->dropped = TRUE;
  tranche_watch_leave (watch);
  leave_refresh (self, watch);
  g_hash_table_remove (self->watches, &watch->id);
}

/* Puts the watch where it belongs, after anything about it has changed. */
static void
schedule (TrancheLiveStatus *self,
          TrancheWatch      *watch)
{
  guint interval;

  tranche_watch_leave (watch);
  watch->visible = g_hash_table_contains (self->visible, &watch->id);
  interval = get_interval (self, watch);

  if (interval == 0) {
    drop (self, watch);
    return;
  }

  if (watch->asking)
    return;

  watch->due = watch->refreshing ? MIN (watch->due, get_now (self)) : get_due (self, watch, interval);
  tranche_watch_heap_insert (self->asleep, watch);
  queue_wake (self);
}

static void
watch_order (TrancheLiveStatus *self,
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
    g_set_object (&watch->order, order);
  }

  schedule (self, watch);
}

/* Asking. */

static TrancheLiveLane *
get_lane (TrancheLiveStatus *self,
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
  TrancheLiveStatus *self = question->self;
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
    tranche_live_lane_back_off (question->lane, now, watch->asked_at, get_random (self));
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
  TrancheLiveStatus *self = question->self;
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
    g_set_object (&watch->order, order);
    leave_refresh (self, watch);
  } else {
    learn_failure (question, error);
  }

  if (!watch->dropped)
    schedule (self, watch);
}

static void
ask (TrancheLiveStatus *self,
     TrancheLiveLane   *lane,
     TrancheWatch      *watch)
{
  Question *question = g_new0 (Question, 1);

  question->self = g_object_ref (self);
  question->watch = tranche_watch_ref (watch);
  question->lane = lane;
  question->cancellable = g_object_ref (self->cancellable);

  tranche_watch_leave (watch);
  watch->asking = TRUE;
  watch->asked_at = get_now (self);
  lane->n_asking++;

  tranche_operations_refresh_async (self->operations, watch->order, TRANCHE_PRIORITY_POLL,
                                    self->cancellable, answered_cb, question);
}

/* An order that a person is working on is left alone until that is over. */
static gboolean
skip_busy (TrancheLiveStatus *self,
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
lane_is_usable (TrancheLiveStatus *self,
                TrancheLiveLane   *lane)
{
  TrancheWatch *watch = tranche_watch_heap_peek (lane->ready);
  TrancheConnection *connection = NULL;

  if (watch == NULL)
    return FALSE;

  connection = tranche_operations_find_connection (self->operations, watch->order);

  return tranche_live_lane_is_usable (connection,
                                      g_network_monitor_get_network_available (self->monitor));
}

static void
serve_lane (TrancheLiveStatus *self,
            TrancheLiveLane   *lane,
            gint64             now)
{
  TrancheWatch *watch = NULL;

  if (now < lane->paused_until || !lane_is_usable (self, lane))
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
mind_clock (TrancheLiveStatus *self,
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
get_next_wake (TrancheLiveStatus *self,
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
  TrancheLiveStatus *self = user_data;

  self->wake_id = 0;
  tranche_live_status_wake (self);

  return G_SOURCE_REMOVE;
}

void
tranche_live_status_wake (TrancheLiveStatus *self)
{
  gint64 now = get_now (self);
  TrancheWatch *watch = NULL;
  GHashTableIter iter;
  gpointer value = NULL;
  gint64 next;

  g_clear_handle_id (&self->wake_id, g_source_remove);
  if (!self->running)
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
queue_wake (TrancheLiveStatus *self)
{
  if (!self->running)
    return;

  g_clear_handle_id (&self->wake_id, g_source_remove);
  self->wake_id = g_idle_add (woken_cb, self);
}

/* What the rest of the program does. */

static void
book_changed_cb (TrancheOrderBook  *book,
                 TrancheOrder      *after,
                 TrancheOrder      *before,
                 TrancheLiveStatus *self)
{
  if (self->running)
    watch_order (self, after);
}

static void
book_removed_cb (TrancheOrderBook  *book,
                 gint64             id,
                 TrancheLiveStatus *self)
{
  TrancheWatch *watch = g_hash_table_lookup (self->watches, &id);

  if (watch != NULL)
    drop (self, watch);
}

static void
unsettled_loaded_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (TrancheLiveStatus) self = user_data;
  g_autoptr (GPtrArray) orders = NULL;

  orders = tranche_order_book_load_finish (TRANCHE_ORDER_BOOK (source), result, NULL);

  /* A book that cannot be read tells so where a person is looking. */
  for (guint i = 0; self->running && orders != NULL && i < orders->len; i++)
    watch_order (self, g_ptr_array_index (orders, i));
}

static void
busy_changed_cb (TrancheOperations *operations,
                 gint64             order_id,
                 TrancheLiveStatus *self)
{
  TrancheWatch *watch = g_hash_table_lookup (self->watches, &order_id);

  if (!self->running)
    return;

  if (watch != NULL) {
    schedule (self, watch);
  } else if (tranche_operations_is_unsettled (operations, order_id)) {
    g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

    g_array_append_val (ids, order_id);
    tranche_order_book_load_async (self->book, ids, self->cancellable,
                                   unsettled_loaded_cb, g_object_ref (self));
  }
}

/* With an account that needs no network there is nothing to be offline from. */
static void
update_online (TrancheLiveStatus *self)
{
  GListModel *connections = tranche_operations_get_connections (self->operations);
  gboolean online = g_network_monitor_get_network_available (self->monitor);
  gboolean needed = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (connections); i++) {
    g_autoptr (TrancheConnection) connection = g_list_model_get_item (connections, i);

    needed |= !tranche_live_lane_is_local (tranche_connection_get_account (connection));
  }

  online |= !needed;
  if (self->online == online)
    return;

  self->online = online;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ONLINE]);
}

static void
network_changed_cb (TrancheLiveStatus *self)
{
  GHashTableIter iter;
  gpointer value = NULL;

  g_hash_table_iter_init (&iter, self->lanes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    tranche_live_lane_resume (value);

  update_online (self);
  queue_wake (self);
}

/* What cannot be asked for any more does not hold up a refresh of everything. */
static void
connection_changed_cb (TrancheLiveStatus *self)
{
  g_autoptr (GPtrArray) watches = g_hash_table_get_values_as_ptr_array (self->watches);

  for (guint i = 0; self->pending > 0 && i < watches->len; i++) {
    TrancheWatch *watch = g_ptr_array_index (watches, i);

    if (watch->refreshing && !watch->asking &&
        !tranche_live_lane_is_usable (tranche_operations_find_connection (self->operations,
                                                                          watch->order),
                                      g_network_monitor_get_network_available (self->monitor)))
      leave_refresh (self, watch);
  }

  network_changed_cb (self);
}

static void
forget_connections (TrancheLiveStatus *self)
{
  for (guint i = 0; i < self->connections->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->connections, i), self);

  g_ptr_array_set_size (self->connections, 0);
}

static void
connections_changed_cb (TrancheLiveStatus *self)
{
  GListModel *connections = tranche_operations_get_connections (self->operations);

  forget_connections (self);
  for (guint i = 0; i < g_list_model_get_n_items (connections); i++) {
    TrancheConnection *connection = g_list_model_get_item (connections, i);

    g_ptr_array_add (self->connections, connection);
    g_signal_connect_swapped (connection, "notify", G_CALLBACK (connection_changed_cb), self);
  }

  connection_changed_cb (self);
}

/* The object. */

static void
tranche_live_status_dispose (GObject *object)
{
  TrancheLiveStatus *self = TRANCHE_LIVE_STATUS (object);

  tranche_live_status_stop (self);
  forget_connections (self);
  g_clear_object (&self->monitor);
  g_clear_object (&self->operations);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (tranche_live_status_parent_class)->dispose (object);
}

static void
tranche_live_status_finalize (GObject *object)
{
  TrancheLiveStatus *self = TRANCHE_LIVE_STATUS (object);

  g_hash_table_unref (self->watches);
  g_hash_table_unref (self->lanes);
  g_hash_table_unref (self->visible);
  g_ptr_array_unref (self->connections);
  tranche_watch_heap_free (self->asleep);

  G_OBJECT_CLASS (tranche_live_status_parent_class)->finalize (object);
}

static void
tranche_live_status_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  TrancheLiveStatus *self = TRANCHE_LIVE_STATUS (object);

  switch (prop_id) {
  case PROP_ONLINE:
    g_value_set_boolean (value, self->online);
    break;
  case PROP_PENDING:
    g_value_set_uint (value, self->pending);
    break;
  case PROP_TOTAL:
    g_value_set_uint (value, self->total);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_live_status_class_init (TrancheLiveStatusClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tranche_live_status_dispose;
  object_class->finalize = tranche_live_status_finalize;
  object_class->get_property = tranche_live_status_get_property;

  properties[PROP_ONLINE] =
    g_param_spec_boolean ("online", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PENDING] =
    g_param_spec_uint ("pending", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TOTAL] =
    g_param_spec_uint ("total", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tranche_live_status_init (TrancheLiveStatus *self)
{
  self->clock = (TrancheLiveClock) { get_system_monotonic, get_system_real, get_system_random, NULL };
  self->online = TRUE;
  self->watches = g_hash_table_new_full (g_int64_hash, g_int64_equal,
                                         NULL, (GDestroyNotify) tranche_watch_unref);
  self->lanes = g_hash_table_new_full (g_str_hash, g_str_equal,
                                       NULL, (GDestroyNotify) tranche_live_lane_free);
  self->visible = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->connections = g_ptr_array_new_with_free_func (g_object_unref);
  self->asleep = tranche_watch_heap_new (tranche_watch_is_due_before);
}

TrancheLiveStatus *
tranche_live_status_new (TrancheOrderBook  *book,
                         TrancheOperations *operations)
{
  TrancheLiveStatus *self = NULL;

  g_return_val_if_fail (TRANCHE_IS_ORDER_BOOK (book), NULL);
  g_return_val_if_fail (TRANCHE_IS_OPERATIONS (operations), NULL);

  self = g_object_new (TRANCHE_TYPE_LIVE_STATUS, NULL);
  self->book = g_object_ref (book);
  self->operations = g_object_ref (operations);

  g_signal_connect_object (book, "changed", G_CALLBACK (book_changed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (book, "removed", G_CALLBACK (book_removed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (operations, "busy-changed", G_CALLBACK (busy_changed_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (tranche_operations_get_connections (operations), "items-changed",
                           G_CALLBACK (connections_changed_cb), self, G_CONNECT_SWAPPED);
  tranche_live_status_set_network_monitor (self, g_network_monitor_get_default ());
  connections_changed_cb (self);

  return self;
}

void
tranche_live_status_set_clock (TrancheLiveStatus      *self,
                               const TrancheLiveClock *clock)
{
  self->clock = *clock;
}

void
tranche_live_status_set_network_monitor (TrancheLiveStatus *self,
                                         GNetworkMonitor   *monitor)
{
  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);

  g_set_object (&self->monitor, monitor);
  g_signal_connect_object (monitor, "notify::network-available",
                           G_CALLBACK (network_changed_cb), self, G_CONNECT_SWAPPED);
  update_online (self);
}

static void
watched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TrancheLiveStatus) self = user_data;
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GError) error = NULL;

  orders = tranche_order_book_watched_finish (TRANCHE_ORDER_BOOK (source), result, &error);
  if (orders == NULL) {
    if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      tranche_warning ("model", "Orders cannot be watched: %s", error->message);
    return;
  }

  for (guint i = 0; self->running && i < orders->len; i++) {
    TrancheOrder *order = g_ptr_array_index (orders, i);
    gint64 id = tranche_order_get_id (order);

    /* A change that came meanwhile is newer. */
    if (!g_hash_table_contains (self->watches, &id))
      watch_order (self, order);
  }
}

void
tranche_live_status_start (TrancheLiveStatus *self)
{
  g_return_if_fail (TRANCHE_IS_LIVE_STATUS (self));

  if (self->running)
    return;

  self->running = TRUE;
  self->cancellable = g_cancellable_new ();
  self->clock_offset = get_real (self) - get_now (self);

  tranche_order_book_watched_async (self->book, self->cancellable, watched_cb, g_object_ref (self));
}

void
tranche_live_status_stop (TrancheLiveStatus *self)
{
  g_autoptr (GPtrArray) watches = NULL;

  g_return_if_fail (TRANCHE_IS_LIVE_STATUS (self));

  if (!self->running)
    return;

  self->running = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->wake_id, g_source_remove);

  watches = g_hash_table_get_values_as_ptr_array (self->watches);
  for (guint i = 0; i < watches->len; i++)
    drop (self, g_ptr_array_index (watches, i));
}

gboolean
tranche_live_status_get_online (TrancheLiveStatus *self)
{
  g_return_val_if_fail (TRANCHE_IS_LIVE_STATUS (self), FALSE);

  return self->online;
}

guint
tranche_live_status_get_pending (TrancheLiveStatus *self)
{
  g_return_val_if_fail (TRANCHE_IS_LIVE_STATUS (self), 0);

  return self->pending;
}

guint
tranche_live_status_get_total (TrancheLiveStatus *self)
{
  g_return_val_if_fail (TRANCHE_IS_LIVE_STATUS (self), 0);

  return self->total;
}

void
tranche_live_status_refresh_all (TrancheLiveStatus *self)
{
  gboolean network = FALSE;
  g_autoptr (GPtrArray) watches = NULL;
  guint n_members = 0;

  g_return_if_fail (TRANCHE_IS_LIVE_STATUS (self));

  network = g_network_monitor_get_network_available (self->monitor);
  watches = g_hash_table_get_values_as_ptr_array (self->watches);

  for (guint i = 0; i < watches->len; i++) {
    TrancheWatch *watch = g_ptr_array_index (watches, i);
    TrancheConnection *connection = tranche_operations_find_connection (self->operations,
                                                                        watch->order);

    watch->refreshing = tranche_live_lane_is_usable (connection, network);
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
tranche_live_status_cancel_refresh (TrancheLiveStatus *self)
{
  g_autoptr (GPtrArray) watches = NULL;

  g_return_if_fail (TRANCHE_IS_LIVE_STATUS (self));

  watches = g_hash_table_get_values_as_ptr_array (self->watches);
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
tranche_live_status_set_visible (TrancheLiveStatus *self,
                                 GArray            *order_ids)
{
  g_autoptr (GHashTable) before = NULL;
  GHashTableIter iter;
  gpointer key = NULL;

  g_return_if_fail (TRANCHE_IS_LIVE_STATUS (self));
  g_return_if_fail (order_ids != NULL);

  before = g_steal_pointer (&self->visible);
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
tranche_live_status_get_due (TrancheLiveStatus *self,
                             gint64             order_id)
{
  TrancheWatch *watch = g_hash_table_lookup (self->watches, &order_id);

  return watch != NULL ? watch->due : -1;
}
