/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/goods-return.h"

TrancheGoodsReturn *
tranche_goods_return_new (const char         *id,
                          const TrancheMoney *amount,
                          gboolean            to_card,
                          GDateTime          *time)
{
  TrancheGoodsReturn *self;

  g_return_val_if_fail (amount != NULL, NULL);

  self = g_new0 (TrancheGoodsReturn, 1);
  self->id = g_strdup (id);
  self->amount = *amount;
  self->to_card = to_card;
  self->time = time != NULL ? g_date_time_ref (time) : NULL;

  return self;
}

TrancheGoodsReturn *
tranche_goods_return_copy (const TrancheGoodsReturn *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tranche_goods_return_new (self->id, &self->amount, self->to_card, self->time);
}

void
tranche_goods_return_free (TrancheGoodsReturn *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_clear_pointer (&self->time, g_date_time_unref);
  g_free (self);
}
