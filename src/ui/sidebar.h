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
 * The views with their counts, then the accounts. Either a view is selected or
 * an account, which stands for all of its orders.
 *
 * Signal `chosen (TrancheView view, char *account_id)`: somebody chose a row;
 * @account_id is %NULL for a view.
 */
void tranche_sidebar_set_shop (TrancheSidebar    *self,
                               TrancheShop       *shop,
                               TrancheViewCounts *counts);
/* Shows what is chosen, without the signal. @account_id: (nullable) */
void tranche_sidebar_select   (TrancheSidebar    *self,
                               TrancheView        view,
                               const char        *account_id);

G_END_DECLS
