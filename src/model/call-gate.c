/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/call-gate.h"

struct _TrancheCallGate {
  GObject parent_instance;

  GCancellable *closing;
  guint n_calls;
  GQueue waiting; /* tasks of who closes, until n_calls is 0 */
};

G_DEFINE_FINAL_TYPE (TrancheCallGate, tranche_call_gate, G_TYPE_OBJECT)

static void
tranche_call_gate_finalize (GObject *object)
{
  TrancheCallGate *self = TRANCHE_CALL_GATE (object);

  g_clear_object (&self->closing);

  G_OBJECT_CLASS (tranche_call_gate_parent_class)->finalize (object);
}

static void
tranche_call_gate_class_init (TrancheCallGateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tranche_call_gate_finalize;
}

static void
tranche_call_gate_init (TrancheCallGate *self)
{
  self->closing = g_cancellable_new ();
  g_queue_init (&self->waiting);
}

TrancheCallGate *
tranche_call_gate_new (void)
{
  return g_object_new (TRANCHE_TYPE_CALL_GATE, NULL);
}

GCancellable *
tranche_call_gate_get_closing (TrancheCallGate *self)
{
  return self->closing;
}

static void
complete_waiting (TrancheCallGate *self)
{
  GTask *task = NULL;

  while (self->n_calls == 0 && (task = g_queue_pop_head (&self->waiting)) != NULL) {
    g_task_return_boolean (task, TRUE);
    g_object_unref (task);
  }
}

/* A task that was told to its caller is over, however long it is kept. */
static void
call_completed_cb (GTask           *task,
                   GParamSpec      *pspec,
                   TrancheCallGate *self)
{
  self->n_calls--;
  complete_waiting (self);
}

static void
call_free (TrancheCall *call)
{
  g_cancellable_disconnect (call->caller, call->caller_handler);
  g_cancellable_disconnect (call->gate->closing, call->gate_handler);
  g_clear_object (&call->caller);
  g_clear_object (&call->cancellable);
  g_clear_object (&call->connection);
  g_clear_object (&call->bank);
  g_clear_object (&call->order);
  g_clear_object (&call->draft);
  g_clear_pointer (&call->goods, tranche_goods_return_free);
  g_clear_pointer (&call->payout, tranche_payout_free);
  g_clear_object (&call->gate);
  g_free (call);
}

static void
leader_cancelled_cb (GCancellable *leader,
                     GCancellable *follower)
{
  g_cancellable_cancel (follower);
}

static gulong
follow (TrancheCall  *call,
        GCancellable *leader)
{
  return g_cancellable_connect (leader, G_CALLBACK (leader_cancelled_cb),
                                g_object_ref (call->cancellable), g_object_unref);
}

TrancheCall *
tranche_call_gate_start (TrancheCallGate   *self,
                         GTask             *task,
                         TrancheConnection *connection)
{
  GCancellable *caller = g_task_get_cancellable (task);
  TrancheCall *call = NULL;

  /* What happened at a bank is told also to who has given up waiting for it. */
  g_task_set_check_cancellable (task, FALSE);

  if (g_cancellable_is_cancelled (self->closing) || g_cancellable_is_cancelled (caller)) {
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                                     "Operation was cancelled");
    return NULL;
  }

  if (connection == NULL || tranche_connection_get_bank (connection) == NULL) {
    g_task_return_error (task, tranche_bank_error_new (TRANCHE_BANK_ERROR_CREDENTIALS, 0,
                                                       "There is no connection for the account"));
    return NULL;
  }

  call = g_new0 (TrancheCall, 1);
  call->gate = g_object_ref (self);
  call->connection = g_object_ref (connection);
  call->bank = g_object_ref (tranche_connection_get_bank (connection));
  call->cancellable = g_cancellable_new ();
  call->gate_handler = follow (call, self->closing);
  if (caller != NULL) {
    call->caller = g_object_ref (caller);
    call->caller_handler = follow (call, caller);
  }

  self->n_calls++;
  g_signal_connect_object (task, "notify::completed", G_CALLBACK (call_completed_cb), self,
                           G_CONNECT_DEFAULT);
  g_task_set_task_data (task, call, (GDestroyNotify) call_free);

  return call;
}

void
tranche_call_gate_close_async (TrancheCallGate     *self,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, tranche_call_gate_close_async);
  g_queue_push_tail (&self->waiting, task);
  g_cancellable_cancel (self->closing);
  complete_waiting (self);
}

gboolean
tranche_call_gate_close_finish (TrancheCallGate  *self,
                                GAsyncResult     *result,
                                GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
tranche_call_learn (TrancheCall  *call,
                    gboolean      authenticated,
                    const GError *error)
{
  if (tranche_connection_get_bank (call->connection) != call->bank)
    return;

  if (g_error_matches (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_AUTHENTICATION))
    tranche_connection_set_state (call->connection, TRANCHE_CONNECTION_REFUSED);
  else if (error == NULL && authenticated &&
           tranche_connection_get_state (call->connection) == TRANCHE_CONNECTION_REFUSED)
    tranche_connection_set_state (call->connection, TRANCHE_CONNECTION_READY);
}
