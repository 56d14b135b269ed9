/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/order-book-private.h"

/* How many orders goods are learnt from, the newest: months of a shop's sales, and
 * read in a moment. */
#define N_ORDERS 5000

static TrancheOrderItem *
read_item (sqlite3_stmt *statement,
           gint64       *time)
{
  int index = 0;
  g_autofree char *currency = g_strdup (tranche_sql_column_text (statement, &index));
  g_autofree char *name = g_strdup (tranche_sql_column_text (statement, &index));
  TrancheMoney price = tranche_sql_column_money (statement, &index, currency);
  g_autofree char *category = g_strdup (tranche_sql_column_text (statement, &index));
  g_autofree char *vendor_code = g_strdup (tranche_sql_column_text (statement, &index));

  *time = tranche_sql_column_int64 (statement, &index);
  if (!name || !tranche_money_is_set (&price))
    return NULL;

  return tranche_order_item_new (name, 1, &price, category, vendor_code);
}

static gpointer
goods_job (TrancheSql  *sql,
           gpointer     user_data,
           GError     **error)
{
  g_autoptr (TrancheCatalogue) catalogue = tranche_catalogue_new ();
  sqlite3_stmt *statement;
  gboolean row;
  int index = 0;

  statement = tranche_sql_prepare (sql,
                                   "SELECT currency, name, price, category, vendor_code, created_at"
                                   "  FROM (SELECT id, currency, created_at FROM orders"
                                   "        ORDER BY id DESC LIMIT ?) AS newest"
                                   "  JOIN items ON items.order_id = newest.id",
                                   error);
  if (!statement)
    return NULL;

  tranche_sql_bind_int64 (statement, &index, N_ORDERS);
  while (tranche_sql_step (sql, statement, &row, error)) {
    g_autoptr (TrancheOrderItem) item = NULL;
    gint64 time;

    if (!row)
      return g_steal_pointer (&catalogue);
    item = read_item (statement, &time);
    if (item)
      tranche_catalogue_learn (catalogue, item, time);
  }

  return NULL;
}

void
tranche_order_book_goods_async (TrancheOrderBook    *self,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TRANCHE_IS_ORDER_BOOK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tranche_order_book_goods_async);
  tranche_database_run_task (tranche_order_book_get_database (self), TRANCHE_LANE_REVIEW, task,
                             goods_job, g_object_unref);
}

TrancheCatalogue *
tranche_order_book_goods_finish (TrancheOrderBook  *self,
                                 GAsyncResult      *result,
                                 GError           **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tranche_order_book_goods_async), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
