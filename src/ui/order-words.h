/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/history-entry.h"
#include "core/order.h"
#include "model/connection.h"

G_BEGIN_DECLS

/*
 * What the program says of an order, in the user's language. Pure functions:
 * they see an order, what is under way with it and a clock that is given.
 */

/* "Committing…" while @operation is under way; "" for NONE. */
const char *tranche_operation_progress (TrancheOperation  operation);

/**
 * TrancheReach:
 * @TRANCHE_REACH_BANK: the bank can be asked
 * @TRANCHE_REACH_OFFLINE: there is no network
 * @TRANCHE_REACH_STOPPED: the account has no password, or the bank refuses it
 * @TRANCHE_REACH_REMOVED: the account is not there any more
 *
 * Whether what is known of an order can be made sure of.
 */
typedef enum {
  TRANCHE_REACH_BANK,
  TRANCHE_REACH_OFFLINE,
  TRANCHE_REACH_STOPPED,
  TRANCHE_REACH_REMOVED,
} TrancheReach;

/* @connection: (nullable): of the order's account */
TrancheReach tranche_reach_get         (TrancheConnection *connection,
                                        gboolean           online);

/* The sentence that says what to do now, such as "Signed. Hand over the goods
 * and commit before 3 December." (transfer full) (not nullable) */
char       *tranche_order_what_now     (TrancheOrder     *order,
                                        TrancheOperation  current,
                                        TrancheReach      reach,
                                        GDateTime        *now);

G_END_DECLS
