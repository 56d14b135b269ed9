/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/clock.h"
#include "ui/commands.h"
#include "ui/current-order.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_FORM_COMMANDS (tranche_form_commands_get_type ())
G_DECLARE_FINAL_TYPE (TrancheFormCommands, tranche_form_commands, TRANCHE, FORM_COMMANDS, TrancheCommands)

/**
 * TrancheFormCommands:
 *
 * What brings the current order into the form of a new one, or would have: the
 * actions `repeat-order`, `edit-draft` and `delete-draft`.
 *
 * Signal `created (TrancheOrder *order)`: an order was repeated as a new one, or a draft was
 * sent.
 */
/* @parent: (unowned): what the dialogs are shown over. */
TrancheFormCommands *tranche_form_commands_new (TrancheShop         *shop,
                                                TrancheClock        *clock,
                                                TrancheCurrentOrder *current,
                                                GtkWidget           *parent);

G_END_DECLS
