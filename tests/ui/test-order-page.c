/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "core/bank-error.h"
#include "fake-shop.h"
#include "ui/history-row.h"
#include "ui/order-goods.h"
#include "ui/order-page.h"
#include "widgets.h"

typedef struct {
  Fixture base;

  TrancheShop *shop;
  TrancheClock *clock;
  TrancheOrderRow *row;
  GtkWidget *page;
  GtkWindow *window;
  /* The name of the action of the window that was last activated. */
  const char *activated;
} PageFixture;

static void
activate_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  PageFixture *fixture = user_data;

  fixture->activated = g_action_get_name (G_ACTION (action));
}

static void
set_up (PageFixture   *fixture,
        gconstpointer  data)
{
  const char *names[] = { "commit", "cancel-order", "check-payout", "refresh-order", "show-link",
                          "edit-draft", "delete-draft" };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GDateTime) now = g_date_time_new_utc (2025, 12, 3, 12, 0, 0);

  fixture_set_up (&fixture->base, data);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (GSimpleAction) action = g_simple_action_new (names[i], NULL);

    g_signal_connect (action, "activate", G_CALLBACK (activate_cb), fixture);
    g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
  }

  fixture->shop = fake_shop_new (&fixture->base);
  fixture->clock = tranche_clock_new ();
  tranche_clock_set_now (fixture->clock, now);
  fixture->page = g_object_new (TRANCHE_TYPE_ORDER_PAGE,
                                "shop", fixture->shop,
                                "clock", fixture->clock,
                                NULL);
  fixture->window = GTK_WINDOW (adw_window_new ());
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "win", G_ACTION_GROUP (actions));
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->page);
  gtk_window_set_default_size (fixture->window, 400, 600);
  gtk_window_present (fixture->window);
}

static void
tear_down (PageFixture   *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->window);
  g_clear_object (&fixture->row);
  g_clear_object (&fixture->clock);
  settle_main_loop ();
  g_assert_finalize_object (g_steal_pointer (&fixture->shop));

  fixture_tear_down (&fixture->base, data);
}

static TrancheOrder *
show_order (PageFixture  *fixture,
            TrancheStage  stage)
{
  TrancheOrder *order = fixture_add_order (&fixture->base, "T-1", stage);

  fixture->row = tranche_order_row_new (tranche_order_get_id (order));
  tranche_order_row_set_order (fixture->row, order);
  tranche_order_page_set_row (TRANCHE_ORDER_PAGE (fixture->page), fixture->row);

  return order;
}

static void
test_nothing_selected (PageFixture   *fixture,
                       gconstpointer  data)
{
  g_assert_true (shows_text (fixture->page, "No Order Selected"));
  g_assert_null (find_button (fixture->page, "Commit…"));
}

static void
test_ready (PageFixture   *fixture,
            gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = show_order (fixture, TRANCHE_STAGE_READY);
  GtkWidget *commit = find_button (fixture->page, "Commit…");
  GtkWidget *cancel = find_button (fixture->page, "Cancel Order…");

  g_assert_true (shows_text (fixture->page, "T-1"));
  g_assert_true (shows_text (fixture->page, "Ready to commit"));

  g_assert_true (gtk_widget_is_sensitive (commit));
  press (commit);
  g_assert_cmpstr (fixture->activated, ==, "commit");

  press (find_button (fixture->page, "Check Payout…"));
  g_assert_cmpstr (fixture->activated, ==, "check-payout");
  press (find_button (fixture->page, "Refresh Now"));
  g_assert_cmpstr (fixture->activated, ==, "refresh-order");

  /* The reason stands beside the button and in its tooltip. */
  g_assert_false (gtk_widget_is_sensitive (cancel));
  g_assert_true (shows_text (fixture->page, "This bank does not cancel a signed order"));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (cancel), ==,
                   "This bank does not cancel a signed order");
}

