/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/order-query.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_VIEW_ROW (tranche_view_row_get_type ())
G_DECLARE_FINAL_TYPE (TrancheViewRow, tranche_view_row, TRANCHE, VIEW_ROW, GtkListBoxRow)

/**
 * TrancheViewRow:
 *
 * A view in the sidebar, with how many orders it has.
 */
GtkWidget   *tranche_view_row_new       (TrancheView     view);
TrancheView  tranche_view_row_get_view  (TrancheViewRow *self);
void         tranche_view_row_set_count (TrancheViewRow *self,
                                         guint           count);

G_END_DECLS
