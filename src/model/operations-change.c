/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/operations.h"

#include "model/money-operation.h"
#include "model/operations-private.h"

static void
run_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  TrancheMoneyOperation *operation = TRANCHE_MONEY_OPERATION (source);
  g_autoptr (GTask) task = user_data;
  TrancheOperations *self = g_task_get_source_object (task);
  TrancheCall *call = g_task_get_task_data (task);
  g_autoptr (TrancheOrder) order = NULL;
  GError *error = NULL;

  order = tranche_money_operation_run_finish (operation, result, &error);
  tranche_call_learn (call, call->operation != TRANCHE_OPERATION_CREATE, error);
  tranche_busy_table_release (self->busy, tranche_order_get_id (call->order),
                              tranche_money_operation_get_open_entry (operation));

  /* The answer to a create has little more than the link, that to a return
   * nothing of the state. */
  if (order != NULL && (call->operation == TRANCHE_OPERATION_CREATE ||
                        call->operation == TRANCHE_OPERATION_RETURN))
    tranche_operations_refresh_async (self, order, TRANCHE_PRIORITY_USER, NULL, NULL, NULL);

  tranche_operations_return_order (task, order, error);
}

void
tranche_operations_run (GTask *task)
{
  TrancheOperations *self = g_task_get_source_object (task);
  TrancheCall *call = g_task_get_task_data (task);
  g_autoptr (TrancheMoneyOperation) operation = NULL;

  operation = tranche_money_operation_new (self->book, call->bank, call->operation,
                                           tranche_order_get_id (call->order),
                                           tranche_call_gate_get_closing (self->gate));
  tranche_money_operation_set_delays (operation, self->delays);
  if (call->draft != NULL)
    tranche_money_operation_set_draft (operation, call->draft);
  if (call->goods != NULL)
    tranche_money_operation_set_goods (operation, call->goods);
  if (call->journal_id != 0)
    tranche_money_operation_set_repeated (operation, call->journal_id);
  tranche_money_operation_run_async (operation, call->cancellable, run_cb, task);
}

void
tranche_operations_change_async (TrancheOperations        *self,
                                 TrancheOrder             *order,
                                 TrancheOperation          operation,
                                 const TrancheGoodsReturn *goods,
                                 gpointer                  source_tag,
                                 GCancellable             *cancellable,
                                 GAsyncReadyCallback       callback,
                                 gpointer                  user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  TrancheCall *call = NULL;

  g_task_set_source_tag (task, source_tag);

  call = tranche_call_gate_start (self->gate, task,
                                  tranche_operations_find_connection (self, order));
  if (call == NULL)
    return;

  call->order = g_object_ref (order);
  call->operation = operation;
  if (goods != NULL)
    call->goods = tranche_goods_return_copy (goods);

  if (goods != NULL &&
      (tranche_bank_get_capabilities (call->bank) & TRANCHE_CAPABILITY_RETURN) == 0)
    g_task_return_error (task, tranche_bank_error_new (TRANCHE_BANK_ERROR_NOT_SUPPORTED, 0,
                                                       "The bank takes no returns"));
  else if (tranche_busy_table_claim (self->busy, tranche_order_get_id (order), operation))
    tranche_operations_run (g_steal_pointer (&task));
  else
    tranche_operations_return_busy (task);
}

void
tranche_operations_commit_async (TrancheOperations   *self,
                                 TrancheOrder        *order,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (TRANCHE_IS_OPERATIONS (self));
  g_return_if_fail (TRANCHE_IS_ORDER (order));

  tranche_operations_change_async (self, order, TRANCHE_OPERATION_COMMIT, NULL,
                                   tranche_operations_commit_async,
                                   cancellable, callback, user_data);
}

TrancheOrder *
tranche_operations_commit_finish (TrancheOperations  *self,
                                  GAsyncResult       *result,
                                  GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
tranche_operations_cancel_async (TrancheOperations   *self,
                                 TrancheOrder        *order,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (TRANCHE_IS_OPERATIONS (self));
  g_return_if_fail (TRANCHE_IS_ORDER (order));

  tranche_operations_change_async (self, order, TRANCHE_OPERATION_CANCEL, NULL,
                                   tranche_operations_cancel_async,
                                   cancellable, callback, user_data);
}

TrancheOrder *
tranche_operations_cancel_finish (TrancheOperations  *self,
                                  GAsyncResult       *result,
                                  GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
