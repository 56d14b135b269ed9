/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-application.h"

TrancheDemoApplication *
tranche_demo_application_new (void)
{
  TrancheDemoApplication *self = g_new0 (TrancheDemoApplication, 1);

  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_order_item_unref);
  self->customer = tranche_customer_new ();

  return self;
}

void
tranche_demo_application_free (TrancheDemoApplication *self)
{
  g_free (self->shop_id);
  g_free (self->showcase_id);
  g_free (self->number);
  g_ptr_array_unref (self->items);
  tranche_customer_free (self->customer);
  g_free (self->success_url);
  g_free (self->fail_url);
  g_free (self->return_url);
  g_free (self->demo_flow);
  g_free (self->initial_stage);
  g_free (self);
}

gboolean
tranche_demo_application_same_order (const TrancheDemoApplication *a,
                                     const TrancheDemoApplication *b)
{
  if (a->product != b->product ||
      !tranche_money_equal (&a->sum, &b->sum) ||
      a->items->len != b->items->len)
    return FALSE;

  for (guint i = 0; i < a->items->len; i++) {
    if (!tranche_order_item_equal (g_ptr_array_index (a->items, i),
                                   g_ptr_array_index (b->items, i)))
      return FALSE;
  }

  return TRUE;
}
