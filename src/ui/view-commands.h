/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/commands.h"
#include "ui/navigation.h"
#include "ui/order-commands.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_VIEW_COMMANDS (tranche_view_commands_get_type ())
G_DECLARE_FINAL_TYPE (TrancheViewCommands, tranche_view_commands, TRANCHE, VIEW_COMMANDS, TrancheCommands)

/**
 * TrancheViewCommands:
 *
 * What is listed and how, as actions of the window: `view` with the nick of a view,
 * `search-all`, `sort` with the nick of a sorting (it is the state, too),
 * `toggle-sidebar`, and `print`: the slip of the order that is selected, where its
 * customer needs one, or else the list.
 */
/* @page, @sidebar_split: (unowned): of the window, which outlives the commands. */
TrancheViewCommands *tranche_view_commands_new (TrancheNavigation    *navigation,
                                                TrancheOrderCommands *order_commands,
                                                TrancheOrderListPage *page,
                                                AdwOverlaySplitView  *sidebar_split);

G_END_DECLS
