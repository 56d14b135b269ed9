/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "fake-shop.h"
#include "ui/field-row.h"
#include "ui/item-row.h"
#include "ui/items-group.h"
#include "ui/new-order-dialog.h"
#include "ui/stage-words.h"
#include "widgets.h"

typedef struct {
  Fixture base;

  TrancheShop *shop;
  GtkWindow *window;
  AdwDialog *dialog;
} OrderFixture;

static void
set_up (OrderFixture  *fixture,
        gconstpointer  data)
{
  fixture_set_up (&fixture->base, data);
  fixture->shop = fake_shop_new (&fixture->base);
  fixture->window = GTK_WINDOW (adw_window_new ());
  /* Takes the focus back: the window would hold on to the closed dialog until the
   * next event. */
  adw_window_set_content (ADW_WINDOW (fixture->window), gtk_button_new_with_label ("window"));
  gtk_window_set_default_size (fixture->window, 700, 900);
  gtk_window_present (fixture->window);
}

static void
tear_down (OrderFixture  *fixture,
           gconstpointer  data)
{
  adw_dialog_force_close (fixture->dialog);
  WAIT_UNTIL (gtk_widget_get_root (GTK_WIDGET (fixture->dialog)) == NULL);
  settle_main_loop ();
  gtk_window_destroy (fixture->window);
  settle_main_loop ();
  g_assert_finalize_object (g_steal_pointer (&fixture->dialog));
  /* The book may still be telling its goods. */
  WAIT_UNTIL (G_OBJECT (fixture->shop)->ref_count == 1);
  g_assert_finalize_object (g_steal_pointer (&fixture->shop));
  fixture_tear_down (&fixture->base, data);
}

static GtkWidget *
show (OrderFixture *fixture,
      AdwDialog    *dialog)
{
  fixture->dialog = g_object_ref_sink (dialog);
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  settle_main_loop ();

  return GTK_WIDGET (dialog);
}

/* The first field with this label. */
static GtkEditable *
find_field (GtkWidget  *root,
            const char *label)
{
  if (TRANCHE_IS_FIELD_ROW (root)) {
    g_autofree char *own = NULL;

    g_object_get (root, "label", &own, NULL);
    if (g_strcmp0 (own, label) == 0)
      return GTK_EDITABLE (root);
  }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkEditable *found = find_field (child, label);

    if (found != NULL)
      return found;
  }

  return NULL;
}

static void
type (GtkWidget  *dialog,
      const char *label,
      const char *text)
{
  gtk_editable_set_text (find_field (dialog, label), text);
}

/* It is said before anything is typed, and mended on the spot. */
static void
test_locked (OrderFixture  *fixture,
             gconstpointer  data)
{
  GtkWidget *dialog;

  tranche_connection_set_bank (fixture->base.connection, NULL);
  tranche_connection_set_state (fixture->base.connection, TRANCHE_CONNECTION_KEYRING_LOCKED);
  dialog = show (fixture, tranche_new_order_dialog_new (fixture->shop, NULL));
  WAIT_UNTIL (find_button (dialog, "Unlock") != NULL);

  press (find_button (dialog, "Unlock"));
  WAIT_UNTIL (find_button (dialog, "Unlock") == NULL);
}

static void
test_ready (OrderFixture  *fixture,
            gconstpointer  data)
{
  GtkWidget *dialog = show (fixture, tranche_new_order_dialog_new (fixture->shop, NULL));

  g_assert_null (find_button (dialog, "Unlock"));
  /* No Enter sends an order. */
  g_assert_null (adw_dialog_get_default_widget (fixture->dialog));
}

/* The lines that are sent add up to the sum that is shown. */
static void
test_discount (OrderFixture  *fixture,
               gconstpointer  data)
{
  GtkWidget *dialog = show (fixture, tranche_new_order_dialog_new (fixture->shop, NULL));
  g_autoptr (TrancheOrderDraft) draft = tranche_order_draft_new ("RUB");
  g_autoptr (GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_field_problem_free);
  TrancheItemsGroup *goods =
    TRANCHE_ITEMS_GROUP (find_type (dialog, TRANCHE_TYPE_ITEMS_GROUP));
  TrancheItemRow *row = TRANCHE_ITEM_ROW (find_type (dialog, TRANCHE_TYPE_ITEM_ROW));
  TrancheMoney sum;

  type (dialog, "Name", "Чашка");
  type (dialog, "Price of one piece", "10");
  tranche_item_row_add_piece (row);
  tranche_item_row_add_piece (row);
  type (dialog, "Discount, such as 500 or 10 % (optional)", "1");
  sum = tranche_items_group_get_sum (goods);
  g_assert_cmpint (sum.minor, ==, 2900);

  tranche_items_group_collect (goods, draft, problems);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_true (tranche_order_items_sum (tranche_order_draft_get_items (draft), "RUB", &sum,
                                          NULL));
  g_assert_cmpint (sum.minor, ==, 2900);
  g_assert_cmpuint (tranche_order_draft_get_items (draft)->len, ==, 2);

  type (dialog, "Discount, such as 500 or 10 % (optional)", "30.01");
  sum = tranche_items_group_get_sum (goods);
  g_assert_false (tranche_money_is_set (&sum));
  tranche_items_group_collect (goods, draft, problems);
  g_assert_cmpuint (problems->len, ==, 1);
}

