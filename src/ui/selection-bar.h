/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/selected-orders.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_SELECTION_BAR (tranche_selection_bar_get_type ())
G_DECLARE_FINAL_TYPE (TrancheSelectionBar, tranche_selection_bar, TRANCHE, SELECTION_BAR, AdwBin)

/**
 * TrancheSelectionBar:
 *
 * How many orders are selected, what they come to, and what can be done with
 * all of them. It shows while orders are gathered, or several are selected.
 */
void  tranche_selection_bar_follow (TrancheSelectionBar   *self,
                                    TrancheOrderSelection *selection,
                                    TrancheSelectedOrders *selected);

/* "5 orders selected". (transfer full) */
char *tranche_selection_count_text (guint                  n_orders);

G_END_DECLS
