/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/book-keeper.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_DAILY_BACKUP (tranche_daily_backup_get_type ())
G_DECLARE_FINAL_TYPE (TrancheDailyBackup, tranche_daily_backup, TRANCHE, DAILY_BACKUP, GObject)

/**
 * TrancheDailyBackup:
 *
 * Backs a book up once a day, at the first moment when nothing has changed in it
 * for a little while. An empty book is not backed up: those that it would push out
 * may be all that is left of a full one. After a failure it tries again an hour
 * later.
 *
 * Properties:
 *
 * - `enabled` (boolean): whether it does; it does unless told otherwise.
 * - `folder` (string): where to; empty for `backups` beside the book.
 * - `trouble` (GError, nullable): why the last one failed. Gone with the next
 *   that succeeds, and while it is not enabled.
 *
 * Signal `backed-up ()`: there is another backup.
 */
TrancheDailyBackup *tranche_daily_backup_new         (TrancheOrderBook    *book,
                                                      TrancheBookKeeper   *keeper);
void                tranche_daily_backup_start       (TrancheDailyBackup  *self);
void                tranche_daily_backup_stop        (TrancheDailyBackup  *self);
/* Where the backups are. (transfer full) */
char               *tranche_daily_backup_dup_folder  (TrancheDailyBackup  *self);
/* (nullable) (transfer none) */
const GError       *tranche_daily_backup_get_trouble (TrancheDailyBackup  *self);
/* Backs up where the day of @now, in local time, has none yet, as its timer does. */
void                tranche_daily_backup_check       (TrancheDailyBackup  *self,
                                                      GDateTime           *now);

G_END_DECLS
