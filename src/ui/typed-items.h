/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/order-item.h"

G_BEGIN_DECLS

/**
 * TrancheTypedItems:
 * @items: (element-type TrancheOrderItem)
 * @lines: (element-type guint): of which line of a form each of @items is
 *
 * What was typed into the lines of a new order. A discount can make two items of
 * one line.
 */
typedef struct {
  GPtrArray *items;
  GArray *lines;
} TrancheTypedItems;

TrancheTypedItems *tranche_typed_items_new           (void);
void               tranche_typed_items_free          (TrancheTypedItems *self);
/* Takes @item. */
void               tranche_typed_items_take          (TrancheTypedItems *self,
                                                      TrancheOrderItem  *item,
                                                      guint              line);
/* Takes what was typed as a discount off, nothing where that is %NULL. %FALSE
 * where it is no discount, or more than the sum. */
gboolean           tranche_typed_items_take_discount (TrancheTypedItems *self,
                                                      const char        *text,
                                                      const char        *currency);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheTypedItems, tranche_typed_items_free)

G_END_DECLS
