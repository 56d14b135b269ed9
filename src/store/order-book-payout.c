/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/order-book-private.h"

#include "store/history-table.h"
#include "store/order-table.h"

typedef struct {
  gint64 order_id;
  gboolean paid;
  TrancheOrigin origin;
  char *user;
} PaidData;

static void
paid_data_free (PaidData *data)
{
  g_free (data->user);
  g_free (data);
}

/* Also what was repaid or came back was paid out before. */
static gboolean
check_stage (TrancheSql    *sql,
             TrancheOrder  *order,
             GError       **error)
{
  TrancheStage stage = tranche_order_get_stage (order);

  if (stage == TRANCHE_STAGE_COMMITTED || stage == TRANCHE_STAGE_CLOSED ||
      stage == TRANCHE_STAGE_RETURNED)
    return TRUE;

  g_set_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_BUSY,
               "%s: the order was not committed", tranche_sql_get_path (sql));
  return FALSE;
}

static gboolean
note_paid (TrancheSql      *sql,
           TrancheOrder    *order,
           const PaidData  *data,
           GDateTime       *now,
           GError         **error)
{
  TrancheStage stage = tranche_order_get_stage (order);
  g_autoptr (TrancheHistoryEntry) entry = NULL;

  entry = tranche_history_entry_new (now, data->origin,
                                     data->paid ? TRANCHE_OPERATION_PAID : TRANCHE_OPERATION_NOT_PAID,
                                     TRANCHE_OUTCOME_DONE, stage, stage, 0, NULL, data->user, NULL);
  return tranche_history_table_add (sql, data->order_id, entry, error);
}

/* By when it is due the file says by itself. */
static gpointer
paid_job (TrancheSql  *sql,
          gpointer     user_data,
          GError     **error)
{
  const PaidData *data = user_data;
  g_autoptr (TrancheOrder) before = tranche_order_table_load (sql, data->order_id, error);
  g_autoptr (TrancheOrder) changed = NULL;
  g_autoptr (TrancheOrder) after = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  if (!before || !check_stage (sql, before, error))
    return NULL;
  if ((tranche_order_get_paid_at (before) != NULL) == data->paid)
    return tranche_book_change_new (before, before);

  changed = tranche_order_copy (before);
  tranche_order_set_paid_at (changed, data->paid ? now : NULL);
  if (!tranche_order_table_update (sql, changed, before, error) ||
      !note_paid (sql, changed, data, now, error))
    return NULL;

  after = tranche_order_table_load (sql, data->order_id, error);
  return after ? tranche_book_change_new (before, after) : NULL;
}

void
tranche_order_book_set_paid_async (TrancheOrderBook    *self,
                                   gint64               order_id,
                                   gboolean             paid,
                                   TrancheOrigin        origin,
                                   const char          *user,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  PaidData *data;

  g_return_if_fail (TRANCHE_IS_ORDER_BOOK (self));

  data = g_new0 (PaidData, 1);
  data->order_id = order_id;
  data->paid = paid;
  data->origin = origin;
  data->user = g_strdup (user);
  tranche_order_book_write (self, tranche_order_book_set_paid_async, paid_job, data,
                            (GDestroyNotify) paid_data_free, cancellable, callback, user_data);
}

TrancheOrder *
tranche_order_book_set_paid_finish (TrancheOrderBook  *self,
                                    GAsyncResult      *result,
                                    GError           **error)
{
  return tranche_order_book_write_finish_order (self, tranche_order_book_set_paid_async, result,
                                                error);
}

typedef struct {
  gint64 before;
  guint limit;
} UnpaidData;

static gpointer
unpaid_job (TrancheSql  *sql,
            gpointer     user_data,
            GError     **error)
{
  const UnpaidData *data = user_data;
  sqlite3_stmt *statement;
  int index = 0;

  statement = tranche_sql_prepare (sql, "SELECT id FROM orders INDEXED BY orders_unpaid"
                                        "  WHERE payout_due < ? ORDER BY payout_due, id LIMIT ?",
                                   error);
  if (!statement)
    return NULL;

  tranche_sql_bind_int64 (statement, &index, data->before);
  tranche_sql_bind_int64 (statement, &index, data->limit);
  return tranche_order_table_collect (sql, statement, error);
}

void
tranche_order_book_unpaid_async (TrancheOrderBook    *self,
                                 gint64               before,
                                 guint                limit,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  const UnpaidData data = { before, limit };

  g_return_if_fail (TRANCHE_IS_ORDER_BOOK (self));

  tranche_order_book_read (self, tranche_order_book_unpaid_async, TRANCHE_LANE_REVIEW, unpaid_job,
                           g_memdup2 (&data, sizeof data), g_free,
                           (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
tranche_order_book_unpaid_finish (TrancheOrderBook  *self,
                                  GAsyncResult      *result,
                                  GError           **error)
{
  return tranche_order_book_read_finish (self, tranche_order_book_unpaid_async, result, error);
}
