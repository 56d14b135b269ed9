/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRANCHE_TYPE_STEADY_TOP (tranche_steady_top_get_type ())
G_DECLARE_FINAL_TYPE (TrancheSteadyTop, tranche_steady_top, TRANCHE, STEADY_TOP, GObject)

/**
 * TrancheSteadyTop:
 *
 * Keeps the first row of a list in sight when the list outgrows its window.
 * GTK may go on from where a longer list was scrolled to before, or hold a list
 * that fits its window by another row than the first, so that the first rows
 * would slip away under the header as others are added.
 */
TrancheSteadyTop *tranche_steady_top_new     (GtkAdjustment    *adjustment);
/* What comes to @list now is looked at from the top, be it rows above the first one
 * or a header: nothing else is drawn. */
void              tranche_steady_top_hold    (TrancheSteadyTop *self,
                                              GtkWidget        *list);
/* Somebody wants to see another part. */
void              tranche_steady_top_release (TrancheSteadyTop *self);

G_END_DECLS
