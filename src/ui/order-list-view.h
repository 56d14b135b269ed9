/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/order-list.h"
#include "model/shop.h"
#include "ui/clock.h"
#include "ui/column-choice.h"
#include "ui/order-selection.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ORDER_LIST_VIEW (tranche_order_list_view_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOrderListView, tranche_order_list_view, TRANCHE, ORDER_LIST_VIEW, AdwBin)

/**
 * TrancheOrderListView:
 *
 * The rows of the list: columns, selection, and what is on the screen.
 *
 * Properties, which notify:
 *
 * - `sort` (string): the nick of the TrancheSortKey that somebody chose, with a
 *   "-" before it when descending; "" for the usual order of the view
 * - `single-click` (boolean): one click opens an order
 *
 * Signals:
 *
 * - `opened ()`: the only selected order was activated
 * - `selection-changed ()`
 */
void                   tranche_order_list_view_set_list      (TrancheOrderListView *self,
                                                              TrancheOrderList     *list,
                                                              TrancheShop          *shop,
                                                              TrancheClock         *clock);
/* (nullable) (transfer none): NULL before there is a list. */
TrancheOrderSelection *tranche_order_list_view_get_selection (TrancheOrderListView *self);
/* (nullable) (transfer none): NULL before there is a list. */
TrancheColumnChoice   *tranche_order_list_view_get_choice    (TrancheOrderListView *self);
/* FALSE for the usual order of the view. */
gboolean               tranche_order_list_view_get_sort      (TrancheOrderListView *self,
                                                              TrancheSortKey       *key,
                                                              gboolean             *descending);
/* The list has asked for something else: its first answer is looked at from the
 * selected order or the top. */
void                   tranche_order_list_view_begin_anew    (TrancheOrderListView *self);
/* Selects it as soon as the list has it, and scrolls there. */
void                   tranche_order_list_view_select        (TrancheOrderListView *self,
                                                              gint64                order_id);
/* See tranche_order_list_page_focus_list(). */
gboolean               tranche_order_list_view_focus         (TrancheOrderListView *self,
                                                              gboolean              select);

G_END_DECLS
