/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/order-query.h"
#include "model/shop.h"
#include "model/view-counts.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_SIDEBAR (tranche_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (TrancheSidebar, tranche_sidebar, TRANCHE, SIDEBAR, AdwBin)

/**
 * TrancheSidebar:
 *
 * The views with their counts, then the saved views, then the accounts. One of
 * them is selected; an account stands for all of its orders.
 *
 * Signal `chosen (TrancheView view, char *account_id)`: somebody chose a row;
 * @account_id is %NULL for a view. Signal `saved-chosen (TrancheSavedView view)`.
 */
void tranche_sidebar_set_shop (TrancheSidebar    *self,
                               TrancheShop       *shop,
                               TrancheViewCounts *counts);
/* @views: (element-type TrancheSavedView) */
void tranche_sidebar_set_saved_views
                              (TrancheSidebar    *self,
                               GListModel        *views);
/* The id of the saved view that is chosen. (nullable) */
const char *
     tranche_sidebar_get_saved (TrancheSidebar    *self);
/* Shows that a saved view is chosen. */
void tranche_sidebar_select_saved
                              (TrancheSidebar    *self,
                               const char        *id);
/* Shows what is chosen, without the signal. @account_id: (nullable) */
void tranche_sidebar_select   (TrancheSidebar    *self,
                               TrancheView        view,
                               const char        *account_id);

G_END_DECLS
