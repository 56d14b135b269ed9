/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "fixture.h"
#include "ui/opening-page.h"
#include "widgets.h"

static void
test_told (void)
{
  g_autoptr (TrancheBookUpgrade) upgrade = tranche_book_upgrade_new ();
  g_autoptr (TrancheBookUpgrade) another = tranche_book_upgrade_new ();
  GtkWidget *window = adw_window_new ();
  GtkWidget *page = g_object_new (TRANCHE_TYPE_OPENING_PAGE, NULL);
  GtkProgressBar *bar;
  double fraction = 0;

  adw_window_set_content (ADW_WINDOW (window), page);
  tranche_opening_page_watch (TRANCHE_OPENING_PAGE (page), upgrade);
  gtk_window_present (GTK_WINDOW (window));
  bar = GTK_PROGRESS_BAR (find_type (page, GTK_TYPE_PROGRESS_BAR));
  WAIT_UNTIL (shows_text (page, "Opening the Order Book"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (bar)));

  /* What is over soon is not spoken of. */
  tranche_book_upgrade_report (upgrade, 0.001);
  WAIT_UNTIL (tranche_book_upgrade_get_fraction (upgrade) > 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (bar)));

  while (!gtk_widget_get_visible (GTK_WIDGET (bar))) {
    fraction += 1e-9;
    tranche_book_upgrade_report (upgrade, 0.25 + fraction);
    g_main_context_iteration (NULL, TRUE);
  }
  WAIT_UNTIL (shows_text (page, "Updating the Order Book"));
  g_assert_true (shows_text (page, "You can close the program"));
  g_assert_cmpfloat_with_epsilon (gtk_progress_bar_get_fraction (bar), 0.25, 0.01);

  /* The next book begins anew, and the former one is heard of no more. */
  tranche_opening_page_watch (TRANCHE_OPENING_PAGE (page), another);
  tranche_book_upgrade_report (upgrade, 0.5);
  WAIT_UNTIL (tranche_book_upgrade_get_fraction (upgrade) > 0.4);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (bar)));
  g_assert_true (shows_text (page, "Opening the Order Book"));

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/opening-page/told", test_told);

  return g_test_run ();
}
