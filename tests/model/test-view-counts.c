/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "model/view-counts.h"

static void
count_cb (guint *count)
{
  ++*count;
}

static void
apply (Fixture      *fixture,
       TrancheOrder *order,
       TrancheStage  stage)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TrancheOrder) answer = tranche_order_new ();
  g_autoptr (TrancheOrder) after = NULL;
  g_autoptr (GError) error = NULL;

  tranche_order_set_stage (answer, stage);
  tranche_order_book_apply_async (fixture->book, tranche_order_get_id (order), answer,
                                  TRANCHE_ORIGIN_POLL, NULL, store_result_cb, &result);
  wait_for_result (&result);
  after = tranche_order_book_apply_finish (fixture->book, result, &error);
  g_assert_no_error (error);
}

static void
test_counts (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TrancheOrder) waiting = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_WAITING);
  g_autoptr (TrancheOrder) other = fixture_add_order (fixture, "A-2", TRANCHE_STAGE_WAITING);
  g_autoptr (TrancheOrder) draft = NULL;
  g_autoptr (GAsyncResult) removed = NULL;
  TrancheViewCounts *counts = tranche_view_counts_new (fixture->book);
  TrancheViewCounts *alive = counts;
  guint n_changes = 0;

  g_signal_connect_swapped (counts, "changed", G_CALLBACK (count_cb), &n_changes);
  WAIT_UNTIL (tranche_view_counts_get (counts, TRANCHE_VIEW_ALL) == 2);
  g_assert_cmpuint (tranche_view_counts_get (counts, TRANCHE_VIEW_WAITING), ==, 2);
  g_assert_cmpuint (tranche_view_counts_get (counts, TRANCHE_VIEW_FAILED), ==, 0);
  g_assert_cmpuint (n_changes, ==, 1);

  apply (fixture, waiting, TRANCHE_STAGE_REJECTED);
  WAIT_UNTIL (tranche_view_counts_get (counts, TRANCHE_VIEW_FAILED) == 1);
  g_assert_cmpuint (tranche_view_counts_get (counts, TRANCHE_VIEW_WAITING), ==, 1);
  g_assert_cmpuint (n_changes, ==, 2);

  draft = fixture_add_order (fixture, "A-3", TRANCHE_STAGE_DRAFT);
  WAIT_UNTIL (tranche_view_counts_get (counts, TRANCHE_VIEW_ALL) == 3);
  tranche_order_book_remove_async (fixture->book, tranche_order_get_id (draft), NULL,
                                   store_result_cb, &removed);
  wait_for_result (&removed);
  g_assert_true (tranche_order_book_remove_finish (fixture->book, removed, NULL));
  WAIT_UNTIL (tranche_view_counts_get (counts, TRANCHE_VIEW_ALL) == 2);

  g_object_add_weak_pointer (G_OBJECT (alive), (gpointer *) &alive);
  g_object_unref (counts);
  WAIT_UNTIL (alive == NULL);
}

/* Whoever waits for the first counts must not wait for ever for an empty book. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TrancheViewCounts) counts = tranche_view_counts_new (fixture->book);
  guint n_changes = 0;

  g_signal_connect_swapped (counts, "changed", G_CALLBACK (count_cb), &n_changes);
  WAIT_UNTIL (n_changes == 1);
  g_assert_cmpuint (tranche_view_counts_get (counts, TRANCHE_VIEW_ALL), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/view-counts/counts", Fixture, NULL, fixture_set_up, test_counts, fixture_tear_down);

  g_test_add ("/view-counts/empty", Fixture, NULL, fixture_set_up, test_empty, fixture_tear_down);

  return g_test_run ();
}
