/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/order-filter.h"

gboolean
tranche_order_filter_is_empty (const TrancheOrderFilter *self)
{
  static const TrancheOrderFilter none = TRANCHE_ORDER_FILTER_NONE;

  return tranche_order_filter_equal (self, &none);
}

gboolean
tranche_order_filter_equal (const TrancheOrderFilter *a,
                            const TrancheOrderFilter *b)
{
  return a->stages == b->stages &&
         a->from == b->from &&
         a->until == b->until &&
         tranche_money_equal (&a->least, &b->least) &&
         tranche_money_equal (&a->most, &b->most);
}
