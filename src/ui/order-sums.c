/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-sums.h"

#include "ui/format.h"

static void
add (GArray             *sums,
     const TrancheMoney *amount)
{
  for (guint i = 0; i < sums->len; i++) {
    TrancheMoney *sum = &g_array_index (sums, TrancheMoney, i);

    if (g_str_equal (sum->currency, amount->currency)) {
      /* What would not fit stays out; no shop has that much. */
      tranche_money_add (sum, amount, sum, NULL);
      return;
    }
  }

  g_array_append_val (sums, *amount);
}

char *
tranche_order_sums (GPtrArray *orders)
{
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (TrancheMoney));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < orders->len; i++) {
    const TrancheMoney *amount = tranche_order_get_amount (g_ptr_array_index (orders, i));

    if (tranche_money_is_set (amount))
      add (sums, amount);
  }

  for (guint i = 0; i < sums->len; i++) {
    g_autofree char *sum = tranche_format_money (&g_array_index (sums, TrancheMoney, i));

    g_string_append (text, i > 0 ? " · " : "");
    g_string_append (text, sum);
  }

  return g_string_free_and_steal (g_steal_pointer (&text));
}
