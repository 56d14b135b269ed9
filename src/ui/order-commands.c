/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-commands.h"

#include <glib/gi18n.h>

#include "ui/cancel-dialog.h"
#include "ui/commit-dialog.h"
#include "ui/contract-dialog.h"
#include "ui/link-dialog.h"
#include "ui/payout-dialog.h"
#include "ui/pin-dialog.h"
#include "ui/return-dialog.h"
#include "ui/slip-print.h"

struct _TrancheOrderCommands {
  TrancheCommands parent_instance;

  TrancheShop *shop;
  TrancheClock *clock;
  TrancheCurrentOrder *current;
  GtkWidget *parent; /* unowned */
  gint64 wanted_id; /* the order whose commit is to be asked about, or 0 */
};

G_DEFINE_FINAL_TYPE (TrancheOrderCommands, tranche_order_commands, TRANCHE_TYPE_COMMANDS)

/* What each action is allowed by, the dialog that it opens, and whether that is for
 * who knows the PIN. */
static const struct {
  const char *name;
  TrancheOrderAction action;
  AdwDialog *(* create) (TrancheShop *shop, TrancheOrder *order);
  gboolean guarded;
} rules[] = {
  { "commit", TRANCHE_ORDER_ACTION_COMMIT, tranche_commit_dialog_new, FALSE },
  { "cancel-order", TRANCHE_ORDER_ACTION_CANCEL, tranche_cancel_dialog_new, TRUE },
  { "check-payout", TRANCHE_ORDER_ACTION_CHECK_PAYOUT, tranche_payout_dialog_new, FALSE },
  { "refresh-order", TRANCHE_ORDER_ACTION_REFRESH, NULL, FALSE },
  { "show-link", TRANCHE_ORDER_ACTION_SHOW_LINK, tranche_link_dialog_new, FALSE },
  { "contract", TRANCHE_ORDER_ACTION_CONTRACT, tranche_contract_dialog_new, FALSE },
  { "return-goods", TRANCHE_ORDER_ACTION_RETURN, tranche_return_dialog_new, TRUE },
};

static gboolean
is_allowed (TrancheOrderCommands *self,
            TrancheOrderAction    action)
{
  return !tranche_commands_get_blocked (TRANCHE_COMMANDS (self)) &&
         tranche_current_order_allows (self->current, action, tranche_clock_get_now (self->clock));
}

/* Its state is what the book says, whoever has switched it. */
static void
update_plan (TrancheOrderCommands *self)
{
  TrancheOrder *order = tranche_current_order_get_order (self->current);
  GAction *action = tranche_commands_lookup (TRANCHE_COMMANDS (self), "plan-commit");
  gboolean planned = order != NULL && tranche_order_get_commit_planned (order);
  gboolean cooling = order != NULL && tranche_order_get_stage (order) == TRANCHE_STAGE_COOLING;
  gboolean free = tranche_current_order_get_operation (self->current) == TRANCHE_OPERATION_NONE;

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (planned));
  tranche_commands_set_enabled (TRANCHE_COMMANDS (self), "plan-commit",
                                !tranche_current_order_get_locked (self->current) && free && (planned || cooling));
}

/* As soon as the order is there and may be committed, and not when another one
 * was chosen meanwhile. */
static void
ask_about_wanted (TrancheOrderCommands *self)
{
  TrancheOrder *order = tranche_current_order_get_order (self->current);

  if (self->wanted_id == 0 || order == NULL)
    return;

  if (tranche_order_get_id (order) != self->wanted_id) {
    self->wanted_id = 0;
  } else if (is_allowed (self, TRANCHE_ORDER_ACTION_COMMIT)) {
    self->wanted_id = 0;
    g_action_activate (tranche_commands_lookup (TRANCHE_COMMANDS (self), "commit"), NULL);
  }
}

gboolean
tranche_order_commands_get_has_slip (TrancheOrderCommands *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_COMMANDS (self), FALSE);

  return is_allowed (self, TRANCHE_ORDER_ACTION_SHOW_LINK) &&
         tranche_stage_is_open (tranche_order_get_stage (
           tranche_current_order_get_order (self->current)));
}

static void
tranche_order_commands_update (TrancheCommands *commands)
{
  TrancheOrderCommands *self = TRANCHE_ORDER_COMMANDS (commands);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    tranche_commands_set_enabled (commands, rules[i].name, is_allowed (self, rules[i].action));

  update_plan (self);
  tranche_commands_set_enabled (commands, "print-slip", tranche_order_commands_get_has_slip (self));
  tranche_commands_set_enabled (commands, "copy-number",
                                tranche_current_order_get_order (self->current) != NULL);
  ask_about_wanted (self);
}

/* What is to be opened once the PIN was typed. */
typedef struct {
  TrancheOrderCommands *self;
  TrancheOrder *order;
  guint rule;
} Opening;

static void
passed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Opening *opening = user_data;
  g_autoptr (TrancheOrderCommands) self = opening->self;
  g_autoptr (TrancheOrder) order = opening->order;
  guint rule = opening->rule;

  g_free (opening);
  /* The window may have gone meanwhile. */
  if (tranche_pin_dialog_ask_finish (TRANCHE_GUARD (source), result, NULL) && self->shop != NULL)
    adw_dialog_present (rules[rule].create (self->shop, order), self->parent);
}

