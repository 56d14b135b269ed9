/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "core/bank-error.h"
#include "dialog-fixture.h"
#include "ui/return-dialog.h"
#include "ui/return-form.h"
#include "ui/return-words.h"
#include "widgets.h"

typedef struct {
  DialogFixture dialogs;
  TrancheOrder *order;
} ReturnFixture;

static void
set_up (ReturnFixture *fixture,
        gconstpointer  data)
{
  dialog_fixture_set_up (&fixture->dialogs, data);

  fake_bank_set_capabilities (fixture->dialogs.base.bank, TRANCHE_CAPABILITY_RETURN |
                                                          TRANCHE_CAPABILITY_DETAILS |
                                                          TRANCHE_CAPABILITY_INFO_BY_NUMBER);
}

static void
tear_down (ReturnFixture *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->order);
  dialog_fixture_tear_down (&fixture->dialogs, data);
}

static GtkWidget *
get_child (ReturnFixture *fixture,
           const char    *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (fixture->dialogs.dialog),
                                                    TRANCHE_TYPE_RETURN_DIALOG, name));
}

static GtkWidget *
get_field (ReturnFixture *fixture,
           const char    *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (get_child (fixture, "form"),
                                                    TRANCHE_TYPE_RETURN_FORM, name));
}

static GtkWidget *
show (ReturnFixture *fixture)
{
  if (fixture->order == NULL)
    fixture->order = fixture_add_order (&fixture->dialogs.base, "T-1", TRANCHE_STAGE_COMMITTED);
  dialog_fixture_present (&fixture->dialogs,
                          tranche_return_dialog_new (fixture->dialogs.shop, fixture->order));
  WAIT_UNTIL (!gtk_widget_get_visible (get_child (fixture, "asking_box")));
  WAIT_UNTIL (gtk_widget_get_mapped (get_child (fixture, "close_button")));

  return GTK_WIDGET (fixture->dialogs.dialog);
}

static void
check (ReturnFixture *fixture,
       const char    *name)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get_field (fixture, name)), TRUE);
}

static gint64
get_returned (ReturnFixture *fixture)
{
  GPtrArray *returns = fake_bank_get_returns (fixture->dialogs.base.bank, "T-1");
  gint64 sum = 0;

  for (guint i = 0; returns != NULL && i < returns->len; i++)
    sum += ((TrancheGoodsReturn *) returns->pdata[i])->amount.minor;

  return sum;
}

static void
test_all (ReturnFixture *fixture,
          gconstpointer  data)
{
  GtkWidget *dialog = show (fixture);
  GtkWidget *run = get_child (fixture, "run_button");

  g_assert_true (shows_text (dialog, "This cannot be undone"));
  g_assert_true (shows_text (dialog, "did not say whether it can pay this return to the card"));
  /* Enter must not return anything, and nothing does before all is chosen. */
  g_assert_true (adw_dialog_get_default_widget (fixture->dialogs.dialog)
                 == get_child (fixture, "close_button"));
  g_assert_false (gtk_widget_is_sensitive (run));
  check (fixture, "confirmation_check");
  g_assert_false (gtk_widget_is_sensitive (run));
  press (run);
  check (fixture, "cash_check");
  g_assert_true (gtk_widget_is_sensitive (run));

  press (run);
  press (run);
  WAIT_UNTIL (shows_text (dialog, "Give the money to the customer at the till."));
  g_assert_cmpint (get_returned (fixture), ==, FAKE_AMOUNT);
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->dialogs.base.bank, FAKE_RETURN), ==, 1);
  g_assert_null (find_button (dialog, "Return"));
}

static void
test_part (ReturnFixture *fixture,
           gconstpointer  data)
{
  GtkWidget *dialog = show (fixture);
  GtkEditable *sum = GTK_EDITABLE (get_field (fixture, "sum_row"));
  GtkWidget *run = get_child (fixture, "run_button");

  check (fixture, "part_check");
  check (fixture, "card_check");
  check (fixture, "confirmation_check");
  g_assert_false (gtk_widget_is_sensitive (run));

  gtk_editable_set_text (sum, "2500");
  press (run);
  g_assert_true (shows_text (dialog, "is left to return"));
  gtk_editable_set_text (sum, "0");
  press (run);
  g_assert_true (shows_text (dialog, "Enter a sum such as 499.99"));
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->dialogs.base.bank, FAKE_RETURN), ==, 0);

  gtk_editable_set_text (sum, "499,99");
  press (run);
  WAIT_UNTIL (shows_text (dialog, "pays the customer’s card"));
  g_assert_cmpint (get_returned (fixture), ==, 49999);
}

