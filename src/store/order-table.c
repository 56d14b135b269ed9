/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/order-table.h"

#include "store/account-table.h"
#include "store/item-table.h"
#include "store/order-record.h"
#include "store/search-text.h"

/* One column has the currency of all amounts of an order. */
static gboolean
check_currencies (TrancheSql    *sql,
                  TrancheOrder  *order,
                  GError       **error)
{
  const char *currency = tranche_order_get_amount (order)->currency;
  GPtrArray *items = tranche_order_get_items (order);
  const TrancheMoney *amounts[] = {
    tranche_order_get_first_payment (order),
    tranche_order_get_credit_amount (order),
    tranche_order_get_transfer_amount (order),
    tranche_order_get_monthly_payment (order),
  };
  gboolean same = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    same &= !tranche_money_is_set (amounts[i]) || g_str_equal (amounts[i]->currency, currency);
  for (guint i = 0; i < items->len; i++) {
    const TrancheMoney *price = tranche_order_item_get_price (g_ptr_array_index (items, i));

    same &= !tranche_money_is_set (price) || g_str_equal (price->currency, currency);
  }

  if (!same)
    g_set_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_FAILED,
                 "%s: the order has amounts of several currencies", tranche_sql_get_path (sql));
  return same;
}

/* Runs the statement that writes the row itself. */
static gboolean
write_row (TrancheSql    *sql,
           sqlite3_stmt  *statement,
           GError       **error)
{
  sqlite3 *handle = tranche_sql_get_handle (sql);

  if (tranche_sql_run (sql, statement, error))
    return TRUE;
  if (sqlite3_extended_errcode (handle) != SQLITE_CONSTRAINT_UNIQUE)
    return FALSE;

  g_clear_error (error);
  g_set_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_EXISTS,
               "%s: the account has an order of that number", tranche_sql_get_path (sql));
  return FALSE;
}

static gboolean
write_answer (TrancheSql    *sql,
              TrancheOrder  *order,
              GError       **error)
{
  const char *answer = tranche_order_get_raw_answer (order);
  sqlite3_stmt *statement;
  int index = 0;

  if (!answer)
    return TRUE;

  statement = tranche_sql_prepare (sql, "INSERT OR REPLACE INTO answers VALUES (?, ?)", error);
  if (!statement)
    return FALSE;

  tranche_sql_bind_int64 (statement, &index, tranche_order_get_id (order));
  tranche_sql_bind_text (statement, &index, answer);
  return tranche_sql_run (sql, statement, error);
}

static gboolean
write_search_text (TrancheSql  *sql,
                   const char  *change,
                   gint64       id,
                   const char  *text,
                   GError     **error)
{
  sqlite3_stmt *statement = tranche_sql_prepare (sql, change, error);

  if (!statement)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, id);
  sqlite3_bind_text (statement, 2, text, -1, SQLITE_TRANSIENT);
  return tranche_sql_run (sql, statement, error);
}

gboolean
tranche_order_table_insert (TrancheSql    *sql,
                            TrancheOrder  *order,
                            gint64        *id,
                            GError       **error)
{
  g_autofree char *text = tranche_search_text_of (order);
  g_autoptr (TrancheOrder) inserted = NULL;
  sqlite3_stmt *statement;
  int index = 0;

  if (!check_currencies (sql, order, error) ||
      !tranche_account_table_name (sql, tranche_order_get_account_id (order), error))
    return FALSE;

  statement = tranche_sql_prepare (sql, "INSERT INTO orders (" TRANCHE_ORDER_RECORD_COLUMNS ")"
                                   "  VALUES (" TRANCHE_ORDER_RECORD_VALUES ")",
                                   error);
  if (!statement)
    return FALSE;
  tranche_order_record_bind (statement, &index, order);
  if (!write_row (sql, statement, error))
    return FALSE;

  *id = sqlite3_last_insert_rowid (tranche_sql_get_handle (sql));
  inserted = tranche_order_copy (order);
  tranche_order_set_id (inserted, *id);
  return write_answer (sql, inserted, error) &&
         tranche_item_table_replace (sql, *id, tranche_order_get_items (order), error) &&
         write_search_text (sql, "INSERT INTO search_text (id, text) VALUES (?1, ?2)", *id, text,
                            error);
}

/* Whether an order is found by something else now. To put its text together takes
 * longer than to write most changes. */
