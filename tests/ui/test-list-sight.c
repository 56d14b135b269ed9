/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"
#include "ui/list-sight.h"

#define N_ORDERS 100

typedef struct {
  Fixture fixture;
  TrancheOrderList *list;
  TrancheOrderSelection *selection;
  TrancheListSight *sight;
  GtkWidget *window;
  GtkColumnView *view;
  GtkAdjustment *adjustment;
  gint64 ids[N_ORDERS];
} Sight;

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkColumnViewCell        *cell)
{
  gtk_column_view_cell_set_child (cell, gtk_label_new ("row"));
}

static void
ask (Sight    *sight,
     gboolean  descending)
{
  g_autoptr (TrancheOrderQuery) query =
    tranche_order_query_new (TRANCHE_VIEW_ALL, NULL, NULL, TRANCHE_SORT_NUMBER, descending);

  tranche_list_sight_begin_anew (sight->sight);
  tranche_order_list_set_query (sight->list, query);
  WAIT_UNTIL (!tranche_order_list_get_loading (sight->list) &&
              g_list_model_get_n_items (G_LIST_MODEL (sight->selection)) == N_ORDERS);
}

static void
set_up (Sight         *sight,
        gconstpointer  data)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new ("Order", factory);

  fixture_set_up (&sight->fixture, data);
  for (guint i = 0; i < N_ORDERS; i++) {
    g_autofree char *number = g_strdup_printf ("S-%05u", i);
    g_autoptr (TrancheOrder) order = fixture_add_order (&sight->fixture, number,
                                                        TRANCHE_STAGE_WAITING);

    sight->ids[i] = tranche_order_get_id (order);
  }

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  sight->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_append_column (sight->view, column);
  sight->window = gtk_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (sight->view));
  gtk_window_set_child (GTK_WINDOW (sight->window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (sight->window), 300, 300);

  sight->list = tranche_order_list_new (sight->fixture.book, sight->fixture.operations);
  sight->selection = tranche_order_selection_new (sight->list);
  sight->sight = tranche_list_sight_new (sight->view, sight->list, sight->selection);
  gtk_column_view_set_model (sight->view, GTK_SELECTION_MODEL (sight->selection));
  sight->adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gtk_window_present (GTK_WINDOW (sight->window));
  ask (sight, FALSE);
  WAIT_UNTIL (gtk_adjustment_get_upper (sight->adjustment) > 1000);
}

static void
tear_down (Sight         *sight,
           gconstpointer  data)
{
  g_clear_object (&sight->sight);
  gtk_window_destroy (GTK_WINDOW (sight->window));
  g_clear_object (&sight->selection);
  tranche_order_list_set_query (sight->list, NULL);
  g_clear_object (&sight->list);
  fixture_tear_down (&sight->fixture, data);
}

static double
get_value (Sight *sight)
{
  return gtk_adjustment_get_value (sight->adjustment);
}

static gboolean
is_at_end (Sight *sight)
{
  return get_value (sight) + gtk_adjustment_get_page_size (sight->adjustment) >
         gtk_adjustment_get_upper (sight->adjustment) - 5;
}

/* The selected order is in sight in every order of the rows. */
static void
test_selected (Sight         *sight,
               gconstpointer  data)
{
  tranche_order_selection_set_id (sight->selection, sight->ids[N_ORDERS - 1]);
  tranche_list_sight_show_selected (sight->sight);
  WAIT_UNTIL (is_at_end (sight));

  ask (sight, TRUE);
  WAIT_UNTIL (get_value (sight) < 1);
  ask (sight, FALSE);
  WAIT_UNTIL (is_at_end (sight));
}

/* The list is looked at from its top where nothing is selected. */
static void
test_top (Sight         *sight,
          gconstpointer  data)
{
  g_assert_false (tranche_list_sight_is_away (sight->sight));
  gtk_adjustment_set_value (sight->adjustment, 700);
  WAIT_UNTIL (get_value (sight) > 600);
  g_assert_true (tranche_list_sight_is_away (sight->sight));

  ask (sight, TRUE);
  WAIT_UNTIL (get_value (sight) < 1);
}

static gboolean
focus_is_selected (Sight *sight)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (sight->window));

  return focus != NULL && focus != GTK_WIDGET (sight->view) &&
         gtk_widget_is_ancestor (focus, GTK_WIDGET (sight->view)) &&
         (gtk_widget_get_state_flags (focus) & GTK_STATE_FLAG_SELECTED) != 0;
}

/* The focus of the rows goes along with the selected order. */
static void
test_focus (Sight         *sight,
            gconstpointer  data)
{
  tranche_order_selection_set_id (sight->selection, sight->ids[60]);
  g_assert_true (tranche_list_sight_focus (sight->sight, FALSE));
  WAIT_UNTIL (focus_is_selected (sight));

  ask (sight, TRUE);
  WAIT_UNTIL (focus_is_selected (sight));
  g_assert_cmpuint (tranche_order_list_find (sight->list, sight->ids[60]), ==, N_ORDERS - 61);
}

#define ADD(path, function) \
  g_test_add ("/ui/list-sight/" path, Sight, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  ADD ("selected", test_selected);
  ADD ("top", test_top);
  ADD ("focus", test_focus);

  return g_test_run ();
}