/* What was never sent is gone on with or given up, and nothing else is offered. */
static void
test_draft (PageFixture   *fixture,
            gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = show_order (fixture, TRANCHE_STAGE_DRAFT);
  g_autoptr (TrancheOrder) sent = tranche_order_copy (order);
  TrancheGuard *guard = tranche_shop_get_guard (fixture->shop);
  g_autoptr (GAsyncResult) set = NULL;
  g_autoptr (GAsyncResult) locked = NULL;
  g_autoptr (GAsyncResult) unlocked = NULL;

  press (find_button (fixture->page, "Edit and Send…"));
  g_assert_cmpstr (fixture->activated, ==, "edit-draft");
  press (find_button (fixture->page, "Delete Draft…"));
  g_assert_cmpstr (fixture->activated, ==, "delete-draft");
  g_assert_null (find_button (fixture->page, "Cancel Order…"));
  g_assert_null (find_button (fixture->page, "Check Payout…"));

  tranche_guard_change_async (guard, "", "2468", NULL, store_result_cb, &set);
  wait_for_result (&set);
  tranche_guard_lock_async (guard, NULL, store_result_cb, &locked);
  wait_for_result (&locked);
  g_assert_true (tranche_guard_get_locked (guard));
  WAIT_UNTIL (!gtk_widget_is_sensitive (find_button (fixture->page, "Edit and Send…")));
  g_assert_false (gtk_widget_is_sensitive (find_button (fixture->page, "Delete Draft…")));
  g_assert_true (shows_text (fixture->page, "The window is locked"));
  tranche_guard_unlock_async (guard, "2468", NULL, store_result_cb, &unlocked);
  wait_for_result (&unlocked);
  WAIT_UNTIL (gtk_widget_is_sensitive (find_button (fixture->page, "Edit and Send…")));

  tranche_order_row_set_operation (fixture->row, TRANCHE_OPERATION_CREATE);
  g_assert_false (gtk_widget_is_sensitive (find_button (fixture->page, "Edit and Send…")));
  g_assert_false (gtk_widget_is_sensitive (find_button (fixture->page, "Delete Draft…")));

  tranche_order_set_stage (sent, TRANCHE_STAGE_WAITING);
  tranche_order_row_set_order (fixture->row, sent);
  g_assert_null (find_button (fixture->page, "Edit and Send…"));
  g_assert_null (find_button (fixture->page, "Delete Draft…"));
}

/* A customer who has not signed is shown the link; what only comes later, or
 * came and went, does not stand in the way. */
static void
test_by_stage (PageFixture   *fixture,
               gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = show_order (fixture, TRANCHE_STAGE_WAITING);
  g_autoptr (TrancheOrder) linked = tranche_order_copy (order);
  g_autoptr (TrancheOrder) committed = tranche_order_copy (order);

  g_assert_null (find_button (fixture->page, "Show to the Customer"));
  g_assert_null (find_button (fixture->page, "Commit…"));
  g_assert_nonnull (find_button (fixture->page, "Cancel Order…"));

  tranche_order_set_link (linked, "https://example.org/a");
  tranche_order_row_set_order (fixture->row, linked);
  press (find_button (fixture->page, "Show to the Customer"));
  g_assert_cmpstr (fixture->activated, ==, "show-link");

  tranche_order_set_stage (committed, TRANCHE_STAGE_COMMITTED);
  tranche_order_row_set_order (fixture->row, committed);
  g_assert_null (find_button (fixture->page, "Show to the Customer"));
  g_assert_null (find_button (fixture->page, "Cancel Order…"));
  g_assert_nonnull (find_button (fixture->page, "Check Payout…"));
}

static void
test_cooling (PageFixture   *fixture,
              gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = show_order (fixture, TRANCHE_STAGE_COOLING);
  g_autoptr (TrancheOrder) later = tranche_order_copy (order);
  g_autoptr (GDateTime) until = g_date_time_new_utc (2025, 12, 3, 16, 40, 0);
  g_autoptr (GDateTime) after = g_date_time_new_utc (2025, 12, 3, 16, 41, 0);
  GtkWidget *commit = find_button (fixture->page, "Commit…");

  tranche_order_set_cooling_until (later, until);
  tranche_order_row_set_order (fixture->row, later);
  g_assert_false (gtk_widget_is_sensitive (commit));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (commit), ==, "Cooling off until 16:40");

  /* Time passes while somebody looks on. */
  tranche_clock_set_now (fixture->clock, after);
  g_assert_false (gtk_widget_is_sensitive (commit));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (commit), ==,
                   "Refresh first: the cooling-off period has ended");
}

static void
test_under_way (PageFixture   *fixture,
                gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = show_order (fixture, TRANCHE_STAGE_READY);
  GtkWidget *commit = find_button (fixture->page, "Commit…");

  tranche_order_row_set_operation (fixture->row, TRANCHE_OPERATION_COMMIT);
  g_assert_false (gtk_widget_is_sensitive (commit));
  g_assert_true (shows_text (fixture->page, "Committing…"));

  tranche_order_row_set_operation (fixture->row, TRANCHE_OPERATION_NONE);
  g_assert_true (gtk_widget_is_sensitive (commit));
  g_assert_false (shows_text (fixture->page, "Committing…"));
}

