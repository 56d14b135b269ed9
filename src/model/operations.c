/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/operations.h"

#include "model/operations-private.h"

enum {
  BUSY_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Milliseconds. A bank that still says "signed" this long after a lost commit
 * has not got it: its own limits for a request are shorter. */
static const guint default_delays[] = { 500, 1500, 4000 };

G_DEFINE_FINAL_TYPE (TrancheOperations, tranche_operations, G_TYPE_OBJECT)

static void
busy_changed_cb (TrancheBusyTable  *busy,
                 gint64             order_id,
                 TrancheOperations *self)
{
  g_signal_emit (self, signals[BUSY_CHANGED], 0, order_id);
}

static void
tranche_operations_finalize (GObject *object)
{
  TrancheOperations *self = TRANCHE_OPERATIONS (object);

  g_clear_object (&self->book);
  g_clear_object (&self->connections);
  g_clear_object (&self->busy);
  g_clear_object (&self->gate);
  g_clear_pointer (&self->delays, g_array_unref);

  G_OBJECT_CLASS (tranche_operations_parent_class)->finalize (object);
}

static void
tranche_operations_class_init (TrancheOperationsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tranche_operations_finalize;

  signals[BUSY_CHANGED] =
    g_signal_new ("busy-changed", TRANCHE_TYPE_OPERATIONS, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
tranche_operations_init (TrancheOperations *self)
{
  self->busy = tranche_busy_table_new ();
  self->gate = tranche_call_gate_new ();
  self->delays = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_vals (self->delays, default_delays, G_N_ELEMENTS (default_delays));

  g_signal_connect_object (self->busy, "changed", G_CALLBACK (busy_changed_cb), self,
                           G_CONNECT_DEFAULT);
}

TrancheOperations *
tranche_operations_new (TrancheOrderBook *book,
                        GListModel       *connections)
{
  TrancheOperations *self = NULL;

  g_return_val_if_fail (TRANCHE_IS_ORDER_BOOK (book), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (connections), NULL);

  self = g_object_new (TRANCHE_TYPE_OPERATIONS, NULL);
  self->book = g_object_ref (book);
  self->connections = g_object_ref (connections);

  return self;
}

void
tranche_operations_set_delays (TrancheOperations *self,
                               GArray            *delays)
{
  g_array_ref (delays);
  g_array_unref (self->delays);
  self->delays = delays;
}

GListModel *
tranche_operations_get_connections (TrancheOperations *self)
{
  g_return_val_if_fail (TRANCHE_IS_OPERATIONS (self), NULL);

  return self->connections;
}

TrancheConnection *
tranche_operations_find_connection (TrancheOperations *self,
                                    TrancheOrder      *order)
{
  g_return_val_if_fail (TRANCHE_IS_OPERATIONS (self), NULL);
  g_return_val_if_fail (TRANCHE_IS_ORDER (order), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (self->connections); i++) {
    g_autoptr (TrancheConnection) connection = g_list_model_get_item (self->connections, i);
    TrancheAccount *account = tranche_connection_get_account (connection);

    /* The list keeps it alive. */
    if (g_strcmp0 (tranche_account_get_id (account), tranche_order_get_account_id (order)) == 0)
      return connection;
  }

  return NULL;
}

gboolean
tranche_operations_is_busy (TrancheOperations *self,
                            gint64             order_id)
{
  g_return_val_if_fail (TRANCHE_IS_OPERATIONS (self), FALSE);

  return tranche_busy_table_get_operation (self->busy, order_id) != TRANCHE_OPERATION_NONE;
}

TrancheOperation
tranche_operations_get_current (TrancheOperations *self,
                                gint64             order_id)
{
  g_return_val_if_fail (TRANCHE_IS_OPERATIONS (self), TRANCHE_OPERATION_NONE);

  return tranche_busy_table_get_operation (self->busy, order_id);
}

gboolean
tranche_operations_is_unsettled (TrancheOperations *self,
                                 gint64             order_id)
{
  g_return_val_if_fail (TRANCHE_IS_OPERATIONS (self), FALSE);

  return tranche_busy_table_is_unsettled (self->busy, order_id);
}

void
tranche_operations_return_busy (GTask *task)
{
  g_task_return_new_error_literal (task, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_BUSY,
                                   "The order has an operation that is not settled");
}

void
tranche_operations_return_order (GTask        *task,
                                 TrancheOrder *order,
                                 GError       *error)
{
  if (order != NULL)
    g_task_return_pointer (task, g_object_ref (order), g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (tranche_order_book_remove_finish (TRANCHE_ORDER_BOOK (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
tranche_operations_delete_async (TrancheOperations   *self,
                                 TrancheOrder        *order,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  gint64 id = 0;

  g_return_if_fail (TRANCHE_IS_OPERATIONS (self));
  g_return_if_fail (TRANCHE_IS_ORDER (order));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tranche_operations_delete_async);

  id = tranche_order_get_id (order);
  if (tranche_operations_is_busy (self, id))
    tranche_operations_return_busy (task);
  else
    tranche_order_book_remove_async (self->book, id, cancellable, deleted_cb,
                                     g_steal_pointer (&task));
}

gboolean
tranche_operations_delete_finish (TrancheOperations  *self,
                                  GAsyncResult       *result,
                                  GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
gate_closed_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_boolean (task, tranche_call_gate_close_finish (TRANCHE_CALL_GATE (source), result,
                                                               NULL));
}

void
tranche_operations_close_async (TrancheOperations   *self,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GTask *task = NULL;

  g_return_if_fail (TRANCHE_IS_OPERATIONS (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, tranche_operations_close_async);
  tranche_call_gate_close_async (self->gate, gate_closed_cb, task);
}

gboolean
tranche_operations_close_finish (TrancheOperations  *self,
                                 GAsyncResult       *result,
                                 GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
