/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "core/bank-error.h"
#include "fake-shop.h"
#include "ui/cancel-dialog.h"
#include "ui/commit-dialog.h"
#include "ui/payout-dialog.h"
#include "widgets.h"

typedef struct {
  Fixture base;

  TrancheShop *shop;
  TrancheOrder *order;
  GtkWindow *window;
  AdwDialog *dialog;
} DialogFixture;

static void
set_up (DialogFixture *fixture,
        gconstpointer  data)
{
  fixture_set_up (&fixture->base, data);

  fixture->shop = fake_shop_new (&fixture->base);
  fixture->window = GTK_WINDOW (adw_window_new ());
  adw_window_set_content (ADW_WINDOW (fixture->window), gtk_label_new ("window"));
  gtk_window_set_default_size (fixture->window, 600, 700);
  gtk_window_present (fixture->window);
}

static void
tear_down (DialogFixture *fixture,
           gconstpointer  data)
{
  adw_dialog_force_close (fixture->dialog);
  gtk_window_destroy (fixture->window);
  settle_main_loop ();
  g_assert_finalize_object (g_steal_pointer (&fixture->dialog));
  g_clear_object (&fixture->order);
  g_assert_finalize_object (g_steal_pointer (&fixture->shop));

  fixture_tear_down (&fixture->base, data);
}

static void
show (DialogFixture *fixture,
      AdwDialog     *(*create) (TrancheShop *, TrancheOrder *),
      TrancheStage   stage)
{
  fixture->order = fixture_add_order (&fixture->base, "T-1", stage);
  fixture->dialog = g_object_ref_sink (create (fixture->shop, fixture->order));
  adw_dialog_present (fixture->dialog, GTK_WIDGET (fixture->window));
  /* The dialog comes into view with its first frame. */
  WAIT_UNTIL (gtk_widget_get_mapped (find_type (GTK_WIDGET (fixture->dialog),
                                                ADW_TYPE_TOOLBAR_VIEW)));
}

static GtkWidget *
get_dialog (DialogFixture *fixture)
{
  return GTK_WIDGET (fixture->dialog);
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
confirm (DialogFixture *fixture)
{
  GtkWidget *check = find_type (get_dialog (fixture), GTK_TYPE_CHECK_BUTTON);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
}

static TrancheStage
get_stored_stage (DialogFixture *fixture)
{
  g_autoptr (TrancheOrder) order
    = fixture_load (&fixture->base, tranche_order_get_id (fixture->order));

  return tranche_order_get_stage (order);
}

static void
test_commit (DialogFixture *fixture,
             gconstpointer  data)
{
  GtkWidget *run;

  show (fixture, tranche_commit_dialog_new, TRANCHE_STAGE_READY);
  run = get_button (fixture, "Commit");

  g_assert_true (shows_text (get_dialog (fixture), "T-1"));
  g_assert_true (shows_text (get_dialog (fixture), "This cannot be undone"));

  /* Enter must not commit, and nothing commits before the goods are handed over. */
  g_assert_true (adw_dialog_get_default_widget (fixture->dialog) == get_button (fixture, "Back"));
  g_assert_false (gtk_widget_is_sensitive (run));
  press (run);
  settle_main_loop ();
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->base.bank, FAKE_COMMIT), ==, 0);

  confirm (fixture);
  g_assert_true (gtk_widget_is_sensitive (run));
  press (run);
  WAIT_UNTIL (shows_text (get_dialog (fixture), "The bank has confirmed it and pays the shop."));

  g_assert_null (find_button (get_dialog (fixture), "Commit"));
  g_assert_cmpint (get_stored_stage (fixture), ==, TRANCHE_STAGE_COMMITTED);
}

/* Where the account does not ask, only the dialog itself stands before the commit. */
static void
test_commit_unasked (DialogFixture *fixture,
                     gconstpointer  data)
{
  GtkWidget *run;

  tranche_account_set_ask_handover (fixture->base.account, FALSE);
  show (fixture, tranche_commit_dialog_new, TRANCHE_STAGE_READY);
  run = get_button (fixture, "Commit");

  g_assert_false (shows_text (get_dialog (fixture), "The goods are handed over"));
  g_assert_true (gtk_widget_is_sensitive (run));
  /* A hasty Enter leaves. */
  g_assert_true (adw_dialog_get_default_widget (fixture->dialog) == get_button (fixture, "Back"));
  g_assert_true (adw_dialog_get_focus (fixture->dialog) == get_button (fixture, "Back"));
  press (run);
  WAIT_UNTIL (shows_text (get_dialog (fixture), "The bank has confirmed it and pays the shop."));
}

/* What is open when the window is locked cannot be done any more. */
static void
test_locked (DialogFixture *fixture,
             gconstpointer  data)
{
  TrancheGuard *guard = tranche_shop_get_guard (fixture->shop);
  g_autoptr (GAsyncResult) set = NULL;
  g_autoptr (GAsyncResult) locked = NULL;

  show (fixture, tranche_cancel_dialog_new, TRANCHE_STAGE_READY);
  tranche_guard_change_async (guard, "", "2468", NULL, store_result_cb, &set);
  wait_for_result (&set);
  tranche_guard_lock_async (guard, NULL, store_result_cb, &locked);
  wait_for_result (&locked);

  press (get_button (fixture, "Cancel Order"));
  settle_main_loop ();
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->base.bank, FAKE_CANCEL), ==, 0);
  g_assert_true (shows_text (get_dialog (fixture), "The window is locked"));
}

