/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/history-entry.h"
#include "core/order.h"
#include "model/connection.h"

G_BEGIN_DECLS

/**
 * TrancheOrderAction:
 *
 * What a person can do with an order at its bank, or with its link.
 */
typedef enum {
  TRANCHE_ORDER_ACTION_COMMIT,
  TRANCHE_ORDER_ACTION_CANCEL,
  TRANCHE_ORDER_ACTION_CHECK_PAYOUT,
  TRANCHE_ORDER_ACTION_REFRESH,
  TRANCHE_ORDER_ACTION_SHOW_LINK,
  TRANCHE_ORDER_ACTION_RETURN,
  TRANCHE_ORDER_ACTION_CONTRACT,
  TRANCHE_ORDER_ACTION_EDIT,
  TRANCHE_ORDER_ACTION_DELETE,
} TrancheOrderAction;

/* Why an action is not allowed at this moment; NULL where it is. This is the
 * one rule by which buttons, menu items and shortcuts are sensitive.
 * @connection: (nullable): of the order's account, if that is still there.
 * (transfer full) (nullable) */
char       *tranche_order_why_not       (TrancheOrderAction   action,
                                         TrancheOrder        *order,
                                         TrancheOperation     current,
                                         TrancheConnection   *connection,
                                         GDateTime           *now);

/* Whether @order came to nothing, so that it may be repeated as a new one. */
gboolean    tranche_order_can_repeat    (TrancheOrder        *order);

/* Whether a locked window keeps it back: what moves money, makes an
 * order or gives a sale up. */
gboolean    tranche_order_action_moves_money (TrancheOrderAction action);

/* Whether @action belongs to where the order is in its life, possible at this
 * moment or not: what does not is not shown. */
gboolean    tranche_order_action_suits  (TrancheOrderAction   action,
                                         TrancheOrder        *order);

/* Whether the bank of the order offers @action at all: what it does not offer is
 * not shown. @connection: (nullable): without one nothing special is offered. */
gboolean    tranche_order_action_is_offered (TrancheOrderAction  action,
                                             TrancheConnection  *connection);

G_END_DECLS
