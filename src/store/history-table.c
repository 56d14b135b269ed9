/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/history-table.h"

gboolean
tranche_history_table_add (TrancheSql           *sql,
                           gint64                order_id,
                           TrancheHistoryEntry  *entry,
                           GError              **error)
{
  sqlite3_stmt *statement;
  int index = 0;

  statement = tranche_sql_prepare (sql,
                                   "INSERT INTO history (order_id, time, origin, operation,"
                                   "    outcome, from_stage, to_stage, error_code, detail, user,"
                                   "    trace_id)"
                                   "  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                   error);
  if (!statement)
    return FALSE;

  tranche_sql_bind_int64 (statement, &index, order_id);
  tranche_sql_bind_time (statement, &index, tranche_history_entry_get_time (entry));
  tranche_sql_bind_int64 (statement, &index, tranche_history_entry_get_origin (entry));
  tranche_sql_bind_int64 (statement, &index, tranche_history_entry_get_operation (entry));
  tranche_sql_bind_int64 (statement, &index, tranche_history_entry_get_outcome (entry));
  tranche_sql_bind_int64 (statement, &index, tranche_history_entry_get_from (entry));
  tranche_sql_bind_int64 (statement, &index, tranche_history_entry_get_to (entry));
  tranche_sql_bind_int64 (statement, &index, tranche_history_entry_get_error_code (entry));
  tranche_sql_bind_text (statement, &index, tranche_history_entry_get_detail (entry));
  tranche_sql_bind_text (statement, &index, tranche_history_entry_get_user (entry));
  tranche_sql_bind_text (statement, &index, tranche_history_entry_get_trace_id (entry));
  return tranche_sql_run (sql, statement, error);
}

static TrancheHistoryEntry *
read_entry (sqlite3_stmt *statement)
{
  int index = 0;
  g_autoptr (GDateTime) time = tranche_sql_column_time (statement, &index);
  TrancheOrigin origin = tranche_sql_column_int64 (statement, &index);
  TrancheOperation operation = tranche_sql_column_int64 (statement, &index);
  TrancheOutcome outcome = tranche_sql_column_int64 (statement, &index);
  TrancheStage from = tranche_sql_column_int64 (statement, &index);
  TrancheStage to = tranche_sql_column_int64 (statement, &index);
  int error_code = tranche_sql_column_int64 (statement, &index);
  const char *detail = tranche_sql_column_text (statement, &index);
  const char *user = tranche_sql_column_text (statement, &index);
  const char *trace_id = tranche_sql_column_text (statement, &index);

  return tranche_history_entry_new (time, origin, operation, outcome, from, to, error_code,
                                    detail, user, trace_id);
}

GPtrArray *
tranche_history_table_load (TrancheSql  *sql,
                            gint64       order_id,
                            GError     **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  sqlite3_stmt *statement;
  gboolean row;
  int index = 0;

  statement = tranche_sql_prepare (sql,
                                   "SELECT time, origin, operation, outcome,"
                                   "    from_stage, to_stage, error_code, detail, user, trace_id"
                                   "  FROM history WHERE order_id = ? ORDER BY id",
                                   error);
  if (!statement)
    return NULL;

  tranche_sql_bind_int64 (statement, &index, order_id);
  while (tranche_sql_step (sql, statement, &row, error)) {
    if (!row)
      return g_steal_pointer (&entries);
    g_ptr_array_add (entries, read_entry (statement));
  }

  return NULL;
}

gboolean
tranche_history_table_last (TrancheSql  *sql,
                            gint64      *time,
                            GError     **error)
{
  sqlite3_stmt *statement;
  gboolean row;
  int index = 0;

  /* A clock that was set back a while ago has written some of them. */
  statement = tranche_sql_prepare (sql,
                                   "SELECT coalesce (max (time), 0)"
                                   "  FROM (SELECT time FROM history ORDER BY id DESC LIMIT 50)",
                                   error);
  if (!statement || !tranche_sql_step (sql, statement, &row, error))
    return FALSE;

  *time = row ? tranche_sql_column_int64 (statement, &index) : 0;

  return TRUE;
}
