/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/live-status.h"
#include "ui/list-filter.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_LIST_HEADER (tranche_list_header_get_type ())
G_DECLARE_FINAL_TYPE (TrancheListHeader, tranche_list_header, TRANCHE, LIST_HEADER, AdwBin)

/**
 * TrancheListHeader:
 *
 * The bar above the list: the search, a new order, refreshing and the menu.
 *
 * Properties:
 *
 * - `text` (string): what is searched, "" for nothing; notifies a moment after
 *   the typing stopped
 * - `filter` (TrancheListFilter boxed): how the list is narrowed otherwise
 * - `narrow` (boolean): the search stands in a line of its own
 * - `sidebar-shown`, `sidebar-hideable` (boolean): of the button for the sidebar
 * - `refreshing` (boolean), `progress` (double, 0 to 1): of the refresh that
 *   somebody asked for
 *
 * Signals:
 *
 * - `search-left (gboolean select)`: the focus is to go to the list, where the
 *   first row is selected if @select
 * - `menu-opened ()`: what the menu offers is about to be seen
 */
void tranche_list_header_follow (TrancheListHeader *self,
                                 TrancheLiveStatus *live_status);
/* The accounts by which the list can be filtered. (element-type TrancheConnection) */
void tranche_list_header_set_connections
                                (TrancheListHeader *self,
                                 GListModel        *connections);
/* Opens what the filter button opens. */
void tranche_list_header_show_filter
                                (TrancheListHeader *self);
/* Whoever types in @widget without having chosen a place to type in searches. */
void tranche_list_header_capture
                                (TrancheListHeader *self,
                                 GtkWidget         *widget);
void tranche_list_header_focus_search
                                (TrancheListHeader *self);
/* `text` follows both at once. */
void tranche_list_header_search (TrancheListHeader *self,
                                 const char        *text);
void tranche_list_header_clear_search
                                (TrancheListHeader *self);

G_END_DECLS
