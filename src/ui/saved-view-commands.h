/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/commands.h"
#include "ui/order-list-page.h"
#include "ui/saved-views.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_SAVED_VIEW_COMMANDS (tranche_saved_view_commands_get_type ())
G_DECLARE_FINAL_TYPE (TrancheSavedViewCommands, tranche_saved_view_commands, TRANCHE, SAVED_VIEW_COMMANDS, TrancheCommands)

/**
 * TrancheSavedViewCommands:
 *
 * The saved views, and what can be done with them as actions of the window:
 * `save-view`, and `rename-saved-view`, `update-saved-view`,
 * `remove-saved-view` with the id of one, `saved-view` with its place from 1 on.
 *
 * Signal `chosen (TrancheSavedView *view)`: it is to be shown.
 */
/* @toasts: (unowned): where the undoing of a removal is offered, and the dialogs
 * are shown over. */
TrancheSavedViewCommands *tranche_saved_view_commands_new         (TrancheOrderListPage     *page,
                                                                   GSettings                *settings,
                                                                   AdwToastOverlay          *toasts);
/* (element-type TrancheSavedView) (transfer none) */
GListModel               *tranche_saved_view_commands_get_views   (TrancheSavedViewCommands *self);

G_END_DECLS
