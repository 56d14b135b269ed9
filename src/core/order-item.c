/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/order-item.h"

struct _TrancheOrderItem {
  char *name;
  gint64 quantity;
  TrancheMoney price;
  char *category;
  char *vendor_code;
};

G_DEFINE_BOXED_TYPE (TrancheOrderItem, tranche_order_item,
                     tranche_order_item_ref, tranche_order_item_unref)

static char *
dup_unless_empty (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

TrancheOrderItem *
tranche_order_item_new (const char         *name,
                        gint64              quantity,
                        const TrancheMoney *price,
                        const char         *category,
                        const char         *vendor_code)
{
  TrancheOrderItem *self;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (price != NULL, NULL);

  self = g_atomic_rc_box_new0 (TrancheOrderItem);
  self->name = g_strdup (name);
  self->quantity = quantity;
  self->price = *price;
  self->category = dup_unless_empty (category);
  self->vendor_code = dup_unless_empty (vendor_code);

  return self;
}

TrancheOrderItem *
tranche_order_item_ref (TrancheOrderItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
tranche_order_item_clear (gpointer data)
{
  TrancheOrderItem *self = data;

  g_free (self->name);
  g_free (self->category);
  g_free (self->vendor_code);
}

void
tranche_order_item_unref (TrancheOrderItem *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, tranche_order_item_clear);
}

const char *
tranche_order_item_get_name (TrancheOrderItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

gint64
tranche_order_item_get_quantity (TrancheOrderItem *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->quantity;
}

const TrancheMoney *
tranche_order_item_get_price (TrancheOrderItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->price;
}

const char *
tranche_order_item_get_category (TrancheOrderItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->category;
}

const char *
tranche_order_item_get_vendor_code (TrancheOrderItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->vendor_code;
}

gboolean
tranche_order_item_get_total (TrancheOrderItem  *self,
                              TrancheMoney      *out,
                              GError           **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return tranche_money_multiply (&self->price, self->quantity, out, error);
}

gboolean
tranche_order_item_equal (TrancheOrderItem *a,
                          TrancheOrderItem *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  return a->quantity == b->quantity &&
         tranche_money_equal (&a->price, &b->price) &&
         g_strcmp0 (a->name, b->name) == 0 &&
         g_strcmp0 (a->category, b->category) == 0 &&
         g_strcmp0 (a->vendor_code, b->vendor_code) == 0;
}

gboolean
tranche_order_items_sum (GPtrArray     *items,
                         const char    *currency,
                         TrancheMoney  *out,
                         GError       **error)
{
  TrancheMoney sum;

  g_return_val_if_fail (items != NULL, FALSE);
  g_return_val_if_fail (tranche_currency_is_valid (currency), FALSE);
  g_return_val_if_fail (out != NULL, FALSE);

  sum = tranche_money (0, currency);
  for (guint i = 0; i < items->len; i++) {
    TrancheMoney total;

    if (!tranche_order_item_get_total (g_ptr_array_index (items, i), &total, error) ||
        !tranche_money_add (&sum, &total, &sum, error))
      return FALSE;
  }

  *out = sum;

  return TRUE;
}
