/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "dialog-fixture.h"
#include "service-bank.h"
#include "ui/contract-dialog.h"
#include "ui/order-actions.h"
#include "ui/payout-dialog.h"
#include "widgets.h"

typedef struct {
  DialogFixture dialogs;
  ServiceBank *bank;
  TrancheOrder *order;
} ContractFixture;

static void
set_up (ContractFixture *fixture,
        gconstpointer    data)
{
  dialog_fixture_set_up (&fixture->dialogs, data);

  fixture->bank = service_bank_new (TRANCHE_CAPABILITY_LETTER);
  tranche_connection_set_bank (fixture->dialogs.base.connection, TRANCHE_BANK (fixture->bank));
  fixture->order = fixture_add_order (&fixture->dialogs.base, "T-1", TRANCHE_STAGE_COMMITTED);
}

static void
tear_down (ContractFixture *fixture,
           gconstpointer    data)
{
  g_clear_object (&fixture->order);
  dialog_fixture_tear_down (&fixture->dialogs, data);
  g_clear_object (&fixture->bank);
}

static GtkWidget *
show (ContractFixture *fixture,
      AdwDialog       *(*create) (TrancheShop *, TrancheOrder *))
{
  return dialog_fixture_present (&fixture->dialogs, create (fixture->dialogs.shop, fixture->order));
}

static GtkWidget *
get_child (GtkWidget  *dialog,
           const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (dialog, TRANCHE_TYPE_CONTRACT_DIALOG, name));
}

static void
test_shown (ContractFixture *fixture,
            gconstpointer    data)
{
  GtkWidget *dialog;

  service_bank_plan_contract (fixture->bank, service_bank_new_contract ());
  dialog = show (fixture, tranche_contract_dialog_new);
  g_assert_true (gtk_widget_get_visible (get_child (dialog, "asking_box")));
  g_assert_false (gtk_widget_is_sensitive (get_child (dialog, "print_button")));

  WAIT_UNTIL (shows_text (dialog, "КД-0001"));
  g_assert_true (shows_text (dialog, "Сидоренко Олександр"));
  g_assert_true (shows_text (dialog, "АК 548967"));
  g_assert_true (shows_text (dialog, "UA213223130000026007233566001"));
  g_assert_true (shows_text (dialog, "12E0F76458C6D1E…58C6D1E4"));
  g_assert_false (shows_text (dialog, "Asking the bank…"));
  g_assert_true (gtk_widget_is_sensitive (get_child (dialog, "print_button")));
  /* This bank has no PDF of its own. */
  g_assert_null (find_button (dialog, "Save the Bank’s PDF…"));
}

static void
test_failed (ContractFixture *fixture,
             gconstpointer    data)
{
  GtkWidget *dialog;

  service_bank_plan_error (fixture->bank,
                           tranche_bank_error_new (TRANCHE_BANK_ERROR_TIMEOUT, 0, "late"));
  dialog = show (fixture, tranche_contract_dialog_new);
  WAIT_UNTIL (shows_text (dialog, "The bank did not answer in time"));
  g_assert_false (gtk_widget_is_sensitive (find_button (dialog, "Save as PDF…")));

  service_bank_plan_contract (fixture->bank, service_bank_new_contract ());
  press (find_button (dialog, "Ask Again"));
  WAIT_UNTIL (shows_text (dialog, "КД-0001"));
  g_assert_false (shows_text (dialog, "The bank did not answer in time"));
}

static void
enter_invoice (GtkWidget  *dialog,
               const char *number,
               const char *date)
{
  gtk_editable_set_text (GTK_EDITABLE (get_child (dialog, "invoice_number_row")), number);
  gtk_editable_set_text (GTK_EDITABLE (get_child (dialog, "invoice_date_row")), date);
}

