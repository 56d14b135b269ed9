/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/operations.h"

#include "core/order-number.h"
#include "model/draft-order.h"
#include "model/operations-private.h"

static void
edited_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheOperations *self = g_task_get_source_object (task);
  TrancheCall *call = g_task_get_task_data (task);
  g_autoptr (TrancheOrder) order = NULL;
  GError *error = NULL;

  order = tranche_order_book_edit_finish (self->book, result, &error);
  if (order != NULL) {
    g_set_object (&call->order, order);
    tranche_operations_run (g_steal_pointer (&task));
  } else {
    tranche_busy_table_release (self->busy, tranche_order_get_id (call->order), 0);
    g_task_return_error (task, error);
  }
}

/* Takes @task, and the stored draft @order_id for what is to be sent. */
static void
replace_draft (GTask  *task,
               gint64  order_id)
{
  TrancheOperations *self = g_task_get_source_object (task);
  TrancheCall *call = g_task_get_task_data (task);

  if (tranche_busy_table_claim (self->busy, order_id, TRANCHE_OPERATION_CREATE)) {
    tranche_order_set_id (call->order, order_id);
    tranche_order_book_edit_async (self->book, call->order, NULL, edited_cb, task);
  } else {
    tranche_operations_return_busy (task);
    g_object_unref (task);
  }
}

static void
same_number_found_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheOperations *self = g_task_get_source_object (task);
  g_autoptr (TrancheOrder) order = NULL;
  GError *error = NULL;

  order = tranche_order_book_find_finish (self->book, result, &error);
  if (order == NULL)
    g_task_return_error (task, error);
  else if (tranche_order_get_stage (order) == TRANCHE_STAGE_DRAFT)
    replace_draft (g_steal_pointer (&task), tranche_order_get_id (order));
  else
    g_task_return_new_error_literal (task, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_EXISTS,
                                     "The account has an order of that number");
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheOperations *self = g_task_get_source_object (task);
  TrancheCall *call = g_task_get_task_data (task);
  g_autoptr (TrancheOrder) order = NULL;
  GError *error = NULL;

  order = tranche_order_book_add_finish (self->book, result, &error);
  if (g_error_matches (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_EXISTS)) {
    g_error_free (error);
    tranche_order_book_find_async (self->book, tranche_order_get_account_id (call->order),
                                   tranche_order_get_number (call->order), NULL,
                                   same_number_found_cb, g_steal_pointer (&task));
    return;
  }
  if (order == NULL) {
    g_task_return_error (task, error);
    return;
  }

  g_set_object (&call->order, order);

  if (tranche_busy_table_claim (self->busy, tranche_order_get_id (order),
                                TRANCHE_OPERATION_CREATE))
    tranche_operations_run (g_steal_pointer (&task));
  else
    tranche_operations_return_busy (task);
}

static gboolean
validate (TrancheCall  *call,
          GError      **error)
{
  g_autoptr (GPtrArray) problems = tranche_bank_validate_draft (call->bank, call->draft);

  if (problems->len == 0)
    return TRUE;

  *error = tranche_bank_error_new (TRANCHE_BANK_ERROR_VALIDATION, 0, "The draft is not valid");
  tranche_bank_error_set_problems (*error, problems);

  return FALSE;
}

void
tranche_operations_create_async (TrancheOperations   *self,
                                 TrancheConnection   *connection,
                                 TrancheOrderDraft   *draft,
                                 gint64               order_id,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  TrancheCall *call = NULL;

  g_return_if_fail (TRANCHE_IS_OPERATIONS (self));
  g_return_if_fail (TRANCHE_IS_CONNECTION (connection));
  g_return_if_fail (TRANCHE_IS_ORDER_DRAFT (draft));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tranche_operations_create_async);

  call = tranche_call_gate_start (self->gate, task, connection);
  if (call == NULL)
    return;

  if (tranche_order_draft_get_number (draft) == NULL) {
    g_autofree char *number = tranche_order_number_new (NULL);

    tranche_order_draft_set_number (draft, number);
  }
  tranche_order_draft_set_webhook_url (draft, tranche_connection_get_callback_url (connection));

  call->operation = TRANCHE_OPERATION_CREATE;
  call->draft = g_object_ref (draft);
  if (!validate (call, &error)) {
    g_task_return_error (task, error);
    return;
  }

  call->order = tranche_draft_order_new (draft, tranche_connection_get_account (connection));
  if (order_id == 0)
    tranche_order_book_add_async (self->book, call->order, TRANCHE_ORIGIN_USER, NULL,
                                  added_cb, g_steal_pointer (&task));
  else
    replace_draft (g_steal_pointer (&task), order_id);
}

TrancheOrder *
tranche_operations_create_finish (TrancheOperations  *self,
                                  GAsyncResult       *result,
                                  GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
