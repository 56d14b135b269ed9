/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/row-cache.h"

static void
test_identity (void)
{
  g_autoptr (TrancheRowCache) cache = tranche_row_cache_new (10);
  g_autoptr (TrancheOrderRow) row = tranche_row_cache_obtain (cache, 7);
  g_autoptr (TrancheOrderRow) same = tranche_row_cache_obtain (cache, 7);

  g_assert_true (row == same);
  g_assert_cmpint (tranche_order_row_get_id (row), ==, 7);
  g_assert_true (tranche_row_cache_peek (cache, 7) == row);
  g_assert_null (tranche_row_cache_peek (cache, 8));
}

/* As many as promised are kept, and who is held is never lost. */
static void
test_bound (void)
{
  g_autoptr (TrancheRowCache) cache = tranche_row_cache_new (10);
  g_autoptr (TrancheOrderRow) held = tranche_row_cache_obtain (cache, 1);
  g_autoptr (TrancheOrderRow) used_again = NULL;
  guint n_alive = 0;

  for (gint64 id = 2; id <= 11; id++)
    g_object_unref (tranche_row_cache_obtain (cache, id));
  used_again = tranche_row_cache_obtain (cache, 2);
  g_clear_object (&used_again);
  for (gint64 id = 12; id <= 20; id++)
    g_object_unref (tranche_row_cache_obtain (cache, id));

  for (gint64 id = 2; id <= 20; id++)
    n_alive += tranche_row_cache_peek (cache, id) != NULL;
  g_assert_cmpuint (n_alive, ==, 10);
  g_assert_nonnull (tranche_row_cache_peek (cache, 2));
  g_assert_null (tranche_row_cache_peek (cache, 3));
  g_assert_true (tranche_row_cache_peek (cache, 1) == held);

  /* When its holder lets go, it goes. */
  g_clear_object (&held);
  g_assert_null (tranche_row_cache_peek (cache, 1));
}

/* A row may outlive the cache. */
static void
test_survivor (void)
{
  TrancheRowCache *cache = tranche_row_cache_new (10);
  g_autoptr (TrancheOrderRow) row = tranche_row_cache_obtain (cache, 1);

  g_assert_finalize_object (cache);
  g_assert_cmpint (tranche_order_row_get_id (row), ==, 1);
}

static void
count_cb (guint *count)
{
  ++*count;
}

static void
test_row_notifies (void)
{
  g_autoptr (TrancheOrderRow) row = tranche_order_row_new (3);
  g_autoptr (TrancheOrder) order = tranche_order_new ();
  guint n_orders = 0;
  guint n_operations = 0;

  g_signal_connect_swapped (row, "notify::order", G_CALLBACK (count_cb), &n_orders);
  g_signal_connect_swapped (row, "notify::operation", G_CALLBACK (count_cb), &n_operations);
  tranche_order_row_set_order (row, order);
  tranche_order_row_set_order (row, order);
  tranche_order_row_set_operation (row, TRANCHE_OPERATION_COMMIT);
  tranche_order_row_set_operation (row, TRANCHE_OPERATION_COMMIT);
  g_assert_cmpuint (n_orders, ==, 1);
  g_assert_cmpuint (n_operations, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/row-cache/identity", test_identity);
  g_test_add_func ("/row-cache/bound", test_bound);
  g_test_add_func ("/row-cache/survivor", test_survivor);
  g_test_add_func ("/row-cache/row-notifies", test_row_notifies);

  return g_test_run ();
}
