/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/check-column.h"

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkColumnViewCell        *cell)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_can_target (check, FALSE);
  gtk_widget_set_focusable (check, FALSE);
  gtk_widget_set_halign (check, GTK_ALIGN_CENTER);
  gtk_column_view_cell_set_child (cell, check);
  gtk_column_view_cell_set_focusable (cell, FALSE);
  g_object_bind_property (cell, "selected", check, "active", G_BINDING_SYNC_CREATE);
}

GtkColumnViewColumn *
tranche_check_column_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);

  return gtk_column_view_column_new (NULL, factory);
}
