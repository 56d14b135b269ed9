/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether dialogs for files can be shown. In a sandbox the desktop shows them,
 * and where it has nobody to do so, they would neither come nor fail: then this
 * tells over @parent what is missing. */
gboolean tranche_portal_check (GtkWidget *parent);

G_END_DECLS
