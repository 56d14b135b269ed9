/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRANCHE_TYPE_RESTORE_DIALOG (tranche_restore_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrancheRestoreDialog, tranche_restore_dialog, TRANCHE, RESTORE_DIALOG, AdwDialog)

/**
 * TrancheRestoreDialog:
 *
 * Shows what backups there are and what is in them. It needs no open book, for a
 * damaged one cannot be opened.
 *
 * Signal `chosen (const char *path)`: that file is to take the place of the book.
 */
/* @folder: of the daily backups of the book at @book_path. */
AdwDialog *tranche_restore_dialog_new         (const char           *book_path,
                                               const char           *folder);
/* For a book that comes from another computer: from a file alone, and without
 * words about orders that would be missed. */
AdwDialog *tranche_restore_dialog_new_import  (const char           *book_path);
/* Shows what is in the file at @path, as if it were chosen. */
void       tranche_restore_dialog_look        (TrancheRestoreDialog *self,
                                               const char           *path);

G_END_DECLS
