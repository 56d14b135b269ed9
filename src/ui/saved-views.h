/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/saved-view.h"

G_BEGIN_DECLS

/* The saved views that @settings keep. (element-type TrancheSavedView) (transfer full) */
GListStore       *tranche_saved_views_load  (GSettings  *settings);
/* Keeps them. @views: (element-type TrancheSavedView) */
void              tranche_saved_views_store (GListModel *views,
                                             GSettings  *settings);
/* (nullable) (transfer none) */
TrancheSavedView *tranche_saved_views_find  (GListModel *views,
                                             const char *id);

G_END_DECLS