/* What was returned at the bank itself counts and shows. */
static void
test_history (ReturnFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (GDateTime) time = g_date_time_new_local (2025, 12, 3, 14, 5, 0);
  TrancheMoney amount = tranche_money (49999, "RUB");
  GtkWidget *dialog;

  fixture->order = fixture_add_order (&fixture->dialogs.base, "T-1", TRANCHE_STAGE_COMMITTED);
  fake_bank_add_return (fixture->dialogs.base.bank, "T-1", &amount, time);
  dialog = show (fixture);

  g_assert_true (shows_text (dialog, "Returned So Far"));
  g_assert_true (shows_text (dialog, "3 December 2025"));
  g_assert_true (shows_text (dialog, "2,000.00"));
}

static void
test_nothing_left (ReturnFixture *fixture,
                   gconstpointer  data)
{
  g_autoptr (GDateTime) time = g_date_time_new_local (2025, 12, 3, 14, 5, 0);
  TrancheMoney amount = tranche_money (FAKE_AMOUNT, "RUB");
  GtkWidget *dialog;

  fixture->order = fixture_add_order (&fixture->dialogs.base, "T-1", TRANCHE_STAGE_COMMITTED);
  fake_bank_add_return (fixture->dialogs.base.bank, "T-1", &amount, time);
  dialog = show (fixture);

  g_assert_true (shows_text (dialog, "Nothing is left to return"));
  g_assert_null (find_button (dialog, "Return"));
}

static void
test_no_facts (ReturnFixture *fixture,
               gconstpointer  data)
{
  GtkWidget *dialog;

  fake_bank_plan (fixture->dialogs.base.bank, FAKE_DETAILS,
                  tranche_bank_error_new (TRANCHE_BANK_ERROR_TIMEOUT, 0, "late"), FALSE);
  dialog = show (fixture);
  g_assert_true (shows_text (dialog, "The bank did not answer in time"));
  g_assert_null (find_button (dialog, "Return"));

  press (find_button (dialog, "Look Again"));
  WAIT_UNTIL (find_button (dialog, "Return") != NULL);
  g_assert_false (shows_text (dialog, "The bank did not answer in time"));
}

static void
send_all (ReturnFixture *fixture)
{
  check (fixture, "cash_check");
  check (fixture, "confirmation_check");
  press (get_child (fixture, "run_button"));
}

/* What the button waits for may be out of sight. */
static void
test_missing (ReturnFixture *fixture,
              gconstpointer  data)
{
  GtkWidget *dialog = show (fixture);

  check (fixture, "cash_check");
  g_assert_true (shows_text (dialog, "Tick that the goods are back"));
  check (fixture, "part_check");
  g_assert_true (shows_text (dialog, "Enter the sum"));
  gtk_editable_set_text (GTK_EDITABLE (get_field (fixture, "sum_row")), "10");
  check (fixture, "confirmation_check");
  g_assert_false (shows_text (dialog, "Enter the sum"));
  g_assert_false (shows_text (dialog, "Tick that the goods are back"));
  g_assert_true (gtk_widget_get_sensitive (get_child (fixture, "run_button")));
}

static void
test_refused (ReturnFixture *fixture,
              gconstpointer  data)
{
  GtkWidget *dialog = show (fixture);

  fake_bank_plan (fixture->dialogs.base.bank, FAKE_RETURN,
                  tranche_bank_error_new (TRANCHE_BANK_ERROR_FORBIDDEN, 403, "Forbidden"), FALSE);
  send_all (fixture);
  WAIT_UNTIL (shows_text (dialog, "The bank does not allow this"));
  WAIT_UNTIL (find_button (dialog, "Return") != NULL);
  g_assert_true (shows_text (dialog, "no money has moved"));
  g_assert_true (shows_text (dialog, "not carried out"));
  g_assert_cmpint (get_returned (fixture), ==, 0);
}

/* The answer is lost, and the bank does not show the return. */
static void
test_lost (ReturnFixture *fixture,
           gconstpointer  data)
{
  GError *error = tranche_bank_error_new (TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME, 0, "reset");
  GtkWidget *dialog = show (fixture);

  tranche_bank_error_set_cause (error, TRANCHE_BANK_ERROR_NETWORK);
  fake_bank_plan (fixture->dialogs.base.bank, FAKE_RETURN, error, FALSE);
  send_all (fixture);
  WAIT_UNTIL (shows_text (dialog, "cannot return the money twice"));
  g_assert_null (find_button (dialog, "Return"));
  g_assert_true (gtk_widget_is_sensitive (find_button (dialog, "Send Again")));

  /* Whoever closes it finds it again. */
  adw_dialog_force_close (fixture->dialogs.dialog);
  g_clear_object (&fixture->dialogs.dialog);
  dialog = show (fixture);
  g_assert_true (shows_text (dialog, "cannot return the money twice"));

  press (find_button (dialog, "Send Again"));
  WAIT_UNTIL (shows_text (dialog, "Give the money to the customer at the till."));
  g_assert_cmpint (get_returned (fixture), ==, FAKE_AMOUNT);
}

