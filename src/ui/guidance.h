/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What the program says of itself, over @window. */

/* In the desktop's program for manuals; a dialog says why where it does not come. */
void tranche_guidance_show_manual    (GtkWindow *window);
/* The keys of the window. */
void tranche_guidance_show_shortcuts (GtkWindow *window);
void tranche_guidance_show_about     (GtkWindow *window);

G_END_DECLS
