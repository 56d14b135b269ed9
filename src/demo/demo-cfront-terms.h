/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/money.h"

G_BEGIN_DECLS

/* What the bank keeps of an order, in hundredths of a per cent: the more
 * payments, the more. */
guint        tranche_demo_cfront_commission_percent (guint               parts);
/* The same as an amount of @sum, which may be negative for a return. */
TrancheMoney tranche_demo_cfront_commission         (const TrancheMoney *sum,
                                                     guint               parts);

/**
 * TrancheDemoCfrontProduct:
 * @type: the name that the shop and the bank have agreed upon
 * @name: what a manager sees, in Ukrainian
 * @terms: the numbers of payments, comma-separated
 *
 * What the demo shop may sell on. The bank takes any name, as the test platform
 * does.
 */
typedef struct {
  const char *type;
  const char *name;
  const char *terms;
} TrancheDemoCfrontProduct;

const TrancheDemoCfrontProduct *tranche_demo_cfront_product_get   (gsize index);
gsize                           tranche_demo_cfront_product_count (void);

G_END_DECLS
