/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/order.h"

G_BEGIN_DECLS

typedef struct _TrancheWatchHeap TrancheWatchHeap;

/**
 * TrancheWatch:
 * @id: of the order
 * @order: as it was last seen; of a committed one the outline alone
 * @due: when it is to be asked for; monotonic, µs
 * @asked_at: when it was last asked for; monotonic, µs
 * @n_failures: questions that failed in a row
 * @visible: somebody is looking at it
 * @asking: a question is under way
 * @refreshing: it belongs to the refresh of everything
 * @dropped: not watched any more; kept by the question that is under way
 *
 * An order that live status watches. Reference counted.
 */
typedef struct {
  gint64 id;
  TrancheOrder *order;
  gint64 due;
  gint64 asked_at;
  guint n_failures;
  gboolean visible;
  gboolean asking;
  gboolean refreshing;
  gboolean dropped;

  /*< private >*/
  TrancheWatchHeap *heap; /* unowned: that it stands in */
  guint position;
} TrancheWatch;

TrancheWatch     *tranche_watch_new         (TrancheOrder     *order);
void              tranche_watch_set_order   (TrancheWatch     *self,
                                             TrancheOrder     *order);
TrancheWatch     *tranche_watch_ref         (TrancheWatch     *self);
void              tranche_watch_unref       (TrancheWatch     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheWatch, tranche_watch_unref)

/**
 * TrancheWatchHeap:
 *
 * A priority queue of watches, each of which stands in one heap at most.
 */
/* Whether @a comes out before @b. */
typedef gboolean (* TrancheWatchBefore) (const TrancheWatch *a,
                                         const TrancheWatch *b);

TrancheWatchHeap *tranche_watch_heap_new    (TrancheWatchBefore before);
void              tranche_watch_heap_free   (TrancheWatchHeap *self);
/* Takes a reference. */
void              tranche_watch_heap_insert (TrancheWatchHeap *self,
                                             TrancheWatch     *watch);
/* (nullable) (transfer none): the first one. */
TrancheWatch     *tranche_watch_heap_peek   (TrancheWatchHeap *self);
guint             tranche_watch_heap_size   (TrancheWatchHeap *self);
/* Takes it out of the heap that it stands in, if any. */
void              tranche_watch_leave       (TrancheWatch     *watch);

gboolean          tranche_watch_is_due_before    (const TrancheWatch *a,
                                                  const TrancheWatch *b);
/* Those on screen first, then those whose customer or manager is acting. */
gboolean          tranche_watch_is_urgent_before (const TrancheWatch *a,
                                                  const TrancheWatch *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheWatchHeap, tranche_watch_heap_free)

G_END_DECLS
