/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/shop.h"
#include "ui/commands.h"
#include "ui/selected-orders.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_SELECTION_COMMANDS (tranche_selection_commands_get_type ())
G_DECLARE_FINAL_TYPE (TrancheSelectionCommands, tranche_selection_commands, TRANCHE, SELECTION_COMMANDS, TrancheCommands)

/**
 * TrancheSelectionCommands:
 *
 * What can be done with all selected orders, as actions of their window:
 * `select-orders` (a toggle), `leave-selection`, `select-all`,
 * `commit-selected`, `cancel-selected`, `refresh-selected`, `copy-selected`.
 *
 * Signal `failed (char *title)`: something that has no dialog of its own did
 * not work.
 */
/* @parent: (unowned): what the dialogs are shown over. */
TrancheSelectionCommands *tranche_selection_commands_new         (TrancheShop              *shop,
                                                                  TrancheOrderSelection    *selection,
                                                                  TrancheSelectedOrders    *selected,
                                                                  GtkWidget                *parent);

G_END_DECLS
