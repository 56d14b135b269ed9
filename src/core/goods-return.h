/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/money.h"

G_BEGIN_DECLS

/**
 * TrancheGoodsReturn:
 * @id: (nullable): the shop's own id of the return, 1 to 64 characters; the
 *   bank does not tell it back
 * @amount: what the returned goods cost; positive
 * @to_card: the bank pays the customer's card, and not the shop in cash
 * @time: (nullable): when the bank booked it
 *
 * Goods of a committed order that come back, in part or all of them.
 */
typedef struct {
  char *id;
  TrancheMoney amount;
  gboolean to_card;
  GDateTime *time;
} TrancheGoodsReturn;

TrancheGoodsReturn *tranche_goods_return_new  (const char               *id,
                                               const TrancheMoney       *amount,
                                               gboolean                  to_card,
                                               GDateTime                *time);
TrancheGoodsReturn *tranche_goods_return_copy (const TrancheGoodsReturn *self);
void                tranche_goods_return_free (TrancheGoodsReturn       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheGoodsReturn, tranche_goods_return_free)

G_END_DECLS
