/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/order-row.h"
#include "model/shop.h"
#include "ui/clock.h"
#include "ui/order-field.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ORDER_CELL (tranche_order_cell_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOrderCell, tranche_order_cell, TRANCHE, ORDER_CELL, GtkWidget)

/**
 * TrancheOrderCell:
 *
 * One field of an order in the list. Its accessible label is the text that it
 * shows. Property `row` (TrancheOrderRow, nullable) is what it shows; it
 * follows the row's order and operation and the minutes of the clock.
 */
GtkWidget *tranche_order_cell_new     (TrancheOrderField  field,
                                       TrancheShop       *shop,
                                       TrancheClock      *clock);
void       tranche_order_cell_set_row (TrancheOrderCell  *self,
                                       TrancheOrderRow   *row);
/* (nullable) (transfer none) */
TrancheOrderRow *
           tranche_order_cell_get_row (TrancheOrderCell  *self);
/* For a cell that no column gives a width: it takes the width of @n_chars
 * characters, and its text stands at the end. */
void       tranche_order_cell_set_end (TrancheOrderCell  *self,
                                       guint              n_chars);

G_END_DECLS
