/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "store/sql.h"

G_BEGIN_DECLS

/*
 * Old orders move from the book to an archive, which is a book of its own beside
 * it, such as `orders-archive-2026-11-22.db`. Until all of them have moved it is
 * called `….db-pending`:
 *
 * 1. tranche_archive_write(): the archive is written, checked and synced.
 * 2. tranche_archive_remove(): what is in it leaves the book, some at a time, each
 *    only if it is still as it was written.
 * 3. tranche_archive_finish(): what stayed in the book leaves the archive, and that
 *    gets its name.
 *
 * A program that ends in between leaves the pending file, from which the second
 * step goes on: nothing is lost, and nothing stays in both.
 */

/**
 * TrancheArchived:
 * @id: of the order, in the book and in its archive
 * @state: all that could have changed of it since
 */
typedef struct {
  gint64 id;
  char *state;
} TrancheArchived;

void       tranche_archived_free       (TrancheArchived  *self);

/* Writes the orders that are over and have not changed since @before (µs) to a
 * pending archive beside the book, and returns its name; %NULL without an error
 * where there are none. It blocks, and does not change the book.
 * (transfer full) (nullable) */
char      *tranche_archive_write       (const char       *book_path,
                                        gint64            before,
                                        GCancellable     *cancellable,
                                        GError          **error);
/* How many orders that would be. */
gboolean   tranche_archive_count       (TrancheSql       *sql,
                                        gint64            before,
                                        guint            *n,
                                        GError          **error);
/* What is in a pending archive. It blocks.
 * (element-type TrancheArchived) (transfer full) (nullable) */
GPtrArray *tranche_archive_load        (const char       *pending,
                                        GError          **error);
/* Removes @n of @archived from @first on from the book of @sql, where they are as
 * they were, and returns their ids. For the writer's transaction.
 * (element-type gint64) (transfer full) (nullable) */
GArray    *tranche_archive_remove      (TrancheSql       *sql,
                                        GPtrArray        *archived,
                                        guint             first,
                                        guint             n,
                                        GError          **error);
/* Takes out of the archive what the book at @book_path still has, and gives it its
 * name, which is returned; %NULL without an error where nothing is left in it. It
 * blocks. (transfer full) (nullable) */
char      *tranche_archive_finish      (const char       *pending,
                                        const char       *book_path,
                                        GError          **error);
/* The pending archives of a book; files that were never finished are deleted.
 * (array zero-terminated=1) (transfer full) */
GStrv      tranche_archive_list_pending (const char      *book_path);
/* The archives of a book, newest first. (transfer full) */
GStrv      tranche_archive_list        (const char       *book_path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheArchived, tranche_archived_free)

G_END_DECLS
