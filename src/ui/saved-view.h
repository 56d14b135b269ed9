/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TRANCHE_TYPE_SAVED_VIEW (tranche_saved_view_get_type ())
G_DECLARE_FINAL_TYPE (TrancheSavedView, tranche_saved_view, TRANCHE, SAVED_VIEW, GObject)

/**
 * TrancheSavedView:
 *
 * A way to look at the list that somebody has given a name. Property `name`
 * (string) notifies.
 */
/* @content: "a{sv}", as tranche_order_list_page_save() gives it; consumed if
 * floating. */
TrancheSavedView *tranche_saved_view_new          (const char       *name,
                                                   GVariant         *content);
/* NULL for what is none. (transfer full) (nullable) */
TrancheSavedView *tranche_saved_view_from_variant (GVariant         *variant);
/* As "a{sv}". (transfer floating) */
GVariant         *tranche_saved_view_to_variant   (TrancheSavedView *self);
/* Stays the same when the name changes. */
const char       *tranche_saved_view_get_id       (TrancheSavedView *self);
const char       *tranche_saved_view_get_name     (TrancheSavedView *self);
void              tranche_saved_view_set_name     (TrancheSavedView *self,
                                                   const char       *name);
/* (transfer none) */
GVariant         *tranche_saved_view_get_content  (TrancheSavedView *self);
void              tranche_saved_view_set_content  (TrancheSavedView *self,
                                                   GVariant         *content);

G_END_DECLS
