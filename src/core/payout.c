/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/payout.h"

struct _TranchePayout {
  TranchePayoutState state;
  TrancheMoney amount;
  TrancheOrder *order; /* (nullable) (owned) */
  TranchePayoutWord fully_paid;
  TranchePayoutWord return_to_card;
};

TranchePayout *
tranche_payout_new (TranchePayoutState  state,
                    const TrancheMoney *amount,
                    TrancheOrder       *order)
{
  TranchePayout *self;

  g_return_val_if_fail (order == NULL || TRANCHE_IS_ORDER (order), NULL);

  self = g_new0 (TranchePayout, 1);
  self->state = state;
  if (amount != NULL)
    self->amount = *amount;
  g_set_object (&self->order, order);

  return self;
}

void
tranche_payout_free (TranchePayout *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->order);
  g_free (self);
}

TranchePayoutState
tranche_payout_get_state (TranchePayout *self)
{
  g_return_val_if_fail (self != NULL, TRANCHE_PAYOUT_NOT_COMMITTED);

  return self->state;
}

const TrancheMoney *
tranche_payout_get_amount (TranchePayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->amount;
}

TrancheOrder *
tranche_payout_get_order (TranchePayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->order;
}

TranchePayoutWord
tranche_payout_get_fully_paid (TranchePayout *self)
{
  g_return_val_if_fail (self != NULL, TRANCHE_PAYOUT_UNSAID);

  return self->fully_paid;
}

void
tranche_payout_set_fully_paid (TranchePayout *self,
                               gboolean       fully_paid)
{
  g_return_if_fail (self != NULL);

  self->fully_paid = fully_paid ? TRANCHE_PAYOUT_YES : TRANCHE_PAYOUT_NO;
}

TranchePayoutWord
tranche_payout_get_return_to_card (TranchePayout *self)
{
  g_return_val_if_fail (self != NULL, TRANCHE_PAYOUT_UNSAID);

  return self->return_to_card;
}

void
tranche_payout_set_return_to_card (TranchePayout *self,
                                   gboolean       return_to_card)
{
  g_return_if_fail (self != NULL);

  self->return_to_card = return_to_card ? TRANCHE_PAYOUT_YES : TRANCHE_PAYOUT_NO;
}
