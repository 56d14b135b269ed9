/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/draft-order.h"

static void
lay_sale (TrancheOrder      *order,
          const TrancheSale *sale)
{
  tranche_order_set_invoice_number (order, sale->invoice_number);
  tranche_order_set_invoice_date (order, sale->invoice_date);
  tranche_order_set_point_code (order, sale->point_code);
  tranche_order_set_term (order, sale->parts);
  tranche_order_set_first_payment (order, &sale->first_payment);
}

TrancheOrder *
tranche_draft_order_new (TrancheOrderDraft *draft,
                         TrancheAccount    *account)
{
  g_autoptr (TrancheOrder) order = tranche_order_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  tranche_order_set_account_id (order, tranche_account_get_id (account));
  tranche_order_set_demo (order, tranche_account_get_demo (account));
  tranche_order_set_number (order, tranche_order_draft_get_number (draft));
  tranche_order_set_product_code (order, tranche_order_draft_get_product_code (draft));
  tranche_order_set_amount (order, tranche_order_draft_get_sum (draft));
  tranche_order_set_items (order, tranche_order_draft_get_items (draft));
  tranche_order_set_customer (order, tranche_order_draft_get_customer (draft));
  lay_sale (order, tranche_order_draft_get_sale (draft));
  tranche_order_set_stage (order, TRANCHE_STAGE_DRAFT);
  tranche_order_set_created_at (order, now);
  tranche_order_set_changed_at (order, now);

  return g_steal_pointer (&order);
}

TrancheOrderDraft *
tranche_draft_order_to_draft (TrancheOrder *order)
{
  const TrancheMoney *amount = tranche_order_get_amount (order);
  GPtrArray *items = tranche_order_get_items (order);
  g_autoptr (TrancheOrderDraft) draft = tranche_order_draft_new (amount->currency);
  g_autoptr (TrancheSale) sale = tranche_sale_new ();

  tranche_order_draft_set_number (draft, tranche_order_get_number (order));
  tranche_order_draft_set_product_code (draft, tranche_order_get_product_code (order));
  tranche_order_draft_set_sum (draft, amount);
  tranche_order_draft_set_customer (draft, tranche_order_get_customer (order));
  for (guint i = 0; i < items->len; i++)
    tranche_order_draft_add_item (draft, g_ptr_array_index (items, i));

  sale->invoice_number = g_strdup (tranche_order_get_invoice_number (order));
  sale->invoice_date = g_strdup (tranche_order_get_invoice_date (order));
  sale->point_code = g_strdup (tranche_order_get_point_code (order));
  sale->parts = tranche_order_get_term (order);
  sale->first_payment = *tranche_order_get_first_payment (order);
  tranche_order_draft_set_sale (draft, sale);

  return g_steal_pointer (&draft);
}
