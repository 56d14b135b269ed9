/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "core/bank-error.h"
#include "dialog-fixture.h"
#include "ui/adopt-dialog.h"
#include "widgets.h"

static void
set_up (DialogFixture *fixture,
        gconstpointer  data)
{
  dialog_fixture_set_up (fixture, data);

  /* The fake bank tells sums on demand only. */
  fake_bank_set_capabilities (fixture->base.bank, TRANCHE_CAPABILITY_DETAILS |
                                                  TRANCHE_CAPABILITY_INFO_BY_NUMBER);
}

static void
show (DialogFixture *fixture)
{
  dialog_fixture_show (fixture, tranche_adopt_dialog_new (fixture->shop, NULL));
}

static void
paste (DialogFixture *fixture,
       const char    *text)
{
  GtkWidget *view = find_type (GTK_WIDGET (fixture->dialog), GTK_TYPE_TEXT_VIEW);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static void
test_column (DialogFixture *fixture,
             gconstpointer  data)
{
  g_autoptr (TrancheOrder) known = fixture_add_order (&fixture->base, "T-1", TRANCHE_STAGE_READY);
  GtkWidget *run;

  fake_bank_set_stage (fixture->base.bank, "T-2", TRANCHE_STAGE_WAITING);
  fake_bank_set_stage (fixture->base.bank, "T-3", TRANCHE_STAGE_READY);
  show (fixture);
  run = dialog_get_button (fixture, "Add");
  g_assert_false (gtk_widget_is_sensitive (run));
  paste (fixture, " \n\n");
  g_assert_false (gtk_widget_is_sensitive (run));

  paste (fixture, "T-1\nT-2\nT-3\nT-4\n");
  g_assert_true (gtk_widget_is_sensitive (run));
  press (run);
  press (run);
  WAIT_UNTIL (dialog_says (fixture, "Added: 2 · Already here: 1 · Not found: 1"));

  g_assert_true (dialog_says (fixture, "T-4"));
  g_assert_true (dialog_says (fixture, "The bank does not know it"));
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->base.bank, FAKE_INFO), ==, 3);
  g_assert_true (adw_dialog_get_focus (fixture->dialog) == dialog_get_button (fixture, "Close"));
  g_assert_null (find_button (GTK_WIDGET (fixture->dialog), "Add"));
}

static void
test_stop (DialogFixture *fixture,
           gconstpointer  data)
{
  fake_bank_set_stage (fixture->base.bank, "T-1", TRANCHE_STAGE_WAITING);
  fake_bank_hold (fixture->base.bank, FAKE_INFO);
  show (fixture);
  paste (fixture, "T-1\nT-2\nT-3\nT-4\nT-5\nT-6");

  press (dialog_get_button (fixture, "Add"));
  WAIT_UNTIL (dialog_says (fixture, "0 of 6") &&
              fake_bank_get_n_held (fixture->base.bank, FAKE_INFO) > 1);
  press (dialog_get_button (fixture, "Stop"));
  WAIT_UNTIL (dialog_says (fixture, "Stopped: 6"));
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->base.bank, FAKE_INFO), <, 6);
  g_assert_null (find_button (GTK_WIDGET (fixture->dialog), "Stop"));

  fake_bank_let_go (fixture->base.bank, FAKE_INFO);
  settle_main_loop ();
}

static void
test_no_bank (DialogFixture *fixture,
              gconstpointer  data)
{
  tranche_connection_set_state (fixture->base.connection, TRANCHE_CONNECTION_KEYRING_LOCKED);
  show (fixture);
  paste (fixture, "T-1");

  g_assert_false (gtk_widget_is_sensitive (dialog_get_button (fixture, "Add")));
  g_assert_true (dialog_says (fixture, "Unlock the keyring first"));
  press (dialog_get_button (fixture, "Add"));
  settle_main_loop ();
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->base.bank, FAKE_INFO), ==, 0);
}

/* Where the bank finds orders by its own ids alone, those are asked for. */
static void
test_own_ids (DialogFixture *fixture,
              gconstpointer  data)
{
  fake_bank_set_capabilities (fixture->base.bank, TRANCHE_CAPABILITY_LINK);
  show (fixture);

  g_assert_true (dialog_says (fixture, "The bank’s order IDs, one on a line."));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) \
  g_test_add ("/adopt-dialog/" path, DialogFixture, NULL, set_up, function, \
              dialog_fixture_tear_down)
  ADD ("column", test_column);
  ADD ("stop", test_stop);
  ADD ("no-bank", test_no_bank);
  ADD ("own-ids", test_own_ids);
#undef ADD

  return g_test_run ();
}
