/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "dialog-fixture.h"
#include "ui/pin-dialog.h"
#include "widgets.h"

#define PIN "2468"

static TrancheGuard *
get_guard (DialogFixture *fixture)
{
  return tranche_shop_get_guard (fixture->shop);
}

/* (nullable) */
static GtkWidget *
get_dialog (DialogFixture *fixture)
{
  return GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
}

/* The dialog comes into view with its first frame. */
static void
wait_for_dialog (DialogFixture *fixture)
{
  WAIT_UNTIL (gtk_widget_get_mapped (find_type (get_dialog (fixture), ADW_TYPE_TOOLBAR_VIEW)));
}

static void
show (DialogFixture     *fixture,
      TranchePinPurpose  purpose)
{
  tranche_pin_dialog_present (get_guard (fixture), purpose, GTK_WIDGET (fixture->window));
  wait_for_dialog (fixture);
}

static GtkEditable *
get_row (DialogFixture *fixture,
         const char    *title)
{
  GtkWidget *row = find_row (get_dialog (fixture), title);

  g_assert_nonnull (row);

  return GTK_EDITABLE (row);
}

static GtkWidget *
get_button (DialogFixture *fixture,
            const char    *label)
{
  GtkWidget *button = find_button (get_dialog (fixture), label);

  g_assert_nonnull (button);

  return button;
}

static void
set_pin (DialogFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_guard_change_async (get_guard (fixture), "", PIN, NULL, store_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (tranche_guard_finish (get_guard (fixture), result, NULL));
}

static void
test_set (DialogFixture *fixture,
          gconstpointer  data)
{
  GtkWidget *run;

  show (fixture, TRANCHE_PIN_CHANGE);
  run = get_button (fixture, "Set PIN");
  /* There is none yet to be asked for. */
  g_assert_null (find_row (get_dialog (fixture), "Present PIN"));
  g_assert_false (gtk_widget_is_sensitive (run));

  gtk_editable_set_text (get_row (fixture, "New PIN: 4 to 12 digits"), "12");
  g_assert_false (gtk_widget_is_sensitive (run));
  gtk_editable_set_text (get_row (fixture, "New PIN once more"), "12");
  press (run);
  g_assert_true (shows_text (get_dialog (fixture), "A PIN has 4 to 12 digits"));

  gtk_editable_set_text (get_row (fixture, "New PIN: 4 to 12 digits"), PIN);
  press (run);
  g_assert_true (shows_text (get_dialog (fixture), "The two new PINs differ"));
  g_assert_false (tranche_guard_get_has_pin (get_guard (fixture)));

  gtk_editable_set_text (get_row (fixture, "New PIN once more"), PIN);
  press (run);
  WAIT_UNTIL (get_dialog (fixture) == NULL);
  g_assert_true (tranche_guard_get_has_pin (get_guard (fixture)));
}

static void
test_ask (DialogFixture *fixture,
          gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  set_pin (fixture);
  tranche_pin_dialog_ask_async (get_guard (fixture), GTK_WIDGET (fixture->window),
                                store_result_cb, &result);
  wait_for_dialog (fixture);
  g_assert_false (gtk_widget_is_sensitive (get_button (fixture, "Continue")));

  gtk_editable_set_text (get_row (fixture, "PIN"), "1111");
  press (get_button (fixture, "Continue"));
  press (get_button (fixture, "Continue"));
  WAIT_UNTIL (shows_text (get_dialog (fixture), "Wrong PIN"));
  g_assert_null (result);
  /* To be typed anew at once. */
  g_assert_cmpstr (gtk_editable_get_text (get_row (fixture, "PIN")), ==, "");

  gtk_editable_set_text (get_row (fixture, "PIN"), PIN);
  press (get_button (fixture, "Continue"));
  wait_for_result (&result);
  g_assert_true (tranche_pin_dialog_ask_finish (get_guard (fixture), result, &error));
  g_assert_no_error (error);
  WAIT_UNTIL (get_dialog (fixture) == NULL);
}

static void
test_given_up (DialogFixture *fixture,
               gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  set_pin (fixture);
  tranche_pin_dialog_ask_async (get_guard (fixture), GTK_WIDGET (fixture->window),
                                store_result_cb, &result);
  wait_for_dialog (fixture);
  press (get_button (fixture, "Back"));
  wait_for_result (&result);
  g_assert_false (tranche_pin_dialog_ask_finish (get_guard (fixture), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Where there is none nobody is asked. */
static void
test_none (DialogFixture *fixture,
           gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_pin_dialog_ask_async (get_guard (fixture), GTK_WIDGET (fixture->window),
                                store_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (tranche_pin_dialog_ask_finish (get_guard (fixture), result, NULL));
  g_assert_null (get_dialog (fixture));
}

static void
test_too_many_wrong (DialogFixture *fixture,
                     gconstpointer  data)
{
  set_pin (fixture);
  show (fixture, TRANCHE_PIN_UNLOCK);

  while (tranche_guard_get_wait (get_guard (fixture)) == 0) {
    gtk_editable_set_text (get_row (fixture, "PIN"), "1111");
    press (get_button (fixture, "Unlock"));
    WAIT_UNTIL (*gtk_editable_get_text (get_row (fixture, "PIN")) == '\0');
  }
  g_assert_true (shows_text (get_dialog (fixture), "Too many wrong PINs"));

  /* The right one has to wait, too, and is not even looked at. */
  gtk_editable_set_text (get_row (fixture, "PIN"), PIN);
  g_assert_false (gtk_widget_is_sensitive (get_button (fixture, "Unlock")));
  press (get_button (fixture, "Unlock"));
  settle_main_loop ();
  g_assert_nonnull (get_dialog (fixture));
  adw_dialog_force_close (ADW_DIALOG (get_dialog (fixture)));
}

static void
test_remove (DialogFixture *fixture,
             gconstpointer  data)
{
  set_pin (fixture);
  show (fixture, TRANCHE_PIN_REMOVE);

  gtk_editable_set_text (get_row (fixture, "PIN"), PIN);
  press (get_button (fixture, "Remove PIN"));
  WAIT_UNTIL (get_dialog (fixture) == NULL);
  g_assert_false (tranche_guard_get_has_pin (get_guard (fixture)));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) \
  g_test_add ("/pin-dialog/" path, DialogFixture, NULL, dialog_fixture_set_up, function, \
              dialog_fixture_tear_down)
  ADD ("set", test_set);
  ADD ("ask", test_ask);
  ADD ("given-up", test_given_up);
  ADD ("none", test_none);
  ADD ("too-many-wrong", test_too_many_wrong);
  ADD ("remove", test_remove);
#undef ADD

  return g_test_run ();
}
