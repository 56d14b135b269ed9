/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/point-table.h"

#define KEY "(SELECT key FROM account_keys WHERE id = ?)"

GPtrArray *
tranche_point_table_load (TrancheSql  *sql,
                          const char  *account_id,
                          GError     **error)
{
  g_autoptr (GPtrArray) points =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_point_of_sale_free);
  sqlite3_stmt *statement;
  gboolean row;
  int index = 0;

  statement = tranche_sql_prepare (sql,
                                   "SELECT code, name FROM points_of_sale"
                                   "  WHERE account = " KEY " ORDER BY position",
                                   error);
  if (!statement)
    return NULL;

  tranche_sql_bind_text (statement, &index, account_id);
  while (tranche_sql_step (sql, statement, &row, error)) {
    const char *code, *name;

    if (!row)
      return g_steal_pointer (&points);

    index = 0;
    code = tranche_sql_column_text (statement, &index);
    name = tranche_sql_column_text (statement, &index);
    g_ptr_array_add (points, tranche_point_of_sale_new (code, name));
  }

  return NULL;
}

static gboolean
clear (TrancheSql  *sql,
       const char  *account_id,
       GError     **error)
{
  sqlite3_stmt *statement;
  int index = 0;

  statement = tranche_sql_prepare (sql, "DELETE FROM points_of_sale WHERE account = " KEY, error);
  if (!statement)
    return FALSE;

  tranche_sql_bind_text (statement, &index, account_id);
  return tranche_sql_run (sql, statement, error);
}

static gboolean
add (TrancheSql                *sql,
     const char                *account_id,
     guint                      position,
     const TranchePointOfSale  *point,
     GError                   **error)
{
  sqlite3_stmt *statement;
  int index = 0;

  statement = tranche_sql_prepare (sql,
                                   "INSERT INTO points_of_sale (account, position, code, name)"
                                   "  VALUES (" KEY ", ?, ?, ?)",
                                   error);
  if (!statement)
    return FALSE;

  tranche_sql_bind_text (statement, &index, account_id);
  tranche_sql_bind_int64 (statement, &index, position);
  tranche_sql_bind_text (statement, &index, point->code);
  tranche_sql_bind_text (statement, &index, point->name);
  return tranche_sql_run (sql, statement, error);
}

gboolean
tranche_point_table_replace (TrancheSql  *sql,
                             const char  *account_id,
                             GPtrArray   *points,
                             GError     **error)
{
  if (!clear (sql, account_id, error))
    return FALSE;

  for (guint i = 0; i < points->len; i++) {
    if (!add (sql, account_id, i, g_ptr_array_index (points, i), error))
      return FALSE;
  }

  return TRUE;
}
