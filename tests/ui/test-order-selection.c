/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"
#include "model/order-list.h"
#include "ui/order-selection.h"

#define N_ORDERS 6

typedef struct {
  Fixture fixture;
  TrancheOrder *orders[N_ORDERS];
  TrancheOrderList *list;
  TrancheOrderSelection *selection;
  guint n_changed;
  guint n_clicked;
} Rows;

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
ask (Rows           *rows,
     TrancheSortKey  key,
     gboolean        descending)
{
  g_autoptr (TrancheOrderQuery) query = tranche_order_query_new (TRANCHE_VIEW_ALL, NULL, NULL, key,
                                                                 descending);

  tranche_order_list_set_query (rows->list, query);
  WAIT_UNTIL (!tranche_order_list_get_loading (rows->list) &&
              tranche_order_list_get_complete (rows->list) &&
              g_list_model_get_n_items (G_LIST_MODEL (rows->list)) == N_ORDERS);
}

static void
set_up (Rows          *rows,
        gconstpointer  data)
{
  fixture_set_up (&rows->fixture, data);
  for (guint i = 0; i < N_ORDERS; i++) {
    g_autofree char *number = g_strdup_printf ("S-%u", i);

    rows->orders[i] = fixture_add_order (&rows->fixture, number,
                                         i == 1 ? TRANCHE_STAGE_DRAFT : TRANCHE_STAGE_READY);
  }

  rows->list = tranche_order_list_new (rows->fixture.book, rows->fixture.operations);
  rows->selection = tranche_order_selection_new (rows->list);
  g_signal_connect_swapped (rows->selection, "changed", G_CALLBACK (count_cb), &rows->n_changed);
  g_signal_connect_swapped (rows->selection, "clicked", G_CALLBACK (count_cb), &rows->n_clicked);
  ask (rows, TRANCHE_SORT_NUMBER, FALSE);
}

static void
tear_down (Rows          *rows,
           gconstpointer  data)
{
  g_assert_finalize_object (rows->selection);
  g_clear_object (&rows->list);
  for (guint i = 0; i < N_ORDERS; i++)
    g_clear_object (&rows->orders[i]);
  fixture_tear_down (&rows->fixture, data);
}

static gboolean
is_selected (Rows  *rows,
             guint  i)
{
  guint position = tranche_order_list_find (rows->list, tranche_order_get_id (rows->orders[i]));

  return gtk_selection_model_is_selected (GTK_SELECTION_MODEL (rows->selection), position);
}

static void
test_one (Rows          *rows,
          gconstpointer  data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (rows->selection);

  g_assert_cmpint (tranche_order_selection_get_id (rows->selection), ==, 0);
  gtk_selection_model_select_item (model, 2, TRUE);
  gtk_selection_model_select_item (model, 2, TRUE);
  g_assert_cmpuint (rows->n_changed, ==, 1);
  g_assert_cmpint (tranche_order_selection_get_id (rows->selection), ==,
                   tranche_order_get_id (rows->orders[2]));

  gtk_selection_model_select_item (model, 3, TRUE);
  g_assert_true (is_selected (rows, 3));
  g_assert_false (is_selected (rows, 2));
  g_assert_cmpuint (rows->n_clicked, ==, 0);

  tranche_order_selection_set_pointing (rows->selection, TRUE);
  gtk_selection_model_select_item (model, 3, TRUE);
  g_assert_cmpuint (rows->n_clicked, ==, 1);
}

static void
test_several (Rows          *rows,
              gconstpointer  data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (rows->selection);
  g_autoptr (GtkBitset) bitset = NULL;
  g_autoptr (GArray) ids = NULL;

  gtk_selection_model_select_item (model, 0, TRUE);
  gtk_selection_model_select_item (model, 4, FALSE);
  gtk_selection_model_select_range (model, 2, 2, FALSE);
  gtk_selection_model_unselect_item (model, 3);
  g_assert_cmpuint (tranche_order_selection_get_n_selected (rows->selection), ==, 3);
  g_assert_cmpint (tranche_order_selection_get_id (rows->selection), ==, 0);

  bitset = gtk_selection_model_get_selection (model);
  g_assert_cmpuint (gtk_bitset_get_size (bitset), ==, 3);
  g_assert_true (gtk_bitset_contains (bitset, 2));

  ids = tranche_order_selection_list_ids (rows->selection);
  g_assert_cmpuint (ids->len, ==, 3);
  g_assert_cmpint (g_array_index (ids, gint64, 1), ==, tranche_order_get_id (rows->orders[2]));

  gtk_selection_model_select_all (model);
  g_assert_cmpuint (tranche_order_selection_get_n_selected (rows->selection), ==, N_ORDERS);
  gtk_selection_model_unselect_all (model);
  g_assert_cmpuint (tranche_order_selection_get_n_selected (rows->selection), ==, 0);
}

/* Orders are selected, and not positions. */
static void
test_sorted_anew (Rows          *rows,
                  gconstpointer  data)
{
  gtk_selection_model_select_range (GTK_SELECTION_MODEL (rows->selection), 0, 2, TRUE);
  ask (rows, TRANCHE_SORT_NUMBER, TRUE);
  WAIT_UNTIL (tranche_order_list_find (rows->list, tranche_order_get_id (rows->orders[0])) ==
              N_ORDERS - 1);

  g_assert_true (is_selected (rows, 0));
  g_assert_true (is_selected (rows, 1));
  g_assert_false (is_selected (rows, 2));
  g_assert_cmpuint (tranche_order_selection_get_n_selected (rows->selection), ==, 2);
}

/* What is no longer in the list is not acted upon. */
static void
test_left (Rows          *rows,
           gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;

  gtk_selection_model_select_range (GTK_SELECTION_MODEL (rows->selection), 0, 3, TRUE);
  tranche_order_book_remove_async (rows->fixture.book, tranche_order_get_id (rows->orders[1]), NULL,
                                   store_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (tranche_order_book_remove_finish (rows->fixture.book, result, NULL));
  WAIT_UNTIL (tranche_order_selection_get_n_selected (rows->selection) == 2);
  g_assert_true (is_selected (rows, 0));
  g_assert_true (is_selected (rows, 2));
}

static void
test_gathering (Rows          *rows,
                gconstpointer  data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (rows->selection);

  tranche_order_selection_set_gathering (rows->selection, TRUE);
  tranche_order_selection_set_pointing (rows->selection, TRUE);
  gtk_selection_model_select_item (model, 1, TRUE);
  gtk_selection_model_select_item (model, 3, TRUE);
  gtk_selection_model_select_item (model, 1, TRUE);
  g_assert_false (is_selected (rows, 1));
  g_assert_true (is_selected (rows, 3));
  g_assert_cmpuint (rows->n_clicked, ==, 0);

  /* The keys only move. */
  tranche_order_selection_set_pointing (rows->selection, FALSE);
  gtk_selection_model_select_item (model, 4, TRUE);
  g_assert_false (is_selected (rows, 4));
  g_assert_true (is_selected (rows, 3));

  gtk_selection_model_select_range (model, 4, 2, TRUE);
  g_assert_cmpuint (tranche_order_selection_get_n_selected (rows->selection), ==, 3);
}

#define ADD(name, test) g_test_add ("/ui/order-selection/" name, Rows, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("one", test_one);
  ADD ("several", test_several);
  ADD ("sorted-anew", test_sorted_anew);
  ADD ("left", test_left);
  ADD ("gathering", test_gathering);

  return g_test_run ();
}
