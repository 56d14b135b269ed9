/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/money.h"

G_BEGIN_DECLS

/**
 * TrancheSale:
 * @invoice_number: (nullable): of the shop's invoice or receipt
 * @invoice_date: (nullable): yyyy-MM-dd
 * @point_code: (nullable): code of the point of sale
 * @parts: the number of payments; 0 where the bank does not ask for it
 * @first_payment: what the customer pays at the till before; may be unset
 *
 * How goods are sold in the shop, for banks that want to know it. A plain
 * value; every field is owned.
 */
typedef struct {
  char *invoice_number;
  char *invoice_date;
  char *point_code;
  guint parts;
  TrancheMoney first_payment;
} TrancheSale;

TrancheSale *tranche_sale_new  (void);
TrancheSale *tranche_sale_copy (const TrancheSale *self);
void         tranche_sale_free (TrancheSale       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheSale, tranche_sale_free)

G_END_DECLS
