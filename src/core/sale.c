/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sale.h"

TrancheSale *
tranche_sale_new (void)
{
  return g_new0 (TrancheSale, 1);
}

TrancheSale *
tranche_sale_copy (const TrancheSale *self)
{
  TrancheSale *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = tranche_sale_new ();
  copy->invoice_number = g_strdup (self->invoice_number);
  copy->invoice_date = g_strdup (self->invoice_date);
  copy->point_code = g_strdup (self->point_code);
  copy->parts = self->parts;
  copy->first_payment = self->first_payment;

  return copy;
}

void
tranche_sale_free (TrancheSale *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->invoice_number);
  g_free (self->invoice_date);
  g_free (self->point_code);
  g_free (self);
}
