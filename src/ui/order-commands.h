/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/clock.h"
#include "ui/commands.h"
#include "ui/current-order.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ORDER_COMMANDS (tranche_order_commands_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOrderCommands, tranche_order_commands, TRANCHE, ORDER_COMMANDS, TrancheCommands)

/**
 * TrancheOrderCommands:
 *
 * What can be done with the current order, as actions of its window: `commit`,
 * `cancel-order`, `check-payout`, `refresh-order`, `show-link`, `contract`, `return-goods`,
 * `plan-commit`, `print-slip`, `copy-number`. They are enabled by the one rule of
 * tranche_order_why_not().
 */
/* @parent: (unowned): what the dialogs are shown over. */
TrancheOrderCommands *tranche_order_commands_new         (TrancheShop          *shop,
                                                          TrancheClock         *clock,
                                                          TrancheCurrentOrder  *current,
                                                          GtkWidget            *parent);
/* Whether the current order has a slip that its customer needs. */
gboolean              tranche_order_commands_get_has_slip
                                                         (TrancheOrderCommands *self);
/* Asks about the commit of the current order as soon as it is @order_id, which was
 * chosen, and may be committed. Nothing is committed by that. */
void                  tranche_order_commands_want_commit (TrancheOrderCommands *self,
                                                          gint64                order_id);

G_END_DECLS
