/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/saved-view.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_SAVED_VIEW_ROW (tranche_saved_view_row_get_type ())
G_DECLARE_FINAL_TYPE (TrancheSavedViewRow, tranche_saved_view_row, TRANCHE, SAVED_VIEW_ROW, GtkListBoxRow)

/**
 * TrancheSavedViewRow:
 *
 * A saved view in the sidebar, with what can be done to it.
 */
GtkWidget        *tranche_saved_view_row_new      (TrancheSavedView    *view);
TrancheSavedView *tranche_saved_view_row_get_view (TrancheSavedViewRow *self);

G_END_DECLS
