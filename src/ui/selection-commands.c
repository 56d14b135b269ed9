/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/selection-commands.h"

#include <glib/gi18n.h>

#include "ui/bulk-dialog.h"
#include "ui/clipboard.h"
#include "ui/format.h"
#include "ui/pin-dialog.h"
#include "ui/stage-words.h"

struct _TrancheSelectionCommands {
  TrancheCommands parent_instance;

  TrancheShop *shop;
  TrancheOrderSelection *selection;
  TrancheSelectedOrders *selected;
  GtkWidget *parent; /* unowned */
  gboolean failed; /* it was told that an order could not be refreshed */
};

G_DEFINE_FINAL_TYPE (TrancheSelectionCommands, tranche_selection_commands, TRANCHE_TYPE_COMMANDS)

static void
select_orders_cb (GSimpleAction *action,
                  GVariant      *state,
                  gpointer       user_data)
{
  TrancheSelectionCommands *self = user_data;

  tranche_order_selection_set_gathering (self->selection, g_variant_get_boolean (state));
}

/* Whoever leaves has done with them. */
static void
leave_selection_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  TrancheSelectionCommands *self = user_data;

  tranche_order_selection_set_gathering (self->selection, FALSE);
  if (tranche_order_selection_get_n_selected (self->selection) > 1)
    tranche_order_selection_set_id (self->selection, 0);
}

static void
select_all_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  TrancheSelectionCommands *self = user_data;

  gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->selection));
}

static void
present_dialog (TrancheSelectionCommands *self,
                TrancheOperation          operation)
{
  GPtrArray *orders = tranche_selected_orders_get_orders (self->selected);

  if (orders != NULL)
    adw_dialog_present (tranche_bulk_dialog_new (self->shop, operation, orders), self->parent);
}

static void
commit_selected_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  present_dialog (user_data, TRANCHE_OPERATION_COMMIT);
}

static void
passed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TrancheSelectionCommands) self = user_data;

  /* The window may have gone meanwhile. */
  if (tranche_pin_dialog_ask_finish (TRANCHE_GUARD (source), result, NULL) && self->shop != NULL)
    present_dialog (self, TRANCHE_OPERATION_CANCEL);
}

static void
cancel_selected_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  TrancheSelectionCommands *self = user_data;

  tranche_pin_dialog_ask_async (tranche_shop_get_guard (self->shop), self->parent,
                                passed_cb, g_object_ref (self));
}

/* One failure of many is told; each order tells its own. */
static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (TrancheSelectionCommands) self = user_data;
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GError) error = NULL;

  order = tranche_operations_refresh_finish (TRANCHE_OPERATIONS (source), result, &error);
  if (order != NULL || self->failed || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->failed = TRUE;
  tranche_commands_fail_with (TRANCHE_COMMANDS (self), error);
}

/* The accounts' own limits keep the pace. */
static void
refresh_selected_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  TrancheSelectionCommands *self = user_data;
  GPtrArray *orders = tranche_selected_orders_get_orders (self->selected);

  self->failed = FALSE;
  for (guint i = 0; orders != NULL && i < orders->len; i++) {
    TrancheOrder *order = g_ptr_array_index (orders, i);

    if (tranche_order_get_stage (order) != TRANCHE_STAGE_DRAFT)
      tranche_operations_refresh_async (tranche_shop_get_operations (self->shop), order,
                                        TRANCHE_PRIORITY_USER,
                                        tranche_commands_get_cancellable (TRANCHE_COMMANDS (self)),
                                        refreshed_cb, g_object_ref (self));
  }
}

