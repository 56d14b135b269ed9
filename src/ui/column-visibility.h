/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TrancheColumnVisibility:
 * @column: (unowned): a column of the view
 * @visible: whether it is to be seen
 */
typedef struct {
  GtkColumnViewColumn *column;
  gboolean visible;
} TrancheColumnVisibility;

/* Shows and hides columns of @view. They must not be shown in another way: GTK gives
 * the cells of a column that appears to the headers of sections too, which then
 * outlive the column and end the program. */
void tranche_column_visibility_apply (GtkColumnView                 *view,
                                      const TrancheColumnVisibility *columns,
                                      guint                          n_columns);

G_END_DECLS
