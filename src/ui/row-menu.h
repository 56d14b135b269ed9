/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/order-selection.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ROW_MENU (tranche_row_menu_get_type ())
G_DECLARE_FINAL_TYPE (TrancheRowMenu, tranche_row_menu, TRANCHE, ROW_MENU, GObject)

/**
 * TrancheRowMenu:
 *
 * What can be done with the order under the pointer, or with the selected
 * orders: opened by the secondary button, the Menu key and Shift+F10.
 */
/* @parent: (unowned): has the menu as its child until the object is disposed.
 * @view: (unowned): the list within it */
TrancheRowMenu *tranche_row_menu_new (GtkWidget             *parent,
                                      GtkColumnView         *view,
                                      TrancheOrderSelection *selection);

G_END_DECLS
