/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"
#include "ui/day-heading.h"

/* What is on its way to another colour stays on its way for as long as the test may take. */
static const char style[] =
  ".row { color: black; transition: color 100000s linear; }"
  ".row.changed { color: white; }";

static void
draw (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gint64 before = gdk_frame_clock_get_frame_counter (clock);

  gtk_widget_queue_draw (window);
  WAIT_UNTIL (gdk_frame_clock_get_frame_counter (clock) > before + 1);
}

static float
get_brightness (GtkWidget *widget)
{
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  return color.red;
}

static GtkWidget *
new_header (void)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (header), tranche_day_heading_new ());
  return header;
}

/* A header that comes leaves the rows behind it in peace. */
static void
test_rows (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row = gtk_label_new ("row");
  GtkWidget *header = new_header ();

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  gtk_css_provider_load_from_string (provider, style);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_USER);
  gtk_widget_add_css_class (row, "row");
  gtk_box_append (GTK_BOX (list), row);
  gtk_window_set_child (GTK_WINDOW (window), list);
  gtk_window_present (GTK_WINDOW (window));
  WAIT_UNTIL (gtk_widget_get_mapped (row));
  draw (window);

  gtk_widget_add_css_class (row, "changed");
  draw (window);
  g_assert_cmpfloat (get_brightness (row), <, 0.5f);

  gtk_box_prepend (GTK_BOX (list), header);
  draw (window);
  g_assert_true (gtk_widget_get_mapped (header));
  g_assert_cmpint (gtk_widget_get_height (header), >, 0);
  g_assert_cmpfloat (get_brightness (row), <, 0.5f);

  gtk_window_destroy (GTK_WINDOW (window));
  gtk_style_context_remove_provider_for_display (gdk_display_get_default (),
                                                 GTK_STYLE_PROVIDER (provider));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/day-heading/rows", test_rows);

  return g_test_run ();
}