static void
test_pressed_twice (DialogFixture *fixture,
                    gconstpointer  data)
{
  GtkWidget *run;

  show (fixture, tranche_commit_dialog_new, TRANCHE_STAGE_READY);
  run = get_button (fixture, "Commit");
  fake_bank_hold (fixture->base.bank, FAKE_COMMIT);

  confirm (fixture);
  press (run);
  press (run);
  g_assert_false (gtk_widget_is_sensitive (run));
  g_assert_true (shows_text (get_dialog (fixture), "You can close this window"));
  WAIT_UNTIL (fake_bank_get_n_held (fixture->base.bank, FAKE_COMMIT) == 1);
  press (run);
  settle_main_loop ();

  fake_bank_let_go (fixture->base.bank, FAKE_COMMIT);
  WAIT_UNTIL (shows_text (get_dialog (fixture), "The bank has confirmed it and pays the shop."));
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->base.bank, FAKE_COMMIT), ==, 1);
}

static void
test_refused (DialogFixture *fixture,
              gconstpointer  data)
{
  GtkWidget *run;

  show (fixture, tranche_commit_dialog_new, TRANCHE_STAGE_READY);
  run = get_button (fixture, "Commit");
  fake_bank_plan (fixture->base.bank, FAKE_COMMIT,
                  tranche_bank_error_new (TRANCHE_BANK_ERROR_FORBIDDEN, 403, "Forbidden"), FALSE);

  confirm (fixture);
  press (run);
  WAIT_UNTIL (shows_text (get_dialog (fixture), "The bank does not allow this"));
  g_assert_true (shows_text (get_dialog (fixture), "no money has moved"));

  /* Escape and Tab go on working where the keyboard is all there is. */
  g_assert_true (adw_dialog_get_focus (fixture->dialog) == get_button (fixture, "Back"));

  /* It may be tried again from the same dialog. */
  g_assert_true (gtk_widget_is_sensitive (run));
  press (run);
  WAIT_UNTIL (shows_text (get_dialog (fixture), "The bank has confirmed it and pays the shop."));
  g_assert_false (shows_text (get_dialog (fixture), "The bank does not allow this"));
}

static GError *
lost_answer (void)
{
  GError *error = tranche_bank_error_new (TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME, 0, "reset");

  tranche_bank_error_set_cause (error, TRANCHE_BANK_ERROR_NETWORK);

  return error;
}

/* The answer to a commit is lost, and the bank cannot be asked for now. */
static void
lose_commit (DialogFixture *fixture,
             gboolean       effect)
{
  show (fixture, tranche_commit_dialog_new, TRANCHE_STAGE_READY);
  fake_bank_plan_idle (fixture->base.bank, FAKE_INFO);
  fake_bank_plan (fixture->base.bank, FAKE_COMMIT, lost_answer (), effect);
  for (guint i = 0; i < 3; i++)
    fake_bank_plan (fixture->base.bank, FAKE_INFO,
                    tranche_bank_error_new (TRANCHE_BANK_ERROR_NETWORK, 0, "down"), FALSE);

  confirm (fixture);
  press (get_button (fixture, "Commit"));
  WAIT_UNTIL (shows_text (get_dialog (fixture), "the money may have moved"));
  g_assert_true (shows_text (get_dialog (fixture), "Asking the bank how it ended"));
  g_assert_false (gtk_widget_is_sensitive (get_button (fixture, "Commit")));
}

static void
ask_again (DialogFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GError) error = NULL;

  /* Whatever of the planned failures is left comes first. */
  do {
    g_clear_object (&result);
    g_clear_error (&error);
    tranche_operations_refresh_async (fixture->base.operations, fixture->order,
                                      TRANCHE_PRIORITY_USER, NULL, store_result_cb, &result);
    wait_for_result (&result);
    order = tranche_operations_refresh_finish (fixture->base.operations, result, &error);
  }
  while (order == NULL);
}

static void
test_lost_and_done (DialogFixture *fixture,
                    gconstpointer  data)
{
  lose_commit (fixture, TRUE);
  ask_again (fixture);

  WAIT_UNTIL (shows_text (get_dialog (fixture), "The bank has confirmed it and pays the shop."));
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->base.bank, FAKE_COMMIT), ==, 1);
}

static void
test_lost_and_not_done (DialogFixture *fixture,
                        gconstpointer  data)
{
  lose_commit (fixture, FALSE);
  ask_again (fixture);

  WAIT_UNTIL (shows_text (get_dialog (fixture), "The bank says that the order is not committed."));
  g_assert_true (gtk_widget_is_sensitive (get_button (fixture, "Commit")));
  g_assert_false (shows_text (get_dialog (fixture), "the money may have moved"));
}

