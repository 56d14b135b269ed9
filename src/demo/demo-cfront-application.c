/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-cfront-application.h"

TrancheDemoCfrontApplication *
tranche_demo_cfront_application_new (void)
{
  TrancheDemoCfrontApplication *self = g_new0 (TrancheDemoCfrontApplication, 1);

  self->parts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_order_item_unref);

  return self;
}

void
tranche_demo_cfront_application_free (TrancheDemoCfrontApplication *self)
{
  g_free (self->store_id);
  g_free (self->number);
  g_free (self->phone);
  g_free (self->invoice_number);
  g_free (self->invoice_date);
  g_free (self->source);
  g_free (self->point_id);
  g_free (self->product);
  g_array_unref (self->parts);
  g_ptr_array_unref (self->items);
  g_free (self->result_callback);
  g_free (self);
}
