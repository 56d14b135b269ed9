/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"
#include "model/shop.h"
#include "store/account-book.h"
#include "ui/account-page.h"
#include "ui/password-round.h"
#include "widgets.h"

#define N_ACCOUNTS 3

static const char * const names[N_ACCOUNTS] = { "Alpha", "Beta", "Gamma" };

typedef struct {
  Fixture base;
  char *path;
  TrancheShop *shop;
  GtkWidget *window;
} Moved;

/* A book with accounts, as it comes from another computer. */
static void
make_book (Moved *moved)
{
  g_autoptr (TrancheAccountBook) accounts = tranche_account_book_new (moved->base.book);

  for (guint i = 0; i < N_ACCOUNTS; i++) {
    g_autoptr (TrancheAccount) account = tranche_account_new ("tbank");
    g_autoptr (GAsyncResult) result = NULL;

    tranche_account_set_name (account, names[i]);
    tranche_account_set_base_url (account, "http://127.0.0.1:9");
    tranche_account_set_currency (account, "RUB");
    tranche_account_set_showcase_id (account, "showcase");
    tranche_account_book_save_async (accounts, account, NULL, store_result_cb, &result);
    wait_for_result (&result);
    g_assert_true (tranche_account_book_save_finish (accounts, result, NULL));
  }
}

static TrancheConnectionState
get_state (Moved *moved,
           guint  i)
{
  GListModel *connections = tranche_shop_get_connections (moved->shop);
  g_autoptr (TrancheConnection) connection = g_list_model_get_item (connections, i);

  g_assert_cmpstr (tranche_account_get_name (tranche_connection_get_account (connection)), ==,
                   names[i]);

  return tranche_connection_get_state (connection);
}

static void
set_up (Moved         *moved,
        gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture_set_up (&moved->base, NULL);
  make_book (moved);
  moved->path = g_strdup (moved->base.path);
  fixture_close (&moved->base);

  tranche_shop_open_async (moved->path, NULL, NULL, store_result_cb, &result);
  wait_for_result (&result);
  moved->shop = tranche_shop_open_finish (result, &error);
  g_assert_no_error (error);
  tranche_shop_begin_rounds (moved->shop);

  moved->window = adw_window_new ();
  gtk_window_present (GTK_WINDOW (moved->window));
  tranche_password_round_begin (moved->shop, moved->window);
}

static void
tear_down (Moved         *moved,
           gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;

  gtk_window_destroy (GTK_WINDOW (moved->window));
  tranche_shop_close_async (moved->shop, store_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (tranche_shop_close_finish (moved->shop, result, NULL));
  g_clear_object (&result);
  WAIT_UNTIL (G_OBJECT (moved->shop)->ref_count == 1);
  g_assert_finalize_object (g_steal_pointer (&moved->shop));
  g_free (moved->path);
  fixture_open (&moved->base);
  fixture_tear_down (&moved->base, NULL);
}

static AdwDialog *
get_dialog (Moved *moved)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (moved->window));
}

static void
wait_for_question (Moved      *moved,
                   const char *name)
{
  g_autofree char *heading = g_strdup_printf ("Password of “T-Bank · %s”", name);

  WAIT_UNTIL (get_dialog (moved) != NULL && shows_text (GTK_WIDGET (get_dialog (moved)), heading));
}

static void
answer (Moved      *moved,
        const char *password,
        const char *button)
{
  GtkWidget *dialog = GTK_WIDGET (get_dialog (moved));
  GtkWidget *save = find_button (dialog, "Save");

  g_assert_false (gtk_widget_get_sensitive (save));
  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, "API password")), password);
  g_assert_cmpint (gtk_widget_get_sensitive (save), ==, *password != '\0');
  press (find_button (dialog, button));
}

/* One after the other; what is skipped goes on without. */
static void
test_round (Moved         *moved,
            gconstpointer  data)
{
  wait_for_question (moved, "Alpha");
  answer (moved, "first", "Save");
  wait_for_question (moved, "Beta");
  answer (moved, "", "Skip This One");
  wait_for_question (moved, "Gamma");
  g_assert_null (find_button (GTK_WIDGET (get_dialog (moved)), "Skip This One"));
  answer (moved, "third", "Save");
  WAIT_UNTIL (get_dialog (moved) == NULL && get_state (moved, 2) == TRANCHE_CONNECTION_READY);

  g_assert_cmpint (get_state (moved, 0), ==, TRANCHE_CONNECTION_READY);
  g_assert_cmpint (get_state (moved, 1), ==, TRANCHE_CONNECTION_NO_SECRET);
}

/* Whoever has no time now is left alone. */
static void
test_later (Moved         *moved,
            gconstpointer  data)
{
  wait_for_question (moved, "Alpha");
  answer (moved, "", "Later");
  WAIT_UNTIL (get_dialog (moved) == NULL);
  settle_main_loop ();

  g_assert_null (get_dialog (moved));
  for (guint i = 0; i < N_ACCOUNTS; i++)
    g_assert_cmpint (get_state (moved, i), ==, TRANCHE_CONNECTION_NO_SECRET);
}

static gboolean
offers_to_keep (Moved *moved,
                guint  i)
{
  GListModel *connections = tranche_shop_get_connections (moved->shop);
  g_autoptr (TrancheConnection) connection = g_list_model_get_item (connections, i);
  GtkWidget *page = GTK_WIDGET (tranche_account_page_new (moved->shop,
                                                          tranche_connection_get_account (connection)));

  adw_window_set_content (ADW_WINDOW (moved->window), page);
  if (find_row (page, "API password") != NULL)
    return FALSE;

  g_assert_nonnull (find_row (page, "API password (leave empty to keep it)"));
  return TRUE;
}

/* The form of an account keeps no password that there is not. */
static void
test_form (Moved         *moved,
           gconstpointer  data)
{
  wait_for_question (moved, "Alpha");
  answer (moved, "first", "Save");
  wait_for_question (moved, "Beta");
  answer (moved, "", "Later");
  WAIT_UNTIL (get_dialog (moved) == NULL && get_state (moved, 0) == TRANCHE_CONNECTION_READY);

  g_assert_true (offers_to_keep (moved, 0));
  g_assert_false (offers_to_keep (moved, 1));
}

/* A window that goes takes its question along, and the round and its shop with it. */
static void
test_window_gone (Moved         *moved,
                  gconstpointer  data)
{
  wait_for_question (moved, "Alpha");
  gtk_window_destroy (GTK_WINDOW (moved->window));
  moved->window = adw_window_new ();
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/password-round/round", Moved, NULL, set_up, test_round, tear_down);
  g_test_add ("/password-round/later", Moved, NULL, set_up, test_later, tear_down);
  g_test_add ("/password-round/form", Moved, NULL, set_up, test_form, tear_down);
  g_test_add ("/password-round/window-gone", Moved, NULL, set_up, test_window_gone, tear_down);

  return g_test_run ();
}