static TrancheOrder *
add_order (OrderFixture *fixture,
           TrancheStage  stage)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (TrancheOrder) order = tranche_order_new ();
  TrancheMoney amount = tranche_money (249999, "RUB");
  TrancheCustomer customer = { .phone = (char *) "+79998887766", .last_name = (char *) "Иванова" };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TrancheOrder *added = NULL;

  tranche_order_set_account_id (order, tranche_account_get_id (fixture->base.account));
  tranche_order_set_number (order, "A-1");
  tranche_order_set_stage (order, stage);
  tranche_order_set_reason (order, stage == TRANCHE_STAGE_REJECTED ? TRANCHE_REASON_LIMIT
                                                                   : TRANCHE_REASON_NONE);
  tranche_order_set_amount (order, &amount);
  tranche_order_set_customer (order, &customer);
  tranche_order_set_created_at (order, now);
  tranche_order_book_add_async (fixture->base.book, order, TRANCHE_ORIGIN_USER, NULL,
                                store_result_cb, &result);
  wait_for_result (&result);
  added = tranche_order_book_add_finish (fixture->base.book, result, &error);
  g_assert_no_error (error);

  return added;
}

/* What was made before is offered again, and told of. */
static void
test_known (OrderFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = add_order (fixture, TRANCHE_STAGE_WAITING);
  const char *sum = "2 499,99";
  GtkWidget *dialog = show (fixture, tranche_new_order_dialog_new (fixture->shop, NULL));

  type (dialog, "Name", "Чашка");
  type (dialog, "Price of one piece", sum);
  type (dialog, "Phone", "8 (999) 888-77-66");
  WAIT_UNTIL (shows_text (dialog, "has an order of the same sum today: A-1"));
  type (dialog, "Price of one piece", "1");
  g_assert_false (shows_text (dialog, "has an order of the same sum today"));

  /* Who it is can be had by a press, and is not offered where a name is typed. */
  WAIT_UNTIL (find_button (dialog, "Fill In") != NULL);
  press (find_button (dialog, "Fill In"));
  g_assert_cmpstr (gtk_editable_get_text (find_field (dialog, "Last name")), ==, "Иванова");
  g_assert_cmpstr (gtk_editable_get_text (find_field (dialog, "Phone")), ==, "8 (999) 888-77-66");
  g_assert_null (find_button (dialog, "Fill In"));

  /* A short number is nobody's. */
  type (dialog, "Price of one piece", sum);
  g_assert_true (shows_text (dialog, "has an order of the same sum today"));
  type (dialog, "Phone", "12");
  g_assert_false (shows_text (dialog, "has an order of the same sum today"));
}

static void
test_repeat (OrderFixture  *fixture,
             gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = add_order (fixture, TRANCHE_STAGE_REJECTED);
  GtkWidget *dialog;
  const char *number;

  g_assert_cmpint (tranche_order_get_reason (order), ==, TRANCHE_REASON_LIMIT);
  dialog = show (fixture, tranche_new_order_dialog_new_repeat (fixture->shop, order));
  number = gtk_editable_get_text (find_field (dialog, "Order number"));

  g_assert_cmpstr (number, !=, "A-1");
  g_assert_cmpstr (number, !=, "");
  g_assert_cmpstr (gtk_editable_get_text (find_field (dialog, "Phone")), ==,
                   tranche_order_get_customer (order)->phone);
  WAIT_UNTIL (shows_text (dialog, tranche_reason_advice (TRANCHE_REASON_LIMIT)));
}

/* A draft is not made a second time: it goes on under its number. */
static void
test_draft (OrderFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = add_order (fixture, TRANCHE_STAGE_DRAFT);
  GtkWidget *dialog = show (fixture, tranche_new_order_dialog_new_draft (fixture->shop, order));

  g_assert_cmpstr (gtk_editable_get_text (find_field (dialog, "Order number")), ==, "A-1");
  g_assert_cmpstr (gtk_editable_get_text (find_field (dialog, "Phone")), ==,
                   tranche_order_get_customer (order)->phone);
}

#define ADD(path, function) \
  g_test_add (path, OrderFixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/new-order-dialog/locked", test_locked);
  ADD ("/new-order-dialog/ready", test_ready);
  ADD ("/new-order-dialog/discount", test_discount);
  ADD ("/new-order-dialog/known", test_known);
  ADD ("/new-order-dialog/repeat", test_repeat);
  ADD ("/new-order-dialog/draft", test_draft);

  return g_test_run ();
}
