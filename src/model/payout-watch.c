/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/payout-watch.h"

#include "core/log.h"
#include "model/sparse-ids.h"

/* Seconds. */
#define INTERVAL (60 * 60)

/* No more are asked about a day: whoever has more does not look at them one by one. */
#define MOST_A_DAY 200

struct _TranchePayoutWatch {
  GObject parent_instance;

  TrancheOrderBook *book;
  TrancheOperations *operations;
  TrancheLiveClock clock;
  GCancellable *running;   /* (nullable): while it runs */
  guint timer_id;
  gboolean checking;
  gint64 today;            /* its beginning, µs since 1970 */
  TrancheSparseIds *asked; /* today */
  TrancheSparseIds *told;
  GPtrArray *unpaid;       /* (nullable) (element-type TrancheOrder): to be asked about */
  guint next;
};

enum {
  SIGNAL_OVERDUE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TranchePayoutWatch, tranche_payout_watch, G_TYPE_OBJECT)

static void ask_next (TranchePayoutWatch *self);

/* Whether it was asked before the watch was stopped, and perhaps started again. */
static gboolean
is_stale (GAsyncResult *result)
{
  return g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result)));
}

/* Where it was started again meanwhile, that could not check yet. */
static void
end_stale (TranchePayoutWatch *self)
{
  self->checking = FALSE;
  tranche_payout_watch_check (self);
}

/* What is waited for no more may be waited for again. */
static void
book_changed_cb (TrancheOrderBook   *book,
                 TrancheOrder       *after,
                 TrancheOrder       *before,
                 TranchePayoutWatch *self)
{
  if (tranche_order_get_payout_due (after) != NULL)
    return;

  tranche_sparse_ids_remove (self->asked, tranche_order_get_id (after));
  tranche_sparse_ids_remove (self->told, tranche_order_get_id (after));
}

static void
tell (TranchePayoutWatch *self,
      TrancheOrder       *order)
{
  if (tranche_sparse_ids_add (self->told, tranche_order_get_id (order)))
    g_signal_emit (self, signals[SIGNAL_OVERDUE], 0, order);
}

/* A bank that cannot be asked, or does not say, has not been seen to pay. */
static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TranchePayoutWatch) self = user_data;
  g_autoptr (TranchePayout) payout = NULL;
  TrancheOrder *order = g_ptr_array_index (self->unpaid, self->next);

  payout = tranche_operations_check_payout_finish (TRANCHE_OPERATIONS (source), result, NULL);
  if (is_stale (result)) {
    tranche_sparse_ids_remove (self->asked, tranche_order_get_id (order));
    end_stale (self);
    return;
  }

  if (payout == NULL || tranche_payout_get_state (payout) == TRANCHE_PAYOUT_DUE)
    tell (self, order);
  self->next++;
  ask_next (self);
}

static void
ask_next (TranchePayoutWatch *self)
{
  while (self->next < self->unpaid->len) {
    TrancheOrder *order = g_ptr_array_index (self->unpaid, self->next);

    if (tranche_sparse_ids_add (self->asked, tranche_order_get_id (order))) {
      tranche_operations_check_payout_async (self->operations, order, self->running, checked_cb,
                                             g_object_ref (self));
      return;
    }
    self->next++;
  }

  self->checking = FALSE;
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TranchePayoutWatch) self = user_data;
  g_autoptr (GPtrArray) unpaid = NULL;
  g_autoptr (GError) error = NULL;

  unpaid = tranche_order_book_unpaid_finish (TRANCHE_ORDER_BOOK (source), result, &error);
  if (unpaid == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tranche_warning ("model", "Payouts cannot be watched: %s", error->message);
  if (is_stale (result)) {
    end_stale (self);
    return;
  }
  if (unpaid == NULL) {
    self->checking = FALSE;
    return;
  }

  g_clear_pointer (&self->unpaid, g_ptr_array_unref);
  self->unpaid = g_steal_pointer (&unpaid);
  self->next = 0;
  ask_next (self);
}

