/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRANCHE_TYPE_DAY_HEADING (tranche_day_heading_get_type ())
G_DECLARE_FINAL_TYPE (TrancheDayHeading, tranche_day_heading, TRANCHE, DAY_HEADING, GtkWidget)

/**
 * TrancheDayHeading:
 *
 * The text above the orders of a day. Not a label: a list of few orders a day has a
 * hundred of them, and the size of this does not hang on the text, which is laid out
 * when it is seen.
 */
GtkWidget *tranche_day_heading_new      (void);
void       tranche_day_heading_set_text (TrancheDayHeading *self,
                                         const char        *text);

G_END_DECLS
