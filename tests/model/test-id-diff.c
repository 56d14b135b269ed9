/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/id-diff.h"

static GArray *
new_ids (guint n)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n; i++) {
    gint64 id = i + 1;

    g_array_append_val (ids, id);
  }

  return ids;
}

static gint64
get (GArray *ids,
     guint   position)
{
  return g_array_index (ids, gint64, position);
}

static void
move (GArray *ids,
      guint   from,
      guint   to)
{
  gint64 id = get (ids, from);

  g_array_remove_index (ids, from);
  g_array_insert_val (ids, to, id);
}

/* The steps must lead from one list to the other, whatever they are. */
static void
assert_leads_to (GArray *before,
                 GArray *after,
                 GArray *changes)
{
  g_autoptr (GArray) ids = g_array_copy (before);

  for (guint i = 0; i < changes->len; i++) {
    TrancheIdChange *change = &g_array_index (changes, TrancheIdChange, i);

    g_assert_cmpuint (change->position + change->n_removed, <=, ids->len);
    if (change->n_removed > 0)
      g_array_remove_range (ids, change->position, change->n_removed);
    if (change->n_added > 0)
      g_array_insert_vals (ids, change->position, &g_array_index (after, gint64, change->source),
                           change->n_added);
  }

  g_assert_cmpmem (ids->data, ids->len * sizeof (gint64), after->data, after->len * sizeof (gint64));
}

static guint
count_touched (GArray *changes)
{
  guint touched = 0;

  for (guint i = 0; i < changes->len; i++)
    touched += g_array_index (changes, TrancheIdChange, i).n_removed +
               g_array_index (changes, TrancheIdChange, i).n_added;

  return touched;
}

static void
test_same (void)
{
  g_autoptr (GArray) ids = new_ids (1000);
  g_autoptr (GArray) changes = tranche_id_diff (ids, ids);
  g_autoptr (GArray) range = tranche_id_diff_range (ids, ids);

  g_assert_cmpuint (changes->len, ==, 0);
  g_assert_cmpuint (range->len, ==, 0);
}

static void
test_range (void)
{
  g_autoptr (GArray) before = new_ids (10);
  g_autoptr (GArray) after = new_ids (10);
  g_autoptr (GArray) changes = NULL;
  TrancheIdChange *change = NULL;

  g_array_remove_range (after, 3, 2);
  changes = tranche_id_diff_range (before, after);
  g_assert_cmpuint (changes->len, ==, 1);
  change = &g_array_index (changes, TrancheIdChange, 0);
  g_assert_cmpuint (change->position, ==, 3);
  g_assert_cmpuint (change->n_removed, ==, 2);
  g_assert_cmpuint (change->n_added, ==, 0);
  assert_leads_to (before, after, changes);
}

/* One row that moves far in a long list is two small steps. */
static void
test_long_move (void)
{
  static const guint sizes[] = { 1000, 50000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autoptr (GArray) before = new_ids (sizes[i]);
    g_autoptr (GArray) after = new_ids (sizes[i]);
    g_autoptr (GArray) changes = NULL;

    move (after, 0, sizes[i] - 1);
    changes = tranche_id_diff (before, after);
    g_assert_cmpuint (changes->len, ==, 2);
    g_assert_cmpuint (count_touched (changes), ==, 2);
    assert_leads_to (before, after, changes);
  }
}

/* Rows that come and go in many places of a long list. */
static void
test_scattered (void)
{
  g_autoptr (GArray) before = new_ids (60000);
  g_autoptr (GArray) after = new_ids (60000);
  g_autoptr (GArray) changes = NULL;

  for (guint i = 0; i < 500; i++)
    move (after, (guint) g_test_rand_int_range (0, 60000),
          (guint) g_test_rand_int_range (0, 60000));

  changes = tranche_id_diff (before, after);
  g_assert_cmpuint (count_touched (changes), <=, 2000);
  assert_leads_to (before, after, changes);
}

static void
change_randomly (GArray *ids,
                 gint64 *next_id)
{
  guint n_changes = (guint) g_test_rand_int_range (0, 12);

  for (guint i = 0; i < n_changes; i++) {
    guint position = ids->len > 0 ? (guint) g_test_rand_int_range (0, (gint32) ids->len) : 0;

    switch (g_test_rand_int_range (0, 3)) {
    case 0:
      g_array_insert_val (ids, position, *next_id);
      ++*next_id;
      break;
    case 1:
      if (ids->len > 0)
        g_array_remove_index (ids, position);
      break;
    default:
      if (ids->len > 0)
        move (ids, position, (guint) g_test_rand_int_range (0, (gint32) ids->len));
    }
  }
}

static void
test_random (void)
{
  for (guint round = 0; round < 400; round++) {
    guint size = (guint) g_test_rand_int_range (0, 1200);
    g_autoptr (GArray) before = new_ids (size);
    g_autoptr (GArray) after = new_ids (size);
    g_autoptr (GArray) changes = NULL;
    g_autoptr (GArray) range = NULL;
    gint64 next_id = size + 1;

    change_randomly (after, &next_id);
    changes = tranche_id_diff (before, after);
    assert_leads_to (before, after, changes);
    range = tranche_id_diff_range (before, after);
    g_assert_cmpuint (range->len, <=, 1);
    assert_leads_to (before, after, range);
    if (size > 600 && changes->len > 1)
      g_assert_cmpuint (count_touched (changes), <=, 24);
  }
}

/* All in another order: never more steps than a view can bear. */
static void
test_shuffled (void)
{
  g_autoptr (GArray) before = new_ids (5000);
  g_autoptr (GArray) after = new_ids (5000);
  g_autoptr (GArray) changes = NULL;

  for (guint i = after->len - 1; i > 0; i--) {
    guint j = (guint) g_test_rand_int_range (0, (gint32) i + 1);
    gint64 id = get (after, i);

    g_array_index (after, gint64, i) = get (after, j);
    g_array_index (after, gint64, j) = id;
  }

  changes = tranche_id_diff (before, after);
  g_assert_cmpuint (changes->len, <=, 256);
  assert_leads_to (before, after, changes);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/id-diff/same", test_same);
  g_test_add_func ("/id-diff/range", test_range);
  g_test_add_func ("/id-diff/long-move", test_long_move);
  g_test_add_func ("/id-diff/scattered", test_scattered);
  g_test_add_func ("/id-diff/random", test_random);
  g_test_add_func ("/id-diff/shuffled", test_shuffled);

  return g_test_run ();
}
