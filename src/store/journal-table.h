/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/history-entry.h"
#include "store/sql.h"

G_BEGIN_DECLS

/**
 * TrancheJournalEntry:
 * @user: (nullable): "user@computer" that began it
 *
 * An operation as the journal has it.
 */
typedef struct {
  gint64 id;
  gint64 order_id;
  TrancheOperation operation;
  TrancheOutcome outcome;
  int error_code;
  char *user;
} TrancheJournalEntry;

void                 tranche_journal_entry_free   (TrancheJournalEntry  *self);

/* Writes an intent. TRANCHE_STORE_ERROR_BUSY while the order has an operation
 * that is not settled. */
gboolean             tranche_journal_table_begin  (TrancheSql           *sql,
                                                   gint64                order_id,
                                                   TrancheOperation      operation,
                                                   const char           *user,
                                                   GDateTime            *now,
                                                   gint64               *id,
                                                   GError              **error);
/* An intent is sent now; any other entry stays as it is. */
gboolean             tranche_journal_table_mark_sent
                                                  (TrancheSql           *sql,
                                                   gint64                id,
                                                   GError              **error);
/* An entry that is not settled: TRANCHE_STORE_ERROR_NOT_FOUND for any other. */
TrancheJournalEntry *tranche_journal_table_load   (TrancheSql           *sql,
                                                   gint64                id,
                                                   GError              **error);
gboolean             tranche_journal_table_settle (TrancheSql           *sql,
                                                   gint64                id,
                                                   TrancheOutcome        outcome,
                                                   int                   error_code,
                                                   const char           *detail,
                                                   GDateTime            *now,
                                                   GError              **error);
/* All that are not settled, oldest first. (element-type TrancheOpenOperation) */
GArray              *tranche_journal_table_list   (TrancheSql           *sql,
                                                   GError              **error);
gboolean             tranche_journal_table_is_open
                                                  (TrancheSql           *sql,
                                                   gint64                order_id,
                                                   gboolean             *open,
                                                   GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheJournalEntry, tranche_journal_entry_free)

G_END_DECLS
