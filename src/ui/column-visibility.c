/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/column-visibility.h"

static gboolean
differs (const TrancheColumnVisibility *columns,
         guint                          n_columns)
{
  for (guint i = 0; i < n_columns; i++) {
    if (gtk_column_view_column_get_visible (columns[i].column) != columns[i].visible)
      return TRUE;
  }

  return FALSE;
}

/* There are no headers while columns come and go. */
void
tranche_column_visibility_apply (GtkColumnView                 *view,
                                 const TrancheColumnVisibility *columns,
                                 guint                          n_columns)
{
  g_autoptr (GtkListItemFactory) headers = NULL;

  if (!differs (columns, n_columns))
    return;

  g_set_object (&headers, gtk_column_view_get_header_factory (view));
  gtk_column_view_set_header_factory (view, NULL);
  for (guint i = 0; i < n_columns; i++)
    gtk_column_view_column_set_visible (columns[i].column, columns[i].visible);
  gtk_column_view_set_header_factory (view, headers);
}
