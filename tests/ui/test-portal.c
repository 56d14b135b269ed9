/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "fake-portal.h"
#include "fixture.h"
#include "ui/file-choice.h"
#include "ui/link-launcher.h"
#include "ui/portal-check.h"
#include "ui/preferences-dialog.h"
#include "ui/print-job.h"
#include "ui/restore-dialog.h"
#include "ui/sandbox.h"
#include "widgets.h"

#define FILES "org.freedesktop.portal.FileChooser"

/* Stands in the place of the program's own: here it always seems to be in one. */
gboolean
tranche_sandbox_is_around (void)
{
  return TRUE;
}

static gboolean
tick_cb (gpointer user_data)
{
  guint *n_ticks = user_data;

  (*n_ticks)++;

  return G_SOURCE_CONTINUE;
}

static AdwWindow *
open_window (void)
{
  AdwWindow *window = ADW_WINDOW (adw_window_new ());

  adw_window_set_content (window, gtk_button_new_with_label ("window"));
  gtk_window_set_default_size (GTK_WINDOW (window), 700, 900);
  gtk_window_present (GTK_WINDOW (window));
  WAIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (window)));

  return window;
}

static void
close_window (AdwWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  settle_main_loop ();
}

static void
assert_found (TranchePortal  portal,
              int            code)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gboolean found;

  tranche_portal_find_async (portal, NULL, store_result_cb, &result);
  wait_for_result (&result);
  found = tranche_portal_find_finish (result, &error);
  if (code < 0) {
    g_assert_no_error (error);
    g_assert_true (found);
  } else {
    g_assert_error (error, G_IO_ERROR, code);
    g_assert_false (found);
  }
}

static void
test_absent (void)
{
  for (TranchePortal portal = TRANCHE_PORTAL_FILES; portal <= TRANCHE_PORTAL_BACKGROUND; portal++)
    assert_found (portal, G_IO_ERROR_NOT_FOUND);
}

/* A portal has what somebody does for this desktop, and that may be less than all. */
static void
test_present (void)
{
  g_autoptr (FakePortal) portal = fake_portal_new (FILES);

  assert_found (TRANCHE_PORTAL_FILES, -1);
  assert_found (TRANCHE_PORTAL_PRINT, G_IO_ERROR_NOT_FOUND);
}

/* Whoever is slow is there; and nothing stands still until that is known. */
static void
test_mute (void)
{
  g_autoptr (FakePortal) portal = fake_portal_new (NULL);
  guint n_ticks = 0;
  guint source_id = g_timeout_add (10, tick_cb, &n_ticks);
  gint64 start = g_get_monotonic_time ();

  assert_found (TRANCHE_PORTAL_FILES, -1);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, G_USEC_PER_SEC * 9 / 10);
  g_assert_cmpuint (n_ticks, >=, 20);
  g_source_remove (source_id);
}

static void
test_cancelled (void)
{
  g_autoptr (FakePortal) portal = fake_portal_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tranche_portal_find_async (TRANCHE_PORTAL_PRINT, cancellable, store_result_cb, &result);
  WAIT_UNTIL (fake_portal_count_questions (portal) == 1);
  g_cancellable_cancel (cancellable);
  wait_for_result (&result);
  g_assert_false (tranche_portal_find_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_tells (void)
{
  static const struct {
    TranchePortal portal;
    const char *title;
  } cases[] = {
    { TRANCHE_PORTAL_FILES, "This Desktop Cannot Choose Files" },
    { TRANCHE_PORTAL_PRINT, "This Desktop Cannot Print" },
    { TRANCHE_PORTAL_LINKS, "This Desktop Cannot Open Links" },
  };
  AdwWindow *window = open_window ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (GError) error = NULL;
    AdwDialog *dialog;

    tranche_portal_check_async (GTK_WIDGET (window), cases[i].portal, NULL, store_result_cb,
                                &result);
    wait_for_result (&result);
    g_assert_false (tranche_portal_check_finish (result, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

    dialog = adw_window_get_visible_dialog (window);
    g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
    g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==, cases[i].title);
    g_assert_true (g_str_has_suffix (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)),
                                     tranche_portal_get_advice ()));
    adw_dialog_force_close (dialog);
    WAIT_UNTIL (adw_window_get_visible_dialog (window) == NULL);
  }

  close_window (window);
}

