/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/row-set.h"

static void
test_plain (void)
{
  g_autoptr (TrancheRowSet) set = tranche_row_set_new ();
  g_autofree char *none = tranche_row_set_to_json (set);
  g_autofree char *some = NULL;

  g_assert_cmpstr (none, ==, "[]");
  g_assert_false (tranche_row_set_contains (set, 1));
  g_assert_cmpint (tranche_row_set_get_first (set), ==, 0);
  g_assert_cmpint (tranche_row_set_get_last (set), ==, 0);
  tranche_row_set_add (set, 64);
  g_assert_cmpint (tranche_row_set_get_first (set), ==, 64);
  g_assert_cmpint (tranche_row_set_get_last (set), ==, 64);
  tranche_row_set_add (set, 1);
  tranche_row_set_add (set, 1);
  tranche_row_set_add (set, 1000000);
  g_assert_cmpuint (tranche_row_set_get_n (set), ==, 3);
  g_assert_cmpint (tranche_row_set_get_first (set), ==, 1);
  g_assert_cmpint (tranche_row_set_get_last (set), ==, 1000000);
  g_assert_true (tranche_row_set_contains (set, 64));
  g_assert_false (tranche_row_set_contains (set, 63));
  g_assert_false (tranche_row_set_contains (set, 100000000));
  some = tranche_row_set_to_json (set);
  g_assert_cmpstr (some, ==, "[1,64,1000000]");
}

static void
test_random (void)
{
  for (guint round = 0; round < 50; round++) {
    g_autoptr (TrancheRowSet) a = tranche_row_set_new ();
    g_autoptr (TrancheRowSet) b = tranche_row_set_new ();
    g_autoptr (GHashTable) in_a = g_hash_table_new (NULL, NULL);
    g_autoptr (GHashTable) in_b = g_hash_table_new (NULL, NULL);
    int most = g_test_rand_int_range (2, 3000);
    guint n = 0;

    for (int i = 0; i < most / 2; i++) {
      int id = g_test_rand_int_range (1, most);
      int other = g_test_rand_int_range (1, most);

      tranche_row_set_add (a, id);
      g_hash_table_add (in_a, GINT_TO_POINTER (id));
      tranche_row_set_add (b, other);
      g_hash_table_add (in_b, GINT_TO_POINTER (other));
    }
    g_assert_cmpuint (tranche_row_set_get_n (a), ==, g_hash_table_size (in_a));

    tranche_row_set_intersect (a, b);
    for (int id = 1; id < most; id++) {
      gboolean both = g_hash_table_contains (in_a, GINT_TO_POINTER (id)) &&
                      g_hash_table_contains (in_b, GINT_TO_POINTER (id));

      g_assert_cmpint (tranche_row_set_contains (a, id), ==, both);
      n += both;
    }
    g_assert_cmpuint (tranche_row_set_get_n (a), ==, n);
  }
}

static void
test_in_sql (void)
{
  g_autoptr (TrancheRowSet) set = tranche_row_set_new ();
  g_autoptr (TrancheSql) sql = tranche_sql_open (":memory:", SQLITE_OPEN_READWRITE, NULL);
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row;

  tranche_row_set_teach (tranche_sql_get_handle (sql));
  tranche_row_set_add (set, 7);
  tranche_row_set_add (set, 12);
  statement = tranche_sql_compile (sql, "SELECT tranche_in_set (:set, 7), tranche_in_set (:set, 8),"
                                        " tranche_in_set (NULL, 7), :first, :last", NULL);
  g_assert_nonnull (statement);
  tranche_row_set_bind (set, statement);
  g_assert_true (tranche_sql_step (sql, statement, &row, NULL));
  g_assert_true (row);
  g_assert_cmpint (sqlite3_column_int (statement, 0), ==, 1);
  g_assert_cmpint (sqlite3_column_int (statement, 1), ==, 0);
  g_assert_cmpint (sqlite3_column_int (statement, 2), ==, 0);
  g_assert_cmpint (sqlite3_column_int (statement, 3), ==, 7);
  g_assert_cmpint (sqlite3_column_int (statement, 4), ==, 12);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/row-set/plain", test_plain);
  g_test_add_func ("/row-set/random", test_random);
  g_test_add_func ("/row-set/in-sql", test_in_sql);

  return g_test_run ();
}
