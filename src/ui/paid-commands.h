/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/commands.h"
#include "ui/current-order.h"
#include "ui/selected-orders.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_PAID_COMMANDS (tranche_paid_commands_get_type ())
G_DECLARE_FINAL_TYPE (TranchePaidCommands, tranche_paid_commands, TRANCHE, PAID_COMMANDS, TrancheCommands)

/**
 * TranchePaidCommands:
 *
 * What somebody who has seen the shop's account says of payouts: the actions
 * `mark-paid` and `mark-not-paid` of the current order, and `mark-paid-selected`. It
 * is of this book alone, and a toast takes it back.
 */
/* @toasts: of the window, which outlives the commands. */
TranchePaidCommands *tranche_paid_commands_new         (TrancheShop           *shop,
                                                        TrancheCurrentOrder   *current,
                                                        TrancheSelectedOrders *selected,
                                                        AdwToastOverlay       *toasts);

/* Whether @order is one of which nobody has said that it is paid out. A pure function. */
gboolean             tranche_order_can_mark_paid       (TrancheOrder          *order);

G_END_DECLS