static void
test_link_not_opened (void)
{
  AdwWindow *window = open_window ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tranche_launch_link_async (adw_window_get_content (window), "https://127.0.0.1/", store_result_cb,
                             &result);
  wait_for_result (&result);
  g_assert_false (tranche_launch_link_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (ADW_IS_ALERT_DIALOG (adw_window_get_visible_dialog (window)));

  close_window (window);
}

/* The task of a printing is completed, or what waits for it would wait for ever. */
static void
test_not_printed (gconstpointer data)
{
  gboolean closed = GPOINTER_TO_INT (data);
  g_autoptr (FakePortal) portal = closed ? fake_portal_new (NULL) : NULL;
  AdwWindow *window = open_window ();
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tranche_print_job_prepare (operation, setup, "Slip",
                             g_task_new (NULL, NULL, store_result_cb, &result));
  tranche_print_job_run (operation, GTK_WINDOW (window));
  if (closed) {
    WAIT_UNTIL (fake_portal_count_questions (portal) == 1);
    close_window (window);
  }
  wait_for_result (&result);
  g_assert_false (g_task_propagate_boolean (G_TASK (result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  if (!closed)
    close_window (window);
}

static void
test_nothing_to_tell (void)
{
  g_autoptr (FakePortal) portal = fake_portal_new (FILES);
  AdwWindow *window = open_window ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tranche_portal_check_async (GTK_WIDGET (window), TRANCHE_PORTAL_FILES, NULL, store_result_cb,
                              &result);
  wait_for_result (&result);
  g_assert_true (tranche_portal_check_finish (result, &error));
  g_assert_no_error (error);
  g_assert_null (adw_window_get_visible_dialog (window));

  close_window (window);
}

/* What is shown of this program: one window, and the questions of the toolkit. */
static guint
count_windows (void)
{
  return g_list_model_get_n_items (gtk_window_get_toplevels ());
}

static AdwDialog *
open_preferences (void)
{
  g_autoptr (GSettings) settings = g_settings_new (TRANCHE_APPLICATION_ID);

  return tranche_preferences_dialog_new (settings);
}

static AdwDialog *
open_restore (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "no-orders.db", NULL);

  return tranche_restore_dialog_new_import (path);
}

/* The buttons of a preferences dialog may be on a page that is not shown. */
static GtkWidget *
find_by_tooltip (GtkWidget  *root,
                 const char *text)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (root), text) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_by_tooltip (child, text);

    if (found != NULL)
      return found;
  }

  return NULL;
}

static void
choose_folder (AdwDialog *dialog)
{
  GtkWidget *button = find_by_tooltip (GTK_WIDGET (dialog), "Choose Another Folder");

  g_assert_nonnull (button);
  press (button);
}

static void
choose_backup (AdwDialog *dialog)
{
  GtkWidget *row = NULL;

  WAIT_UNTIL ((row = find_row (GTK_WIDGET (dialog), "_From a File…")) != NULL);
  g_signal_emit_by_name (row, "activated");
}

typedef struct {
  AdwDialog *(*open) (void);
  void (*ask) (AdwDialog *dialog);
  guint n_questions; /* before any button is pressed */
} Asking;

static const Asking preferences = { open_preferences, choose_folder, 1 };
static const Asking restore = { open_restore, choose_backup, 0 };

/* A dialog that was closed while the portal thinks goes, and nothing is asked over
 * what it has left behind. */
static void
test_closed_meanwhile (gconstpointer data)
{
  const Asking *asking = data;
  g_autoptr (FakePortal) portal = fake_portal_new (NULL);
  AdwWindow *window = open_window ();
  guint n_windows = count_windows ();
  AdwDialog *dialog = asking->open ();

  adw_dialog_present (dialog, GTK_WIDGET (window));
  WAIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  asking->ask (dialog);
  WAIT_UNTIL (fake_portal_count_questions (portal) == asking->n_questions + 1);
  adw_dialog_force_close (dialog);
  WAIT_UNTIL (dialog == NULL);

  g_assert_cmpuint (count_windows (), ==, n_windows);
  g_assert_null (adw_window_get_visible_dialog (window));
  close_window (window);
}

static void
test_told_in_preferences (void)
{
  AdwWindow *window = open_window ();
  AdwDialog *dialog = open_preferences ();
  AdwPreferencesGroup *group;

  adw_dialog_present (dialog, GTK_WIDGET (window));
  group = ADW_PREFERENCES_GROUP (gtk_widget_get_template_child (GTK_WIDGET (dialog),
                                                                TRANCHE_TYPE_PREFERENCES_DIALOG,
                                                                "notify_group"));
  WAIT_UNTIL (adw_preferences_group_get_description (group) != NULL &&
              g_str_has_suffix (adw_preferences_group_get_description (group),
                                tranche_portal_get_advice ()));
  adw_dialog_force_close (dialog);
  close_window (window);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/portal/absent", test_absent);
  g_test_add_func ("/portal/present", test_present);
  g_test_add_func ("/portal/mute", test_mute);
  g_test_add_func ("/portal/cancelled", test_cancelled);
  g_test_add_func ("/portal/tells", test_tells);
  g_test_add_func ("/portal/link-not-opened", test_link_not_opened);
  g_test_add_data_func ("/portal/not-printed", GINT_TO_POINTER (FALSE), test_not_printed);
  g_test_add_data_func ("/portal/not-printed-after-close", GINT_TO_POINTER (TRUE),
                        test_not_printed);
  g_test_add_func ("/portal/nothing-to-tell", test_nothing_to_tell);
  g_test_add_data_func ("/portal/preferences-closed", &preferences, test_closed_meanwhile);
  g_test_add_data_func ("/portal/restore-closed", &restore, test_closed_meanwhile);
  g_test_add_func ("/portal/told-in-preferences", test_told_in_preferences);

  return g_test_run ();
}