/* The beginning of the day in the zone of this computer. */
static gint64
get_today (TranchePayoutWatch *self)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (tranche_live_clock_get_real (&self->clock));
  g_autoptr (GDateTime) now = g_date_time_to_local (utc);
  g_autoptr (GDateTime) start = NULL;
  int year, month, day;

  g_date_time_get_ymd (now, &year, &month, &day);
  start = g_date_time_new_local (year, month, day, 0, 0, 0);

  return g_date_time_to_unix_usec (start);
}

void
tranche_payout_watch_check (TranchePayoutWatch *self)
{
  gint64 today;

  g_return_if_fail (TRANCHE_IS_PAYOUT_WATCH (self));

  if (self->running == NULL || self->checking)
    return;

  today = get_today (self);
  if (today != self->today)
    tranche_sparse_ids_clear (self->asked);
  self->today = today;

  self->checking = TRUE;
  tranche_order_book_unpaid_async (self->book, today, MOST_A_DAY, self->running, found_cb,
                                   g_object_ref (self));
}

static gboolean
timer_cb (gpointer user_data)
{
  tranche_payout_watch_check (user_data);

  return G_SOURCE_CONTINUE;
}

static void
tranche_payout_watch_dispose (GObject *object)
{
  TranchePayoutWatch *self = TRANCHE_PAYOUT_WATCH (object);

  tranche_payout_watch_stop (self);
  g_clear_object (&self->operations);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (tranche_payout_watch_parent_class)->dispose (object);
}

static void
tranche_payout_watch_finalize (GObject *object)
{
  TranchePayoutWatch *self = TRANCHE_PAYOUT_WATCH (object);

  g_clear_pointer (&self->unpaid, g_ptr_array_unref);
  tranche_sparse_ids_free (self->asked);
  tranche_sparse_ids_free (self->told);

  G_OBJECT_CLASS (tranche_payout_watch_parent_class)->finalize (object);
}

static void
tranche_payout_watch_class_init (TranchePayoutWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tranche_payout_watch_dispose;
  object_class->finalize = tranche_payout_watch_finalize;

  signals[SIGNAL_OVERDUE] =
    g_signal_new ("overdue", TRANCHE_TYPE_PAYOUT_WATCH, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, TRANCHE_TYPE_ORDER);
}

static void
tranche_payout_watch_init (TranchePayoutWatch *self)
{
  self->clock = tranche_live_clock_system ();
  self->asked = tranche_sparse_ids_new ();
  self->told = tranche_sparse_ids_new ();
}

TranchePayoutWatch *
tranche_payout_watch_new (TrancheOrderBook  *book,
                          TrancheOperations *operations)
{
  TranchePayoutWatch *self = NULL;

  g_return_val_if_fail (TRANCHE_IS_ORDER_BOOK (book), NULL);
  g_return_val_if_fail (TRANCHE_IS_OPERATIONS (operations), NULL);

  self = g_object_new (TRANCHE_TYPE_PAYOUT_WATCH, NULL);
  self->book = g_object_ref (book);
  self->operations = g_object_ref (operations);
  g_signal_connect_object (book, "changed", G_CALLBACK (book_changed_cb), self, G_CONNECT_DEFAULT);

  return self;
}

void
tranche_payout_watch_set_clock (TranchePayoutWatch     *self,
                                const TrancheLiveClock *clock)
{
  g_return_if_fail (TRANCHE_IS_PAYOUT_WATCH (self));

  self->clock = *clock;
}

void
tranche_payout_watch_start (TranchePayoutWatch *self)
{
  g_return_if_fail (TRANCHE_IS_PAYOUT_WATCH (self));

  if (self->running != NULL)
    return;

  self->running = g_cancellable_new ();
  self->timer_id = g_timeout_add_seconds (INTERVAL, timer_cb, self);
  tranche_payout_watch_check (self);
}

void
tranche_payout_watch_stop (TranchePayoutWatch *self)
{
  g_return_if_fail (TRANCHE_IS_PAYOUT_WATCH (self));

  if (self->running == NULL)
    return;

  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_handle_id (&self->timer_id, g_source_remove);
}
