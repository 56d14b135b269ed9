/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "fixture.h"
#include "model/order-list.h"
#include "model/shop.h"
#include "ui/accounts-dialog.h"
#include "ui/adopt-dialog.h"
#include "ui/book-dialog.h"
#include "ui/bulk-dialog.h"
#include "ui/cancel-dialog.h"
#include "ui/commit-dialog.h"
#include "ui/contract-dialog.h"
#include "ui/link-dialog.h"
#include "ui/missed-plans-dialog.h"
#include "ui/new-order-dialog.h"
#include "ui/payout-dialog.h"
#include "ui/pin-dialog.h"
#include "ui/preferences-dialog.h"
#include "ui/report-dialog.h"
#include "ui/restore-dialog.h"
#include "ui/return-dialog.h"

/* What every dialog is opened over: the demo shop, and an order of it. */
typedef struct {
  TrancheShop *shop;
  TrancheOrder *order;
  GSettings *settings;
  GtkWindow *window;
} World;

typedef struct {
  const char *path;
  /* (transfer floating): or NULL where it shows the dialog itself. */
  AdwDialog *(*open) (World *world);
} Case;

typedef struct {
  World *world;
  const Case *what;
} CaseData;

typedef struct {
  GWeakRef widget;
  const char *type;
} Watched;

static void
watched_free (Watched *watched)
{
  g_weak_ref_clear (&watched->widget);
  g_free (watched);
}

static void
watch_tree (GPtrArray *all,
            GtkWidget *widget)
{
  Watched *watched = g_new0 (Watched, 1);

  g_weak_ref_init (&watched->widget, widget);
  watched->type = G_OBJECT_TYPE_NAME (widget);
  g_ptr_array_add (all, watched);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    watch_tree (all, child);
}

/* The types of those that are still there; empty when there are none. */
static char *
list_alive (GPtrArray *all)
{
  g_autoptr (GString) alive = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++) {
    Watched *watched = all->pdata[i];
    g_autoptr (GObject) widget = g_weak_ref_get (&watched->widget);

    if (widget != NULL)
      g_string_append_printf (alive, " %s", watched->type);
  }

  return g_string_free_and_steal (g_steal_pointer (&alive));
}

/* The dialog and all that was in it go when it is closed, and not only with the
 * window that showed it. */
static void
test_ends (gconstpointer data)
{
  const CaseData *test = data;
  World *world = test->world;
  AdwDialog *dialog = test->what->open (world);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) watched_free);
  g_autofree char *alive = NULL;
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  if (dialog != NULL)
    adw_dialog_present (dialog, GTK_WIDGET (world->window));
  else
    dialog = adw_window_get_visible_dialog (ADW_WINDOW (world->window));
  WAIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  settle_main_loop ();
  watch_tree (all, GTK_WIDGET (dialog));
  g_assert_cmpuint (all->len, >, 5);

  adw_dialog_force_close (dialog);
  do {
    wait_once ();
    g_free (alive);
    alive = list_alive (all);
  }
  while (*alive != '\0' && g_get_monotonic_time () < end);
  g_assert_cmpstr (alive, ==, "");
}

static AdwDialog *
open_commit (World *world)
{
  return tranche_commit_dialog_new (world->shop, world->order);
}

static AdwDialog *
open_cancel (World *world)
{
  return tranche_cancel_dialog_new (world->shop, world->order);
}

static AdwDialog *
open_payout (World *world)
{
  return tranche_payout_dialog_new (world->shop, world->order);
}

static AdwDialog *
open_return (World *world)
{
  return tranche_return_dialog_new (world->shop, world->order);
}

static AdwDialog *
open_contract (World *world)
{
  return tranche_contract_dialog_new (world->shop, world->order);
}

static AdwDialog *
open_link (World *world)
{
  return tranche_link_dialog_new (world->shop, world->order);
}

static AdwDialog *
open_new_order (World *world)
{
  return tranche_new_order_dialog_new (world->shop, NULL);
}

static AdwDialog *
open_repeat (World *world)
{
  return tranche_new_order_dialog_new_repeat (world->shop, world->order);
}

static AdwDialog *
open_bulk (World *world)
{
  g_autoptr (GPtrArray) orders = g_ptr_array_new ();

  g_ptr_array_add (orders, world->order);

  return tranche_bulk_dialog_new (world->shop, TRANCHE_OPERATION_CANCEL, orders);
}

static AdwDialog *
open_adopt (World *world)
{
  return tranche_adopt_dialog_new (world->shop, NULL);
}

static AdwDialog *
open_report (World *world)
{
  return tranche_report_dialog_new (world->shop, NULL);
}

static AdwDialog *
open_accounts (World *world)
{
  return tranche_accounts_dialog_new (world->shop);
}

static AdwDialog *
open_account (World *world)
{
  AdwDialog *dialog = tranche_accounts_dialog_new (world->shop);
  g_autoptr (TrancheConnection) connection =
    g_list_model_get_item (tranche_shop_get_connections (world->shop), 0);

  tranche_accounts_dialog_edit (TRANCHE_ACCOUNTS_DIALOG (dialog), connection);

  return dialog;
}

