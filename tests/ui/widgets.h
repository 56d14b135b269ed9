/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Looks for what a person would look for. All of these see only what is shown. */

/* The button that says @label, its mnemonic left out; NULL where there is none. */
GtkWidget *find_button   (GtkWidget  *root,
                          const char *label);
/* The row of a form that has @title; NULL where there is none. */
GtkWidget *find_row      (GtkWidget  *root,
                          const char *title);
/* Whether @text is part of some label. */
gboolean   shows_text    (GtkWidget  *root,
                          const char *text);
/* The first widget of @type, shown or not. */
GtkWidget *find_type     (GtkWidget  *root,
                          GType       type);
/* Presses @button, sensitive or not, as the toolkit would do for a click that
 * was already on its way. */
void       press         (GtkWidget  *button);

G_END_DECLS
