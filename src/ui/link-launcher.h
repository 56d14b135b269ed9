/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows @uri, a web page or a letter to write, in the program that the desktop has
 * for it. @parent: over which the desktop asks, and is told what is missing. */
void     tranche_launch_link_async  (GtkWidget            *parent,
                                     const char           *uri,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
/* An @error other than %G_IO_ERROR_CANCELLED still has to be told. */
gboolean tranche_launch_link_finish (GAsyncResult         *result,
                                     GError              **error);

G_END_DECLS
