/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "ui/welcome-page.h"

/* Of the narrowest window. */
#define MIN_WIDTH 360

/* Half as large again as usual, in 1024ths of a dot per inch. */
#define LARGE_DPI (144 * 1024)

/* Large text, or the words of another language, do not make the window wider than it
 * can be made: what is beyond its edge cannot be pressed. */
static void
test_narrow (void)
{
  g_autoptr (GtkWidget) page = NULL;
  int minimum;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", LARGE_DPI, NULL);
  page = g_object_ref_sink (tranche_welcome_page_new ());
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, MIN_WIDTH);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/welcome-page/narrow", test_narrow);

  return g_test_run ();
}
