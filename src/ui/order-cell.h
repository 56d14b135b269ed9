/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/shop.h"
#include "ui/cell-painter.h"
#include "ui/clock.h"
#include "ui/order-field.h"
#include "ui/order-place.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ORDER_CELL (tranche_order_cell_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOrderCell, tranche_order_cell, TRANCHE, ORDER_CELL, GtkWidget)

/**
 * TrancheOrderCell:
 *
 * One field of the order that stands at a place of the list. Its accessible label
 * is the text that it shows. It follows the place, and the minutes of the clock.
 *
 * A list has thousands of them, of which some hundreds are seen: what is not seen
 * is neither read nor put into words, and the size does not hang on it.
 */
GtkWidget         *tranche_order_cell_new       (TrancheOrderField   field,
                                                 TrancheShop        *shop,
                                                 TrancheClock       *clock,
                                                 TrancheCellPainter *painter);
/* @place: (nullable) */
void               tranche_order_cell_set_place (TrancheOrderCell   *self,
                                                 TrancheOrderPlace  *place);
/* (nullable) (transfer none) */
TrancheOrderPlace *tranche_order_cell_get_place (TrancheOrderCell   *self);
/* What it shows; NULL while it is not seen. (nullable) */
const char        *tranche_order_cell_get_text  (TrancheOrderCell   *self);
/* For a cell that no column gives a width: it takes the width of @n_chars
 * characters, and its text stands at the end. */
void               tranche_order_cell_set_end   (TrancheOrderCell   *self,
                                                 guint               n_chars);

G_END_DECLS
