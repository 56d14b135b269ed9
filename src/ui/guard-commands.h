/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/guard.h"
#include "ui/commands.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_GUARD_COMMANDS (tranche_guard_commands_get_type ())
G_DECLARE_FINAL_TYPE (TrancheGuardCommands, tranche_guard_commands, TRANCHE, GUARD_COMMANDS, TrancheCommands)

/**
 * TrancheGuardCommands:
 *
 * Lock and PIN as actions of a window: `lock` (which asks for a new PIN where there
 * is none), `unlock`, `set-pin`, `remove-pin`.
 *
 * Signal `failed (char *title)`: the window could not be locked.
 */
/* @parent: (unowned): what the dialogs are shown over. */
TrancheGuardCommands *tranche_guard_commands_new         (TrancheGuard          *guard,
                                                          GtkWidget             *parent);

G_END_DECLS
