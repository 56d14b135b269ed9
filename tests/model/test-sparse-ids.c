/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sparse-ids.h"

static void
test_empty (void)
{
  g_autoptr (TrancheSparseIds) set = tranche_sparse_ids_new ();

  g_assert_cmpuint (tranche_sparse_ids_get_size (set), ==, 0);
  g_assert_cmpint (tranche_sparse_ids_get_any (set), ==, 0);
  g_assert_false (tranche_sparse_ids_contains (set, 1));
  g_assert_false (tranche_sparse_ids_remove (set, 1));
}

static void
test_one (void)
{
  static const gint64 ids[] = { 1, 63, 64, 4095, 4096, 4097, 1000000, G_MAXINT64 };
  g_autoptr (TrancheSparseIds) set = tranche_sparse_ids_new ();

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    g_assert_true (tranche_sparse_ids_add (set, ids[i]));
    g_assert_false (tranche_sparse_ids_add (set, ids[i]));
    g_assert_cmpint (tranche_sparse_ids_get_any (set), ==, ids[i]);
    g_assert_false (tranche_sparse_ids_contains (set, ids[i] - 1));
    g_assert_true (tranche_sparse_ids_remove (set, ids[i]));
    g_assert_false (tranche_sparse_ids_remove (set, ids[i]));
  }
}

/* The same as a table of them, whatever is done to both. */
static void
test_random (void)
{
  g_autoptr (TrancheSparseIds) set = tranche_sparse_ids_new ();
  g_autoptr (GHashTable) table = g_hash_table_new (NULL, NULL);

  for (guint step = 0; step < 20000; step++) {
    gint64 id = g_test_rand_int_range (1, 10000);

    if (g_test_rand_bit ())
      g_assert_cmpint (tranche_sparse_ids_add (set, id), ==,
                       g_hash_table_add (table, GSIZE_TO_POINTER (id)));
    else
      g_assert_cmpint (tranche_sparse_ids_remove (set, id), ==,
                       g_hash_table_remove (table, GSIZE_TO_POINTER (id)));
  }

  g_assert_cmpuint (tranche_sparse_ids_get_size (set), ==, g_hash_table_size (table));
  for (gint64 id = 1; id < 10000; id++)
    g_assert_cmpint (tranche_sparse_ids_contains (set, id), ==,
                     g_hash_table_contains (table, GSIZE_TO_POINTER (id)));

  tranche_sparse_ids_clear (set);
  g_assert_cmpuint (tranche_sparse_ids_get_size (set), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/sparse-ids/empty", test_empty);
  g_test_add_func ("/model/sparse-ids/one", test_one);
  g_test_add_func ("/model/sparse-ids/random", test_random);

  return g_test_run ();
}
