/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/payout.h"

struct _TranchePayout {
  TranchePayoutState state;
  TrancheMoney amount;
  TrancheOrder *order; /* (nullable) (owned) */
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
