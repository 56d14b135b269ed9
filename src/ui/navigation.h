/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/list-header.h"
#include "ui/order-list-page.h"
#include "ui/shown-view.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_NAVIGATION (tranche_navigation_get_type ())
G_DECLARE_FINAL_TYPE (TrancheNavigation, tranche_navigation, TRANCHE, NAVIGATION, GObject)

/**
 * TrancheNavigation:
 *
 * The ways within the window: what is asked for is listed and brought into sight,
 * where sidebar, list and order do not all stand side by side.
 */
/* @page, @header, @sidebar_split, @order_split: (unowned): of the window, which
 * outlives this. */
TrancheNavigation *tranche_navigation_new            (TrancheShownView       *shown,
                                                      TrancheOrderListPage   *page,
                                                      TrancheListHeader      *header,
                                                      AdwOverlaySplitView    *sidebar_split,
                                                      AdwNavigationSplitView *order_split);
/* @account_id: (nullable) */
void               tranche_navigation_show_view      (TrancheNavigation      *self,
                                                      TrancheView             view,
                                                      const char             *account_id);
void               tranche_navigation_show_saved     (TrancheNavigation      *self,
                                                      TrancheSavedView       *view);
/* Whatever was looked at, the order is among all of them. */
void               tranche_navigation_show_order     (TrancheNavigation      *self,
                                                      gint64                  order_id);
/* One that was made just now stands among those of today. */
void               tranche_navigation_show_new_order (TrancheNavigation      *self,
                                                      TrancheOrder           *order);
/* What needs action, whatever was searched for. */
void               tranche_navigation_look_around    (TrancheNavigation      *self);
/* All orders that @text finds. */
void               tranche_navigation_search         (TrancheNavigation      *self,
                                                      const char             *text);
/* All orders that what is typed already finds. */
void               tranche_navigation_search_all     (TrancheNavigation      *self);

G_END_DECLS
