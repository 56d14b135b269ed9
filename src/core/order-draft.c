/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/order-draft.h"

struct _TrancheOrderDraft {
  GObject parent_instance;

  char *currency;
  char *number;
  char *product_code;
  TrancheMoney sum;
  TrancheMoney items_sum; /* unset while it is too large */
  GPtrArray *items; /* (element-type TrancheOrderItem) */
  TrancheCustomer *customer;
  TrancheSale *sale;
  char *webhook_url;
  char *success_url;
  char *fail_url;
  char *return_url;
  char *demo_flow;
  char *initial_stage;
};

G_DEFINE_FINAL_TYPE (TrancheOrderDraft, tranche_order_draft, G_TYPE_OBJECT)

static void
tranche_order_draft_finalize (GObject *object)
{
  TrancheOrderDraft *self = TRANCHE_ORDER_DRAFT (object);

  g_free (self->currency);
  g_free (self->number);
  g_free (self->product_code);
  g_ptr_array_unref (self->items);
  tranche_customer_free (self->customer);
  tranche_sale_free (self->sale);
  g_free (self->webhook_url);
  g_free (self->success_url);
  g_free (self->fail_url);
  g_free (self->return_url);
  g_free (self->demo_flow);
  g_free (self->initial_stage);

  G_OBJECT_CLASS (tranche_order_draft_parent_class)->finalize (object);
}

static void
tranche_order_draft_class_init (TrancheOrderDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tranche_order_draft_finalize;
}

static void
tranche_order_draft_init (TrancheOrderDraft *self)
{
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_order_item_unref);
  self->customer = tranche_customer_new ();
  self->sale = tranche_sale_new ();
}

TrancheOrderDraft *
tranche_order_draft_new (const char *currency)
{
  TrancheOrderDraft *self;

  g_return_val_if_fail (tranche_currency_is_valid (currency), NULL);

  self = g_object_new (TRANCHE_TYPE_ORDER_DRAFT, NULL);
  self->currency = g_strdup (currency);
  self->items_sum = tranche_money (0, currency);

  return self;
}

const TrancheMoney *
tranche_order_draft_get_sum (TrancheOrderDraft *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_DRAFT (self), NULL);

  return tranche_money_is_set (&self->sum) ? &self->sum : &self->items_sum;
}

void
tranche_order_draft_set_sum (TrancheOrderDraft  *self,
                             const TrancheMoney *sum)
{
  g_return_if_fail (TRANCHE_IS_ORDER_DRAFT (self));

  self->sum = sum != NULL ? *sum : (TrancheMoney) TRANCHE_MONEY_UNSET;
}

GPtrArray *
tranche_order_draft_get_items (TrancheOrderDraft *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_DRAFT (self), NULL);

  return self->items;
}

void
tranche_order_draft_add_item (TrancheOrderDraft *self,
                              TrancheOrderItem  *item)
{
  TrancheMoney sum;

  g_return_if_fail (TRANCHE_IS_ORDER_DRAFT (self));
  g_return_if_fail (item != NULL);

  g_ptr_array_add (self->items, tranche_order_item_ref (item));

  if (tranche_order_items_sum (self->items, self->currency, &sum, NULL))
    self->items_sum = sum;
  else
    self->items_sum = (TrancheMoney) TRANCHE_MONEY_UNSET;
}

const TrancheCustomer *
tranche_order_draft_get_customer (TrancheOrderDraft *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_DRAFT (self), NULL);

  return self->customer;
}

void
tranche_order_draft_set_customer (TrancheOrderDraft     *self,
                                  const TrancheCustomer *customer)
{
  TrancheCustomer *copy;

  g_return_if_fail (TRANCHE_IS_ORDER_DRAFT (self));

  copy = customer != NULL ? tranche_customer_copy (customer) : tranche_customer_new ();
  tranche_customer_free (self->customer);
  self->customer = copy;
}

const TrancheSale *
tranche_order_draft_get_sale (TrancheOrderDraft *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_DRAFT (self), NULL);

  return self->sale;
}

void
tranche_order_draft_set_sale (TrancheOrderDraft *self,
                              const TrancheSale *sale)
{
  TrancheSale *copy;

  g_return_if_fail (TRANCHE_IS_ORDER_DRAFT (self));

  copy = sale != NULL ? tranche_sale_copy (sale) : tranche_sale_new ();
  tranche_sale_free (self->sale);
  self->sale = copy;
}

const char *
tranche_order_draft_get_currency (TrancheOrderDraft *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_DRAFT (self), NULL);

  return self->currency;
}

const char *
tranche_order_draft_get_number (TrancheOrderDraft *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_DRAFT (self), NULL);

  return self->number;
}

void
tranche_order_draft_set_number (TrancheOrderDraft *self,
                                const char        *number)
{
  g_return_if_fail (TRANCHE_IS_ORDER_DRAFT (self));

  g_set_str (&self->number, number);
}

const char *
tranche_order_draft_get_product_code (TrancheOrderDraft *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_DRAFT (self), NULL);

  return self->product_code;
}

void
tranche_order_draft_set_product_code (TrancheOrderDraft *self,
                                      const char        *code)
{
  g_return_if_fail (TRANCHE_IS_ORDER_DRAFT (self));

  g_set_str (&self->product_code, code);
}

const char *
tranche_order_draft_get_webhook_url (TrancheOrderDraft *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_DRAFT (self), NULL);

  return self->webhook_url;
}

void
tranche_order_draft_set_webhook_url (TrancheOrderDraft *self,
                                     const char        *url)
{
  g_return_if_fail (TRANCHE_IS_ORDER_DRAFT (self));

  g_set_str (&self->webhook_url, url);
}

const char *
tranche_order_draft_get_success_url (TrancheOrderDraft *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_DRAFT (self), NULL);

  return self->success_url;
}

void
tranche_order_draft_set_success_url (TrancheOrderDraft *self,
                                     const char        *url)
{
  g_return_if_fail (TRANCHE_IS_ORDER_DRAFT (self));

  g_set_str (&self->success_url, url);
}

const char *
tranche_order_draft_get_fail_url (TrancheOrderDraft *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_DRAFT (self), NULL);

  return self->fail_url;
}

void
tranche_order_draft_set_fail_url (TrancheOrderDraft *self,
                                  const char        *url)
{
  g_return_if_fail (TRANCHE_IS_ORDER_DRAFT (self));

  g_set_str (&self->fail_url, url);
}

const char *
tranche_order_draft_get_return_url (TrancheOrderDraft *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_DRAFT (self), NULL);

  return self->return_url;
}

void
tranche_order_draft_set_return_url (TrancheOrderDraft *self,
                                    const char        *url)
{
  g_return_if_fail (TRANCHE_IS_ORDER_DRAFT (self));

  g_set_str (&self->return_url, url);
}

const char *
tranche_order_draft_get_demo_flow (TrancheOrderDraft *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_DRAFT (self), NULL);

  return self->demo_flow;
}

void
tranche_order_draft_set_demo_flow (TrancheOrderDraft *self,
                                   const char        *flow)
{
  g_return_if_fail (TRANCHE_IS_ORDER_DRAFT (self));

  g_set_str (&self->demo_flow, flow);
}

const char *
tranche_order_draft_get_initial_stage (TrancheOrderDraft *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_DRAFT (self), NULL);

  return self->initial_stage;
}

void
tranche_order_draft_set_initial_stage (TrancheOrderDraft *self,
                                       const char        *stage)
{
  g_return_if_fail (TRANCHE_IS_ORDER_DRAFT (self));

  g_set_str (&self->initial_stage, stage);
}
