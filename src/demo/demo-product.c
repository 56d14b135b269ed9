/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-product.h"

#define RUBLES(amount) ((gint64) (amount) * 100)

static const TrancheDemoProduct products[] = {
  { "default", "Кредит", 0, 0, RUBLES (100), RUBLES (1000000) },
  { "installment_0_0_3_4,5", "Рассрочка на 3 месяца", 3, 450, RUBLES (1000), RUBLES (200000) },
  { "installment_0_0_6_6,5", "Рассрочка на 6 месяцев", 6, 650, RUBLES (1000), RUBLES (300000) },
  { "installment_0_0_10_9,2", "Рассрочка на 10 месяцев", 10, 920, RUBLES (3000), RUBLES (400000) },
  { "installment_0_0_24_17,9", "Рассрочка на 24 месяца", 24, 1790, RUBLES (10000), RUBLES (500000) },
};

const TrancheDemoProduct *
tranche_demo_product_get (gsize index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (products), NULL);

  return &products[index];
}

gsize
tranche_demo_product_count (void)
{
  return G_N_ELEMENTS (products);
}

const TrancheDemoProduct *
tranche_demo_product_find (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (products); i++) {
    if (g_str_equal (products[i].code, code))
      return &products[i];
  }

  return NULL;
}
