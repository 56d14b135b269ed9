/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/guard-commands.h"

#include "ui/pin-dialog.h"
#include "ui/pin-words.h"

struct _TrancheGuardCommands {
  TrancheCommands parent_instance;

  TrancheGuard *guard;
  GtkWidget *parent; /* unowned */
};

G_DEFINE_FINAL_TYPE (TrancheGuardCommands, tranche_guard_commands, TRANCHE_TYPE_COMMANDS)

static void
locked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TrancheGuardCommands) self = user_data;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (tranche_guard_finish (TRANCHE_GUARD (source), result, &error))
    return;

  text = tranche_pin_error_text (error);
  tranche_commands_fail (TRANCHE_COMMANDS (self), text);
}

static void
lock_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  TrancheGuardCommands *self = user_data;

  if (tranche_guard_get_has_pin (self->guard))
    tranche_guard_lock_async (self->guard, NULL, locked_cb, g_object_ref (self));
  else
    tranche_pin_dialog_present (self->guard, TRANCHE_PIN_CHANGE, self->parent);
}

static void
unlock_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  TrancheGuardCommands *self = user_data;

  tranche_pin_dialog_present (self->guard, TRANCHE_PIN_UNLOCK, self->parent);
}

static void
set_pin_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  TrancheGuardCommands *self = user_data;

  tranche_pin_dialog_present (self->guard, TRANCHE_PIN_CHANGE, self->parent);
}

static void
remove_pin_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  TrancheGuardCommands *self = user_data;

  tranche_pin_dialog_present (self->guard, TRANCHE_PIN_REMOVE, self->parent);
}

static const GActionEntry entries[] = {
  { .name = "lock", .activate = lock_cb },
  { .name = "unlock", .activate = unlock_cb },
  { .name = "set-pin", .activate = set_pin_cb },
  { .name = "remove-pin", .activate = remove_pin_cb },
};

static void
tranche_guard_commands_update (TrancheCommands *commands)
{
  TrancheGuard *guard = TRANCHE_GUARD_COMMANDS (commands)->guard;
  gboolean locked = tranche_guard_get_locked (guard);

  tranche_commands_set_enabled (commands, "lock", !locked);
  tranche_commands_set_enabled (commands, "unlock", locked);
  tranche_commands_set_enabled (commands, "set-pin", !locked);
  tranche_commands_set_enabled (commands, "remove-pin",
                                !locked && tranche_guard_get_has_pin (guard));
}

static void
tranche_guard_commands_dispose (GObject *object)
{
  TrancheGuardCommands *self = TRANCHE_GUARD_COMMANDS (object);

  g_clear_object (&self->guard);

  G_OBJECT_CLASS (tranche_guard_commands_parent_class)->dispose (object);
}

static void
tranche_guard_commands_class_init (TrancheGuardCommandsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tranche_guard_commands_dispose;
  TRANCHE_COMMANDS_CLASS (klass)->update = tranche_guard_commands_update;

}

static void
tranche_guard_commands_init (TrancheGuardCommands *self)
{
  tranche_commands_add (TRANCHE_COMMANDS (self), entries, G_N_ELEMENTS (entries));
}

TrancheGuardCommands *
tranche_guard_commands_new (TrancheGuard *guard,
                            GtkWidget    *parent)
{
  TrancheGuardCommands *self;

  g_return_val_if_fail (TRANCHE_IS_GUARD (guard), NULL);

  self = g_object_new (TRANCHE_TYPE_GUARD_COMMANDS, NULL);
  self->guard = g_object_ref (guard);
  self->parent = parent;

  g_signal_connect_object (guard, "notify", G_CALLBACK (tranche_commands_update), self,
                           G_CONNECT_SWAPPED);
  tranche_commands_update (TRANCHE_COMMANDS (self));

  return self;
}
