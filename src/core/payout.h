/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/order.h"

G_BEGIN_DECLS

/**
 * TranchePayout:
 *
 * What a bank says of the money for an order, at one moment. Not changed any more
 * once it was handed on.
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

/**
 * TranchePayoutWord:
 * @TRANCHE_PAYOUT_UNSAID: the bank does not say
 *
 * A yes or no that a bank may leave out.
 */
typedef enum {
  TRANCHE_PAYOUT_UNSAID,
  TRANCHE_PAYOUT_NO,
  TRANCHE_PAYOUT_YES,
} TranchePayoutWord;

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
/* Whether the bank calls the order paid in full. What that says of the payout
 * to the shop is between the bank and the shop. */
TranchePayoutWord   tranche_payout_get_fully_paid     (TranchePayout       *self);
void                tranche_payout_set_fully_paid     (TranchePayout       *self,
                                                       gboolean             fully_paid);
/* Whether the bank can pay a return to the customer's card. */
TranchePayoutWord   tranche_payout_get_return_to_card (TranchePayout       *self);
void                tranche_payout_set_return_to_card (TranchePayout       *self,
                                                       gboolean             return_to_card);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TranchePayout, tranche_payout_free)

G_END_DECLS
