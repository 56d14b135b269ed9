/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/watch.h"

struct _TrancheWatchHeap {
  GPtrArray *watches; /* a binary heap; owns a reference of each */
  TrancheWatchBefore before;
};

static void
watch_clear (gpointer data)
{
  TrancheWatch *self = data;

  g_clear_object (&self->order);
}

TrancheWatch *
tranche_watch_new (TrancheOrder *order)
{
  TrancheWatch *self = g_rc_box_new0 (TrancheWatch);

  self->id = tranche_order_get_id (order);
  self->order = g_object_ref (order);

  return self;
}

/* Of the committed there are very many, and days go by between two questions. */
void
tranche_watch_set_order (TrancheWatch *self,
                         TrancheOrder *order)
{
  g_autoptr (TrancheOrder) kept = NULL;

  if (tranche_order_get_stage (order) == TRANCHE_STAGE_COMMITTED)
    kept = tranche_order_copy_outline (order);
  else
    kept = g_object_ref (order);

  g_set_object (&self->order, kept);
}

TrancheWatch *
tranche_watch_ref (TrancheWatch *self)
{
  return g_rc_box_acquire (self);
}

void
tranche_watch_unref (TrancheWatch *self)
{
  g_rc_box_release_full (self, watch_clear);
}

TrancheWatchHeap *
tranche_watch_heap_new (TrancheWatchBefore before)
{
  TrancheWatchHeap *self = g_new0 (TrancheWatchHeap, 1);

  self->watches = g_ptr_array_new ();
  self->before = before;

  return self;
}

void
tranche_watch_heap_free (TrancheWatchHeap *self)
{
  for (guint i = 0; i < self->watches->len; i++) {
    TrancheWatch *watch = g_ptr_array_index (self->watches, i);

    watch->heap = NULL;
    tranche_watch_unref (watch);
  }

  g_ptr_array_unref (self->watches);
  g_free (self);
}

static void
put (TrancheWatchHeap *self,
     guint             position,
     TrancheWatch     *watch)
{
  g_ptr_array_index (self->watches, position) = watch;
  watch->position = position;
}

static void
sift_up (TrancheWatchHeap *self,
         TrancheWatch     *watch)
{
  guint position = watch->position;

  while (position > 0) {
    guint parent = (position - 1) / 2;
    TrancheWatch *above = g_ptr_array_index (self->watches, parent);

    if (!self->before (watch, above))
      break;

    put (self, position, above);
    position = parent;
  }

  put (self, position, watch);
}

static void
sift_down (TrancheWatchHeap *self,
           TrancheWatch     *watch)
{
  guint position = watch->position;
  guint size = self->watches->len;

  while (2 * position + 1 < size) {
    guint child = 2 * position + 1;
    TrancheWatch *below = NULL;

    if (child + 1 < size &&
        self->before (g_ptr_array_index (self->watches, child + 1),
                      g_ptr_array_index (self->watches, child)))
      child++;

    below = g_ptr_array_index (self->watches, child);
    if (!self->before (below, watch))
      break;

    put (self, position, below);
    position = child;
  }

  put (self, position, watch);
}

void
tranche_watch_heap_insert (TrancheWatchHeap *self,
                           TrancheWatch     *watch)
{
  g_return_if_fail (watch->heap == NULL);

  g_ptr_array_add (self->watches, tranche_watch_ref (watch));
  watch->heap = self;
  watch->position = self->watches->len - 1;
  sift_up (self, watch);
}

TrancheWatch *
tranche_watch_heap_peek (TrancheWatchHeap *self)
{
  return self->watches->len > 0 ? g_ptr_array_index (self->watches, 0) : NULL;
}

guint
tranche_watch_heap_size (TrancheWatchHeap *self)
{
  return self->watches->len;
}

void
tranche_watch_leave (TrancheWatch *watch)
{
  TrancheWatchHeap *heap = watch->heap;
  guint last;

  if (heap == NULL)
    return;

  last = heap->watches->len - 1;
  if (watch->position != last) {
    TrancheWatch *moved = g_ptr_array_index (heap->watches, last);

    g_ptr_array_set_size (heap->watches, (int) last);
    put (heap, watch->position, moved);
    sift_up (heap, moved);
    sift_down (heap, moved);
  } else {
    g_ptr_array_set_size (heap->watches, (int) last);
  }

  watch->heap = NULL;
  tranche_watch_unref (watch);
}

gboolean
tranche_watch_is_due_before (const TrancheWatch *a,
                             const TrancheWatch *b)
{
  return a->due < b->due;
}

static int
get_rank (const TrancheWatch *watch)
{
  if (watch->visible)
    return 0;

  switch (tranche_order_get_stage (watch->order)) {
  case TRANCHE_STAGE_SENDING:
  case TRANCHE_STAGE_WAITING:
  case TRANCHE_STAGE_APPROVED:
  case TRANCHE_STAGE_COOLING:
  case TRANCHE_STAGE_READY:
    return 1;
  case TRANCHE_STAGE_DRAFT:
  case TRANCHE_STAGE_COMMITTED:
  case TRANCHE_STAGE_CLOSED:
  case TRANCHE_STAGE_RETURNED:
  case TRANCHE_STAGE_CANCELED:
  case TRANCHE_STAGE_REJECTED:
  case TRANCHE_STAGE_UNKNOWN:
  default:
    return 2;
  }
}

gboolean
tranche_watch_is_urgent_before (const TrancheWatch *a,
                                const TrancheWatch *b)
{
  int rank_a = get_rank (a);
  int rank_b = get_rank (b);

  if (rank_a != rank_b)
    return rank_a < rank_b;

  return a->due < b->due;
}