static AdwDialog *
open_new_account (World *world)
{
  AdwDialog *dialog = tranche_accounts_dialog_new (world->shop);

  tranche_accounts_dialog_add (TRANCHE_ACCOUNTS_DIALOG (dialog));

  return dialog;
}

static AdwDialog *
open_preferences (World *world)
{
  return tranche_preferences_dialog_new (world->settings);
}

static AdwDialog *
open_book (World *world)
{
  return tranche_book_dialog_new (world->shop, world->settings);
}

static AdwDialog *
open_restore (World *world)
{
  return tranche_restore_dialog_new
           (tranche_order_book_get_path (tranche_shop_get_book (world->shop)), g_get_tmp_dir ());
}

static AdwDialog *
open_import (World *world)
{
  return tranche_restore_dialog_new_import
           (tranche_order_book_get_path (tranche_shop_get_book (world->shop)));
}

static AdwDialog *
open_pin (World *world)
{
  tranche_pin_dialog_present (tranche_shop_get_guard (world->shop), TRANCHE_PIN_CHANGE,
                              GTK_WIDGET (world->window));

  return NULL;
}

static AdwDialog *
open_missed_plans (World *world)
{
  return tranche_missed_plans_dialog_new (tranche_shop_get_commit_plans (world->shop));
}

static const Case cases[] = {
  { "/dialogs-end/commit", open_commit },
  { "/dialogs-end/cancel", open_cancel },
  { "/dialogs-end/payout", open_payout },
  { "/dialogs-end/return", open_return },
  { "/dialogs-end/contract", open_contract },
  { "/dialogs-end/link", open_link },
  { "/dialogs-end/new-order", open_new_order },
  { "/dialogs-end/repeat", open_repeat },
  { "/dialogs-end/bulk", open_bulk },
  { "/dialogs-end/adopt", open_adopt },
  { "/dialogs-end/report", open_report },
  { "/dialogs-end/accounts", open_accounts },
  { "/dialogs-end/account", open_account },
  { "/dialogs-end/new-account", open_new_account },
  { "/dialogs-end/preferences", open_preferences },
  { "/dialogs-end/book", open_book },
  { "/dialogs-end/restore", open_restore },
  { "/dialogs-end/import", open_import },
  { "/dialogs-end/pin", open_pin },
  { "/dialogs-end/missed-plans", open_missed_plans },
};

/* Some order of the shop. */
static TrancheOrder *
find_order (TrancheShop *shop)
{
  TrancheOrderBook *book = tranche_shop_get_book (shop);
  g_autoptr (TrancheOrderQuery) query =
    tranche_order_query_new (TRANCHE_VIEW_ALL, NULL, NULL, TRANCHE_SORT_NUMBER, FALSE);
  g_autoptr (TrancheOrderList) list =
    tranche_order_list_new (book, tranche_shop_get_operations (shop));
  TrancheOrder *order = NULL;

  tranche_order_list_set_query (list, query);
  WAIT_UNTIL (g_list_model_get_n_items (G_LIST_MODEL (list)) > 0);
  while (order == NULL) {
    g_autoptr (TrancheOrderRow) row = g_list_model_get_item (G_LIST_MODEL (list), 0);

    order = tranche_order_row_get_order (row);
    if (order == NULL)
      wait_once ();
  }

  return g_object_ref (order);
}

static void
open_world (World *world)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tranche_shop_open_demo_async (NULL, store_result_cb, &result);
  wait_for_result (&result);
  world->shop = tranche_shop_open_demo_finish (result, &error);
  g_assert_no_error (error);
  world->order = find_order (world->shop);
  world->settings = g_settings_new ("io.github.tranche.Tranche");

  world->window = GTK_WINDOW (adw_window_new ());
  /* Something that has the focus before the dialog and after it: without it the
   * window holds on to what had the focus last, until the next event. */
  adw_window_set_content (ADW_WINDOW (world->window), gtk_button_new_with_label ("window"));
  gtk_window_set_default_size (world->window, 700, 900);
  gtk_window_present (world->window);
  WAIT_UNTIL (gtk_window_get_focus (world->window) != NULL);
}

static void
close_world (World *world)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  gtk_window_destroy (world->window);
  tranche_shop_close_async (world->shop, store_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (tranche_shop_close_finish (world->shop, result, &error));
  g_assert_no_error (error);
  g_clear_object (&world->order);
  g_clear_object (&world->settings);
  g_clear_object (&world->shop);
  settle_main_loop ();
}

int
main (int   argc,
      char *argv[])
{
  World world = { 0 };
  CaseData data[G_N_ELEMENTS (cases)];
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  open_world (&world);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    data[i] = (CaseData) { &world, &cases[i] };
    g_test_add_data_func (cases[i].path, &data[i], test_ends);
  }
  status = g_test_run ();
  close_world (&world);

  return status;
}
