/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/shop.h"
#include "ui/cell-painter.h"
#include "ui/clock.h"
#include "ui/order-field.h"

G_BEGIN_DECLS

/* Make the cells of a column for each TrancheOrderPlace: of one field, or of the
 * order in two lines. (transfer full) */
GtkListItemFactory *tranche_order_cell_factory_new    (TrancheOrderField   field,
                                                       TrancheShop        *shop,
                                                       TrancheClock       *clock,
                                                       TrancheCellPainter *painter);
GtkListItemFactory *tranche_order_summary_factory_new (TrancheShop        *shop,
                                                       TrancheClock       *clock,
                                                       TrancheCellPainter *painter);

G_END_DECLS
