/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/shop-commands.h"

#include "ui/accounts-dialog.h"
#include "ui/adopt-dialog.h"
#include "ui/missed-plans-dialog.h"
#include "ui/new-order-dialog.h"
#include "ui/report-dialog.h"

struct _TrancheShopCommands {
  TrancheCommands parent_instance;

  TrancheShop *shop;
  GtkWidget *parent; /* unowned */
  char *account_id;
};

G_DEFINE_FINAL_TYPE (TrancheShopCommands, tranche_shop_commands, TRANCHE_TYPE_COMMANDS)

enum {
  SIGNAL_CREATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static TrancheConnection *
get_preferred_connection (TrancheShopCommands *self)
{
  return self->account_id != NULL ? tranche_shop_find_connection (self->shop, self->account_id) : NULL;
}

static void
order_created_cb (TrancheShopCommands *self,
                  TrancheOrder        *order)
{
  g_signal_emit (self, signals[SIGNAL_CREATED], 0, order);
}

static void
new_order_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  TrancheShopCommands *self = user_data;
  AdwDialog *dialog = tranche_new_order_dialog_new (self->shop, get_preferred_connection (self));

  g_signal_connect_object (dialog, "created",
                           G_CALLBACK (order_created_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, self->parent);
}

static void
adopt_orders_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  TrancheShopCommands *self = user_data;

  adw_dialog_present (tranche_adopt_dialog_new (self->shop, get_preferred_connection (self)),
                      self->parent);
}

static void
day_report_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  TrancheShopCommands *self = user_data;

  adw_dialog_present (tranche_report_dialog_new (self->shop, get_preferred_connection (self)),
                      self->parent);
}

static void
refresh_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  TrancheShopCommands *self = user_data;

  tranche_live_status_refresh_all (tranche_shop_get_live_status (self->shop));
}

static void
stop_refresh_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  TrancheShopCommands *self = user_data;

  tranche_live_status_cancel_refresh (tranche_shop_get_live_status (self->shop));
}

static void
unlocked_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TrancheShopCommands) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!tranche_shop_unlock_finish (TRANCHE_SHOP (source), result, &error))
    tranche_commands_fail_with (TRANCHE_COMMANDS (self), error);
}

static void
fix_account_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  TrancheShopCommands *self = user_data;
  TrancheConnection *connection =
    tranche_shop_find_connection (self->shop, g_variant_get_string (parameter, NULL));
  AdwDialog *dialog;

  if (connection == NULL)
    return;

  switch (tranche_connection_get_state (connection)) {
  case TRANCHE_CONNECTION_KEYRING_LOCKED:
  case TRANCHE_CONNECTION_NO_KEYRING:
    tranche_shop_unlock_async (self->shop, connection,
                               tranche_commands_get_cancellable (TRANCHE_COMMANDS (self)),
                               unlocked_cb, g_object_ref (self));
    break;
  case TRANCHE_CONNECTION_NO_SECRET:
  case TRANCHE_CONNECTION_REFUSED:
    dialog = tranche_accounts_dialog_new (self->shop);
    tranche_accounts_dialog_edit (TRANCHE_ACCOUNTS_DIALOG (dialog), connection);
    adw_dialog_present (dialog, self->parent);
    break;
  case TRANCHE_CONNECTION_OPENING:
  case TRANCHE_CONNECTION_READY:
  default:
    break;
  }
}

static void
missed_plans_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  TrancheShopCommands *self = user_data;

  adw_dialog_present (tranche_missed_plans_dialog_new (tranche_shop_get_commit_plans (self->shop)),
                      self->parent);
}

static const GActionEntry entries[] = {
  { .name = "new-order", .activate = new_order_cb },
  { .name = "adopt-orders", .activate = adopt_orders_cb },
  { .name = "day-report", .activate = day_report_cb },
  { .name = "refresh", .activate = refresh_cb },
  { .name = "stop-refresh", .activate = stop_refresh_cb },
  { .name = "missed-plans", .activate = missed_plans_cb },
  { .name = "fix-account", .activate = fix_account_cb, .parameter_type = "s" },
};

static void
tranche_shop_commands_update (TrancheCommands *commands)
{
  static const char *const not_while_locked[] = {
    "new-order", "adopt-orders", "missed-plans", "fix-account", NULL,
  };
  TrancheShopCommands *self = TRANCHE_SHOP_COMMANDS (commands);
  gboolean locked = tranche_guard_get_locked (tranche_shop_get_guard (self->shop));

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++) {
    gboolean enabled = !locked || !g_strv_contains (not_while_locked, entries[i].name);

    if (g_str_equal (entries[i].name, "day-report"))
      enabled = enabled && tranche_report_dialog_is_offered (self->shop);

    tranche_commands_set_enabled (commands, entries[i].name, enabled);
  }
}

static void
tranche_shop_commands_dispose (GObject *object)
{
  TrancheShopCommands *self = TRANCHE_SHOP_COMMANDS (object);

  g_clear_object (&self->shop);

  G_OBJECT_CLASS (tranche_shop_commands_parent_class)->dispose (object);
}

static void
tranche_shop_commands_finalize (GObject *object)
{
  TrancheShopCommands *self = TRANCHE_SHOP_COMMANDS (object);

  g_free (self->account_id);

  G_OBJECT_CLASS (tranche_shop_commands_parent_class)->finalize (object);
}

static void
tranche_shop_commands_class_init (TrancheShopCommandsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tranche_shop_commands_dispose;
  object_class->finalize = tranche_shop_commands_finalize;
  TRANCHE_COMMANDS_CLASS (klass)->update = tranche_shop_commands_update;

  signals[SIGNAL_CREATED] =
    g_signal_new ("created",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, TRANCHE_TYPE_ORDER);
}

static void
tranche_shop_commands_init (TrancheShopCommands *self)
{
  tranche_commands_add (TRANCHE_COMMANDS (self), entries, G_N_ELEMENTS (entries));
}

TrancheShopCommands *
tranche_shop_commands_new (TrancheShop *shop,
                           GtkWidget   *parent)
{
  TrancheShopCommands *self;

  g_return_val_if_fail (TRANCHE_IS_SHOP (shop), NULL);

  self = g_object_new (TRANCHE_TYPE_SHOP_COMMANDS, NULL);
  self->shop = g_object_ref (shop);
  self->parent = parent;
  g_signal_connect_object (tranche_shop_get_guard (shop), "notify::locked",
                           G_CALLBACK (tranche_commands_update), self, G_CONNECT_SWAPPED);
  tranche_commands_update (TRANCHE_COMMANDS (self));

  return self;
}

void
tranche_shop_commands_set_account (TrancheShopCommands *self,
                                   const char          *account_id)
{
  g_return_if_fail (TRANCHE_IS_SHOP_COMMANDS (self));

  g_set_str (&self->account_id, account_id);
}
