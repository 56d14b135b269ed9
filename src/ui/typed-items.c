/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/typed-items.h"

#include "core/discount.h"

TrancheTypedItems *
tranche_typed_items_new (void)
{
  TrancheTypedItems *self = g_new0 (TrancheTypedItems, 1);

  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_order_item_unref);
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

void
tranche_typed_items_free (TrancheTypedItems *self)
{
  g_ptr_array_unref (self->items);
  g_array_unref (self->lines);
  g_free (self);
}

void
tranche_typed_items_take (TrancheTypedItems *self,
                          TrancheOrderItem  *item,
                          guint              line)
{
  g_ptr_array_add (self->items, item);
  g_array_append_val (self->lines, line);
}

/* Nothing where nothing was typed. */
static gboolean
read_discount (const char         *text,
               const TrancheMoney *sum,
               TrancheMoney       *discount)
{
  *discount = tranche_money (0, sum->currency);

  return text == NULL ||
         (tranche_discount_parse (text, sum, discount, NULL) &&
          discount->minor >= 0 && discount->minor <= sum->minor);
}

gboolean
tranche_typed_items_take_discount (TrancheTypedItems *self,
                                   const char        *text,
                                   const char        *currency)
{
  g_autoptr (GArray) sources = NULL;
  GPtrArray *spread = NULL;
  TrancheMoney sum;
  TrancheMoney discount;

  if (!tranche_order_items_sum (self->items, currency, &sum, NULL) ||
      !read_discount (text, &sum, &discount))
    return FALSE;

  /* Where nothing is taken off the rules of the bank judge what was typed. */
  if (discount.minor == 0)
    return TRUE;

  spread = tranche_discount_spread (self->items, &discount, &sources, NULL);
  if (spread == NULL)
    return FALSE;

  for (guint i = 0; i < sources->len; i++)
    g_array_index (sources, guint, i) = g_array_index (self->lines, guint,
                                                       g_array_index (sources, guint, i));
  g_ptr_array_unref (self->items);
  self->items = spread;
  g_array_unref (self->lines);
  self->lines = g_steal_pointer (&sources);

  return TRUE;
}
