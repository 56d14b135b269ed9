/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/order-table.h"

#include "store/item-table.h"
#include "store/order-record.h"

#define SELECT \
  "SELECT orders.id, account_keys.id, answers.text, " TRANCHE_ORDER_RECORD_FACTS ", payout_due" \
  "  FROM orders JOIN account_keys ON account_keys.key = orders.account" \
  "  LEFT JOIN answers ON answers.order_id = orders.id"

/* The same columns where an outline has nothing. */
#define OUTLINE \
  "number, bank_order_id, NULL, NULL, orders.demo, stage, 0, NULL," \
  "currency, amount, NULL, NULL, NULL, NULL, 0," \
  "NULL, NULL, NULL, NULL, NULL, NULL," \
  "NULL, NULL, NULL, NULL, NULL," \
  "NULL, NULL, NULL, NULL," \
  "created_at, changed_at, checked_at, NULL, NULL, NULL, NULL, NULL," \
  "last_error_code, last_error, 0, NULL"

/* The order of the row that @statement is at, without its goods. */
static TrancheOrder *
read_row (sqlite3_stmt *statement)
{
  TrancheOrder *order = tranche_order_new ();
  g_autoptr (GDateTime) payout_due = NULL;
  int index = 0;

  tranche_order_set_id (order, tranche_sql_column_int64 (statement, &index));
  tranche_order_set_account_id (order, tranche_sql_column_text (statement, &index));
  tranche_order_set_raw_answer (order, tranche_sql_column_text (statement, &index));
  tranche_order_record_read (statement, &index, order);
  payout_due = tranche_sql_column_time (statement, &index);
  tranche_order_set_payout_due (order, payout_due);
  return order;
}

/* The order of the row that @statement, a SELECT, is about to give. */
static TrancheOrder *
read_order (TrancheSql    *sql,
            sqlite3_stmt  *statement,
            GError       **error)
{
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GPtrArray) items = NULL;
  gboolean row;

  if (!tranche_sql_step (sql, statement, &row, error))
    return NULL;
  if (!row) {
    g_set_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_NOT_FOUND,
                 "%s: no such order", tranche_sql_get_path (sql));
    return NULL;
  }

  order = read_row (statement);
  sqlite3_reset (statement);

  items = tranche_item_table_load (sql, tranche_order_get_id (order),
                                   tranche_order_get_amount (order)->currency, error);
  if (!items)
    return NULL;

  tranche_order_set_items (order, items);
  return g_steal_pointer (&order);
}

TrancheOrder *
tranche_order_table_load (TrancheSql  *sql,
                          gint64       id,
                          GError     **error)
{
  sqlite3_stmt *statement = tranche_sql_prepare (sql, SELECT " WHERE orders.id = ?", error);
  int index = 0;

  if (!statement)
    return NULL;

  tranche_sql_bind_int64 (statement, &index, id);
  return read_order (sql, statement, error);
}

/* @select: with the account's id and @name to be bound. */
static TrancheOrder *
find_order (TrancheSql  *sql,
            const char  *select,
            const char  *account_id,
            const char  *name,
            GError     **error)
{
  sqlite3_stmt *statement = tranche_sql_prepare (sql, select, error);
  int index = 0;

  if (!statement)
    return NULL;

  tranche_sql_bind_text (statement, &index, account_id);
  tranche_sql_bind_text (statement, &index, name);
  return read_order (sql, statement, error);
}

TrancheOrder *
tranche_order_table_find (TrancheSql  *sql,
                          const char  *account_id,
                          const char  *number,
                          GError     **error)
{
  return find_order (sql, SELECT " WHERE account_keys.id = ? AND number = ?", account_id, number,
                     error);
}

TrancheOrder *
tranche_order_table_find_by_bank_id (TrancheSql  *sql,
                                     const char  *account_id,
                                     const char  *bank_order_id,
                                     GError     **error)
{
  return find_order (sql,
                     SELECT " WHERE account_keys.id = ? AND bank_order_id = ?"
                            "  ORDER BY orders.id DESC LIMIT 1",
                     account_id, bank_order_id, error);
}

GPtrArray *
tranche_order_table_collect (TrancheSql    *sql,
                             sqlite3_stmt  *statement,
                             GError       **error)
{
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean row;

  while (tranche_sql_step (sql, statement, &row, error)) {
    TrancheOrder *order;

    if (!row)
      return g_steal_pointer (&orders);
    order = tranche_order_table_load (sql, sqlite3_column_int64 (statement, 0), error);
    if (!order)
      return NULL;
    g_ptr_array_add (orders, order);
  }

  return NULL;
}

/* One statement for all of them: what an outline lacks is not read. */
gboolean
tranche_order_table_add_committed (TrancheSql  *sql,
                                   GPtrArray   *orders,
                                   gint64       since,
                                   guint        most,
                                   GError     **error)
{
  sqlite3_stmt *statement;
  gboolean row;
  int index = 0;

  statement =
    tranche_sql_prepare (sql, "SELECT orders.id, account_keys.id, NULL, " OUTLINE
                              "  FROM orders INDEXED BY orders_by_committed"
                              "  JOIN account_keys ON account_keys.key = orders.account"
                              "  WHERE stage = 6 AND paid_at IS NULL AND committed_at > ?"
                              "  ORDER BY committed_at DESC LIMIT ?", error);
  if (!statement)
    return FALSE;

  tranche_sql_bind_int64 (statement, &index, since);
  tranche_sql_bind_int64 (statement, &index, most);
  while (tranche_sql_step (sql, statement, &row, error)) {
    if (!row)
      return TRUE;
    g_ptr_array_add (orders, read_row (statement));
  }

  return FALSE;
}
