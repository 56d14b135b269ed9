/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TRANCHE_TYPE_COMMANDS (tranche_commands_get_type ())
G_DECLARE_DERIVABLE_TYPE (TrancheCommands, tranche_commands, TRANCHE, COMMANDS, GObject)

/**
 * TrancheCommands:
 *
 * Actions of the window that belong together: a kind of commands is a type derived
 * from this one.
 *
 * The window may hold the actions longer than it holds the commands; they do nothing
 * any more then.
 *
 * Signals:
 *
 * - `failed (char *title)`: something could not be done, and this is to be told
 */

/**
 * TrancheCommandsClass:
 * @only_read: whether they change nothing, and so have their place in an archive, too
 * @update: enables the actions that are possible now, by
 *   tranche_commands_set_enabled(), and sets their states; it is called when dialogs
 *   come and go. Without it all are enabled.
 */
struct _TrancheCommandsClass {
  GObjectClass parent_class;

  gboolean     only_read;

  void      (* update) (TrancheCommands *self);
};

/* Adds the actions to those of @map. */
void          tranche_commands_install         (TrancheCommands    *self,
                                                GActionMap         *map);
/* Nothing can be done while a dialog is open. */
void          tranche_commands_set_blocked     (TrancheCommands    *self,
                                                gboolean            blocked);
gboolean      tranche_commands_get_blocked     (TrancheCommands    *self);
/* See #TrancheCommandsClass. */
gboolean      tranche_commands_get_only_read   (TrancheCommands    *self);

/* For the derived types. */

/* Makes the actions, in the init function. @self is the data of the callbacks. */
void          tranche_commands_add             (TrancheCommands    *self,
                                                const GActionEntry *entries,
                                                guint               n_entries);
/* (transfer none) */
GAction      *tranche_commands_lookup          (TrancheCommands    *self,
                                                const char         *name);
/* Asks the class what is possible now. */
void          tranche_commands_update          (TrancheCommands    *self);
/* Blocked commands are never enabled. */
void          tranche_commands_set_enabled     (TrancheCommands    *self,
                                                const char         *name,
                                                gboolean            enabled);
/* It is cancelled when the commands go. (transfer none) */
GCancellable *tranche_commands_get_cancellable (TrancheCommands    *self);
/* Tells what could not be done. */
void          tranche_commands_fail            (TrancheCommands    *self,
                                                const char         *title);
/* The same in the words for @error, and nothing where it was cancelled. */
void          tranche_commands_fail_with       (TrancheCommands    *self,
                                                const GError       *error);

G_END_DECLS
