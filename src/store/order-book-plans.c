/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/order-book-private.h"

#include "store/history-table.h"
#include "store/order-table.h"
#include "store/warning-table.h"

typedef struct {
  gint64 order_id;
  gboolean planned;
  char *user;
} PlanData;

static void
plan_data_free (PlanData *data)
{
  g_free (data->user);
  g_free (data);
}

/* A plan may be dropped at any time, but is only made while there is something
 * to wait for. */
static gboolean
check_plan (TrancheSql      *sql,
            TrancheOrder    *order,
            const PlanData  *data,
            GError         **error)
{
  if (!data->planned || tranche_order_get_stage (order) == TRANCHE_STAGE_COOLING)
    return TRUE;

  g_set_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_BUSY,
               "%s: the order is not cooling off", tranche_sql_get_path (sql));
  return FALSE;
}

static gboolean
note_plan (TrancheSql      *sql,
           TrancheOrder    *order,
           const PlanData  *data,
           GError         **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  TrancheStage stage = tranche_order_get_stage (order);
  g_autoptr (TrancheHistoryEntry) entry = NULL;

  entry = tranche_history_entry_new (now, TRANCHE_ORIGIN_USER,
                                     data->planned ? TRANCHE_OPERATION_PLAN_COMMIT
                                                   : TRANCHE_OPERATION_DROP_PLAN,
                                     TRANCHE_OUTCOME_DONE, stage, stage, 0, NULL, data->user,
                                     NULL);
  return tranche_history_table_add (sql, data->order_id, entry, error);
}

static gpointer
plan_job (TrancheSql  *sql,
          gpointer     user_data,
          GError     **error)
{
  const PlanData *data = user_data;
  g_autoptr (TrancheOrder) before = tranche_order_table_load (sql, data->order_id, error);
  g_autoptr (TrancheOrder) after = NULL;

  if (!before || !check_plan (sql, before, data, error))
    return NULL;

  after = tranche_order_copy (before);
  tranche_order_set_commit_planned (after, data->planned);
  if (tranche_order_get_commit_planned (before) != data->planned &&
      (!tranche_order_table_set_commit_planned (sql, data->order_id, data->planned, error) ||
       !note_plan (sql, after, data, error)))
    return NULL;

  return tranche_book_change_new (before, after);
}

void
tranche_order_book_plan_commit_async (TrancheOrderBook    *self,
                                      gint64               order_id,
                                      gboolean             planned,
                                      const char          *user,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  PlanData *data;

  g_return_if_fail (TRANCHE_IS_ORDER_BOOK (self));

  data = g_new0 (PlanData, 1);
  data->order_id = order_id;
  data->planned = planned;
  data->user = g_strdup (user);
  tranche_order_book_write (self, tranche_order_book_plan_commit_async, plan_job, data,
                            (GDestroyNotify) plan_data_free, cancellable, callback, user_data);
}

TrancheOrder *
tranche_order_book_plan_commit_finish (TrancheOrderBook  *self,
                                       GAsyncResult      *result,
                                       GError           **error)
{
  return tranche_order_book_write_finish_order (self, tranche_order_book_plan_commit_async, result,
                                                error);
}

static gpointer
planned_job (TrancheSql  *sql,
             gpointer     user_data,
             GError     **error)
{
  sqlite3_stmt *statement =
    tranche_sql_prepare (sql, "SELECT id FROM orders WHERE commit_planned ORDER BY id", error);

  return statement ? tranche_order_table_collect (sql, statement, error) : NULL;
}

/* @lane: QUERY, or WRITE for what also notes that it was asked. */
static void
run (TrancheOrderBook    *self,
     gpointer             source_tag,
     TrancheLane          lane,
     TrancheJobFunc       func,
     gpointer             data,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, data, g_free);
  tranche_database_run_task (tranche_order_book_get_database (self), lane, task, func,
                             (GDestroyNotify) g_ptr_array_unref);
}

static GPtrArray *
run_finish (TrancheOrderBook  *self,
            gpointer           source_tag,
            GAsyncResult      *result,
            GError           **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, source_tag), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
tranche_order_book_planned_async (TrancheOrderBook    *self,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (TRANCHE_IS_ORDER_BOOK (self));

  run (self, tranche_order_book_planned_async, TRANCHE_LANE_QUERY, planned_job, NULL, cancellable,
       callback, user_data);
}

GPtrArray *
tranche_order_book_planned_finish (TrancheOrderBook  *self,
                                   GAsyncResult      *result,
                                   GError           **error)
{
  return run_finish (self, tranche_order_book_planned_async, result, error);
}

static gpointer
warnings_job (TrancheSql  *sql,
              gpointer     user_data,
              GError     **error)
{
  const gint64 *now = user_data;

  return tranche_warning_table_take (sql, *now, error);
}

void
tranche_order_book_take_warnings_async (TrancheOrderBook    *self,
                                        gint64               now,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data)
{
  g_return_if_fail (TRANCHE_IS_ORDER_BOOK (self));

  run (self, tranche_order_book_take_warnings_async, TRANCHE_LANE_WRITE, warnings_job,
       g_memdup2 (&now, sizeof now), cancellable, callback, user_data);
}

GPtrArray *
tranche_order_book_take_warnings_finish (TrancheOrderBook  *self,
                                         GAsyncResult      *result,
                                         GError           **error)
{
  return run_finish (self, tranche_order_book_take_warnings_async, result, error);
}
