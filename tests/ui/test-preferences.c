/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "model/daily-backup.h"
#include "model/live-status.h"
#include "ui/preferences-dialog.h"
#include "ui/shop-settings.h"
#include "widgets.h"

#define ID "io.github.tranche.Tranche"

/* What the dialog's rows are bound to, and what the engines get of it. */
static void
test_reaches_engines (Fixture       *fixture,
                      gconstpointer  unused)
{
  g_autoptr (TrancheShop) shop = NULL;
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GAsyncResult) closed = NULL;
  g_autoptr (GSettings) settings = g_settings_new (ID);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "other", "orders.db", NULL);
  double pace = 0;
  gboolean enabled = FALSE;

  tranche_shop_open_async (path, NULL, NULL, store_result_cb, &opened);
  wait_for_result (&opened);
  shop = tranche_shop_open_finish (opened, &error);
  g_assert_no_error (error);
  tranche_shop_settings_bind (settings, shop);

  g_object_get (tranche_shop_get_daily_backup (shop), "enabled", &enabled, NULL);
  g_assert_true (enabled);
  g_settings_set_boolean (settings, "backup-daily", FALSE);
  g_object_get (tranche_shop_get_daily_backup (shop), "enabled", &enabled, NULL);
  g_assert_false (enabled);

  g_object_get (tranche_shop_get_live_status (shop), "pace", &pace, NULL);
  g_assert_cmpfloat_with_epsilon (pace, 1.0, 0.01);
  g_settings_set_string (settings, "live-pace", "rare");
  g_object_get (tranche_shop_get_live_status (shop), "pace", &pace, NULL);
  g_assert_cmpfloat_with_epsilon (pace, 10.0, 0.01);

  /* The folder is for the usual book alone. */
  g_settings_set_string (settings, "backup-folder", "/nowhere");
  {
    g_autofree char *folder = tranche_daily_backup_dup_folder (tranche_shop_get_daily_backup (shop));

    g_assert_true (g_str_has_prefix (folder, fixture->folder));
  }

  g_settings_reset (settings, "backup-daily");
  g_settings_reset (settings, "live-pace");
  g_settings_reset (settings, "backup-folder");
  tranche_shop_close_async (shop, store_result_cb, &closed);
  wait_for_result (&closed);
  g_assert_true (tranche_shop_close_finish (shop, closed, NULL));
}

static void
test_rows (Fixture       *fixture,
           gconstpointer  unused)
{
  g_autoptr (GSettings) settings = g_settings_new (ID);
  GtkWidget *window = adw_window_new ();
  AdwDialog *dialog = tranche_preferences_dialog_new (settings);
  GtkWidget *name, *signed_row, *width;
  g_autofree char *shop_name = NULL;
  g_autofree char *slip_width = NULL;

  gtk_window_present (GTK_WINDOW (window));
  adw_dialog_present (dialog, window);
  name = find_type (window, ADW_TYPE_ENTRY_ROW);
  signed_row = find_type (window, ADW_TYPE_SWITCH_ROW);
  width = find_type (window, ADW_TYPE_COMBO_ROW);

  gtk_editable_set_text (GTK_EDITABLE (name), "Крамниця");
  shop_name = g_settings_get_string (settings, "shop-name");
  g_assert_cmpstr (shop_name, ==, "Крамниця");

  g_settings_set_boolean (settings, "notify-signed", FALSE);
  g_assert_false (adw_switch_row_get_active (ADW_SWITCH_ROW (signed_row)));
  adw_switch_row_set_active (ADW_SWITCH_ROW (signed_row), TRUE);
  g_assert_true (g_settings_get_boolean (settings, "notify-signed"));

  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (width)), ==, 1);
  adw_combo_row_set_selected (ADW_COMBO_ROW (width), 0);
  slip_width = g_settings_get_string (settings, "slip-width");
  g_assert_cmpstr (slip_width, ==, "58");

  g_settings_reset (settings, "shop-name");
  g_settings_reset (settings, "notify-signed");
  g_settings_reset (settings, "slip-width");
  adw_dialog_force_close (dialog);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/preferences/reaches-engines", Fixture, NULL, fixture_set_up, test_reaches_engines,
              fixture_tear_down);
  g_test_add ("/preferences/rows", Fixture, NULL, fixture_set_up, test_rows, fixture_tear_down);

  return g_test_run ();
}
