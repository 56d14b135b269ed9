/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/order.h"

G_BEGIN_DECLS

/**
 * TranchePayout:
 *
 * What a bank says of the money for an order, at one moment. Immutable.
 */
typedef struct _TranchePayout TranchePayout;

/**
 * TranchePayoutState:
 * @TRANCHE_PAYOUT_NOT_COMMITTED: the order was not committed, so nothing is due
 * @TRANCHE_PAYOUT_DUE: committed; the bank transfers the amount
 * @TRANCHE_PAYOUT_PAID: the bank says that it has paid
 */
typedef enum {
  TRANCHE_PAYOUT_NOT_COMMITTED,
  TRANCHE_PAYOUT_DUE,
  TRANCHE_PAYOUT_PAID,
} TranchePayoutState;

/* @amount and @order, the bank's fresh answer, are NULL where the bank gave none. */
TranchePayout      *tranche_payout_new           (TranchePayoutState   state,
                                                  const TrancheMoney  *amount,
                                                  TrancheOrder        *order);
void                tranche_payout_free          (TranchePayout       *self);

TranchePayoutState  tranche_payout_get_state     (TranchePayout       *self);
/* The amount to be transferred; unset where the bank does not say. */
const TrancheMoney *tranche_payout_get_amount    (TranchePayout       *self);
/* (nullable) (transfer none) */
TrancheOrder       *tranche_payout_get_order     (TranchePayout       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TranchePayout, tranche_payout_free)

G_END_DECLS
