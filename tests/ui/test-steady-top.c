/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/steady-top.h"

static GtkStringList *
make_rows (guint n_rows)
{
  GtkStringList *rows = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_rows; i++)
    gtk_string_list_append (rows, "row");

  return rows;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, gtk_label_new ("row"));
}

static gboolean
count_tick_cb (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  guint *n_frames = user_data;

  (*n_frames)++;

  return G_SOURCE_CONTINUE;
}

/* Until the list is as high as @n_rows rows at least, and some frames more. */
static void
settle (GtkWidget     *list,
        GtkAdjustment *adjustment,
        gboolean       overflows)
{
  guint n_frames = 0;
  guint tick = gtk_widget_add_tick_callback (list, count_tick_cb, &n_frames, NULL);

  while (gtk_adjustment_get_page_size (adjustment) < 1
         || overflows != (gtk_adjustment_get_upper (adjustment)
                          > gtk_adjustment_get_page_size (adjustment)))
    g_main_context_iteration (NULL, TRUE);

  n_frames = 0;
  while (n_frames < 5)
    g_main_context_iteration (NULL, TRUE);

  gtk_widget_remove_tick_callback (list, tick);
}

static void
test_outgrown (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkStringList *rows = make_rows (20);
  const char *more[11] = { "row", "row", "row", "row", "row", "row", "row", "row", "row", "row" };
  GtkWidget *window = gtk_window_new ();
  GtkWidget *list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (rows)))),
                                       factory);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  g_autoptr (TrancheSteadyTop) steady_top = tranche_steady_top_new (adjustment);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 200, 150);
  gtk_window_present (GTK_WINDOW (window));
  settle (list, adjustment, TRUE);
  gtk_adjustment_set_value (adjustment, 60);
  gtk_string_list_splice (rows, 3, 17, NULL);
  settle (list, adjustment, FALSE);

  gtk_string_list_splice (rows, 3, 0, more);
  settle (list, adjustment, TRUE);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), 0, 0.5);

  /* Where somebody scrolled to is none of its business. */
  gtk_adjustment_set_value (adjustment, 40);
  gtk_string_list_splice (rows, 13, 0, more);
  settle (list, adjustment, TRUE);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), 40, 0.5);

  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (rows);
}

static void
note_value_cb (GdkFrameClock *clock,
               GtkAdjustment *adjustment)
{
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), 0, 0.5);
}

/* Rows come above the first one, and no frame shows another than the new first. */
static void
test_held (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkStringList *rows = make_rows (20);
  const char *more[3] = { "row", "row", NULL };
  GtkWidget *window = gtk_window_new ();
  GtkWidget *list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (rows)))),
                                       factory);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  g_autoptr (TrancheSteadyTop) steady_top = tranche_steady_top_new (adjustment);
  GdkFrameClock *clock;
  gulong id;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 200, 150);
  gtk_window_present (GTK_WINDOW (window));
  settle (list, adjustment, TRUE);

  clock = gtk_widget_get_frame_clock (list);
  id = g_signal_connect (clock, "paint", G_CALLBACK (note_value_cb), adjustment);
  for (guint i = 0; i < 3; i++) {
    tranche_steady_top_hold (steady_top, list);
    gtk_string_list_splice (rows, 0, 0, more);
    settle (list, adjustment, TRUE);
  }
  g_signal_handler_disconnect (clock, id);

  /* Held no longer. */
  gtk_adjustment_set_value (adjustment, 40);
  settle (list, adjustment, TRUE);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), 40, 0.5);

  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (rows);
}

int
main (int   argc,
      char *argv[])
{
  gtk_init ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/steady-top/outgrown", test_outgrown);
  g_test_add_func ("/steady-top/held", test_held);

  return g_test_run ();
}
