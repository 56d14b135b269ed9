/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/teller.h"

/* Microseconds: what is told at a time, and after which time it is told in any case. */
#define SLICE 4000
#define PATIENCE 15000

struct _TrancheTeller {
  TrancheTellFunc func;
  GQueue waiting;
  GMutex mutex;     /* of the queue and the times when the sources are ready */
  GSource *idle;
  GSource *urgent;
  gboolean freed;   /* ends when nothing waits any more */
  gint references;  /* the owner's and that of each source */
};

typedef struct {
  GSource source;
  TrancheTeller *teller;
} TellSource;

static void
teller_unref (TrancheTeller *self)
{
  if (!g_atomic_int_dec_and_test (&self->references))
    return;

  g_mutex_clear (&self->mutex);
  g_free (self);
}

/* Both are ready while something waits, the one at once and the other later. */
static void
set_ready (TrancheTeller *self)
{
  gboolean waits = !g_queue_is_empty (&self->waiting);
  gint64 now = g_get_monotonic_time ();

  g_source_set_ready_time (self->idle, waits ? 0 : -1);
  g_source_set_ready_time (self->urgent, waits ? now + PATIENCE : -1);
}

/* The last of them to go takes @self along. */
static void
end (TrancheTeller *self)
{
  g_autoptr (GSource) idle = g_steal_pointer (&self->idle);
  g_autoptr (GSource) urgent = g_steal_pointer (&self->urgent);

  g_source_destroy (idle);
  g_source_destroy (urgent);
}

/* Only what waits now: what is answered by it is told another time. */
static gboolean
dispatch (GSource     *source,
          GSourceFunc  callback,
          gpointer     user_data)
{
  TrancheTeller *self = ((TellSource *) source)->teller;
  gint64 slice_end = g_get_monotonic_time () + SLICE;
  gboolean is_end;
  guint n;

  g_mutex_lock (&self->mutex);
  n = self->waiting.length;
  while (n-- > 0 && !g_queue_is_empty (&self->waiting) && g_get_monotonic_time () < slice_end) {
    gpointer data = g_queue_pop_head (&self->waiting);

    g_mutex_unlock (&self->mutex);
    self->func (data);
    g_mutex_lock (&self->mutex);
  }
  set_ready (self);
  is_end = self->freed && g_queue_is_empty (&self->waiting);
  g_mutex_unlock (&self->mutex);

  if (is_end)
    end (self);
  return G_SOURCE_CONTINUE;
}

static void
finalize (GSource *source)
{
  teller_unref (((TellSource *) source)->teller);
}

static GSourceFuncs source_funcs = {
  .dispatch = dispatch,
  .finalize = finalize,
};

static GSource *
attach (TrancheTeller *self,
        GMainContext  *context,
        int            priority)
{
  GSource *source = g_source_new (&source_funcs, sizeof (TellSource));

  ((TellSource *) source)->teller = self;
  g_source_set_static_name (source, "TrancheTeller");
  g_source_set_priority (source, priority);
  g_source_attach (source, context);

  return source;
}

TrancheTeller *
tranche_teller_new (GMainContext    *context,
                    TrancheTellFunc  func)
{
  TrancheTeller *self = g_new0 (TrancheTeller, 1);

  self->func = func;
  self->references = 3;
  g_mutex_init (&self->mutex);
  g_queue_init (&self->waiting);
  self->idle = attach (self, context, G_PRIORITY_DEFAULT_IDLE);
  self->urgent = attach (self, context, G_PRIORITY_DEFAULT);

  return self;
}

void
tranche_teller_push (TrancheTeller *self,
                     gpointer       data)
{
  gboolean is_first;

  g_mutex_lock (&self->mutex);
  is_first = g_queue_is_empty (&self->waiting);
  g_queue_push_tail (&self->waiting, data);
  if (is_first)
    set_ready (self);
  g_mutex_unlock (&self->mutex);
}

void
tranche_teller_free (TrancheTeller *self)
{
  gboolean is_end;

  g_mutex_lock (&self->mutex);
  self->freed = TRUE;
  is_end = g_queue_is_empty (&self->waiting);
  g_mutex_unlock (&self->mutex);

  if (is_end)
    end (self);
  teller_unref (self);
}
