/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/order-book-private.h"

#include "store/history-table.h"
#include "store/journal-table.h"
#include "store/order-table.h"
#include "store/return-table.h"

void
tranche_order_book_read (TrancheOrderBook    *self,
                         gpointer             source_tag,
                         TrancheLane          lane,
                         TrancheJobFunc       func,
                         gpointer             data,
                         GDestroyNotify       data_free,
                         GDestroyNotify       result_free,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, data, data_free);
  tranche_database_run_task (tranche_order_book_get_database (self), lane, task, func,
                             result_free);
}

gpointer
tranche_order_book_read_finish (TrancheOrderBook  *self,
                                gpointer           source_tag,
                                GAsyncResult      *result,
                                GError           **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, source_tag), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
load_job (TrancheSql  *sql,
          gpointer     user_data,
          GError     **error)
{
  GArray *ids = user_data;
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < ids->len; i++) {
    g_autoptr (GError) local = NULL;
    TrancheOrder *order = tranche_order_table_load (sql, g_array_index (ids, gint64, i), &local);

    if (order)
      g_ptr_array_add (orders, order);
    else if (!g_error_matches (local, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_NOT_FOUND)) {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  }

  return g_steal_pointer (&orders);
}

void
tranche_order_book_load_async (TrancheOrderBook    *self,
                               GArray              *ids,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  tranche_order_book_read (self, tranche_order_book_load_async, TRANCHE_LANE_LOOKUP, load_job,
             g_array_copy (ids), (GDestroyNotify) g_array_unref,
             (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
tranche_order_book_load_finish (TrancheOrderBook  *self,
                                GAsyncResult      *result,
                                GError           **error)
{
  return tranche_order_book_read_finish (self, tranche_order_book_load_async, result, error);
}

/* @user_data: the account's id and the number. */
static gpointer
find_job (TrancheSql  *sql,
          gpointer     user_data,
          GError     **error)
{
  char **names = user_data;

  return tranche_order_table_find (sql, names[0], names[1], error);
}

void
tranche_order_book_find_async (TrancheOrderBook    *self,
                               const char          *account_id,
                               const char          *number,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  const char *names[] = { account_id, number, NULL };

  tranche_order_book_read (self, tranche_order_book_find_async, TRANCHE_LANE_LOOKUP, find_job,
             g_strdupv ((char **) names), (GDestroyNotify) g_strfreev, g_object_unref,
             cancellable, callback, user_data);
}

TrancheOrder *
tranche_order_book_find_finish (TrancheOrderBook  *self,
                                GAsyncResult      *result,
                                GError           **error)
{
  return tranche_order_book_read_finish (self, tranche_order_book_find_async, result, error);
}

/* @user_data: the account's id and the bank's id of the order. */
static gpointer
find_by_bank_id_job (TrancheSql  *sql,
                     gpointer     user_data,
                     GError     **error)
{
  char **names = user_data;

  return tranche_order_table_find_by_bank_id (sql, names[0], names[1], error);
}

void
tranche_order_book_find_by_bank_id_async (TrancheOrderBook    *self,
                                          const char          *account_id,
                                          const char          *bank_order_id,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data)
{
  const char *names[] = { account_id, bank_order_id, NULL };

  tranche_order_book_read (self, tranche_order_book_find_by_bank_id_async, TRANCHE_LANE_LOOKUP,
             find_by_bank_id_job, g_strdupv ((char **) names), (GDestroyNotify) g_strfreev,
             g_object_unref, cancellable, callback, user_data);
}

TrancheOrder *
tranche_order_book_find_by_bank_id_finish (TrancheOrderBook  *self,
                                           GAsyncResult      *result,
                                           GError           **error)
{
  return tranche_order_book_read_finish (self, tranche_order_book_find_by_bank_id_async, result, error);
}

static gpointer
history_job (TrancheSql  *sql,
             gpointer     user_data,
             GError     **error)
{
  gint64 *order_id = user_data;

  return tranche_history_table_load (sql, *order_id, error);
}

void
tranche_order_book_history_async (TrancheOrderBook    *self,
                                  gint64               order_id,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  tranche_order_book_read (self, tranche_order_book_history_async, TRANCHE_LANE_LOOKUP, history_job,
             g_memdup2 (&order_id, sizeof order_id), g_free,
             (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
tranche_order_book_history_finish (TrancheOrderBook  *self,
                                   GAsyncResult      *result,
                                   GError           **error)
{
  return tranche_order_book_read_finish (self, tranche_order_book_history_async, result, error);
}

static gpointer
last_written_job (TrancheSql  *sql,
                  gpointer     user_data,
                  GError     **error)
{
  gint64 time;

  return tranche_history_table_last (sql, &time, error) ? g_memdup2 (&time, sizeof time) : NULL;
}

void
tranche_order_book_last_written_async (TrancheOrderBook    *self,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  tranche_order_book_read (self, tranche_order_book_last_written_async, TRANCHE_LANE_LOOKUP,
                           last_written_job, NULL, NULL, g_free, cancellable, callback,
                           user_data);
}

gboolean
tranche_order_book_last_written_finish (TrancheOrderBook  *self,
                                        GAsyncResult      *result,
                                        gint64            *time,
                                        GError           **error)
{
  g_autofree gint64 *last =
    tranche_order_book_read_finish (self, tranche_order_book_last_written_async, result, error);

  if (!last)
    return FALSE;

  *time = *last;

  return TRUE;
}

static gpointer
returns_job (TrancheSql  *sql,
             gpointer     user_data,
             GError     **error)
{
  gint64 *order_id = user_data;

  return tranche_return_table_list (sql, *order_id, error);
}

void
tranche_order_book_returns_async (TrancheOrderBook    *self,
                                  gint64               order_id,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  tranche_order_book_read (self, tranche_order_book_returns_async, TRANCHE_LANE_LOOKUP, returns_job,
             g_memdup2 (&order_id, sizeof order_id), g_free,
             (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
tranche_order_book_returns_finish (TrancheOrderBook  *self,
                                   GAsyncResult      *result,
                                   GError           **error)
{
  return tranche_order_book_read_finish (self, tranche_order_book_returns_async, result, error);
}

static gpointer
open_operations_job (TrancheSql  *sql,
                     gpointer     user_data,
                     GError     **error)
{
  return tranche_journal_table_list (sql, error);
}

void
tranche_order_book_open_operations_async (TrancheOrderBook    *self,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data)
{
  tranche_order_book_read (self, tranche_order_book_open_operations_async, TRANCHE_LANE_LOOKUP,
             open_operations_job, NULL, NULL, (GDestroyNotify) g_array_unref,
             cancellable, callback, user_data);
}

GArray *
tranche_order_book_open_operations_finish (TrancheOrderBook  *self,
                                           GAsyncResult      *result,
                                           GError           **error)
{
  return tranche_order_book_read_finish (self, tranche_order_book_open_operations_async, result, error);
}
