/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/operations.h"

#include "model/lost-answer.h"
#include "model/operations-private.h"
#include "model/state-question.h"

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheCall *call = g_task_get_task_data (task);
  g_autoptr (TrancheOrder) order = NULL;
  GError *error = NULL;

  order = tranche_state_question_finish (TRANCHE_ORDER_BOOK (source), result, &error);
  tranche_call_learn (call, TRUE, error);
  tranche_operations_return_order (task, order, error);
}

static void
lost_answer_settled_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheOperations *self = g_task_get_source_object (task);
  TrancheCall *call = g_task_get_task_data (task);
  g_autoptr (TrancheOrder) order = NULL;
  GError *error = NULL;

  order = tranche_lost_answer_settle_finish (TRANCHE_LOST_ANSWER (source), result, &error);
  tranche_call_learn (call, TRUE, error);
  tranche_busy_table_release (self->busy, tranche_order_get_id (call->order),
                              order != NULL ? 0 : call->journal_id);

  /* Who asked for the state was answered, whatever became of the operation. */
  tranche_operations_return_order (task, order, error);
}

/* Takes @task. The busy table must have been claimed for settling. */
static void
settle (GTask      *task,
        gint64      journal_id,
        const char *disowned_by)
{
  TrancheOperations *self = g_task_get_source_object (task);
  TrancheCall *call = g_task_get_task_data (task);
  g_autoptr (TrancheLostAnswer) lost_answer = NULL;

  call->journal_id = journal_id;
  lost_answer = tranche_lost_answer_new (self->book, call->bank, call->order, call->operation,
                                         journal_id, tranche_call_gate_get_closing (self->gate));
  tranche_lost_answer_set_delays (lost_answer, self->delays);
  tranche_lost_answer_set_disowned_by (lost_answer, disowned_by);
  tranche_lost_answer_settle_async (lost_answer, lost_answer_settled_cb, task);
}

void
tranche_operations_refresh_async (TrancheOperations   *self,
                                  TrancheOrder        *order,
                                  TranchePriority      priority,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  TrancheCall *call = NULL;
  gint64 id = 0;
  gint64 journal_id = 0;

  g_return_if_fail (TRANCHE_IS_OPERATIONS (self));
  g_return_if_fail (TRANCHE_IS_ORDER (order));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tranche_operations_refresh_async);

  id = tranche_order_get_id (order);
  if (tranche_busy_table_is_running (self->busy, id)) {
    tranche_operations_return_busy (task);
    return;
  }

  call = tranche_call_gate_start (self->gate, task,
                                  tranche_operations_find_connection (self, order));
  if (call == NULL)
    return;

  call->order = g_object_ref (order);
  call->operation = tranche_busy_table_get_operation (self->busy, id);
  journal_id = tranche_busy_table_claim_settling (self->busy, id);

  if (journal_id != 0)
    settle (g_steal_pointer (&task), journal_id, NULL);
  else
    tranche_state_question_async (self->book, call->bank, order, priority, call->cancellable,
                                  refreshed_cb, g_steal_pointer (&task));
}

TrancheOrder *
tranche_operations_refresh_finish (TrancheOperations  *self,
                                   GAsyncResult       *result,
                                   GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
tranche_operations_disown_return_async (TrancheOperations   *self,
                                        TrancheOrder        *order,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *user = g_strdup_printf ("%s@%s", g_get_user_name (), g_get_host_name ());
  TrancheCall *call = NULL;
  gint64 id = 0;

  g_return_if_fail (TRANCHE_IS_OPERATIONS (self));
  g_return_if_fail (TRANCHE_IS_ORDER (order));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tranche_operations_disown_return_async);

  id = tranche_order_get_id (order);
  if (!tranche_operations_may_settle_return (self, task, id))
    return;

  call = tranche_call_gate_start (self->gate, task,
                                  tranche_operations_find_connection (self, order));
  if (call == NULL)
    return;

  call->order = g_object_ref (order);
  call->operation = TRANCHE_OPERATION_RETURN;
  settle (g_steal_pointer (&task), tranche_busy_table_claim_settling (self->busy, id), user);
}

TrancheOrder *
tranche_operations_disown_return_finish (TrancheOperations  *self,
                                         GAsyncResult       *result,
                                         GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
recovered_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  TrancheOperations *self = TRANCHE_OPERATIONS (source);
  g_autoptr (GTask) task = user_data;
  guint *n_left = g_task_get_task_data (task);
  g_autoptr (TrancheOrder) order = NULL;

  /* An order that cannot be asked for now stays unsettled, and live status goes on. */
  order = tranche_operations_refresh_finish (self, result, NULL);

  if (--*n_left == 0)
    g_task_return_boolean (task, TRUE);
}

static void
open_orders_loaded_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheOperations *self = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GPtrArray) orders = NULL;
  guint *n_left = g_new0 (guint, 1);
  GError *error = NULL;

  g_task_set_task_data (task, n_left, g_free);

  orders = tranche_order_book_load_finish (self->book, result, &error);
  if (orders == NULL) {
    g_task_return_error (task, error);
    return;
  }

  for (guint i = 0; i < orders->len; i++) {
    TrancheOrder *order = g_ptr_array_index (orders, i);

    if (!tranche_busy_table_is_unsettled (self->busy, tranche_order_get_id (order)))
      continue;

    ++*n_left;
    tranche_operations_refresh_async (self, order, TRANCHE_PRIORITY_POLL, cancellable,
                                      recovered_cb, g_object_ref (task));
  }

  if (*n_left == 0)
    g_task_return_boolean (task, TRUE);
}

/* What the program was doing when it ended: the order shows as one whose outcome
 * is unknown, and its history says how far that had come. */
static void
note_interrupted (TrancheOperations          *self,
                  const TrancheOpenOperation *operation)
{
  const char *detail = operation->outcome == TRANCHE_OUTCOME_SENT
    ? "The program ended before the answer came"
    : "The program ended before it was noted that the request was sent";

  /* A book that cannot be written to says so itself. */
  tranche_order_book_settle_async (self->book, operation->id, TRANCHE_OUTCOME_UNKNOWN, NULL,
                                   TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME, detail, NULL,
                                   TRANCHE_ORIGIN_RECOVERY, NULL, NULL, NULL);
}

static void
open_operations_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheOperations *self = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GArray) open = NULL;
  g_autoptr (GArray) ids = NULL;
  GError *error = NULL;

  open = tranche_order_book_open_operations_finish (self->book, result, &error);
  if (open == NULL) {
    g_task_return_error (task, error);
    return;
  }

  for (guint i = 0; i < open->len; i++) {
    TrancheOpenOperation *operation = &g_array_index (open, TrancheOpenOperation, i);

    if (tranche_busy_table_add_unsettled (self->busy, operation->order_id, operation->operation,
                                          operation->id) &&
        operation->outcome != TRANCHE_OUTCOME_UNKNOWN)
      note_interrupted (self, operation);
  }

  ids = tranche_busy_table_list_unsettled (self->busy);
  tranche_order_book_load_async (self->book, ids, cancellable,
                                 open_orders_loaded_cb, g_steal_pointer (&task));
}

void
tranche_operations_recover_async (TrancheOperations   *self,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TRANCHE_IS_OPERATIONS (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tranche_operations_recover_async);
  tranche_order_book_open_operations_async (self->book, cancellable, open_operations_cb,
                                            g_steal_pointer (&task));
}

gboolean
tranche_operations_recover_finish (TrancheOperations  *self,
                                   GAsyncResult       *result,
                                   GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
