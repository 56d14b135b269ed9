/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/shop.h"
#include "model/view-counts.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_WORKPLACE (tranche_workplace_get_type ())
G_DECLARE_FINAL_TYPE (TrancheWorkplace, tranche_workplace, TRANCHE, WORKPLACE, AdwBreakpointBin)

/**
 * TrancheWorkplace:
 *
 * Where the work with a shop is done: views, the list, and the selected order.
 * It adds its actions to the window's.
 */
GtkWidget *tranche_workplace_new         (TrancheShop       *shop,
                                          TrancheViewCounts *counts,
                                          GSettings         *settings,
                                          GActionMap        *window_actions);
/* While a dialog is over it nothing beneath can be done, by no shortcut either. */
void       tranche_workplace_set_blocked (TrancheWorkplace  *self,
                                          gboolean           blocked);

G_END_DECLS
