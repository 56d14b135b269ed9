/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrancheDemoProduct:
 * @code: the promo code
 * @name: what a shop would call it, in Russian
 * @months: the term; 0 where the customer chooses
 * @discount: what the shop leaves to the bank, in hundredths of a per cent
 * @min_sum: the smallest order, in kopecks
 * @max_sum: the largest order, in kopecks
 *
 * What the demo shop may sell on. The limits are told only by the refusal, as
 * the bank does it.
 */
typedef struct {
  const char *code;
  const char *name;
  guint months;
  guint discount;
  gint64 min_sum;
  gint64 max_sum;
} TrancheDemoProduct;

const TrancheDemoProduct *tranche_demo_product_get  (gsize       index);
gsize                     tranche_demo_product_count (void);
/* (nullable) */
const TrancheDemoProduct *tranche_demo_product_find (const char *code);

G_END_DECLS
