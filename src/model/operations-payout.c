/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/operations.h"

#include "model/operations-private.h"

static void
return_payout (GTask *task)
{
  TrancheCall *call = g_task_get_task_data (task);

  g_task_return_pointer (task, g_steal_pointer (&call->payout),
                         (GDestroyNotify) tranche_payout_free);
}

static void
paid_noted_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (TrancheOrder) order = NULL;

  order = tranche_order_book_set_paid_finish (TRANCHE_ORDER_BOOK (source), result, NULL);
  return_payout (task);
}

/* The bank's word on the money counts even where the book could not keep it.
 * Takes @task. */
static void
note_payout (GTask *task)
{
  TrancheOperations *self = g_task_get_source_object (task);
  TrancheCall *call = g_task_get_task_data (task);

  if (tranche_payout_get_state (call->payout) == TRANCHE_PAYOUT_PAID) {
    tranche_order_book_set_paid_async (self->book, tranche_order_get_id (call->order), TRUE,
                                       TRANCHE_ORIGIN_BANK, NULL, NULL, paid_noted_cb, task);
  } else {
    return_payout (task);
    g_object_unref (task);
  }
}

static void
payout_applied_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (TrancheOrder) order = NULL;

  order = tranche_order_book_apply_finish (TRANCHE_ORDER_BOOK (source), result, NULL);
  note_payout (user_data);
}

static void
payout_checked_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheOperations *self = g_task_get_source_object (task);
  TrancheCall *call = g_task_get_task_data (task);
  GError *error = NULL;

  call->payout = tranche_bank_check_payout_finish (call->bank, result, &error);
  tranche_call_learn (call, TRUE, error);

  if (call->payout == NULL)
    g_task_return_error (task, error);
  else if (tranche_payout_get_order (call->payout) == NULL)
    note_payout (g_steal_pointer (&task));
  else
    tranche_order_book_apply_async (self->book, tranche_order_get_id (call->order),
                                    tranche_payout_get_order (call->payout), TRANCHE_ORIGIN_BANK,
                                    NULL, payout_applied_cb, g_steal_pointer (&task));
}

void
tranche_operations_check_payout_async (TrancheOperations   *self,
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
  g_task_set_source_tag (task, tranche_operations_check_payout_async);

  call = tranche_call_gate_start (self->gate, task,
                                  tranche_operations_find_connection (self, order));
  if (call == NULL)
    return;

  call->order = g_object_ref (order);
  tranche_bank_check_payout_async (call->bank, order, call->cancellable,
                                   payout_checked_cb, g_steal_pointer (&task));
}

TranchePayout *
tranche_operations_check_payout_finish (TrancheOperations  *self,
                                        GAsyncResult       *result,
                                        GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
