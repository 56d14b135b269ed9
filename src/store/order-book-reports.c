/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/order-book-private.h"

#include "core/reported-order.h"
#include "store/order-table.h"
#include "store/return-table.h"

typedef struct {
  char *account_id;
  gint64 from;
  gint64 until;
  char **bank_order_ids;
} ReportedData;

static void
reported_data_free (ReportedData *data)
{
  g_free (data->account_id);
  g_strfreev (data->bank_order_ids);
  g_free (data);
}

/* Runs a query for the orders of an account that has a part of the day. */
static GPtrArray *
collect (TrancheSql    *sql,
         ReportedData  *data,
         const char    *text,
         GError       **error)
{
  sqlite3_stmt *statement = tranche_sql_prepare (sql, text, error);
  int index = 0;

  if (!statement)
    return NULL;

  tranche_sql_bind_text (statement, &index, data->account_id);
  tranche_sql_bind_int64 (statement, &index, data->from);
  tranche_sql_bind_int64 (statement, &index, data->until);
  return tranche_order_table_collect (sql, statement, error);
}

/* Those of the day: committed, closed and returned. */
static GPtrArray *
collect_committed (TrancheSql    *sql,
                   ReportedData  *data,
                   GError       **error)
{
  return collect (sql, data,
                  "SELECT orders.id FROM orders INDEXED BY orders_by_committed"
                  "  JOIN account_keys ON account_keys.key = orders.account"
                  "  WHERE account_keys.id = ? AND stage IN (6, 7, 8)"
                  "    AND committed_at >= ? AND committed_at < ?"
                  "  ORDER BY committed_at",
                  error);
}

/* Those of which something came back on the day. */
static GPtrArray *
collect_returned (TrancheSql    *sql,
                  ReportedData  *data,
                  GError       **error)
{
  return collect (sql, data,
                  "SELECT DISTINCT orders.id FROM returns"
                  "  JOIN journal ON journal.id = returns.operation"
                  "  JOIN orders ON orders.id = journal.order_id"
                  "  JOIN account_keys ON account_keys.key = orders.account"
                  "  WHERE account_keys.id = ? AND journal.outcome = 2"
                  "    AND journal.settled_at >= ? AND journal.settled_at < ?"
                  "  ORDER BY orders.id",
                  error);
}

/* Each order once. */
typedef struct {
  TrancheSql *sql;
  GHashTable *seen; /* ids */
  GPtrArray *orders;
} Collection;

static gboolean
read_known_since (Collection    *collection,
                  gint64         order_id,
                  GDateTime    **known_since,
                  GError       **error)
{
  sqlite3_stmt *statement;
  gboolean row;
  int index = 0;

  statement = tranche_sql_prepare (collection->sql,
                                   "SELECT min (time) FROM history WHERE order_id = ?", error);
  if (!statement)
    return FALSE;

  tranche_sql_bind_int64 (statement, &index, order_id);
  if (!tranche_sql_step (collection->sql, statement, &row, error))
    return FALSE;

  index = 0;
  *known_since = row ? tranche_sql_column_time (statement, &index) : NULL;
  tranche_sql_reset (collection->sql);
  return TRUE;
}

static gboolean
add (Collection    *collection,
     TrancheOrder  *order,
     GError       **error)
{
  gint64 id = tranche_order_get_id (order);
  g_autoptr (GDateTime) known_since = NULL;
  GPtrArray *returns;

  if (!g_hash_table_add (collection->seen, g_memdup2 (&id, sizeof id)))
    return TRUE;

  if (!read_known_since (collection, id, &known_since, error))
    return FALSE;
  returns = tranche_return_table_list (collection->sql, id, error);
  if (!returns)
    return FALSE;

  g_ptr_array_add (collection->orders, tranche_reported_order_new (order, known_since, returns));
  return TRUE;
}

static gboolean
add_all (Collection    *collection,
         GPtrArray     *orders,
         GError       **error)
{
  for (guint i = 0; i < orders->len; i++) {
    if (!add (collection, orders->pdata[i], error))
      return FALSE;
  }

  return TRUE;
}

static gboolean
add_named (Collection    *collection,
           ReportedData  *data,
           const char    *bank_order_id,
           GError       **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (TrancheOrder) order =
    tranche_order_table_find_by_bank_id (collection->sql, data->account_id, bank_order_id, &local);

  if (order)
    return add (collection, order, error);

  if (g_error_matches (local, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gpointer
reported_job (TrancheSql  *sql,
              gpointer     user_data,
              GError     **error)
{
  ReportedData *data = user_data;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) reported =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_reported_order_free);
  Collection collection = { sql, seen, reported };
  g_autoptr (GPtrArray) committed = collect_committed (sql, data, error);
  g_autoptr (GPtrArray) returned = committed ? collect_returned (sql, data, error) : NULL;

  if (!returned || !add_all (&collection, committed, error) ||
      !add_all (&collection, returned, error))
    return NULL;

  for (gsize i = 0; data->bank_order_ids[i]; i++) {
    if (!add_named (&collection, data, data->bank_order_ids[i], error))
      return NULL;
  }

  return g_steal_pointer (&reported);
}

void
tranche_order_book_reported_async (TrancheOrderBook    *self,
                                   const char          *account_id,
                                   GDateTime           *from,
                                   GDateTime           *until,
                                   const char * const  *bank_order_ids,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  ReportedData *data = g_new0 (ReportedData, 1);

  data->account_id = g_strdup (account_id);
  data->from = g_date_time_to_unix_usec (from);
  data->until = g_date_time_to_unix_usec (until);
  data->bank_order_ids = g_strdupv ((char **) bank_order_ids);
  g_task_set_source_tag (task, tranche_order_book_reported_async);
  g_task_set_task_data (task, data, (GDestroyNotify) reported_data_free);
  tranche_database_run_task (tranche_order_book_get_database (self), TRANCHE_LANE_REVIEW, task,
                             reported_job, (GDestroyNotify) g_ptr_array_unref);
}

GPtrArray *
tranche_order_book_reported_finish (TrancheOrderBook  *self,
                                    GAsyncResult      *result,
                                    GError           **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tranche_order_book_reported_async), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