static void
test_keyring_locked (PageFixture   *fixture,
                     gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = show_order (fixture, TRANCHE_STAGE_READY);
  GtkWidget *commit = find_button (fixture->page, "Commit…");

  tranche_connection_set_state (fixture->base.connection, TRANCHE_CONNECTION_KEYRING_LOCKED);
  g_assert_false (gtk_widget_is_sensitive (commit));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (commit), ==, "Unlock the keyring first");

  tranche_connection_set_state (fixture->base.connection, TRANCHE_CONNECTION_READY);
  g_assert_true (gtk_widget_is_sensitive (commit));
}

static void
test_last_error (PageFixture   *fixture,
                 gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = show_order (fixture, TRANCHE_STAGE_WAITING);
  g_autoptr (TrancheOrder) failed = tranche_order_copy (order);

  g_assert_false (shows_text (fixture->page, "No connection to the bank"));

  tranche_order_set_last_error (failed, TRANCHE_BANK_ERROR_NETWORK, "No route to host");
  tranche_order_row_set_order (fixture->row, failed);
  g_assert_true (shows_text (fixture->page, "No connection to the bank"));
  g_assert_true (shows_text (fixture->page, "Check the network and try again."));

  tranche_order_row_set_order (fixture->row, order);
  g_assert_false (shows_text (fixture->page, "No connection to the bank"));
}

/* A new answer changes what differs; the goods and the history stay. */
static void
test_stays (PageFixture   *fixture,
            gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = show_order (fixture, TRANCHE_STAGE_WAITING);
  g_autoptr (TrancheOrder) answer = tranche_order_copy (order);
  g_autoptr (TrancheOrder) applied = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *goods = find_type (find_type (fixture->page, TRANCHE_TYPE_ORDER_GOODS),
                                ADW_TYPE_ACTION_ROW);
  GtkWidget *history;

  g_assert_nonnull (goods);
  WAIT_UNTIL (find_type (fixture->page, TRANCHE_TYPE_HISTORY_ROW) != NULL);
  history = find_type (fixture->page, TRANCHE_TYPE_HISTORY_ROW);

  tranche_order_set_stage (answer, TRANCHE_STAGE_APPROVED);
  tranche_order_book_apply_async (fixture->base.book, tranche_order_get_id (order), answer,
                                  TRANCHE_ORIGIN_POLL, NULL, store_result_cb, &result);
  wait_for_result (&result);
  applied = tranche_order_book_apply_finish (fixture->base.book, result, &error);
  g_assert_no_error (error);

  tranche_order_row_set_order (fixture->row, applied);
  g_assert_true (shows_text (fixture->page, "the customer has not signed yet"));
  g_assert_true (find_type (find_type (fixture->page, TRANCHE_TYPE_ORDER_GOODS),
                            ADW_TYPE_ACTION_ROW) == goods);

  /* The new entry stands above the one that was there. */
  WAIT_UNTIL (find_type (fixture->page, TRANCHE_TYPE_HISTORY_ROW) != history);
  g_assert_true (gtk_widget_get_next_sibling (find_type (fixture->page, TRANCHE_TYPE_HISTORY_ROW))
                 == history);
}

/* What a customer or a bank wrote is text and never markup. */
static void
test_markup (PageFixture   *fixture,
             gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = show_order (fixture, TRANCHE_STAGE_WAITING);
  g_autoptr (TrancheOrder) strange = tranche_order_copy (order);
  g_autoptr (TrancheCustomer) customer = tranche_customer_new ();
  g_autoptr (GPtrArray) items
    = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_order_item_unref);
  TrancheMoney price = tranche_money (100, "RUB");

  customer->last_name = g_strdup ("A & <b>B</b>");
  tranche_order_set_customer (strange, customer);
  g_ptr_array_add (items, tranche_order_item_new ("Sofa & <i>pouf</i>", 1, &price, NULL, NULL));
  tranche_order_set_items (strange, items);
  tranche_order_row_set_order (fixture->row, strange);

  g_assert_true (shows_text (fixture->page, "A & <b>B</b>"));
  g_assert_true (shows_text (fixture->page, "Sofa & <i>pouf</i>"));
}

#define ADD(path, function) \
  g_test_add (path, PageFixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/order-page/nothing-selected", test_nothing_selected);
  ADD ("/order-page/ready", test_ready);
  ADD ("/order-page/draft", test_draft);
  ADD ("/order-page/by-stage", test_by_stage);
  ADD ("/order-page/cooling", test_cooling);
  ADD ("/order-page/under-way", test_under_way);
  ADD ("/order-page/keyring-locked", test_keyring_locked);
  ADD ("/order-page/last-error", test_last_error);
  ADD ("/order-page/stays", test_stays);
  ADD ("/order-page/markup", test_markup);

  return g_test_run ();
}