static gboolean
is_found_otherwise (TrancheOrder *before,
                    TrancheOrder *after)
{
  return g_strcmp0 (tranche_order_get_number (before), tranche_order_get_number (after)) != 0 ||
         g_strcmp0 (tranche_order_get_loan_number (before),
                    tranche_order_get_loan_number (after)) != 0 ||
         g_strcmp0 (tranche_order_get_amount (before)->currency,
                    tranche_order_get_amount (after)->currency) != 0 ||
         !tranche_customer_equal (tranche_order_get_customer (before),
                                  tranche_order_get_customer (after)) ||
         !tranche_items_equal (tranche_order_get_items (before), tranche_order_get_items (after));
}

gboolean
tranche_order_table_update (TrancheSql    *sql,
                            TrancheOrder  *order,
                            TrancheOrder  *before,
                            GError       **error)
{
  g_autofree char *text = NULL;
  GPtrArray *items = tranche_order_get_items (order);
  gint64 id = tranche_order_get_id (order);
  sqlite3_stmt *statement;

  if (!check_currencies (sql, order, error) ||
      !tranche_account_table_name (sql, tranche_order_get_account_id (order), error))
    return FALSE;

  if (!tranche_order_record_prepare_change (sql, before, order, &statement, error) ||
      (statement && !write_row (sql, statement, error)))
    return FALSE;

  if (g_strcmp0 (tranche_order_get_raw_answer (order), tranche_order_get_raw_answer (before)) != 0 &&
      !write_answer (sql, order, error))
    return FALSE;
  if (!tranche_items_equal (items, tranche_order_get_items (before)) &&
      !tranche_item_table_replace (sql, id, items, error))
    return FALSE;

  if (!is_found_otherwise (before, order))
    return TRUE;

  text = tranche_search_text_of (order);
  return write_search_text (sql, "UPDATE search_text SET text = ?2 WHERE id = ?1 AND text <> ?2", id,
                            text, error);
}

/* Runs @change, whose parameters are an integer and the id. */
static gboolean
change_column (TrancheSql  *sql,
               const char  *change,
               gint64       value,
               gint64       id,
               GError     **error)
{
  sqlite3_stmt *statement = tranche_sql_prepare (sql, change, error);
  int index = 0;

  if (!statement)
    return FALSE;

  tranche_sql_bind_int64 (statement, &index, value);
  tranche_sql_bind_int64 (statement, &index, id);
  return tranche_sql_run (sql, statement, error);
}

gboolean
tranche_order_table_set_checked (TrancheSql    *sql,
                                 TrancheOrder  *order,
                                 GError       **error)
{
  sqlite3_stmt *statement;
  int index = 0;

  statement = tranche_sql_prepare (sql, "UPDATE orders SET checked_at = ?, trace_id = ?"
                                   "  WHERE id = ?", error);
  if (!statement)
    return FALSE;

  tranche_sql_bind_time (statement, &index, tranche_order_get_checked_at (order));
  tranche_sql_bind_text (statement, &index, tranche_order_get_trace_id (order));
  tranche_sql_bind_int64 (statement, &index, tranche_order_get_id (order));
  return tranche_sql_run (sql, statement, error);
}

gboolean
tranche_order_table_set_refused (TrancheSql  *sql,
                                 gint64       id,
                                 gboolean     refused,
                                 GError     **error)
{
  return change_column (sql, "UPDATE orders SET refused = ?1 WHERE id = ?2 AND refused <> ?1",
                        refused, id, error);
}

gboolean
tranche_order_table_set_unknown (TrancheSql  *sql,
                                 gint64       id,
                                 gboolean     unknown,
                                 GError     **error)
{
  return change_column (sql, "UPDATE orders SET unknown = ?1 WHERE id = ?2 AND unknown <> ?1",
                        unknown, id, error);
}

gboolean
tranche_order_table_set_commit_planned (TrancheSql  *sql,
                                        gint64       id,
                                        gboolean     planned,
                                        GError     **error)
{
  return change_column (sql, "UPDATE orders SET commit_planned = ?1 WHERE id = ?2", planned, id,
                        error);
}

gboolean
tranche_order_table_remove (TrancheSql  *sql,
                            gint64       id,
                            GError     **error)
{
  sqlite3_stmt *statement = tranche_sql_prepare (sql, "DELETE FROM orders WHERE id = ?", error);
  int index = 0;

  if (!statement)
    return FALSE;

  tranche_sql_bind_int64 (statement, &index, id);
  return tranche_sql_run (sql, statement, error);
}
