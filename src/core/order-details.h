/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/goods-return.h"

G_BEGIN_DECLS

/**
 * TrancheOrderDetails:
 * @amount: of the order; may be unset
 * @number: (nullable): the shop's number of the order
 * @invoice_number: (nullable)
 * @invoice_date: (nullable): a date as the bank writes it
 * @point_code: (nullable): of the point of sale
 * @created_at: (nullable)
 * @masked_card: (nullable): the customer's card, most of it masked by the bank
 * @returns: (element-type TrancheGoodsReturn) (not nullable): oldest first
 *
 * What a bank tells of an order on demand, beside its state.
 */
typedef struct {
  TrancheMoney amount;
  char *number;
  char *invoice_number;
  char *invoice_date;
  char *point_code;
  GDateTime *created_at;
  char *masked_card;
  GPtrArray *returns;
} TrancheOrderDetails;

TrancheOrderDetails *tranche_order_details_new          (void);
void                 tranche_order_details_free         (TrancheOrderDetails        *self);
/* What can still be returned: @amount less the returns. FALSE where the amount
 * is unset. */
gboolean             tranche_order_details_get_returnable (const TrancheOrderDetails *self,
                                                         TrancheMoney               *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheOrderDetails, tranche_order_details_free)

G_END_DECLS
