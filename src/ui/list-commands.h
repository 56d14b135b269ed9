/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/commands.h"
#include "ui/list-header.h"
#include "ui/order-list-page.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_LIST_COMMANDS (tranche_list_commands_get_type ())
G_DECLARE_FINAL_TYPE (TrancheListCommands, tranche_list_commands, TRANCHE, LIST_COMMANDS, TrancheCommands)

/**
 * TrancheListCommands:
 *
 * What can be done with the list as a whole, as the actions `search`, `filter`,
 * `clear-filters`, `focus-list`, `export` and `print-list`. The last two are about the
 * selected orders where those are several.
 */
/* @split: that of list and order; the list comes into sight where it is searched.
 * The widgets are of the window, which outlives the commands. */
TrancheListCommands *tranche_list_commands_new         (TrancheShop            *shop,
                                                        TrancheOrderListPage   *page,
                                                        TrancheListHeader      *header,
                                                        AdwNavigationSplitView *split,
                                                        AdwToastOverlay        *toasts);

G_END_DECLS
