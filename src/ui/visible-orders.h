/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/live-status.h"
#include "ui/order-selection.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_VISIBLE_ORDERS (tranche_visible_orders_get_type ())
G_DECLARE_FINAL_TYPE (TrancheVisibleOrders, tranche_visible_orders, TRANCHE, VISIBLE_ORDERS, GObject)

/**
 * TrancheVisibleOrders:
 *
 * Tells live status which orders are on the screen, so that these are asked
 * for first: the rows between the edges of the list's adjustment, and the
 * selected order. A moment after the list came to rest, not at every step.
 */
TrancheVisibleOrders *tranche_visible_orders_new             (GtkAdjustment         *adjustment,
                                                              TrancheOrderSelection *rows,
                                                              TrancheLiveStatus     *live_status);
void                  tranche_visible_orders_set_selected_id (TrancheVisibleOrders  *self,
                                                              gint64                 order_id);

/* The rows that show between @value and @value plus @page_size in a list of
 * @n_rows rows of the same height that is @upper high: @first and @count. A
 * pure function. */
void                  tranche_visible_orders_range           (double                value,
                                                              double                page_size,
                                                              double                upper,
                                                              guint                 n_rows,
                                                              guint                *first,
                                                              guint                *count);

G_END_DECLS
