/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/order-book-private.h"

#include "store/history-table.h"
#include "store/order-table.h"

typedef struct {
  TrancheOrder *order;
  char *user;
} AdoptData;

static void
adopt_data_free (AdoptData *data)
{
  g_object_unref (data->order);
  g_free (data->user);
  g_free (data);
}

/* The numbers of two records may differ where the bank has one order. */
static gboolean
check_bank_order_id (TrancheSql    *sql,
                     TrancheOrder  *order,
                     GError       **error)
{
  sqlite3_stmt *statement;
  gboolean found;
  int index = 0;

  if (tranche_order_get_bank_order_id (order) == NULL)
    return TRUE;

  statement = tranche_sql_prepare (sql,
                                   "SELECT 1 FROM orders JOIN account_keys"
                                   "    ON account_keys.key = orders.account"
                                   "  WHERE bank_order_id = ? AND account_keys.id = ?",
                                   error);
  if (!statement)
    return FALSE;

  tranche_sql_bind_text (statement, &index, tranche_order_get_bank_order_id (order));
  tranche_sql_bind_text (statement, &index, tranche_order_get_account_id (order));
  if (!tranche_sql_step (sql, statement, &found, error))
    return FALSE;
  if (!found)
    return TRUE;

  tranche_sql_reset (sql);
  g_set_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_EXISTS,
               "%s: the account has an order of that id", tranche_sql_get_path (sql));
  return FALSE;
}

static gpointer
adopt_job (TrancheSql  *sql,
           gpointer     user_data,
           GError     **error)
{
  const AdoptData *data = user_data;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (TrancheOrder) order = tranche_order_copy (data->order);
  g_autoptr (TrancheHistoryEntry) entry = NULL;
  TrancheStage stage = tranche_order_get_stage (order);
  gint64 id;

  if (!tranche_order_get_changed_at (order))
    tranche_order_set_changed_at (order, now);
  if (!check_bank_order_id (sql, order, error) ||
      !tranche_order_table_insert (sql, order, &id, error))
    return NULL;

  tranche_order_set_id (order, id);
  entry = tranche_history_entry_new (now, TRANCHE_ORIGIN_USER, TRANCHE_OPERATION_ADOPT,
                                     TRANCHE_OUTCOME_DONE, stage, stage, 0,
                                     tranche_order_get_raw_state (order), data->user,
                                     tranche_order_get_trace_id (order));
  if (!tranche_history_table_add (sql, id, entry, error))
    return NULL;

  return tranche_book_change_new (NULL, order);
}

void
tranche_order_book_adopt_async (TrancheOrderBook    *self,
                                TrancheOrder        *order,
                                const char          *user,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  AdoptData *data;

  g_return_if_fail (TRANCHE_IS_ORDER_BOOK (self));
  g_return_if_fail (tranche_order_get_account_id (order) != NULL);
  g_return_if_fail (tranche_order_get_number (order) != NULL);
  g_return_if_fail (tranche_money_is_set (tranche_order_get_amount (order)));
  g_return_if_fail (tranche_order_get_created_at (order) != NULL);

  data = g_new0 (AdoptData, 1);
  data->order = g_object_ref (order);
  data->user = g_strdup (user);
  tranche_order_book_write (self, tranche_order_book_adopt_async, adopt_job, data,
                            (GDestroyNotify) adopt_data_free, cancellable, callback, user_data);
}

TrancheOrder *
tranche_order_book_adopt_finish (TrancheOrderBook  *self,
                                 GAsyncResult      *result,
                                 GError           **error)
{
  return tranche_order_book_write_finish_order (self, tranche_order_book_adopt_async, result,
                                                error);
}
