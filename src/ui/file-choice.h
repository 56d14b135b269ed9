/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  TRANCHE_CHOICE_OPEN,
  TRANCHE_CHOICE_SAVE,
  TRANCHE_CHOICE_FOLDER,
} TrancheChoice;

/* Lets a file or a folder be chosen in @dialog, which has its title and the like,
 * over @parent, or tells there why the desktop cannot. @cancellable also closes the
 * question. */
void   tranche_choose_file_async  (GtkFileDialog        *dialog,
                                   TrancheChoice         choice,
                                   GtkWidget            *parent,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
/* (transfer full). Where nothing was chosen, @error is %G_IO_ERROR_CANCELLED. */
GFile *tranche_choose_file_finish (GAsyncResult         *result,
                                   GError              **error);

G_END_DECLS