static void
test_invoice (ContractFixture *fixture,
              gconstpointer    data)
{
  GtkWidget *dialog;

  service_bank_plan_contract (fixture->bank, service_bank_new_contract ());
  dialog = show (fixture, tranche_contract_dialog_new);
  WAIT_UNTIL (shows_text (dialog, "КД-0001"));

  enter_invoice (dialog, "77", "yesterday");
  press (find_button (dialog, "Ask Again"));
  g_assert_true (shows_text (dialog, "Not a date such as 2025-12-31"));
  enter_invoice (dialog, "", "2025-12-01");
  press (find_button (dialog, "Ask Again"));
  g_assert_true (shows_text (dialog, "The number belongs to the date"));
  /* What is shown stays while nothing else was asked. */
  g_assert_true (shows_text (dialog, "КД-0001"));

  service_bank_plan_contract (fixture->bank, service_bank_new_contract ());
  enter_invoice (dialog, "77", "2025-12-01");
  press (find_button (dialog, "Ask Again"));
  WAIT_UNTIL (shows_text (dialog, "КД-0001"));
  g_assert_cmpstr (service_bank_get_last_text (fixture->bank), ==, "77 2025-12-01");
}

/* What is personal goes with the dialog. */
static void
test_closed (ContractFixture *fixture,
             gconstpointer    data)
{
  GtkWidget *dialog;

  service_bank_plan_contract (fixture->bank, service_bank_new_contract ());
  dialog = show (fixture, tranche_contract_dialog_new);
  WAIT_UNTIL (shows_text (dialog, "КД-0001"));

  press (find_button (dialog, "Close"));
  settle_main_loop ();
  g_assert_false (shows_text (dialog, "АК 548967"));
}

static void
test_offered (ContractFixture *fixture,
              gconstpointer    data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (TrancheOrder) waiting
    = fixture_add_order (&fixture->dialogs.base, "T-2", TRANCHE_STAGE_WAITING);
  g_autofree char *unsigned_yet = NULL;
  g_autofree char *not_offered = NULL;
  TrancheConnection *connection = fixture->dialogs.base.connection;

  g_assert_true (tranche_order_action_is_offered (TRANCHE_ORDER_ACTION_CONTRACT, connection));
  g_assert_false (tranche_order_action_is_offered (TRANCHE_ORDER_ACTION_RETURN, connection));
  g_assert_false (tranche_order_action_is_offered (TRANCHE_ORDER_ACTION_CONTRACT, NULL));
  g_assert_true (tranche_order_action_is_offered (TRANCHE_ORDER_ACTION_COMMIT, NULL));

  g_assert_null (tranche_order_why_not (TRANCHE_ORDER_ACTION_CONTRACT, fixture->order,
                                        TRANCHE_OPERATION_NONE, connection, now));
  unsigned_yet = tranche_order_why_not (TRANCHE_ORDER_ACTION_CONTRACT, waiting,
                                        TRANCHE_OPERATION_NONE, connection, now);
  g_assert_cmpstr (unsigned_yet, ==, "The customer has not signed yet");
  not_offered = tranche_order_why_not (TRANCHE_ORDER_ACTION_RETURN, fixture->order,
                                       TRANCHE_OPERATION_NONE, connection, now);
  g_assert_cmpstr (not_offered, ==, "This bank does not offer it");
}

static void
test_payout (ContractFixture *fixture,
             gconstpointer    data)
{
  TranchePayout *payout = tranche_payout_new (TRANCHE_PAYOUT_DUE, NULL, fixture->order);
  GtkWidget *dialog;

  tranche_payout_set_fully_paid (payout, FALSE);
  tranche_payout_set_return_to_card (payout, TRUE);
  service_bank_plan_payout (fixture->bank, payout);
  dialog = show (fixture, tranche_payout_dialog_new);

  WAIT_UNTIL (shows_text (dialog, "The bank calls it fully paid"));
  g_assert_true (shows_text (dialog, "A return can be paid to the customer’s card"));
}

#define ADD(path, function) \
  g_test_add (path, ContractFixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/contract-dialog/shown", test_shown);
  ADD ("/contract-dialog/failed", test_failed);
  ADD ("/contract-dialog/invoice", test_invoice);
  ADD ("/contract-dialog/closed", test_closed);
  ADD ("/contract-dialog/offered", test_offered);
  ADD ("/contract-dialog/payout", test_payout);

  return g_test_run ();
}
