/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks where to, and puts @content there: all of it or nothing, readable for
 * its owner alone. @name: what the file is called unless told otherwise; what
 * cannot stand in a name is replaced. @cancellable also closes the question. A
 * closed question is %G_IO_ERROR_CANCELLED. */
void     tranche_save_file_async  (GtkWidget            *parent,
                                   const char           *name,
                                   const char           *mime_type,
                                   GBytes               *content,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
/* The file that was written. (transfer full) */
GFile   *tranche_save_file_finish (GAsyncResult         *result,
                                   GError              **error);
/* The second half of it, to a file that is known. Finishes alike. */
void     tranche_write_file_async (GFile                *file,
                                   GBytes               *content,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
/* "12/34: a" becomes "12-34- a". (transfer full) */
char    *tranche_file_name        (const char           *text);

G_END_DECLS