static void
dialog_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  TrancheOrderCommands *self = user_data;
  TrancheOrder *order = tranche_current_order_get_order (self->current);
  Opening *opening;
  guint rule = 0;

  while (!g_str_equal (rules[rule].name, g_action_get_name (G_ACTION (action))))
    rule++;

  if (!rules[rule].guarded) {
    adw_dialog_present (rules[rule].create (self->shop, order), self->parent);
    return;
  }

  opening = g_new0 (Opening, 1);
  opening->self = g_object_ref (self);
  opening->order = g_object_ref (order);
  opening->rule = rule;
  tranche_pin_dialog_ask_async (tranche_shop_get_guard (self->shop), self->parent,
                                passed_cb, opening);
}

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (TrancheOrderCommands) self = user_data;
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GError) error = NULL;

  order = tranche_operations_refresh_finish (TRANCHE_OPERATIONS (source), result, &error);
  if (order == NULL)
    tranche_commands_fail_with (TRANCHE_COMMANDS (self), error);
}

static void
refresh_order_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  TrancheOrderCommands *self = user_data;

  tranche_operations_refresh_async (tranche_shop_get_operations (self->shop),
                                    tranche_current_order_get_order (self->current),
                                    TRANCHE_PRIORITY_USER,
                                    tranche_commands_get_cancellable (TRANCHE_COMMANDS (self)),
                                    refreshed_cb, g_object_ref (self));
}

static void
plan_switched_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (TrancheOrderCommands) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!tranche_commit_plans_switch_finish (TRANCHE_COMMIT_PLANS (source), result, &error))
    tranche_commands_fail_with (TRANCHE_COMMANDS (self), error);
}

/* The state follows when the book has it. */
static void
plan_commit_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  TrancheOrderCommands *self = user_data;
  TrancheOrder *order = tranche_current_order_get_order (self->current);

  tranche_commit_plans_switch_async (tranche_shop_get_commit_plans (self->shop), order,
                                     !tranche_order_get_commit_planned (order),
                                     tranche_commands_get_cancellable (TRANCHE_COMMANDS (self)),
                                     plan_switched_cb, g_object_ref (self));
}

static void
slip_printed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (TrancheOrderCommands) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!tranche_slip_print_finish (result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tranche_commands_fail (TRANCHE_COMMANDS (self), _("The slip was not printed"));
}

static void
print_slip_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  TrancheOrderCommands *self = user_data;
  TrancheConnection *connection = tranche_current_order_get_connection (self->current);
  TrancheAccount *account = connection != NULL ? tranche_connection_get_account (connection) : NULL;
  GtkRoot *root = gtk_widget_get_root (self->parent);

  tranche_slip_print_async (tranche_slip_new_for_order (tranche_current_order_get_order (self->current),
                                                        account),
                            GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                            slip_printed_cb, g_object_ref (self));
}

static void
copy_number_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  TrancheOrderCommands *self = user_data;
  TrancheOrder *order = tranche_current_order_get_order (self->current);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->parent),
                          tranche_order_get_number (order));
}

static const GActionEntry entries[] = {
  { .name = "commit", .activate = dialog_cb },
  { .name = "cancel-order", .activate = dialog_cb },
  { .name = "check-payout", .activate = dialog_cb },
  { .name = "show-link", .activate = dialog_cb },
  { .name = "contract", .activate = dialog_cb },
  { .name = "return-goods", .activate = dialog_cb },
  { .name = "refresh-order", .activate = refresh_order_cb },
  { .name = "plan-commit", .activate = plan_commit_cb, .state = "false" },
  { .name = "print-slip", .activate = print_slip_cb },
  { .name = "copy-number", .activate = copy_number_cb },
};

static void
tranche_order_commands_dispose (GObject *object)
{
  TrancheOrderCommands *self = TRANCHE_ORDER_COMMANDS (object);

  g_clear_object (&self->current);
  g_clear_object (&self->clock);
  g_clear_object (&self->shop);

  G_OBJECT_CLASS (tranche_order_commands_parent_class)->dispose (object);
}

static void
tranche_order_commands_class_init (TrancheOrderCommandsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tranche_order_commands_dispose;
  TRANCHE_COMMANDS_CLASS (klass)->update = tranche_order_commands_update;
}

static void
tranche_order_commands_init (TrancheOrderCommands *self)
{
  tranche_commands_add (TRANCHE_COMMANDS (self), entries, G_N_ELEMENTS (entries));
}

TrancheOrderCommands *
tranche_order_commands_new (TrancheShop         *shop,
                            TrancheClock        *clock,
                            TrancheCurrentOrder *current,
                            GtkWidget           *parent)
{
  TrancheOrderCommands *self = g_object_new (TRANCHE_TYPE_ORDER_COMMANDS, NULL);

  self->shop = g_object_ref (shop);
  self->clock = g_object_ref (clock);
  self->current = g_object_ref (current);
  self->parent = parent;

  g_signal_connect_object (current, "changed",
                           G_CALLBACK (tranche_commands_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tranche_shop_get_guard (shop), "notify::locked",
                           G_CALLBACK (tranche_commands_update), self, G_CONNECT_SWAPPED);
  /* The end of a cooling-off period comes without a word from the bank. */
  g_signal_connect_object (clock, "notify::now",
                           G_CALLBACK (tranche_commands_update), self, G_CONNECT_SWAPPED);
  tranche_commands_update (TRANCHE_COMMANDS (self));

  return self;
}

void
tranche_order_commands_want_commit (TrancheOrderCommands *self,
                                    gint64                order_id)
{
  g_return_if_fail (TRANCHE_IS_ORDER_COMMANDS (self));

  self->wanted_id = order_id;
  ask_about_wanted (self);
}
