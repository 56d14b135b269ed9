/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "store/store-error.h"

G_BEGIN_DECLS

/**
 * TrancheBookFile:
 *
 * The file of a book before SQLite sees it: its folder (made with mode 0700
 * where it is missing; one that exists is left as it is, for it may hold other
 * things), its mode 0600, which SQLite gives to the files that it makes beside
 * it, and the lock that keeps other processes from writing.
 */
typedef struct _TrancheBookFile TrancheBookFile;

/* Makes the file where it is missing, locks it, and checks that it begins like
 * a database. Errors are of %TRANCHE_STORE_ERROR. */
TrancheBookFile *tranche_book_file_open   (const char       *path,
                                           GError          **error);
/* Locks the name alone, whatever the file is, and makes none where it is missing. */
TrancheBookFile *tranche_book_file_lock   (const char       *path,
                                           GError          **error);
/* With every link resolved. */
const char      *tranche_book_file_get_path (TrancheBookFile *self);
/* Whether there is nothing in it yet. */
gboolean         tranche_book_file_get_new (TrancheBookFile *self);
/* Takes the file away from other users, where it was copied here with a wider mode. */
gboolean         tranche_book_file_protect (TrancheBookFile *self,
                                            GError         **error);
/* Releases the lock. To be called after the last connection is closed. */
void             tranche_book_file_close  (TrancheBookFile  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheBookFile, tranche_book_file_close)

G_END_DECLS
