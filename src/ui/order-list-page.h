/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/order-query.h"
#include "model/order-list.h"
#include "model/shop.h"
#include "ui/clock.h"
#include "ui/column-choice.h"
#include "ui/list-filter.h"
#include "ui/order-selection.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ORDER_LIST_PAGE (tranche_order_list_page_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOrderListPage, tranche_order_list_page, TRANCHE, ORDER_LIST_PAGE, AdwBin)

/**
 * TrancheOrderListPage:
 *
 * The list of the orders of a view, or what stands in its place while there
 * are none.
 *
 * Properties, all of which notify:
 *
 * - `view` (TrancheView), `account-id` (string, nullable), `text` (string,
 *   nullable), `filter` (TrancheListFilter boxed): what is listed
 * - `sort` (string): the nick of the TrancheSortKey that somebody chose, with a
 *   "-" before it when descending; "" for the usual order of the view
 * - `selected-id` (int64): 0 while no order is selected, or several are
 * - `single-click` (boolean): one click opens an order
 *
 * Signal `opened ()`: the selected order was activated.
 */
void      tranche_order_list_page_set_shop   (TrancheOrderListPage *self,
                                              TrancheShop          *shop,
                                              TrancheClock         *clock);
void      tranche_order_list_page_set_view   (TrancheOrderListPage *self,
                                              TrancheView           view,
                                              const char           *account_id);
void      tranche_order_list_page_set_text   (TrancheOrderListPage *self,
                                              const char           *text);
/* (transfer none) */
const TrancheListFilter *
          tranche_order_list_page_get_filter (TrancheOrderListPage *self);
/* @filter: (nullable): an empty one */
void      tranche_order_list_page_set_filter (TrancheOrderListPage *self,
                                              const TrancheListFilter *filter);
gint64    tranche_order_list_page_get_selected_id
                                             (TrancheOrderListPage *self);
/* (nullable) (transfer none): while the list has not read it or does not have it. */
TrancheOrder *
          tranche_order_list_page_get_selected_order
                                             (TrancheOrderListPage *self);
/* (transfer none) */
TrancheOrderSelection *
          tranche_order_list_page_get_selection
                                             (TrancheOrderListPage *self);
/* (transfer none) */
TrancheColumnChoice *
          tranche_order_list_page_get_columns (TrancheOrderListPage *self);
/* The selected orders where they are several, else all that are listed.
 * (element-type gint64) (transfer full) */
GArray   *tranche_order_list_page_list_ids   (TrancheOrderListPage *self);
/* How it lists, as "a{sv}": view, account, filter, text, sort and columns. What
 * is not understood of it is left as it is. (transfer floating) */
GVariant *tranche_order_list_page_save       (TrancheOrderListPage *self);
void      tranche_order_list_page_restore    (TrancheOrderListPage *self,
                                              GVariant             *state);
/* (nullable) (transfer none): NULL before there is a shop. */
TrancheOrderList *
          tranche_order_list_page_get_list   (TrancheOrderListPage *self);
/* Selects it as soon as the list has it, and scrolls there. */
void      tranche_order_list_page_select     (TrancheOrderListPage *self,
                                              gint64                order_id);
/* Puts the focus into the list, on its selected or its first row, which is
 * selected then if @select. FALSE while there are no rows. */
gboolean  tranche_order_list_page_focus_list (TrancheOrderListPage *self,
                                              gboolean              select);

G_END_DECLS
