/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/order-selection.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_LIST_SIGHT (tranche_list_sight_get_type ())
G_DECLARE_FINAL_TYPE (TrancheListSight, tranche_list_sight, TRANCHE, LIST_SIGHT, GObject)

/**
 * TrancheListSight:
 *
 * Which part of the list is in sight while it becomes another one: the selected
 * order or, where that is not listed, the top, and the focus of the rows goes along.
 * Whoever is at the top and has chosen nothing stays there.
 */
TrancheListSight *tranche_list_sight_new           (GtkColumnView         *view,
                                                    TrancheOrderList      *list,
                                                    TrancheOrderSelection *selection);
/* The list has asked for something else, and shows it when it is answered. */
void              tranche_list_sight_begin_anew    (TrancheListSight      *self);
/* Whether the list is anywhere but at its top, or has the focus. */
gboolean          tranche_list_sight_is_away       (TrancheListSight      *self);
void              tranche_list_sight_go_to_top     (TrancheListSight      *self);
void              tranche_list_sight_show_selected (TrancheListSight      *self);
/* The selected order is shown as soon as it is listed. */
void              tranche_list_sight_await         (TrancheListSight      *self);
/* Focuses the selected order or the first one, and selects it where @select says so;
 * FALSE where none is listed. */
gboolean          tranche_list_sight_focus         (TrancheListSight      *self,
                                                    gboolean               select);

G_END_DECLS
