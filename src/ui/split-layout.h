/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/current-order.h"
#include "ui/order-list-page.h"
#include "ui/selected-orders.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_SPLIT_LAYOUT (tranche_split_layout_get_type ())
G_DECLARE_FINAL_TYPE (TrancheSplitLayout, tranche_split_layout, TRANCHE, SPLIT_LAYOUT, GObject)

/**
 * TrancheSplitLayout:
 *
 * Whether the list and an order stand side by side. Without an order the list has
 * room for all that it can tell; where one click opens an order there is never room
 * for both.
 */
/* @split: (unowned): with @page in its sidebar, which stays where the focus is.
 * @page: (unowned) */
TrancheSplitLayout *tranche_split_layout_new (AdwNavigationSplitView *split,
                                              TrancheOrderListPage   *page,
                                              TrancheCurrentOrder    *current,
                                              TrancheSelectedOrders  *selected);

G_END_DECLS
