/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/account.h"
#include "core/field-problem.h"
#include "core/order-draft.h"

G_BEGIN_DECLS

/* What a bank that speaks CFRONT asks of an order (order/create), checked before
 * anything is sent.
 *
 * Lengths are in characters: store_order_id 64, products.name 500, point_id 50.
 * The phone is a Ukrainian one in any spelling. The sum is that of the products
 * and at least 2, as the newer specification has it; each product costs
 * something and comes at least once. The number of payments is 3 to 25 and
 * among the product's terms; the product is one of the account's. The invoice's
 * number and date are required. The point of sale is one of the account's where
 * the bank checks it, else as typed. The first payment is below the sum.
 *
 * (element-type TrancheFieldProblem) (transfer full) (not nullable) */
GPtrArray *tranche_cfront_validate_draft (TrancheAccount    *account,
                                          TrancheOrderDraft *draft);

G_END_DECLS
