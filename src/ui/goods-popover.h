/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/order-item.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_GOODS_POPOVER (tranche_goods_popover_get_type ())
G_DECLARE_FINAL_TYPE (TrancheGoodsPopover, tranche_goods_popover, TRANCHE, GOODS_POPOVER, GtkPopover)

/**
 * TrancheGoodsPopover:
 *
 * Goods that may be meant, below the entry that is typed into. It takes no focus:
 * the entry gives it the keys.
 *
 * Signal `chosen (TrancheOrderItem *item)`
 */
GtkWidget *tranche_goods_popover_new      (void);
/* Shows @items (element-type TrancheOrderItem); hides where there are none. */
void       tranche_goods_popover_show     (TrancheGoodsPopover *self,
                                           GPtrArray           *items);
/* A key that was pressed in the entry. Whether that is done with. */
gboolean   tranche_goods_popover_take_key (TrancheGoodsPopover *self,
                                           guint                keyval);

G_END_DECLS
