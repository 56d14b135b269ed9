/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/book-files.h"

G_BEGIN_DECLS

/*
 * Sentences about backups and other files that are books. Every result is
 * (transfer full) and (not nullable).
 */

/* Why a backup was not made, such as "The disk is full. The backup was not made." */
char *tranche_backup_failure_words  (const GError             *error);
/* Why a file cannot be restored, opened or imported. */
char *tranche_book_file_words       (const GError             *error);
/* What a check has found, and what to do. */
char *tranche_book_faults_words     (TrancheBookFaults         faults);
/* "512 orders, the newest of 3 December 2025, 14:05" */
char *tranche_book_summary_words    (const TrancheBookSummary *summary);

G_END_DECLS
