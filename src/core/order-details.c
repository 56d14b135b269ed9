/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/order-details.h"

TrancheOrderDetails *
tranche_order_details_new (void)
{
  TrancheOrderDetails *self = g_new0 (TrancheOrderDetails, 1);

  self->returns = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_goods_return_free);

  return self;
}

void
tranche_order_details_free (TrancheOrderDetails *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->number);
  g_free (self->invoice_number);
  g_free (self->invoice_date);
  g_free (self->point_code);
  g_clear_pointer (&self->created_at, g_date_time_unref);
  g_free (self->masked_card);
  g_ptr_array_unref (self->returns);
  g_free (self);
}

gboolean
tranche_order_details_get_returnable (const TrancheOrderDetails *self,
                                      TrancheMoney              *out)
{
  TrancheMoney left;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (out != NULL, FALSE);

  if (!tranche_money_is_set (&self->amount))
    return FALSE;

  left = self->amount;
  for (guint i = 0; i < self->returns->len; i++) {
    const TrancheGoodsReturn *one = self->returns->pdata[i];

    left.minor -= one->amount.minor;
  }
  left.minor = MAX (left.minor, 0);
  *out = left;

  return TRUE;
}
