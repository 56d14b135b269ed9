/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/portal.h"

G_BEGIN_DECLS

/* Asks whether files, the printer or links can be had of the desktop, and tells
 * over @parent what is missing where they cannot. */
void     tranche_portal_check_async  (GtkWidget            *parent,
                                      TranchePortal         portal,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
/* Every @error is %G_IO_ERROR_CANCELLED and takes no more words: it was told what is
 * missing, or @parent is not seen any more, or @cancellable was cancelled. */
gboolean tranche_portal_check_finish (GAsyncResult         *result,
                                      GError              **error);

G_END_DECLS