/* Closing the dialog leaves the operation to itself. */
static void
test_closed (DialogFixture *fixture,
             gconstpointer  data)
{
  show (fixture, tranche_commit_dialog_new, TRANCHE_STAGE_READY);
  fake_bank_hold (fixture->base.bank, FAKE_COMMIT);

  confirm (fixture);
  press (get_button (fixture, "Commit"));
  WAIT_UNTIL (fake_bank_get_n_held (fixture->base.bank, FAKE_COMMIT) == 1);
  press (get_button (fixture, "Close"));

  fake_bank_let_go (fixture->base.bank, FAKE_COMMIT);
  WAIT_UNTIL (get_stored_stage (fixture) == TRANCHE_STAGE_COMMITTED);
}

/* The customer cancels while the manager reads. */
static void
test_changed_meanwhile (DialogFixture *fixture,
                        gconstpointer  data)
{
  g_autoptr (TrancheOrder) answer = NULL;
  g_autoptr (TrancheOrder) applied = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  show (fixture, tranche_commit_dialog_new, TRANCHE_STAGE_READY);
  confirm (fixture);
  g_assert_true (gtk_widget_is_sensitive (get_button (fixture, "Commit")));

  answer = tranche_order_copy (fixture->order);
  tranche_order_set_stage (answer, TRANCHE_STAGE_CANCELED);
  tranche_order_book_apply_async (fixture->base.book, tranche_order_get_id (fixture->order), answer,
                                  TRANCHE_ORIGIN_POLL, NULL, store_result_cb, &result);
  wait_for_result (&result);
  applied = tranche_order_book_apply_finish (fixture->base.book, result, NULL);
  g_assert_nonnull (applied);

  g_assert_false (gtk_widget_is_sensitive (get_button (fixture, "Commit")));
  g_assert_true (shows_text (get_dialog (fixture), "The order is canceled"));
}

static void
test_cancel (DialogFixture *fixture,
             gconstpointer  data)
{
  show (fixture, tranche_cancel_dialog_new, TRANCHE_STAGE_WAITING);

  g_assert_true (adw_dialog_get_default_widget (fixture->dialog) == get_button (fixture, "Back"));
  press (get_button (fixture, "Cancel Order"));
  WAIT_UNTIL (shows_text (get_dialog (fixture), "No money moves."));
  g_assert_cmpint (get_stored_stage (fixture), ==, TRANCHE_STAGE_CANCELED);
}

static void
test_payout (DialogFixture *fixture,
             gconstpointer  data)
{
  fake_bank_hold (fixture->base.bank, FAKE_PAYOUT);
  show (fixture, tranche_payout_dialog_new, TRANCHE_STAGE_COMMITTED);
  g_assert_true (shows_text (get_dialog (fixture), "Asking the bank…"));

  fake_bank_let_go (fixture->base.bank, FAKE_PAYOUT);
  WAIT_UNTIL (shows_text (get_dialog (fixture), "The bank pays"));
  g_assert_true (shows_text (get_dialog (fixture), "Yes"));
}

static void
test_payout_failed (DialogFixture *fixture,
                    gconstpointer  data)
{
  fake_bank_plan (fixture->base.bank, FAKE_PAYOUT,
                  tranche_bank_error_new (TRANCHE_BANK_ERROR_TIMEOUT, 0, "late"), FALSE);
  show (fixture, tranche_payout_dialog_new, TRANCHE_STAGE_COMMITTED);

  WAIT_UNTIL (shows_text (get_dialog (fixture), "The bank did not answer in time"));
  press (get_button (fixture, "Check Again"));
  WAIT_UNTIL (shows_text (get_dialog (fixture), "The bank pays"));
}

/* A question of a closed dialog is given up. */
static void
test_payout_closed (DialogFixture *fixture,
                    gconstpointer  data)
{
  fake_bank_hold (fixture->base.bank, FAKE_PAYOUT);
  show (fixture, tranche_payout_dialog_new, TRANCHE_STAGE_COMMITTED);

  WAIT_UNTIL (fake_bank_get_n_held (fixture->base.bank, FAKE_PAYOUT) == 1);
  press (get_button (fixture, "Close"));
  fake_bank_let_go (fixture->base.bank, FAKE_PAYOUT);
}

#define ADD(path, function) \
  g_test_add (path, DialogFixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/order-dialogs/commit", test_commit);
  ADD ("/order-dialogs/commit-unasked", test_commit_unasked);
  ADD ("/order-dialogs/locked", test_locked);
  ADD ("/order-dialogs/pressed-twice", test_pressed_twice);
  ADD ("/order-dialogs/refused", test_refused);
  ADD ("/order-dialogs/lost-and-done", test_lost_and_done);
  ADD ("/order-dialogs/lost-and-not-done", test_lost_and_not_done);
  ADD ("/order-dialogs/closed", test_closed);
  ADD ("/order-dialogs/changed-meanwhile", test_changed_meanwhile);
  ADD ("/order-dialogs/cancel", test_cancel);
  ADD ("/order-dialogs/payout", test_payout);
  ADD ("/order-dialogs/payout-failed", test_payout_failed);
  ADD ("/order-dialogs/payout-closed", test_payout_closed);

  return g_test_run ();
}
