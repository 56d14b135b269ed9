/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/shop.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_COUNTER_VIEW (tranche_counter_view_get_type ())
G_DECLARE_FINAL_TYPE (TrancheCounterView, tranche_counter_view, TRANCHE, COUNTER_VIEW, AdwBin)

/**
 * TrancheCounterView:
 *
 * What is turned to the customer: the shop, the sum, the product and the code that
 * leads to the bank's form. As soon as the order is signed or over it says in large
 * words whether the goods may be handed over. It follows the order in the book.
 *
 * Actions: `counter.copy`, `counter.open`, `counter.email`, `counter.print`.
 */
/* Once only. */
void tranche_counter_view_set_order (TrancheCounterView *self,
                                     TrancheShop        *shop,
                                     TrancheOrder       *order);

G_END_DECLS
