/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/deadline-watch.h"

#include "core/log.h"

/* Seconds. A timer until the very moment would be wrong after the computer has
 * slept or its clock was set. */
#define INTERVAL 60

struct _TrancheDeadlineWatch {
  GObject parent_instance;

  TrancheOrderBook *book;
  TrancheLiveClock clock;
  GCancellable *running; /* (nullable): while it runs */
  guint timer_id;
  gboolean checking;
};

enum {
  SIGNAL_WARNED,
  SIGNAL_SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrancheDeadlineWatch, tranche_deadline_watch, G_TYPE_OBJECT)

/* µs since 1970; 0 for an order that nobody is warned of. */
static gint64
get_deadline (TrancheOrder *order)
{
  g_autoptr (GDateTime) deadline = tranche_order_dup_deadline (order);

  if (deadline == NULL || tranche_order_get_stage (order) == TRANCHE_STAGE_COOLING)
    return 0;

  return g_date_time_to_unix_usec (deadline);
}

static void
book_changed_cb (TrancheOrderBook     *book,
                 TrancheOrder         *after,
                 TrancheOrder         *before,
                 TrancheDeadlineWatch *self)
{
  gint64 now = tranche_live_clock_get_real (&self->clock);
  gint64 deadline = before != NULL ? get_deadline (before) : 0;

  if (self->running == NULL || deadline == 0 || deadline == get_deadline (after) ||
      tranche_deadline_get_level (deadline, now) == TRANCHE_DEADLINE_FAR)
    return;

  g_signal_emit (self, signals[SIGNAL_SETTLED], 0, tranche_order_get_id (after));
}

static void
taken_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TrancheDeadlineWatch) self = user_data;
  g_autoptr (GPtrArray) warnings = NULL;
  g_autoptr (GError) error = NULL;

  warnings = tranche_order_book_take_warnings_finish (TRANCHE_ORDER_BOOK (source), result, &error);
  self->checking = FALSE;

  if (warnings == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tranche_warning ("model", "Deadlines cannot be watched: %s", error->message);
  else if (warnings != NULL && warnings->len > 0 && self->running != NULL)
    g_signal_emit (self, signals[SIGNAL_WARNED], 0, warnings);
}

void
tranche_deadline_watch_check (TrancheDeadlineWatch *self)
{
  g_return_if_fail (TRANCHE_IS_DEADLINE_WATCH (self));

  if (self->running == NULL || self->checking)
    return;

  self->checking = TRUE;
  tranche_order_book_take_warnings_async (self->book, tranche_live_clock_get_real (&self->clock),
                                          self->running, taken_cb, g_object_ref (self));
}

static gboolean
timer_cb (gpointer user_data)
{
  tranche_deadline_watch_check (user_data);

  return G_SOURCE_CONTINUE;
}

static void
tranche_deadline_watch_dispose (GObject *object)
{
  TrancheDeadlineWatch *self = TRANCHE_DEADLINE_WATCH (object);

  tranche_deadline_watch_stop (self);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (tranche_deadline_watch_parent_class)->dispose (object);
}

static void
tranche_deadline_watch_class_init (TrancheDeadlineWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tranche_deadline_watch_dispose;

  signals[SIGNAL_WARNED] =
    g_signal_new ("warned", TRANCHE_TYPE_DEADLINE_WATCH, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  signals[SIGNAL_SETTLED] =
    g_signal_new ("settled", TRANCHE_TYPE_DEADLINE_WATCH, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
tranche_deadline_watch_init (TrancheDeadlineWatch *self)
{
  self->clock = tranche_live_clock_system ();
}

TrancheDeadlineWatch *
tranche_deadline_watch_new (TrancheOrderBook *book)
{
  TrancheDeadlineWatch *self = NULL;

  g_return_val_if_fail (TRANCHE_IS_ORDER_BOOK (book), NULL);

  self = g_object_new (TRANCHE_TYPE_DEADLINE_WATCH, NULL);
  self->book = g_object_ref (book);
  g_signal_connect_object (book, "changed", G_CALLBACK (book_changed_cb), self, G_CONNECT_DEFAULT);

  return self;
}

void
tranche_deadline_watch_set_clock (TrancheDeadlineWatch   *self,
                                  const TrancheLiveClock *clock)
{
  g_return_if_fail (TRANCHE_IS_DEADLINE_WATCH (self));

  self->clock = *clock;
}

void
tranche_deadline_watch_start (TrancheDeadlineWatch *self)
{
  g_return_if_fail (TRANCHE_IS_DEADLINE_WATCH (self));

  if (self->running != NULL)
    return;

  self->running = g_cancellable_new ();
  self->timer_id = g_timeout_add_seconds (INTERVAL, timer_cb, self);
  tranche_deadline_watch_check (self);
}

void
tranche_deadline_watch_stop (TrancheDeadlineWatch *self)
{
  g_return_if_fail (TRANCHE_IS_DEADLINE_WATCH (self));

  if (self->running == NULL)
    return;

  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_handle_id (&self->timer_id, g_source_remove);
}
