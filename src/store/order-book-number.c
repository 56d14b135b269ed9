/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/order-book-private.h"

static gpointer
find_number_job (TrancheSql  *sql,
                 gpointer     user_data,
                 GError     **error)
{
  const char *number = user_data;
  sqlite3_stmt *statement =
    tranche_sql_prepare (sql, "SELECT id FROM orders WHERE number = ? ORDER BY id DESC", error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row;
  int index = 0;

  if (!statement)
    return NULL;

  tranche_sql_bind_text (statement, &index, number);
  while (tranche_sql_step (sql, statement, &row, error)) {
    gint64 id;

    if (!row)
      return g_steal_pointer (&ids);
    id = sqlite3_column_int64 (statement, 0);
    g_array_append_val (ids, id);
  }

  return NULL;
}

void
tranche_order_book_find_number_async (TrancheOrderBook    *self,
                                      const char          *number,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (number != NULL);

  g_task_set_source_tag (task, tranche_order_book_find_number_async);
  g_task_set_task_data (task, g_strdup (number), g_free);
  tranche_database_run_task (tranche_order_book_get_database (self), TRANCHE_LANE_LOOKUP, task,
                             find_number_job, (GDestroyNotify) g_array_unref);
}

GArray *
tranche_order_book_find_number_finish (TrancheOrderBook  *self,
                                       GAsyncResult      *result,
                                       GError           **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tranche_order_book_find_number_async),
                        NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
