/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/shop.h"
#include "ui/list-header.h"
#include "ui/order-list-page.h"
#include "ui/saved-view.h"
#include "ui/sidebar.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_SHOWN_VIEW (tranche_shown_view_get_type ())
G_DECLARE_FINAL_TYPE (TrancheShownView, tranche_shown_view, TRANCHE, SHOWN_VIEW, GObject)

/**
 * TrancheShownView:
 *
 * What is listed: a view, the orders of an account or a saved view, with its sort and
 * its columns. It is the same in the sidebar, the list and the search, and is kept in
 * the settings for the next start.
 *
 * Property `title` (string, nullable): of what is listed; notifies.
 */
/* @sidebar, @page, @header: (unowned): where it is shown. Nothing is before
 * something is asked to be. */
TrancheShownView *tranche_shown_view_new        (TrancheShop          *shop,
                                                 GSettings            *settings,
                                                 TrancheSidebar       *sidebar,
                                                 TrancheOrderListPage *page,
                                                 TrancheListHeader    *header);
/* Shows what the settings have kept. @saved_views: (element-type TrancheSavedView) */
void              tranche_shown_view_restore    (TrancheShownView     *self,
                                                 GListModel           *saved_views);
/* Search, filters and columns stay as they are. @account_id: (nullable) */
void              tranche_shown_view_show       (TrancheShownView     *self,
                                                 TrancheView           view,
                                                 const char           *account_id);
/* The same, but a saved view is left with its filters and its columns. */
void              tranche_shown_view_change     (TrancheShownView     *self,
                                                 TrancheView           view,
                                                 const char           *account_id);
/* Without a search and filters. */
void              tranche_shown_view_show_whole (TrancheShownView     *self,
                                                 TrancheView           view);
void              tranche_shown_view_show_saved (TrancheShownView     *self,
                                                 TrancheSavedView     *view);

G_END_DECLS
