/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/rate-limiter.h"

/* The allowed number of requests is spread over a little more than a second,
 * and a permission may be given as much late without delaying all later ones:
 * one more than allowed takes at least a second, with 99 % of the rate in use. */
#define WINDOW (1010 * G_TIME_SPAN_MILLISECOND)
#define SLACK (10 * G_TIME_SPAN_MILLISECOND)
/* A longer pause is told and not waited for. */
#define PATIENCE (5 * G_TIME_SPAN_SECOND)
#define MAX_PAUSE (G_TIME_SPAN_HOUR)

#define N_PRIORITIES (TRANCHE_PRIORITY_USER + 1)

struct _TrancheRateLimiter {
  GObject parent_instance;

  gint64 interval;
  /* In monotonic time. */
  gint64 next;
  gint64 paused_until;
  /* (element-type GTask) */
  GQueue waiting[N_PRIORITIES];
  GSource *timer;
};

/* The task data of one who waits. */
typedef struct {
  /* Not owned: the timer lives as long as the limiter, which the task holds. */
  GSource *timer;
  GCancellable *cancellable;
  gulong cancelled_id;
} Waiter;

G_DEFINE_FINAL_TYPE (TrancheRateLimiter, tranche_rate_limiter, G_TYPE_OBJECT)

static void
waiter_free (Waiter *waiter)
{
  g_cancellable_disconnect (waiter->cancellable, waiter->cancelled_id);
  g_clear_object (&waiter->cancellable);
  g_free (waiter);
}

static GError *
pause_error (gint64 left)
{
  GError *error = tranche_bank_error_new (TRANCHE_BANK_ERROR_RATE_LIMITED, 0,
                                          "The bank has asked for a pause");

  tranche_bank_error_set_retry_after (error, (left + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC);

  return error;
}

static void
remove_cancelled (TrancheRateLimiter *self)
{
  for (int i = 0; i < N_PRIORITIES; i++) {
    GList *next;

    for (GList *link = self->waiting[i].head; link; link = next) {
      g_autoptr (GTask) task = NULL;

      next = link->next;
      if (!g_cancellable_is_cancelled (g_task_get_cancellable (link->data)))
        continue;

      task = link->data;
      g_queue_delete_link (&self->waiting[i], link);
      g_task_return_error_if_cancelled (task);
    }
  }
}

static GTask *
pop_first (TrancheRateLimiter *self)
{
  for (int i = N_PRIORITIES - 1; i >= 0; i--)
    if (!g_queue_is_empty (&self->waiting[i]))
      return g_queue_pop_head (&self->waiting[i]);

  return NULL;
}

static void
arm (TrancheRateLimiter *self)
{
  gboolean waits = FALSE;

  for (int i = 0; i < N_PRIORITIES; i++)
    waits = waits || !g_queue_is_empty (&self->waiting[i]);

  g_source_set_ready_time (self->timer, waits ? MAX (self->next, self->paused_until) : -1);
}

static gboolean
timer_cb (gpointer user_data)
{
  g_autoptr (TrancheRateLimiter) self = g_object_ref (TRANCHE_RATE_LIMITER (user_data));
  gint64 now = g_get_monotonic_time ();

  remove_cancelled (self);
  if (now >= MAX (self->next, self->paused_until)) {
    g_autoptr (GTask) task = pop_first (self);

    if (task) {
      self->next = MAX (self->next, now - SLACK) + self->interval;
      g_task_return_boolean (task, TRUE);
    }
  }
  arm (self);

  return G_SOURCE_CONTINUE;
}

static gboolean
timer_dispatch (GSource     *source,
                GSourceFunc  callback,
                gpointer     user_data)
{
  return callback (user_data);
}

static GSourceFuncs timer_funcs = {
  .dispatch = timer_dispatch,
};

static void
tranche_rate_limiter_dispose (GObject *object)
{
  TrancheRateLimiter *self = TRANCHE_RATE_LIMITER (object);

  if (self->timer)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);

  G_OBJECT_CLASS (tranche_rate_limiter_parent_class)->dispose (object);
}

static void
tranche_rate_limiter_class_init (TrancheRateLimiterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tranche_rate_limiter_dispose;
}

static void
tranche_rate_limiter_init (TrancheRateLimiter *self)
{
  self->timer = g_source_new (&timer_funcs, sizeof (GSource));
  g_source_set_static_name (self->timer, "[tranche] rate limiter");
  g_source_set_callback (self->timer, timer_cb, self, NULL);
  g_source_attach (self->timer, g_main_context_get_thread_default ());
}

TrancheRateLimiter *
tranche_rate_limiter_new (guint rate)
{
  TrancheRateLimiter *self = g_object_new (TRANCHE_TYPE_RATE_LIMITER, NULL);

  tranche_rate_limiter_set_rate (self, rate);

  return self;
}

void
tranche_rate_limiter_set_rate (TrancheRateLimiter *self,
                               guint               rate)
{
  g_return_if_fail (TRANCHE_IS_RATE_LIMITER (self));

  self->interval = WINDOW / MAX (rate, 1);
}

/* May run while somebody holds the cancellable's lock: the rest is left to the
 * timer. */
static void
cancelled_cb (GCancellable *cancellable,
              GSource      *timer)
{
  g_source_set_ready_time (timer, 0);
}

void
tranche_rate_limiter_acquire_async (TrancheRateLimiter  *self,
                                    TranchePriority      priority,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  gint64 left;
  Waiter *waiter;

  g_return_if_fail (TRANCHE_IS_RATE_LIMITER (self));
  g_return_if_fail (priority < N_PRIORITIES);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tranche_rate_limiter_acquire_async);

  if (g_task_return_error_if_cancelled (task))
    return;
  left = self->paused_until - g_get_monotonic_time ();
  if (left > PATIENCE) {
    g_task_return_error (task, pause_error (left));
    return;
  }

  waiter = g_new0 (Waiter, 1);
  waiter->timer = self->timer;
  g_task_set_task_data (task, waiter, (GDestroyNotify) waiter_free);
  if (cancellable) {
    waiter->cancellable = g_object_ref (cancellable);
    waiter->cancelled_id = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb),
                                                  waiter->timer, NULL);
  }

  g_queue_push_tail (&self->waiting[priority], g_steal_pointer (&task));
  arm (self);
}

gboolean
tranche_rate_limiter_acquire_finish (TrancheRateLimiter  *self,
                                     GAsyncResult        *result,
                                     GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
tranche_rate_limiter_pause (TrancheRateLimiter *self,
                            guint               seconds)
{
  gint64 now = g_get_monotonic_time ();
  gint64 left;

  g_return_if_fail (TRANCHE_IS_RATE_LIMITER (self));

  self->paused_until = MAX (self->paused_until,
                            now + MIN (seconds * G_TIME_SPAN_SECOND, MAX_PAUSE));

  left = self->paused_until - now;
  if (left > PATIENCE) {
    GTask *waiting;

    while ((waiting = pop_first (self))) {
      g_task_return_error (waiting, pause_error (left));
      g_object_unref (waiting);
    }
  }
  arm (self);
}
