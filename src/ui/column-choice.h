/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/order-columns.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_COLUMN_CHOICE (tranche_column_choice_get_type ())
G_DECLARE_FINAL_TYPE (TrancheColumnChoice, tranche_column_choice, TRANCHE, COLUMN_CHOICE, GObject)

/**
 * TrancheColumnChoice:
 *
 * Which columns of the list somebody wants to see, in which order and how wide:
 * chosen in the menu of their headers, moved and resized by the mouse. A column
 * that is chosen still gives way where the list is narrow.
 *
 * As a GVariant it is "a(sbi)": the name of a column, whether it is chosen, and
 * its width, 0 for the usual one; in their order.
 *
 * Signal `changed ()`
 */
TrancheColumnChoice *tranche_column_choice_new         (GtkColumnView       *view,
                                                        TrancheOrderColumns *columns);
/* An action for each column, named after it. (transfer none) */
GActionGroup        *tranche_column_choice_get_actions (TrancheColumnChoice *self);
/* The menu with these as "columns.NAME". (transfer none) */
GMenuModel          *tranche_column_choice_get_menu    (TrancheColumnChoice *self);
/* Those that are chosen, from left to right, whether or not there is room for them.
 * (element-type TrancheOrderField) (transfer full) */
GArray              *tranche_column_choice_list_fields (TrancheColumnChoice *self);
/* (transfer floating) */
GVariant            *tranche_column_choice_save        (TrancheColumnChoice *self);
/* What it does not speak of is as usual. */
void                 tranche_column_choice_restore     (TrancheColumnChoice *self,
                                                        GVariant            *state);

G_END_DECLS
