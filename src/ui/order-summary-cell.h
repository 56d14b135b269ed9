/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/order-cell.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ORDER_SUMMARY_CELL (tranche_order_summary_cell_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOrderSummaryCell, tranche_order_summary_cell,
                      TRANCHE, ORDER_SUMMARY_CELL, GtkWidget)

/**
 * TrancheOrderSummaryCell:
 *
 * An order in two lines, for a list that is too narrow for columns: customer
 * and amount, stage and number, and the deadline.
 */
GtkWidget *tranche_order_summary_cell_new       (TrancheShop             *shop,
                                                 TrancheClock            *clock,
                                                 TrancheCellPainter      *painter);
/* @place: (nullable) */
void       tranche_order_summary_cell_set_place (TrancheOrderSummaryCell *self,
                                                 TrancheOrderPlace       *place);

G_END_DECLS
