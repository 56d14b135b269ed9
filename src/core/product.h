/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrancheProduct:
 * @code: what the bank calls it: a promo code, or the agreed product name
 * @name: what the manager sees
 * @terms: (nullable): for banks that ask for it, the numbers of payments to
 *   choose from, comma-separated, such as "3,6,12"
 *
 * What an account can sell on.
 */
typedef struct {
  char *code;
  char *name;
  char *terms;
} TrancheProduct;

TrancheProduct *tranche_product_new   (const char           *code,
                                       const char           *name,
                                       const char           *terms);
TrancheProduct *tranche_product_copy  (const TrancheProduct *self);
void            tranche_product_free  (TrancheProduct       *self);
gboolean        tranche_product_equal (const TrancheProduct *a,
                                       const TrancheProduct *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheProduct, tranche_product_free)

G_END_DECLS
