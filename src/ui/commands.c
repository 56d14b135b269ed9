/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/commands.h"

#include "ui/error-words.h"

typedef struct {
  GSimpleActionGroup *actions;
  GCancellable *cancellable;
  gboolean blocked;
} TrancheCommandsPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TrancheCommands, tranche_commands, G_TYPE_OBJECT)

enum {
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
enable_all (TrancheCommands *self)
{
  TrancheCommandsPrivate *priv = tranche_commands_get_instance_private (self);
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (priv->actions));

  for (guint i = 0; names[i] != NULL; i++)
    tranche_commands_set_enabled (self, names[i], TRUE);
}

static void
tranche_commands_dispose (GObject *object)
{
  TrancheCommands *self = TRANCHE_COMMANDS (object);
  TrancheCommandsPrivate *priv = tranche_commands_get_instance_private (self);

  g_cancellable_cancel (priv->cancellable);
  if (priv->actions != NULL) {
    g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (priv->actions));

    /* The window may hold the actions longer than it holds this. */
    for (guint i = 0; names[i] != NULL; i++)
      g_signal_handlers_disconnect_by_data (tranche_commands_lookup (self, names[i]), self);
    g_clear_object (&priv->actions);
  }

  G_OBJECT_CLASS (tranche_commands_parent_class)->dispose (object);
}

static void
tranche_commands_finalize (GObject *object)
{
  TrancheCommandsPrivate *priv =
    tranche_commands_get_instance_private (TRANCHE_COMMANDS (object));

  g_clear_object (&priv->cancellable);

  G_OBJECT_CLASS (tranche_commands_parent_class)->finalize (object);
}

static void
tranche_commands_class_init (TrancheCommandsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tranche_commands_dispose;
  object_class->finalize = tranche_commands_finalize;
  klass->update = enable_all;

  signals[SIGNAL_FAILED] =
    g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tranche_commands_init (TrancheCommands *self)
{
  TrancheCommandsPrivate *priv = tranche_commands_get_instance_private (self);

  priv->actions = g_simple_action_group_new ();
  priv->cancellable = g_cancellable_new ();
}

void
tranche_commands_install (TrancheCommands *self,
                          GActionMap      *map)
{
  TrancheCommandsPrivate *priv = tranche_commands_get_instance_private (self);
  g_auto (GStrv) names = NULL;

  g_return_if_fail (TRANCHE_IS_COMMANDS (self));

  names = g_action_group_list_actions (G_ACTION_GROUP (priv->actions));
  for (guint i = 0; names[i] != NULL; i++)
    g_action_map_add_action (map, tranche_commands_lookup (self, names[i]));
}

void
tranche_commands_set_blocked (TrancheCommands *self,
                              gboolean         blocked)
{
  TrancheCommandsPrivate *priv = tranche_commands_get_instance_private (self);

  g_return_if_fail (TRANCHE_IS_COMMANDS (self));

  priv->blocked = blocked;
  tranche_commands_update (self);
}

gboolean
tranche_commands_get_blocked (TrancheCommands *self)
{
  TrancheCommandsPrivate *priv = tranche_commands_get_instance_private (self);

  g_return_val_if_fail (TRANCHE_IS_COMMANDS (self), TRUE);

  return priv->blocked;
}

gboolean
tranche_commands_get_only_read (TrancheCommands *self)
{
  g_return_val_if_fail (TRANCHE_IS_COMMANDS (self), FALSE);

  return TRANCHE_COMMANDS_GET_CLASS (self)->only_read;
}

void
tranche_commands_add (TrancheCommands    *self,
                      const GActionEntry *entries,
                      guint               n_entries)
{
  TrancheCommandsPrivate *priv = tranche_commands_get_instance_private (self);

  g_return_if_fail (TRANCHE_IS_COMMANDS (self));

  g_action_map_add_action_entries (G_ACTION_MAP (priv->actions), entries, (int) n_entries, self);
}

GAction *
tranche_commands_lookup (TrancheCommands *self,
                         const char      *name)
{
  TrancheCommandsPrivate *priv = tranche_commands_get_instance_private (self);

  g_return_val_if_fail (TRANCHE_IS_COMMANDS (self), NULL);

  return g_action_map_lookup_action (G_ACTION_MAP (priv->actions), name);
}

void
tranche_commands_update (TrancheCommands *self)
{
  g_return_if_fail (TRANCHE_IS_COMMANDS (self));

  TRANCHE_COMMANDS_GET_CLASS (self)->update (self);
}

void
tranche_commands_set_enabled (TrancheCommands *self,
                              const char      *name,
                              gboolean         enabled)
{
  TrancheCommandsPrivate *priv = tranche_commands_get_instance_private (self);

  g_return_if_fail (TRANCHE_IS_COMMANDS (self));

  g_simple_action_set_enabled (G_SIMPLE_ACTION (tranche_commands_lookup (self, name)),
                               enabled && !priv->blocked);
}

GCancellable *
tranche_commands_get_cancellable (TrancheCommands *self)
{
  TrancheCommandsPrivate *priv = tranche_commands_get_instance_private (self);

  g_return_val_if_fail (TRANCHE_IS_COMMANDS (self), NULL);

  return priv->cancellable;
}

void
tranche_commands_fail (TrancheCommands *self,
                       const char      *title)
{
  g_return_if_fail (TRANCHE_IS_COMMANDS (self));

  g_signal_emit (self, signals[SIGNAL_FAILED], 0, title);
}

void
tranche_commands_fail_with (TrancheCommands *self,
                            const GError    *error)
{
  g_autoptr (TrancheErrorWords) words = NULL;

  g_return_if_fail (TRANCHE_IS_COMMANDS (self));

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  words = tranche_error_words_new (error, TRANCHE_OPERATION_NONE);
  tranche_commands_fail (self, words->title);
}
