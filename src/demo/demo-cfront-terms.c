/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-cfront-terms.h"

static const struct {
  guint max_parts;
  guint percent;
} commissions[] = {
  { 3, 190 }, { 4, 290 }, { 6, 450 }, { 10, 750 }, { 12, 890 }, { 15, 1090 }, { 25, 1690 },
};

static const TrancheDemoCfrontProduct products[] = {
  { "payment_installments", "Покупка частинами", "3,4,6,10,12,24" },
  { "Розстрочка Літо 6", "Розстрочка «Літо» на 6 платежів", "6" },
  { "Розстрочка Дім 12", "Розстрочка «Дім» на 12 платежів", "12" },
};

guint
tranche_demo_cfront_commission_percent (guint parts)
{
  gsize i = 0;

  while (i < G_N_ELEMENTS (commissions) - 1 && commissions[i].max_parts < parts)
    i++;

  return commissions[i].percent;
}

TrancheMoney
tranche_demo_cfront_commission (const TrancheMoney *sum,
                                guint               parts)
{
  gint64 percent = tranche_demo_cfront_commission_percent (parts);
  gint64 half = sum->minor < 0 ? -5000 : 5000;

  /* In two parts, for a product of the largest sums would not fit. */
  return tranche_money (sum->minor / 10000 * percent + (sum->minor % 10000 * percent + half) / 10000,
                        sum->currency);
}

const TrancheDemoCfrontProduct *
tranche_demo_cfront_product_get (gsize index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (products), NULL);

  return &products[index];
}

gsize
tranche_demo_cfront_product_count (void)
{
  return G_N_ELEMENTS (products);
}
