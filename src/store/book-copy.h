/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "store/sql.h"

G_BEGIN_DECLS

/**
 * TrancheCopyProgress:
 *
 * How much of how much is done, in pages where it is a copy. Called in the thread
 * that does it.
 */
typedef void (* TrancheCopyProgress) (guint    done,
                                      guint    total,
                                      gpointer user_data);

/*
 * Copies of books. These functions block: they are for a thread of their own.
 * None of them keeps anybody from writing to the book meanwhile.
 */

/* Copies the book at @from, as it is at this moment, to a new file beside @to
 * whose name is returned: mode 0600, one file without a log, checked, and synced.
 * Whoever called puts it in its place with tranche_book_copy_place(), or deletes
 * it. Nothing is left where it fails. (transfer full) (nullable) */
char     *tranche_book_copy_make  (const char           *from,
                                   const char           *to,
                                   TrancheCopyProgress   progress,
                                   gpointer              user_data,
                                   GCancellable         *cancellable,
                                   GError              **error);
/* Gives a finished copy its name, in place of what has it, so that it survives
 * a power cut. @copy is deleted where it fails. */
gboolean  tranche_book_copy_place (const char           *copy,
                                   const char           *to,
                                   GError              **error);
/* Writes what was changed in a file, and its name, to the disk. */
gboolean  tranche_book_copy_sync  (const char           *path,
                                   GError              **error);
/* Makes a copy and places it; the book itself, and one that has changes in its
 * log, is not replaced: TRANCHE_STORE_ERROR_LOCKED. */
gboolean  tranche_book_copy       (const char           *from,
                                   const char           *to,
                                   TrancheCopyProgress   progress,
                                   gpointer              user_data,
                                   GCancellable         *cancellable,
                                   GError              **error);
/* Looks at every page: damage is TRANCHE_STORE_ERROR_DAMAGED, a book of a newer
 * program TRANCHE_STORE_ERROR_NEWER. */
gboolean  tranche_book_copy_check (TrancheSql           *sql,
                                   GError              **error);

G_END_DECLS
