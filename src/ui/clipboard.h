/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Copies @text to the clipboard of @widget and says so in a toast, where
 * @widget stands within something that shows toasts. */
void tranche_clipboard_copy (GtkWidget  *widget,
                             const char *text);

G_END_DECLS
