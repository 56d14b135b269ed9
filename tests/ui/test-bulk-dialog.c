/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "core/bank-error.h"
#include "dialog-fixture.h"
#include "ui/bulk-dialog.h"
#include "widgets.h"

/* More than are under way at a time. */
#define N_MANY 7

typedef struct {
  DialogFixture dialogs;
  GPtrArray *orders;
} BulkFixture;

static void
set_up (BulkFixture   *fixture,
        gconstpointer  data)
{
  dialog_fixture_set_up (&fixture->dialogs, data);
  fixture->orders = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
tear_down (BulkFixture   *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->orders, g_ptr_array_unref);
  dialog_fixture_tear_down (&fixture->dialogs, data);
}

static void
add_orders (BulkFixture  *fixture,
            guint         n_orders,
            TrancheStage  stage)
{
  for (guint i = 0; i < n_orders; i++) {
    g_autofree char *number = g_strdup_printf ("T-%u", fixture->orders->len + 1);

    g_ptr_array_add (fixture->orders, fixture_add_order (&fixture->dialogs.base, number, stage));
  }
}

static void
show (BulkFixture      *fixture,
      TrancheOperation  operation)
{
  dialog_fixture_show (&fixture->dialogs, tranche_bulk_dialog_new (fixture->dialogs.shop, operation,
                                                                   fixture->orders));
}

static gboolean
says (BulkFixture *fixture,
      const char  *text)
{
  return dialog_says (&fixture->dialogs, text);
}

static GtkWidget *
get_button (BulkFixture *fixture,
            const char  *label)
{
  return dialog_get_button (&fixture->dialogs, label);
}

static void
hand_over (BulkFixture *fixture)
{
  GtkWidget *check = find_type (GTK_WIDGET (fixture->dialogs.dialog), GTK_TYPE_CHECK_BUTTON);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
}

static guint
count_calls (BulkFixture *fixture,
             FakeMethod   method)
{
  return fake_bank_get_n_calls (fixture->dialogs.base.bank, method);
}

static void
test_question (BulkFixture   *fixture,
               gconstpointer  data)
{
  GtkWidget *run;

  add_orders (fixture, 3, TRANCHE_STAGE_READY);
  add_orders (fixture, 1, TRANCHE_STAGE_CANCELED);
  show (fixture, TRANCHE_OPERATION_COMMIT);
  run = get_button (fixture, "Commit 3 Orders");

  g_assert_true (says (fixture, "3 orders"));
  g_assert_true (says (fixture, "7,499.97") || says (fixture, "7499.97"));
  g_assert_true (says (fixture, "T-1") && says (fixture, "T-3"));
  g_assert_true (says (fixture, "Cannot be committed now"));
  g_assert_true (says (fixture, "T-4"));
  g_assert_true (says (fixture, "This cannot be undone"));

  /* A hasty Enter leaves, and nothing is committed before the goods are handed over. */
  g_assert_true (adw_dialog_get_default_widget (fixture->dialogs.dialog) ==
                 get_button (fixture, "Back"));
  g_assert_true (adw_dialog_get_focus (fixture->dialogs.dialog) == get_button (fixture, "Back"));
  g_assert_false (gtk_widget_is_sensitive (run));
  press (run);
  settle_main_loop ();
  g_assert_cmpuint (count_calls (fixture, FAKE_COMMIT), ==, 0);
}

static void
test_commit (BulkFixture   *fixture,
             gconstpointer  data)
{
  GtkWidget *run;

  add_orders (fixture, 3, TRANCHE_STAGE_READY);
  show (fixture, TRANCHE_OPERATION_COMMIT);
  run = get_button (fixture, "Commit 3 Orders");

  hand_over (fixture);
  press (run);
  press (run);
  WAIT_UNTIL (says (fixture, "3 orders committed"));

  g_assert_cmpuint (count_calls (fixture, FAKE_COMMIT), ==, 3);
  g_assert_null (find_button (GTK_WIDGET (fixture->dialogs.dialog), "Commit 3 Orders"));
  g_assert_null (find_button (GTK_WIDGET (fixture->dialogs.dialog), "Retry the Failed Ones"));
  g_assert_true (adw_dialog_get_focus (fixture->dialogs.dialog) == get_button (fixture, "Close"));
  g_assert_false (says (fixture, "This cannot be undone"));
}

