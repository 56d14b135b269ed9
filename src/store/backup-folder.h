/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Where the daily backups of a book are: `orders-2026-11-22.db` is that of
 * `orders.db`. A folder may have those of several books, and other files.
 */

/* How many days are kept. */
#define TRANCHE_BACKUPS_KEPT 7

/**
 * TrancheBackup:
 * @path: of the file
 * @day: that it is of, at midnight local time
 */
typedef struct {
  char *path;
  GDateTime *day;
} TrancheBackup;

void       tranche_backup_free          (TrancheBackup  *self);

/* `backups` beside the book. (transfer full) */
char      *tranche_backup_folder_usual  (const char     *book_path);
/* The file of a day. (transfer full) */
char      *tranche_backup_folder_file   (const char     *folder,
                                         const char     *book_path,
                                         GDateTime      *day);
/* The daily backups of a book, newest first. A folder that is not there has
 * none. (element-type TrancheBackup) (transfer full) */
GPtrArray *tranche_backup_folder_list   (const char     *folder,
                                         const char     *book_path);
/* Deletes all but the newest %TRANCHE_BACKUPS_KEPT. */
void       tranche_backup_folder_prune  (const char     *folder,
                                         const char     *book_path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheBackup, tranche_backup_free)

G_END_DECLS
