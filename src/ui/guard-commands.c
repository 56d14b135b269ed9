/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/guard-commands.h"

#include "ui/pin-dialog.h"
#include "ui/pin-words.h"

struct _TrancheGuardCommands {
  GObject parent_instance;

  TrancheGuard *guard;
  GtkWidget *parent; /* unowned */
  GSimpleActionGroup *actions;
  gboolean blocked;
};

G_DEFINE_FINAL_TYPE (TrancheGuardCommands, tranche_guard_commands, G_TYPE_OBJECT)

enum {
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

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
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, text);
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
set_enabled (TrancheGuardCommands *self,
             const char           *name,
             gboolean              enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled && !self->blocked);
}

static void
update (TrancheGuardCommands *self)
{
  gboolean locked = tranche_guard_get_locked (self->guard);

  set_enabled (self, "lock", !locked);
  set_enabled (self, "unlock", locked);
  set_enabled (self, "set-pin", !locked);
  set_enabled (self, "remove-pin", !locked && tranche_guard_get_has_pin (self->guard));
}

static void
tranche_guard_commands_dispose (GObject *object)
{
  TrancheGuardCommands *self = TRANCHE_GUARD_COMMANDS (object);

  /* The window may hold the actions longer than it holds this. */
  for (guint i = 0; self->actions != NULL && i < G_N_ELEMENTS (entries); i++)
    g_signal_handlers_disconnect_by_data (
      g_action_map_lookup_action (G_ACTION_MAP (self->actions), entries[i].name), self);
  g_clear_object (&self->actions);
  g_clear_object (&self->guard);

  G_OBJECT_CLASS (tranche_guard_commands_parent_class)->dispose (object);
}

static void
tranche_guard_commands_class_init (TrancheGuardCommandsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tranche_guard_commands_dispose;

  signals[SIGNAL_FAILED] =
    g_signal_new ("failed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tranche_guard_commands_init (TrancheGuardCommands *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions),
                                   entries, G_N_ELEMENTS (entries), self);
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

  g_signal_connect_object (guard, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}

void
tranche_guard_commands_install (TrancheGuardCommands *self,
                                GActionMap           *map)
{
  g_return_if_fail (TRANCHE_IS_GUARD_COMMANDS (self));

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_action_map_add_action (map, g_action_map_lookup_action (G_ACTION_MAP (self->actions),
                                                              entries[i].name));
}

void
tranche_guard_commands_set_blocked (TrancheGuardCommands *self,
                                    gboolean              blocked)
{
  g_return_if_fail (TRANCHE_IS_GUARD_COMMANDS (self));

  self->blocked = blocked;
  update (self);
}