/* As lines that a spreadsheet parts into columns. */
static void
copy_selected_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  TrancheSelectionCommands *self = user_data;
  GPtrArray *orders = tranche_selected_orders_get_orders (self->selected);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; orders != NULL && i < orders->len; i++) {
    TrancheOrder *order = g_ptr_array_index (orders, i);
    const TrancheCustomer *customer = tranche_order_get_customer (order);
    g_autofree char *name = customer != NULL ? tranche_customer_get_full_name (customer) : NULL;
    g_autofree char *amount = tranche_format_money (tranche_order_get_amount (order));

    g_string_append_printf (text, "%s\t%s\t%s\t%s\n", tranche_order_get_number (order),
                            name != NULL ? name : "", amount,
                            tranche_stage_label (tranche_order_get_stage (order)));
  }

  tranche_clipboard_copy (self->parent, text->str);
}

static const GActionEntry entries[] = {
  { .name = "select-orders", .state = "false", .change_state = select_orders_cb },
  { .name = "leave-selection", .activate = leave_selection_cb },
  { .name = "select-all", .activate = select_all_cb },
  { .name = "commit-selected", .activate = commit_selected_cb },
  { .name = "cancel-selected", .activate = cancel_selected_cb },
  { .name = "refresh-selected", .activate = refresh_selected_cb },
  { .name = "copy-selected", .activate = copy_selected_cb },
};

/* The actions from this one on need orders that were read. */
#define FIRST_WITH_ORDERS 3

static void
tranche_selection_commands_update (TrancheCommands *commands)
{
  TrancheSelectionCommands *self = TRANCHE_SELECTION_COMMANDS (commands);
  gboolean read = tranche_selected_orders_get_orders (self->selected) != NULL;
  gboolean gathering = tranche_order_selection_get_gathering (self->selection);
  gboolean several = tranche_order_selection_get_n_selected (self->selection) > 1;
  gboolean locked = tranche_guard_get_locked (tranche_shop_get_guard (self->shop));

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++) {
    gboolean enabled = TRUE;

    if (entries[i].activate == leave_selection_cb)
      enabled = gathering || several;
    else if (i >= FIRST_WITH_ORDERS)
      enabled = read;
    if (entries[i].activate == commit_selected_cb || entries[i].activate == cancel_selected_cb)
      enabled = enabled && !locked;

    tranche_commands_set_enabled (commands, entries[i].name, enabled);
  }
  g_simple_action_set_state (G_SIMPLE_ACTION (tranche_commands_lookup (commands, "select-orders")),
                             g_variant_new_boolean (gathering));
}

static void
tranche_selection_commands_dispose (GObject *object)
{
  TrancheSelectionCommands *self = TRANCHE_SELECTION_COMMANDS (object);

  g_clear_object (&self->selected);
  g_clear_object (&self->selection);
  g_clear_object (&self->shop);

  G_OBJECT_CLASS (tranche_selection_commands_parent_class)->dispose (object);
}

static void
tranche_selection_commands_class_init (TrancheSelectionCommandsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tranche_selection_commands_dispose;
  TRANCHE_COMMANDS_CLASS (klass)->update = tranche_selection_commands_update;
}

static void
tranche_selection_commands_init (TrancheSelectionCommands *self)
{
  tranche_commands_add (TRANCHE_COMMANDS (self), entries, G_N_ELEMENTS (entries));
}

TrancheSelectionCommands *
tranche_selection_commands_new (TrancheShop           *shop,
                                TrancheOrderSelection *selection,
                                TrancheSelectedOrders *selected,
                                GtkWidget             *parent)
{
  TrancheSelectionCommands *self = g_object_new (TRANCHE_TYPE_SELECTION_COMMANDS, NULL);

  self->shop = g_object_ref (shop);
  self->selection = g_object_ref (selection);
  self->selected = g_object_ref (selected);
  self->parent = parent;
  g_signal_connect_object (selection, "notify::gathering",
                           G_CALLBACK (tranche_commands_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selected, "changed",
                           G_CALLBACK (tranche_commands_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tranche_shop_get_guard (shop), "notify::locked",
                           G_CALLBACK (tranche_commands_update), self, G_CONNECT_SWAPPED);
  tranche_commands_update (TRANCHE_COMMANDS (self));

  return self;
}
