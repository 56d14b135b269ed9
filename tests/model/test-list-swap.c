/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/list-swap.h"

/* Orders whose day is their id divided by this. */
#define A_DAY 10

static TrancheOrderListing *
list_ids (GArray *ids)
{
  TrancheOrderListing *listing = tranche_order_listing_new (TRUE);

  g_array_append_vals (listing->ids, ids->data, ids->len);
  for (guint i = 0; i < ids->len; i++) {
    TrancheListDay day = { i, g_array_index (ids, gint64, i) / A_DAY };

    if (i == 0 || day.start != g_array_index (ids, gint64, i - 1) / A_DAY)
      g_array_append_val (listing->days, day);
  }

  return listing;
}

/* Sorted, of those up to @most. */
static TrancheOrderListing *
random_listing (guint most)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  int share = g_test_rand_int_range (0, 11);

  for (gint64 id = 0; id < most; id++) {
    if (g_test_rand_int_range (0, 10) < share)
      g_array_append_val (ids, id);
  }

  return list_ids (ids);
}

/* What the swap says it is, against plain ids that take the same steps. */
static void
assert_is (TrancheListSwap *swap,
           GArray          *ids)
{
  g_assert_cmpuint (tranche_list_swap_get_n (swap), ==, ids->len);
  for (guint i = 0; i < ids->len; i++) {
    gint64 id = g_array_index (ids, gint64, i);
    TrancheDayRange day;
    guint first = i;
    guint end = i + 1;

    g_assert_cmpint (tranche_list_swap_get_id (swap, i), ==, id);
    g_assert_cmpuint (tranche_list_swap_find (swap, id), ==, i);

    while (first > 0 && g_array_index (ids, gint64, first - 1) / A_DAY == id / A_DAY)
      first--;
    while (end < ids->len && g_array_index (ids, gint64, end) / A_DAY == id / A_DAY)
      end++;
    g_assert_true (tranche_list_swap_get_day (swap, i, &day));
    g_assert_cmpint (day.start, ==, id / A_DAY);
    g_assert_cmpuint (day.first, ==, first);
    g_assert_cmpuint (day.end, ==, end);
  }
}

static void
take (GArray                *ids,
      TrancheOrderListing   *listing,
      const TrancheIdChange *change)
{
  if (change->n_removed > 0)
    g_array_remove_range (ids, change->position, change->n_removed);
  if (change->n_added > 0)
    g_array_insert_vals (ids, change->position,
                         &g_array_index (listing->ids, gint64, change->source), change->n_added);
}

/* Whatever the listings are, and wherever the way between two of them is left. */
static void
test_random (void)
{
  g_autoptr (TrancheListSwap) swap = tranche_list_swap_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint round = 0; round < 200; round++) {
    g_autoptr (TrancheOrderListing) before = tranche_list_swap_settle (swap);
    g_autoptr (TrancheOrderListing) after = random_listing (300);
    g_autoptr (GArray) changes = tranche_id_diff (before->ids, after->ids);
    guint n_steps = (guint) g_test_rand_int_range (0, 40);
    TrancheIdChange change;
    gboolean more = TRUE;

    g_assert_cmpmem (before->ids->data, before->ids->len * sizeof (gint64),
                     ids->data, ids->len * sizeof (gint64));
    tranche_list_swap_begin (swap, after, changes);
    for (guint i = 0; i < n_steps && (more = tranche_list_swap_step (swap, &change)); i++) {
      take (ids, after, &change);
      assert_is (swap, ids);
    }
    if (!more)
      g_assert_cmpmem (after->ids->data, after->ids->len * sizeof (gint64),
                       ids->data, ids->len * sizeof (gint64));
  }
}

static void
test_without_days (void)
{
  g_autoptr (TrancheListSwap) swap = tranche_list_swap_new ();
  g_autoptr (TrancheOrderListing) before = tranche_list_swap_settle (swap);
  g_autoptr (TrancheOrderListing) after = tranche_order_listing_new (FALSE);
  g_autoptr (GArray) changes = NULL;
  TrancheDayRange day;
  TrancheIdChange change;
  gint64 id = 7;

  g_assert_false (tranche_list_swap_step (swap, &change));
  g_array_append_val (after->ids, id);
  changes = tranche_id_diff (before->ids, after->ids);
  tranche_list_swap_begin (swap, after, changes);
  g_assert_true (tranche_list_swap_step (swap, &change));
  g_assert_cmpuint (tranche_list_swap_get_n (swap), ==, 1);
  g_assert_false (tranche_list_swap_get_day (swap, 0, &day));
  g_assert_false (tranche_list_swap_get_day (swap, 1, &day));
  g_assert_cmpuint (tranche_list_swap_find (swap, 8), ==, G_MAXUINT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/list-swap/random", test_random);
  g_test_add_func ("/list-swap/without-days", test_without_days);

  return g_test_run ();
}
