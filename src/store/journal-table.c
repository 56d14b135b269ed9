/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/journal-table.h"

#include "store/order-book.h"

/* Intended, sent, unknown: the condition of the index journal_open. */
#define OPEN "outcome IN (0, 1, 4)"

void
tranche_journal_entry_free (TrancheJournalEntry *self)
{
  g_free (self->user);
  g_free (self);
}

gboolean
tranche_journal_table_begin (TrancheSql        *sql,
                             gint64             order_id,
                             TrancheOperation   operation,
                             const char        *user,
                             GDateTime         *now,
                             gint64            *id,
                             GError           **error)
{
  sqlite3 *handle = tranche_sql_get_handle (sql);
  sqlite3_stmt *statement;
  int index = 0;

  statement = tranche_sql_prepare (sql,
                                   "INSERT INTO journal (order_id, operation, outcome, user,"
                                   "    begun_at) VALUES (?, ?, ?, ?, ?)",
                                   error);
  if (!statement)
    return FALSE;

  tranche_sql_bind_int64 (statement, &index, order_id);
  tranche_sql_bind_int64 (statement, &index, operation);
  tranche_sql_bind_int64 (statement, &index, TRANCHE_OUTCOME_INTENDED);
  tranche_sql_bind_text (statement, &index, user);
  tranche_sql_bind_time (statement, &index, now);
  if (tranche_sql_run (sql, statement, error)) {
    *id = sqlite3_last_insert_rowid (handle);
    return TRUE;
  }

  if (sqlite3_extended_errcode (handle) == SQLITE_CONSTRAINT_UNIQUE) {
    g_clear_error (error);
    g_set_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_BUSY,
                 "%s: the order has an operation that is not settled",
                 tranche_sql_get_path (sql));
  }
  return FALSE;
}

gboolean
tranche_journal_table_mark_sent (TrancheSql  *sql,
                                 gint64       id,
                                 GError     **error)
{
  sqlite3_stmt *statement;
  int index = 0;

  statement = tranche_sql_prepare (sql,
                                   "UPDATE journal SET outcome = ? WHERE id = ? AND outcome = ?",
                                   error);
  if (!statement)
    return FALSE;

  tranche_sql_bind_int64 (statement, &index, TRANCHE_OUTCOME_SENT);
  tranche_sql_bind_int64 (statement, &index, id);
  tranche_sql_bind_int64 (statement, &index, TRANCHE_OUTCOME_INTENDED);
  return tranche_sql_run (sql, statement, error);
}

TrancheJournalEntry *
tranche_journal_table_load (TrancheSql  *sql,
                            gint64       id,
                            GError     **error)
{
  TrancheJournalEntry *entry;
  sqlite3_stmt *statement;
  gboolean row;
  int index = 0;

  statement = tranche_sql_prepare (sql,
                                   "SELECT id, order_id, operation, outcome, error_code, user"
                                   "  FROM journal WHERE id = ? AND " OPEN,
                                   error);
  if (!statement)
    return NULL;

  tranche_sql_bind_int64 (statement, &index, id);
  if (!tranche_sql_step (sql, statement, &row, error))
    return NULL;
  if (!row) {
    g_set_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_NOT_FOUND,
                 "%s: no such open operation", tranche_sql_get_path (sql));
    return NULL;
  }

  index = 0;
  entry = g_new0 (TrancheJournalEntry, 1);
  entry->id = tranche_sql_column_int64 (statement, &index);
  entry->order_id = tranche_sql_column_int64 (statement, &index);
  entry->operation = tranche_sql_column_int64 (statement, &index);
  entry->outcome = tranche_sql_column_int64 (statement, &index);
  entry->error_code = tranche_sql_column_int64 (statement, &index);
  entry->user = g_strdup (tranche_sql_column_text (statement, &index));
  sqlite3_reset (statement);
  return entry;
}

gboolean
tranche_journal_table_settle (TrancheSql      *sql,
                              gint64           id,
                              TrancheOutcome   outcome,
                              int              error_code,
                              const char      *detail,
                              GDateTime       *now,
                              GError         **error)
{
  sqlite3_stmt *statement;
  int index = 0;

  statement = tranche_sql_prepare (sql,
                                   "UPDATE journal SET outcome = ?, error_code = ?, detail = ?,"
                                   "    settled_at = ? WHERE id = ?",
                                   error);
  if (!statement)
    return FALSE;

  tranche_sql_bind_int64 (statement, &index, outcome);
  tranche_sql_bind_int64 (statement, &index, error_code);
  tranche_sql_bind_text (statement, &index, detail);
  tranche_sql_bind_time (statement, &index, outcome == TRANCHE_OUTCOME_UNKNOWN ? NULL : now);
  tranche_sql_bind_int64 (statement, &index, id);
  return tranche_sql_run (sql, statement, error);
}

GArray *
tranche_journal_table_list (TrancheSql  *sql,
                            GError     **error)
{
  g_autoptr (GArray) operations = g_array_new (FALSE, TRUE, sizeof (TrancheOpenOperation));
  sqlite3_stmt *statement;
  gboolean row;

  /* Few are open of all that there ever were; SQLite would go through those, for they
   * are in order. */
  statement = tranche_sql_prepare (sql,
                                   "SELECT id, order_id, operation, outcome"
                                   "  FROM journal INDEXED BY journal_open"
                                   "  WHERE " OPEN " ORDER BY id",
                                   error);
  if (!statement)
    return NULL;

  while (tranche_sql_step (sql, statement, &row, error)) {
    TrancheOpenOperation operation = { 0 };
    int index = 0;

    if (!row)
      return g_steal_pointer (&operations);
    operation.id = tranche_sql_column_int64 (statement, &index);
    operation.order_id = tranche_sql_column_int64 (statement, &index);
    operation.operation = tranche_sql_column_int64 (statement, &index);
    operation.outcome = tranche_sql_column_int64 (statement, &index);
    g_array_append_val (operations, operation);
  }

  return NULL;
}

gboolean
tranche_journal_table_is_open (TrancheSql  *sql,
                               gint64       order_id,
                               gboolean    *open,
                               GError     **error)
{
  sqlite3_stmt *statement;
  int index = 0;

  statement = tranche_sql_prepare (sql, "SELECT 1 FROM journal WHERE order_id = ? AND " OPEN,
                                   error);
  if (!statement)
    return FALSE;

  tranche_sql_bind_int64 (statement, &index, order_id);
  if (!tranche_sql_step (sql, statement, open, error))
    return FALSE;

  sqlite3_reset (statement);
  return TRUE;
}
