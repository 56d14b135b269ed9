/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/operations.h"

#include "model/operations-private.h"
#include "model/returnable.h"

void
tranche_operations_return_async (TrancheOperations   *self,
                                 TrancheOrder        *order,
                                 const TrancheMoney  *amount,
                                 gboolean             to_card,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (TrancheGoodsReturn) goods = NULL;

  g_return_if_fail (TRANCHE_IS_OPERATIONS (self));
  g_return_if_fail (TRANCHE_IS_ORDER (order));
  g_return_if_fail (tranche_money_is_set (amount));

  goods = tranche_goods_return_new (id, amount, to_card, NULL);
  tranche_operations_change_async (self, order, TRANCHE_OPERATION_RETURN, goods,
                                   tranche_operations_return_async,
                                   cancellable, callback, user_data);
}

TrancheOrder *
tranche_operations_return_finish (TrancheOperations  *self,
                                  GAsyncResult       *result,
                                  GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
tranche_operations_may_settle_return (TrancheOperations *self,
                                      GTask             *task,
                                      gint64             order_id)
{
  if (tranche_busy_table_is_running (self->busy, order_id))
    tranche_operations_return_busy (task);
  else if (tranche_busy_table_get_operation (self->busy, order_id) != TRANCHE_OPERATION_RETURN)
    g_task_return_new_error_literal (task, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_NOT_FOUND,
                                     "The order has no return that is not settled");
  else
    return TRUE;

  return FALSE;
}

void
tranche_operations_repeat_return_async (TrancheOperations   *self,
                                        TrancheOrder        *order,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  TrancheCall *call = NULL;
  gint64 id = 0;

  g_return_if_fail (TRANCHE_IS_OPERATIONS (self));
  g_return_if_fail (TRANCHE_IS_ORDER (order));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tranche_operations_repeat_return_async);

  id = tranche_order_get_id (order);
  if (!tranche_operations_may_settle_return (self, task, id))
    return;

  call = tranche_call_gate_start (self->gate, task,
                                  tranche_operations_find_connection (self, order));
  if (call == NULL)
    return;

  call->order = g_object_ref (order);
  call->operation = TRANCHE_OPERATION_RETURN;
  call->journal_id = tranche_busy_table_claim_settling (self->busy, id);
  tranche_operations_run (g_steal_pointer (&task));
}

TrancheOrder *
tranche_operations_repeat_return_finish (TrancheOperations  *self,
                                         GAsyncResult       *result,
                                         GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
returns_listed_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GPtrArray *entries = NULL;
  GError *error = NULL;

  entries = tranche_order_book_returns_finish (TRANCHE_ORDER_BOOK (source), result, &error);
  if (entries != NULL)
    g_task_return_pointer (task, entries, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
tranche_operations_list_returns_async (TrancheOperations   *self,
                                       TrancheOrder        *order,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  GTask *task = NULL;

  g_return_if_fail (TRANCHE_IS_OPERATIONS (self));
  g_return_if_fail (TRANCHE_IS_ORDER (order));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tranche_operations_list_returns_async);
  tranche_order_book_returns_async (self->book, tranche_order_get_id (order), cancellable,
                                    returns_listed_cb, task);
}

GPtrArray *
tranche_operations_list_returns_finish (TrancheOperations  *self,
                                        GAsyncResult       *result,
                                        GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
returnable_told_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheCall *call = g_task_get_task_data (task);
  TrancheMoney left = TRANCHE_MONEY_UNSET;
  GError *error = NULL;

  if (tranche_returnable_finish (TRANCHE_ORDER_BOOK (source), result, &left, &error)) {
    g_task_return_pointer (task, g_memdup2 (&left, sizeof left), g_free);
  } else {
    tranche_call_learn (call, FALSE, error);
    g_task_return_error (task, error);
  }
}

void
tranche_operations_get_returnable_async (TrancheOperations   *self,
                                         TrancheOrder        *order,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  TrancheCall *call = NULL;

  g_return_if_fail (TRANCHE_IS_OPERATIONS (self));
  g_return_if_fail (TRANCHE_IS_ORDER (order));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tranche_operations_get_returnable_async);

  call = tranche_call_gate_start (self->gate, task,
                                  tranche_operations_find_connection (self, order));
  if (call != NULL)
    tranche_returnable_async (self->book, call->bank, order, call->cancellable,
                              returnable_told_cb, g_steal_pointer (&task));
}

gboolean
tranche_operations_get_returnable_finish (TrancheOperations  *self,
                                          GAsyncResult       *result,
                                          TrancheMoney       *left,
                                          GError            **error)
{
  g_autofree TrancheMoney *told = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (left != NULL, FALSE);

  told = g_task_propagate_pointer (G_TASK (result), error);
  if (told == NULL)
    return FALSE;

  *left = *told;

  return TRUE;
}
