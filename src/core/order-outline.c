/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/order-private.h"

TrancheOrder *
tranche_order_copy_outline (TrancheOrder *self)
{
  static const OrderString strings[] = {
    ORDER_ACCOUNT_ID, ORDER_NUMBER, ORDER_BANK_ORDER_ID, ORDER_LAST_ERROR,
  };
  static const OrderTime times[] = {
    ORDER_CREATED_AT, ORDER_CHANGED_AT, ORDER_CHECKED_AT, ORDER_PAID_AT,
  };
  TrancheOrder *outline;

  g_return_val_if_fail (TRANCHE_IS_ORDER (self), NULL);

  outline = tranche_order_new ();
  outline->id = self->id;
  outline->stage = self->stage;
  outline->demo = self->demo;
  outline->last_error_code = self->last_error_code;
  outline->moneys[ORDER_AMOUNT] = self->moneys[ORDER_AMOUNT];
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    g_set_str (&outline->strings[strings[i]], self->strings[strings[i]]);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++) {
    if (self->times[times[i]] != NULL)
      outline->times[times[i]] = g_date_time_ref (self->times[times[i]]);
  }

  return outline;
}