static void
test_refusal_and_retry (BulkFixture   *fixture,
                        gconstpointer  data)
{
  add_orders (fixture, 3, TRANCHE_STAGE_READY);
  show (fixture, TRANCHE_OPERATION_COMMIT);
  fake_bank_plan (fixture->dialogs.base.bank, FAKE_COMMIT,
                  tranche_bank_error_new (TRANCHE_BANK_ERROR_FORBIDDEN, 403, "Forbidden"), FALSE);

  hand_over (fixture);
  press (get_button (fixture, "Commit 3 Orders"));
  WAIT_UNTIL (says (fixture, "2 of 3 orders committed"));
  g_assert_true (says (fixture, "The bank does not allow this"));

  /* What is committed is not sent again. */
  press (get_button (fixture, "Retry the Failed Ones"));
  WAIT_UNTIL (says (fixture, "3 orders committed") && !says (fixture, "2 of 3"));
  g_assert_cmpuint (count_calls (fixture, FAKE_COMMIT), ==, 4);
  g_assert_cmpuint (fake_bank_get_n_effects (fixture->dialogs.base.bank, FAKE_COMMIT), ==, 3);
  g_assert_false (says (fixture, "The bank does not allow this"));
}

static void
test_stop (BulkFixture   *fixture,
           gconstpointer  data)
{
  add_orders (fixture, N_MANY, TRANCHE_STAGE_READY);
  show (fixture, TRANCHE_OPERATION_COMMIT);
  fake_bank_hold (fixture->dialogs.base.bank, FAKE_COMMIT);

  hand_over (fixture);
  press (get_button (fixture, "Commit 7 Orders"));
  WAIT_UNTIL (fake_bank_get_n_held (fixture->dialogs.base.bank, FAKE_COMMIT) > 1);
  g_assert_true (says (fixture, "You can close this window"));
  settle_main_loop ();

  press (get_button (fixture, "Stop"));
  g_assert_false (gtk_widget_is_sensitive (get_button (fixture, "Stop")));
  fake_bank_let_go (fixture->dialogs.base.bank, FAKE_COMMIT);
  WAIT_UNTIL (says (fixture, "of 7 orders committed"));

  /* What was sent has ended, and what was not begun can still be done. */
  g_assert_cmpuint (count_calls (fixture, FAKE_COMMIT), <, N_MANY);
  g_assert_true (says (fixture, "Not begun"));
  press (get_button (fixture, "Retry the Failed Ones"));
  WAIT_UNTIL (says (fixture, "7 orders committed") && !says (fixture, "of 7"));
  g_assert_cmpuint (count_calls (fixture, FAKE_COMMIT), ==, N_MANY);
}

static void
test_cancel (BulkFixture   *fixture,
             gconstpointer  data)
{
  GtkWidget *run;

  add_orders (fixture, 2, TRANCHE_STAGE_WAITING);
  add_orders (fixture, 1, TRANCHE_STAGE_COMMITTED);
  show (fixture, TRANCHE_OPERATION_CANCEL);
  run = get_button (fixture, "Cancel 2 Orders");

  g_assert_true (gtk_widget_has_css_class (run, "destructive-action"));
  g_assert_true (says (fixture, "Cannot be canceled now"));
  press (run);
  WAIT_UNTIL (says (fixture, "2 orders canceled"));
  g_assert_cmpuint (count_calls (fixture, FAKE_CANCEL), ==, 2);
}

static void
test_none (BulkFixture   *fixture,
           gconstpointer  data)
{
  add_orders (fixture, 2, TRANCHE_STAGE_CANCELED);
  show (fixture, TRANCHE_OPERATION_COMMIT);

  g_assert_true (says (fixture, "Cannot be committed now"));
  g_assert_false (says (fixture, "This cannot be undone"));
  g_assert_null (find_button (GTK_WIDGET (fixture->dialogs.dialog), "Commit 0 Orders"));
  g_assert_nonnull (get_button (fixture, "Back"));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) \
  g_test_add ("/bulk-dialog/" path, BulkFixture, NULL, set_up, function, tear_down)
  ADD ("question", test_question);
  ADD ("commit", test_commit);
  ADD ("refusal-and-retry", test_refusal_and_retry);
  ADD ("stop", test_stop);
  ADD ("cancel", test_cancel);
  ADD ("none", test_none);
#undef ADD

  return g_test_run ();
}
