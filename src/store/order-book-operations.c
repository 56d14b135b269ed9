/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/order-book-private.h"

#include "store/history-table.h"
#include "store/journal-table.h"
#include "store/order-table.h"
#include "store/return-table.h"

typedef struct {
  gint64 order_id;
  TrancheOperation operation;
  TrancheGoodsReturn *goods; /* (nullable): what a return returns */
  char *user;
} BeginData;

static void
begin_data_free (BeginData *data)
{
  g_clear_pointer (&data->goods, tranche_goods_return_free);
  g_free (data->user);
  g_free (data);
}

/* A create turns a draft to "sending"; nothing else may be created. */
static gboolean
begin_create (TrancheSql    *sql,
              TrancheOrder  *before,
              TrancheOrder  *after,
              GDateTime     *now,
              GError       **error)
{
  if (tranche_order_get_stage (before) != TRANCHE_STAGE_DRAFT) {
    g_set_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_BUSY,
                 "%s: the order was sent to the bank", tranche_sql_get_path (sql));
    return FALSE;
  }

  tranche_order_set_stage (after, TRANCHE_STAGE_SENDING);
  tranche_order_set_changed_at (after, now);
  tranche_order_set_last_error (after, 0, NULL);
  return tranche_order_table_update (sql, after, before, error) &&
         tranche_order_table_set_refused (sql, tranche_order_get_id (after), FALSE, error);
}

/* What the history tells of an operation that begins. (transfer full) (nullable) */
static char *
describe (const BeginData *data)
{
  g_autofree char *amount = NULL;

  if (!data->goods)
    return NULL;

  amount = tranche_money_to_decimal (&data->goods->amount);
  return g_strconcat (amount, " ", data->goods->amount.currency, NULL);
}

static gboolean
begin_return (TrancheSql                *sql,
              TrancheOrder              *order,
              gint64                     operation_id,
              const TrancheGoodsReturn  *goods,
              GError                   **error)
{
  if (g_str_equal (tranche_order_get_amount (order)->currency, goods->amount.currency))
    return tranche_return_table_add (sql, operation_id, goods, error);

  g_set_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_FAILED,
               "%s: a return in another currency than the order's", tranche_sql_get_path (sql));
  return FALSE;
}

/* What is sent now is not planned any more: a plan sends once, however that ends. */
static gboolean
end_plan (TrancheSql    *sql,
          TrancheOrder  *before,
          TrancheOrder  *after,
          GError       **error)
{
  if (!tranche_order_get_commit_planned (before))
    return TRUE;

  tranche_order_set_commit_planned (after, FALSE);
  return tranche_order_table_set_commit_planned (sql, tranche_order_get_id (after), FALSE, error);
}

static gpointer
begin_job (TrancheSql  *sql,
           gpointer     user_data,
           GError     **error)
{
  BeginData *data = user_data;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (TrancheOrder) before = tranche_order_table_load (sql, data->order_id, error);
  g_autoptr (TrancheOrder) after = NULL;
  g_autoptr (TrancheHistoryEntry) entry = NULL;
  g_autofree char *detail = describe (data);
  TrancheBookChange *change;
  gboolean creates = data->operation == TRANCHE_OPERATION_CREATE;
  gboolean changes;
  gint64 id;

  if (!before ||
      !tranche_journal_table_begin (sql, data->order_id, data->operation, data->user, now, &id,
                                    error))
    return NULL;

  after = tranche_order_copy (before);
  if (creates && !begin_create (sql, before, after, now, error))
    return NULL;
  if (!end_plan (sql, before, after, error))
    return NULL;
  changes = creates || tranche_order_get_commit_planned (before);
  if (data->goods && !begin_return (sql, before, id, data->goods, error))
    return NULL;

  entry = tranche_history_entry_new (now, TRANCHE_ORIGIN_USER, data->operation,
                                     TRANCHE_OUTCOME_INTENDED, tranche_order_get_stage (before),
                                     tranche_order_get_stage (after), 0, detail, data->user,
                                     NULL);
  if (!tranche_history_table_add (sql, data->order_id, entry, error))
    return NULL;

  change = tranche_book_change_new (changes ? before : NULL, changes ? after : NULL);
  change->operation_id = id;
  return change;
}

static BeginData *
begin_data_new (gint64            order_id,
                TrancheOperation  operation,
                const char       *user)
{
  BeginData *data = g_new0 (BeginData, 1);

  data->order_id = order_id;
  data->operation = operation;
  data->user = g_strdup (user);
  return data;
}

void
tranche_order_book_begin_async (TrancheOrderBook    *self,
                                gint64               order_id,
                                TrancheOperation     operation,
                                const char          *user,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (TRANCHE_IS_ORDER_BOOK (self));
  g_return_if_fail (operation == TRANCHE_OPERATION_CREATE ||
                    operation == TRANCHE_OPERATION_COMMIT ||
                    operation == TRANCHE_OPERATION_CANCEL);

  tranche_order_book_write (self, tranche_order_book_begin_async, begin_job,
                            begin_data_new (order_id, operation, user),
                            (GDestroyNotify) begin_data_free, cancellable, callback, user_data);
}

void
tranche_order_book_begin_return_async (TrancheOrderBook         *self,
                                       gint64                    order_id,
                                       const TrancheGoodsReturn *goods,
                                       const char               *user,
                                       GCancellable             *cancellable,
                                       GAsyncReadyCallback       callback,
                                       gpointer                  user_data)
{
  BeginData *data;

  g_return_if_fail (TRANCHE_IS_ORDER_BOOK (self));
  g_return_if_fail (goods != NULL && goods->id != NULL);
  g_return_if_fail (tranche_money_is_set (&goods->amount) && goods->amount.minor > 0);

  data = begin_data_new (order_id, TRANCHE_OPERATION_RETURN, user);
  data->goods = tranche_goods_return_copy (goods);
  tranche_order_book_write (self, tranche_order_book_begin_async, begin_job, data,
                            (GDestroyNotify) begin_data_free, cancellable, callback, user_data);
}

gint64
tranche_order_book_begin_finish (TrancheOrderBook  *self,
                                 GAsyncResult      *result,
                                 GError           **error)
{
  g_autoptr (TrancheBookChange) change =
    tranche_order_book_write_finish (self, tranche_order_book_begin_async, result, error);

  return change ? change->operation_id : 0;
}

static gpointer
mark_sent_job (TrancheSql  *sql,
               gpointer     user_data,
               GError     **error)
{
  const gint64 *operation_id = user_data;

  if (!tranche_journal_table_mark_sent (sql, *operation_id, error))
    return NULL;

  return tranche_book_change_new (NULL, NULL);
}

void
tranche_order_book_mark_sent_async (TrancheOrderBook    *self,
                                    gint64               operation_id,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (TRANCHE_IS_ORDER_BOOK (self));

  tranche_order_book_write (self, tranche_order_book_mark_sent_async, mark_sent_job,
                            g_memdup2 (&operation_id, sizeof operation_id), g_free,
                            cancellable, callback, user_data);
}

gboolean
tranche_order_book_mark_sent_finish (TrancheOrderBook  *self,
                                     GAsyncResult      *result,
                                     GError           **error)
{
  g_autoptr (TrancheBookChange) change =
    tranche_order_book_write_finish (self, tranche_order_book_mark_sent_async, result, error);

  return change != NULL;
}
