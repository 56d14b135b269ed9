/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/operations.h"

#include "core/order-number.h"
#include "model/busy-table.h"
#include "model/call-gate.h"
#include "model/draft-order.h"
#include "model/lost-answer.h"
#include "model/money-operation.h"
#include "model/operations-private.h"
#include "model/returnable.h"
#include "model/state-question.h"

struct _TrancheOperations {
  GObject parent_instance;

  TrancheOrderBook *book;
  GListModel *connections;
  TrancheBusyTable *busy;
  GArray *delays;
  TrancheCallGate *gate;
};

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

/* Operations that move money. */

static void
return_busy (GTask *task)
{
  g_task_return_new_error_literal (task, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_BUSY,
                                   "The order has an operation that is not settled");
}

static void
return_order (GTask        *task,
              TrancheOrder *order,
              GError       *error)
{
  if (order != NULL)
    g_task_return_pointer (task, g_object_ref (order), g_object_unref);
  else
    g_task_return_error (task, error);
}

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

  return_order (task, order, error);
}

/* Takes @task. The busy table must have been claimed for the order. */
static void
run (GTask *task)
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

/* @goods: (nullable): what a return returns. */
static void
change_async (TrancheOperations        *self,
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

  call = tranche_call_gate_start (self->gate, task, tranche_operations_find_connection (self, order));
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
    run (g_steal_pointer (&task));
  else
    return_busy (task);
}

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
    run (g_steal_pointer (&task));
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
    return_busy (task);
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
    run (g_steal_pointer (&task));
  else
    return_busy (task);
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

void
tranche_operations_commit_async (TrancheOperations   *self,
                                 TrancheOrder        *order,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (TRANCHE_IS_OPERATIONS (self));
  g_return_if_fail (TRANCHE_IS_ORDER (order));

  change_async (self, order, TRANCHE_OPERATION_COMMIT, NULL, tranche_operations_commit_async,
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

  change_async (self, order, TRANCHE_OPERATION_CANCEL, NULL, tranche_operations_cancel_async,
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

/* Returns. */

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
  change_async (self, order, TRANCHE_OPERATION_RETURN, goods, tranche_operations_return_async,
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
  if (tranche_busy_table_is_running (self->busy, id)) {
    return_busy (task);
    return;
  }
  if (tranche_busy_table_get_operation (self->busy, id) != TRANCHE_OPERATION_RETURN) {
    g_task_return_new_error_literal (task, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_NOT_FOUND,
                                     "The order has no return that is not settled");
    return;
  }

  call = tranche_call_gate_start (self->gate, task,
                                  tranche_operations_find_connection (self, order));
  if (call == NULL)
    return;

  call->order = g_object_ref (order);
  call->operation = TRANCHE_OPERATION_RETURN;
  call->journal_id = tranche_busy_table_claim_settling (self->busy, id);
  run (g_steal_pointer (&task));
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

/* Questions. */

static void
payout_applied_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheCall *call = g_task_get_task_data (task);
  g_autoptr (TrancheOrder) order = NULL;

  /* The bank's word on the money counts even where the book could not keep it. */
  order = tranche_order_book_apply_finish (TRANCHE_ORDER_BOOK (source), result, NULL);
  g_task_return_pointer (task, g_steal_pointer (&call->payout),
                         (GDestroyNotify) tranche_payout_free);
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
    g_task_return_pointer (task, g_steal_pointer (&call->payout),
                           (GDestroyNotify) tranche_payout_free);
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
  return_order (task, order, error);
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
  return_order (task, order, error);
}

/* Takes @task. The busy table must have been claimed for settling. */
static void
settle (GTask  *task,
        gint64  journal_id)
{
  TrancheOperations *self = g_task_get_source_object (task);
  TrancheCall *call = g_task_get_task_data (task);
  g_autoptr (TrancheLostAnswer) lost_answer = NULL;

  call->journal_id = journal_id;
  lost_answer = tranche_lost_answer_new (self->book, call->bank, call->order, call->operation,
                                         journal_id, tranche_call_gate_get_closing (self->gate));
  tranche_lost_answer_set_delays (lost_answer, self->delays);
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
    return_busy (task);
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
    settle (g_steal_pointer (&task), journal_id);
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

/* What a former run left open. */

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

    tranche_busy_table_add_unsettled (self->busy, operation->order_id, operation->operation,
                                      operation->id);
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
    return_busy (task);
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
