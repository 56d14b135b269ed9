/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/form-commands.h"

#include "ui/draft-removal.h"
#include "ui/new-order-dialog.h"

struct _TrancheFormCommands {
  TrancheCommands parent_instance;

  TrancheShop *shop;
  TrancheClock *clock;
  TrancheCurrentOrder *current;
  GtkWidget *parent; /* unowned */
};

G_DEFINE_FINAL_TYPE (TrancheFormCommands, tranche_form_commands, TRANCHE_TYPE_COMMANDS)

enum {
  SIGNAL_CREATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
order_created_cb (TrancheFormCommands *self,
                  TrancheOrder        *order)
{
  g_signal_emit (self, signals[SIGNAL_CREATED], 0, order);
}

static void
present_form (TrancheFormCommands *self,
              AdwDialog           *dialog)
{
  g_signal_connect_object (dialog, "created", G_CALLBACK (order_created_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, self->parent);
}

static void
repeat_order_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  TrancheFormCommands *self = user_data;
  TrancheOrder *order = tranche_current_order_get_order (self->current);

  present_form (self, tranche_new_order_dialog_new_repeat (self->shop, order));
}

static void
edit_draft_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  TrancheFormCommands *self = user_data;
  TrancheOrder *order = tranche_current_order_get_order (self->current);

  present_form (self, tranche_new_order_dialog_new_draft (self->shop, order));
}

static void
draft_deleted_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (TrancheFormCommands) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!tranche_draft_removal_ask_finish (TRANCHE_SHOP (source), result, &error))
    tranche_commands_fail_with (TRANCHE_COMMANDS (self), error);
}

static void
delete_draft_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  TrancheFormCommands *self = user_data;

  tranche_draft_removal_ask_async (self->shop, tranche_current_order_get_order (self->current),
                                   self->parent,
                                   tranche_commands_get_cancellable (TRANCHE_COMMANDS (self)),
                                   draft_deleted_cb, g_object_ref (self));
}

static const GActionEntry entries[] = {
  { .name = "repeat-order", .activate = repeat_order_cb },
  { .name = "edit-draft", .activate = edit_draft_cb },
  { .name = "delete-draft", .activate = delete_draft_cb },
};

/* What came to nothing can be tried again, with a number of its own. */
static gboolean
can_repeat (TrancheFormCommands *self)
{
  TrancheOrder *order = tranche_current_order_get_order (self->current);

  return order != NULL && !tranche_current_order_get_locked (self->current) &&
         tranche_order_can_repeat (order) &&
         tranche_current_order_get_connection (self->current) != NULL;
}

static void
tranche_form_commands_update (TrancheCommands *commands)
{
  TrancheFormCommands *self = TRANCHE_FORM_COMMANDS (commands);
  GDateTime *now = tranche_clock_get_now (self->clock);

  tranche_commands_set_enabled (commands, "repeat-order", can_repeat (self));
  tranche_commands_set_enabled (commands, "edit-draft",
                                tranche_current_order_allows (self->current,
                                                              TRANCHE_ORDER_ACTION_EDIT, now));
  tranche_commands_set_enabled (commands, "delete-draft",
                                tranche_current_order_allows (self->current,
                                                              TRANCHE_ORDER_ACTION_DELETE, now));
}

static void
tranche_form_commands_dispose (GObject *object)
{
  TrancheFormCommands *self = TRANCHE_FORM_COMMANDS (object);

  g_clear_object (&self->current);
  g_clear_object (&self->clock);
  g_clear_object (&self->shop);

  G_OBJECT_CLASS (tranche_form_commands_parent_class)->dispose (object);
}

static void
tranche_form_commands_class_init (TrancheFormCommandsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tranche_form_commands_dispose;
  TRANCHE_COMMANDS_CLASS (klass)->update = tranche_form_commands_update;

  signals[SIGNAL_CREATED] =
    g_signal_new ("created", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, TRANCHE_TYPE_ORDER);
}

static void
tranche_form_commands_init (TrancheFormCommands *self)
{
  tranche_commands_add (TRANCHE_COMMANDS (self), entries, G_N_ELEMENTS (entries));
}

TrancheFormCommands *
tranche_form_commands_new (TrancheShop         *shop,
                           TrancheClock        *clock,
                           TrancheCurrentOrder *current,
                           GtkWidget           *parent)
{
  TrancheFormCommands *self = g_object_new (TRANCHE_TYPE_FORM_COMMANDS, NULL);

  self->shop = g_object_ref (shop);
  self->clock = g_object_ref (clock);
  self->current = g_object_ref (current);
  self->parent = parent;

  g_signal_connect_object (current, "changed",
                           G_CALLBACK (tranche_commands_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tranche_shop_get_guard (shop), "notify::locked",
                           G_CALLBACK (tranche_commands_update), self, G_CONNECT_SWAPPED);
  tranche_commands_update (TRANCHE_COMMANDS (self));

  return self;
}
