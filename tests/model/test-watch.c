/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/watch.h"

static TrancheWatch *
new_watch (gint64       id,
           gint64       due,
           TrancheStage stage)
{
  g_autoptr (TrancheOrder) order = tranche_order_new ();
  TrancheWatch *watch = NULL;

  tranche_order_set_id (order, id);
  tranche_order_set_stage (order, stage);
  watch = tranche_watch_new (order);
  watch->due = due;

  return watch;
}

/* Against a heap of a thousand that changes at random, the first must always be
 * the one that a look at all of them finds. */
static void
test_random (void)
{
  g_autoptr (TrancheWatchHeap) heap = tranche_watch_heap_new (tranche_watch_is_due_before);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_watch_unref);

  for (guint i = 0; i < 1000; i++)
    g_ptr_array_add (all, new_watch (i, g_test_rand_int (), TRANCHE_STAGE_WAITING));

  for (guint round = 0; round < 5000; round++) {
    TrancheWatch *watch = g_ptr_array_index (all, g_test_rand_int_range (0, 1000));
    TrancheWatch *first = tranche_watch_heap_peek (heap);
    guint size = 0;

    tranche_watch_leave (watch);
    watch->due = g_test_rand_int ();
    if (g_test_rand_int_range (0, 3) > 0)
      tranche_watch_heap_insert (heap, watch);

    first = tranche_watch_heap_peek (heap);
    for (guint i = 0; i < all->len; i++) {
      TrancheWatch *other = g_ptr_array_index (all, i);

      if (other->heap == heap) {
        size++;
        g_assert_cmpint (first->due, <=, other->due);
      }
    }
    g_assert_cmpuint (tranche_watch_heap_size (heap), ==, size);
    g_assert_true ((first == NULL) == (size == 0));
  }
}

static void
test_urgency (void)
{
  g_autoptr (TrancheWatch) visible = new_watch (1, 300, TRANCHE_STAGE_COMMITTED);
  g_autoptr (TrancheWatch) acting = new_watch (2, 200, TRANCHE_STAGE_WAITING);
  g_autoptr (TrancheWatch) acting_later = new_watch (3, 250, TRANCHE_STAGE_READY);
  g_autoptr (TrancheWatch) waiting_for_money = new_watch (4, 100, TRANCHE_STAGE_COMMITTED);

  visible->visible = TRUE;
  g_assert_true (tranche_watch_is_urgent_before (visible, acting));
  g_assert_true (tranche_watch_is_urgent_before (acting, acting_later));
  g_assert_true (tranche_watch_is_urgent_before (acting_later, waiting_for_money));
  g_assert_false (tranche_watch_is_urgent_before (waiting_for_money, visible));
}

/* A heap lets go of its watches, and a watch leaves a heap that is none. */
static void
test_references (void)
{
  TrancheWatch *watch = new_watch (1, 1, TRANCHE_STAGE_WAITING);
  TrancheWatchHeap *heap = tranche_watch_heap_new (tranche_watch_is_due_before);
  TrancheOrder *order = watch->order;

  g_object_add_weak_pointer (G_OBJECT (order), (gpointer *) &order);
  tranche_watch_heap_insert (heap, watch);
  tranche_watch_heap_free (heap);
  tranche_watch_leave (watch);
  g_assert_nonnull (order);
  tranche_watch_unref (watch);
  g_assert_null (order);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/watch/random", test_random);
  g_test_add_func ("/watch/urgency", test_urgency);
  g_test_add_func ("/watch/references", test_references);

  return g_test_run ();
}
