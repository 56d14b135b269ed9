/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/selection-commands.h"

#include <glib/gi18n.h>

#include "ui/bulk-dialog.h"
#include "ui/clipboard.h"
#include "ui/error-words.h"
#include "ui/format.h"
#include "ui/pin-dialog.h"
#include "ui/stage-words.h"

struct _TrancheSelectionCommands {
  GObject parent_instance;

  TrancheShop *shop;
  TrancheOrderSelection *selection;
  TrancheSelectedOrders *selected;
  GtkWidget *parent; /* unowned */
  GSimpleActionGroup *actions;
  GCancellable *cancellable;
  gboolean failed; /* it was told that an order could not be refreshed */
  gboolean blocked;
};

G_DEFINE_FINAL_TYPE (TrancheSelectionCommands, tranche_selection_commands, G_TYPE_OBJECT)

enum {
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

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
  g_autoptr (TrancheErrorWords) words = NULL;
  g_autoptr (GError) error = NULL;

  order = tranche_operations_refresh_finish (TRANCHE_OPERATIONS (source), result, &error);
  if (order != NULL || self->failed || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->failed = TRUE;
  words = tranche_error_words_new (error, TRANCHE_OPERATION_NONE);
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, words->title);
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
                                        TRANCHE_PRIORITY_USER, self->cancellable,
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

static GSimpleAction *
get_action (TrancheSelectionCommands *self,
            guint                     i)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions),
                                                      entries[i].name));
}

static void
update (TrancheSelectionCommands *self)
{
  gboolean read = tranche_selected_orders_get_orders (self->selected) != NULL;
  gboolean gathering = tranche_order_selection_get_gathering (self->selection);
  gboolean several = tranche_order_selection_get_n_selected (self->selection) > 1;
  gboolean locked = tranche_guard_get_locked (tranche_shop_get_guard (self->shop));

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++) {
    gboolean enabled = !self->blocked;

    if (entries[i].activate == leave_selection_cb)
      enabled = enabled && (gathering || several);
    else if (i >= FIRST_WITH_ORDERS)
      enabled = enabled && read;
    if (entries[i].activate == commit_selected_cb || entries[i].activate == cancel_selected_cb)
      enabled = enabled && !locked;

    g_simple_action_set_enabled (get_action (self, i), enabled);
  }
  g_simple_action_set_state (get_action (self, 0), g_variant_new_boolean (gathering));
}

static void
tranche_selection_commands_dispose (GObject *object)
{
  TrancheSelectionCommands *self = TRANCHE_SELECTION_COMMANDS (object);

  g_cancellable_cancel (self->cancellable);
  /* The window may hold the actions longer than it holds this. */
  for (guint i = 0; self->actions != NULL && i < G_N_ELEMENTS (entries); i++)
    g_signal_handlers_disconnect_by_data (get_action (self, i), self);
  g_clear_object (&self->actions);
  g_clear_object (&self->selected);
  g_clear_object (&self->selection);
  g_clear_object (&self->shop);

  G_OBJECT_CLASS (tranche_selection_commands_parent_class)->dispose (object);
}

static void
tranche_selection_commands_finalize (GObject *object)
{
  TrancheSelectionCommands *self = TRANCHE_SELECTION_COMMANDS (object);

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (tranche_selection_commands_parent_class)->finalize (object);
}

static void
tranche_selection_commands_class_init (TrancheSelectionCommandsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tranche_selection_commands_dispose;
  object_class->finalize = tranche_selection_commands_finalize;

  signals[SIGNAL_FAILED] =
    g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tranche_selection_commands_init (TrancheSelectionCommands *self)
{
  self->cancellable = g_cancellable_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions),
                                   entries, G_N_ELEMENTS (entries), self);
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
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selected, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tranche_shop_get_guard (shop), "notify::locked",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}

void
tranche_selection_commands_install (TrancheSelectionCommands *self,
                                    GActionMap               *map)
{
  g_return_if_fail (TRANCHE_IS_SELECTION_COMMANDS (self));

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_action_map_add_action (map, G_ACTION (get_action (self, i)));
}

void
tranche_selection_commands_set_blocked (TrancheSelectionCommands *self,
                                        gboolean                  blocked)
{
  g_return_if_fail (TRANCHE_IS_SELECTION_COMMANDS (self));

  self->blocked = blocked;
  update (self);
}
