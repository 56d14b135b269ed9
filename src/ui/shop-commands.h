/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/shop.h"
#include "ui/commands.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_SHOP_COMMANDS (tranche_shop_commands_get_type ())
G_DECLARE_FINAL_TYPE (TrancheShopCommands, tranche_shop_commands, TRANCHE, SHOP_COMMANDS, TrancheCommands)

/**
 * TrancheShopCommands:
 *
 * What can be done with a shop as a whole, as actions of its window:
 * `new-order`, `day-report`, `refresh`, `stop-refresh`, `missed-plans`, and
 * `fix-account` with the id of an account.
 *
 * Signals:
 *
 * - `created (TrancheOrder *order)`: the bank has a new order
 * - `failed (char *title)`: something that has no dialog of its own did not work
 */
/* @parent: (unowned): what the dialogs are shown over. */
TrancheShopCommands *tranche_shop_commands_new         (TrancheShop         *shop,
                                                        GtkWidget           *parent);
/* What a new order and a report begin with. @account_id: (nullable) */
void                 tranche_shop_commands_set_account (TrancheShopCommands *self,
                                                        const char          *account_id);

G_END_DECLS
