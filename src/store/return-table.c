/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/return-table.h"

#include "core/return-entry.h"

gboolean
tranche_return_table_add (TrancheSql                *sql,
                          gint64                     operation_id,
                          const TrancheGoodsReturn  *goods,
                          GError                   **error)
{
  sqlite3_stmt *statement;
  int index = 0;

  statement = tranche_sql_prepare (sql,
                                   "INSERT INTO returns (operation, id, amount, to_card)"
                                   "  VALUES (?, ?, ?, ?)",
                                   error);
  if (!statement)
    return FALSE;

  tranche_sql_bind_int64 (statement, &index, operation_id);
  tranche_sql_bind_text (statement, &index, goods->id);
  tranche_sql_bind_money (statement, &index, &goods->amount);
  tranche_sql_bind_int64 (statement, &index, goods->to_card);
  return tranche_sql_run (sql, statement, error);
}

static TrancheReturnEntry *
read_entry (sqlite3_stmt *statement)
{
  int index = 0;
  g_autofree char *currency = g_strdup (tranche_sql_column_text (statement, &index));
  g_autofree char *id = g_strdup (tranche_sql_column_text (statement, &index));
  TrancheMoney amount = tranche_sql_column_money (statement, &index, currency);
  gboolean to_card = tranche_sql_column_int64 (statement, &index) != 0;
  TrancheOutcome outcome = tranche_sql_column_int64 (statement, &index);
  g_autoptr (GDateTime) begun_at = tranche_sql_column_time (statement, &index);
  g_autoptr (GDateTime) settled_at = tranche_sql_column_time (statement, &index);
  const char *user = tranche_sql_column_text (statement, &index);
  g_autoptr (TrancheGoodsReturn) goods =
    tranche_goods_return_new (id, &amount, to_card,
                              outcome == TRANCHE_OUTCOME_DONE ? settled_at : NULL);

  return tranche_return_entry_new (goods, outcome, begun_at, settled_at, user);
}

GPtrArray *
tranche_return_table_list (TrancheSql  *sql,
                           gint64       order_id,
                           GError     **error)
{
  g_autoptr (GPtrArray) entries =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_return_entry_free);
  sqlite3_stmt *statement;
  gboolean row;
  int index = 0;

  statement = tranche_sql_prepare (sql,
                                   "SELECT orders.currency, returns.id, returns.amount, to_card,"
                                   "    outcome, begun_at, settled_at, user"
                                   "  FROM journal JOIN returns ON returns.operation = journal.id"
                                   "  JOIN orders ON orders.id = journal.order_id"
                                   "  WHERE journal.order_id = ? ORDER BY journal.id",
                                   error);
  if (!statement)
    return NULL;

  tranche_sql_bind_int64 (statement, &index, order_id);
  while (tranche_sql_step (sql, statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&entries);
      g_ptr_array_add (entries, read_entry (statement));
    }

  return NULL;
}