static AdwAlertDialog *
find_question (ReturnFixture *fixture)
{
  AdwDialog *visible = adw_window_get_visible_dialog (ADW_WINDOW (fixture->dialogs.window));

  return visible != NULL && ADW_IS_ALERT_DIALOG (visible) ? ADW_ALERT_DIALOG (visible) : NULL;
}

/* Only after the bank was asked, and only when it is meant. */
static void
test_disowned (ReturnFixture *fixture,
               gconstpointer  data)
{
  GError *error = tranche_bank_error_new (TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME, 0, "reset");
  GtkWidget *dialog = show (fixture);
  AdwAlertDialog *question;

  tranche_bank_error_set_cause (error, TRANCHE_BANK_ERROR_NETWORK);
  fake_bank_plan (fixture->dialogs.base.bank, FAKE_RETURN, error, FALSE);
  send_all (fixture);
  WAIT_UNTIL (shows_text (dialog, "cannot return the money twice"));
  g_assert_null (find_button (dialog, "Mark as Not Carried Out…"));

  press (find_button (dialog, "Ask Again"));
  WAIT_UNTIL (find_button (dialog, "Mark as Not Carried Out…") != NULL);
  g_assert_true (shows_text (dialog, "does not show this return"));

  press (find_button (dialog, "Mark as Not Carried Out…"));
  WAIT_UNTIL (find_question (fixture) != NULL);
  question = find_question (fixture);
  g_assert_cmpstr (adw_alert_dialog_get_default_response (question), ==, "back");
  WAIT_UNTIL (find_button (GTK_WIDGET (question), "Mark") != NULL);
  press (find_button (GTK_WIDGET (question), "Mark"));
  WAIT_UNTIL (find_button (dialog, "Return") != NULL);
  g_assert_true (shows_text (dialog, "not carried out"));
  g_assert_cmpint (get_returned (fixture), ==, 0);
}

/* Also after it was sent again in vain. */
static void
test_repeated_in_vain (ReturnFixture *fixture,
                       gconstpointer  data)
{
  GtkWidget *dialog = show (fixture);

  for (guint i = 0; i < 2; i++) {
    GError *error = tranche_bank_error_new (TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME, 0, "reset");

    tranche_bank_error_set_cause (error, TRANCHE_BANK_ERROR_NETWORK);
    fake_bank_plan (fixture->dialogs.base.bank, FAKE_RETURN, error, FALSE);
  }
  send_all (fixture);
  WAIT_UNTIL (shows_text (dialog, "cannot return the money twice"));
  press (find_button (dialog, "Send Again"));
  WAIT_UNTIL (find_button (dialog, "Mark as Not Carried Out…") != NULL);
}

static void
test_words (ReturnFixture *fixture,
            gconstpointer  data)
{
  TrancheMoney left = tranche_money (1000, "UAH");
  TrancheMoney sum = TRANCHE_MONEY_UNSET;
  g_autofree char *whole = tranche_return_parse_sum ("10,00", &left, &sum);
  g_autofree char *over = NULL;
  g_autofree char *negative = NULL;
  g_autofree char *can = tranche_return_card_text (TRANCHE_PAYOUT_YES);

  g_assert_null (whole);
  g_assert_cmpint (sum.minor, ==, 1000);
  over = tranche_return_parse_sum ("10.01", &left, &sum);
  g_assert_nonnull (over);
  negative = tranche_return_parse_sum ("-1", &left, &sum);
  g_assert_nonnull (negative);
  g_assert_cmpint (sum.minor, ==, 1000);
  g_assert_cmpstr (can, ==, "");
}

#define ADD(path, function) \
  g_test_add (path, ReturnFixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/return-dialog/all", test_all);
  ADD ("/return-dialog/part", test_part);
  ADD ("/return-dialog/history", test_history);
  ADD ("/return-dialog/nothing-left", test_nothing_left);
  ADD ("/return-dialog/no-facts", test_no_facts);
  ADD ("/return-dialog/refused", test_refused);
  ADD ("/return-dialog/missing", test_missing);
  ADD ("/return-dialog/lost", test_lost);
  ADD ("/return-dialog/disowned", test_disowned);
  ADD ("/return-dialog/repeated-in-vain", test_repeated_in_vain);
  ADD ("/return-dialog/words", test_words);

  return g_test_run ();
}
