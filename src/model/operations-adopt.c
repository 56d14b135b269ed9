/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/operations.h"

#include "core/bank-error.h"
#include "core/field-problem.h"
#include "model/operations-private.h"

typedef struct {
  TrancheOrder *order;
  gboolean known;
} Adopted;

static void
adopted_free (Adopted *adopted)
{
  g_object_unref (adopted->order);
  g_free (adopted);
}

static void
return_adopted (GTask        *task,
                TrancheOrder *order,
                gboolean      known)
{
  Adopted *adopted = g_new0 (Adopted, 1);

  adopted->order = g_object_ref (order);
  adopted->known = known;
  g_task_return_pointer (task, adopted, (GDestroyNotify) adopted_free);
}

static gboolean
asks_by_number (TrancheCall *call)
{
  return (tranche_bank_get_capabilities (call->bank) & TRANCHE_CAPABILITY_INFO_BY_NUMBER) != 0;
}

/* Somebody else added it since it was looked for: the record is the one of that
 * number, for the bank's id is of no other. */
static void
same_order_found_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (TrancheOrder) order = NULL;
  GError *error = NULL;

  order = tranche_order_book_find_finish (TRANCHE_ORDER_BOOK (source), result, &error);
  if (order != NULL)
    return_adopted (task, order, TRUE);
  else
    g_task_return_error (task, error);
}

static void
adopted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  TrancheOrderBook *book = TRANCHE_ORDER_BOOK (source);
  g_autoptr (GTask) task = user_data;
  TrancheCall *call = g_task_get_task_data (task);
  g_autoptr (TrancheOrder) order = NULL;
  GError *error = NULL;

  order = tranche_order_book_adopt_finish (book, result, &error);
  if (order != NULL) {
    return_adopted (task, order, FALSE);
  } else if (g_error_matches (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_EXISTS)) {
    g_error_free (error);
    tranche_order_book_find_async (book, tranche_order_get_account_id (call->order),
                                   tranche_order_get_number (call->order), NULL,
                                   same_order_found_cb, g_steal_pointer (&task));
  } else {
    g_task_return_error (task, error);
  }
}

/* Banks do not say when it was signed or committed, and that it was seen today
 * means nothing. The earliest that it can have been errs to the side of a
 * deadline that comes too soon. */
static void
set_milestones (TrancheOrder *order)
{
  TrancheStage stage = tranche_order_get_stage (order);
  GDateTime *created_at = tranche_order_get_created_at (order);
  gboolean is_committed = stage == TRANCHE_STAGE_COMMITTED || stage == TRANCHE_STAGE_CLOSED ||
                          stage == TRANCHE_STAGE_RETURNED;

  if (is_committed && tranche_order_get_committed_at (order) == NULL)
    tranche_order_set_committed_at (order, created_at);
  if ((is_committed || stage == TRANCHE_STAGE_COOLING || stage == TRANCHE_STAGE_READY) &&
      tranche_order_get_signed_at (order) == NULL)
    tranche_order_set_signed_at (order, created_at);
}

static GError *
new_sum_missing (void)
{
  GError *error = tranche_bank_error_new (TRANCHE_BANK_ERROR_VALIDATION, 0,
                                          "The bank does not tell what the order costs");
  g_autoptr (GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_field_problem_free);

  g_ptr_array_add (problems, tranche_field_problem_new (TRANCHE_FIELD_SUM, -1,
                                                        TRANCHE_FLAW_MISSING, 0, NULL, NULL));
  tranche_bank_error_set_problems (error, problems);

  return error;
}

/* Takes @task. */
static void
put_into_book (GTask *task)
{
  TrancheOperations *self = g_task_get_source_object (task);
  TrancheCall *call = g_task_get_task_data (task);
  TrancheOrder *order = call->order;
  g_autofree char *user = NULL;

  if (!tranche_money_is_set (tranche_order_get_amount (order))) {
    g_task_return_error (task, new_sum_missing ());
    g_object_unref (task);
    return;
  }

  if (tranche_order_get_number (order) == NULL)
    tranche_order_set_number (order, tranche_order_get_bank_order_id (order));
  if (tranche_order_get_created_at (order) == NULL) {
    g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

    tranche_order_set_created_at (order, now);
  }
  set_milestones (order);

  user = g_strdup_printf ("%s@%s", g_get_user_name (), g_get_host_name ());
  tranche_order_book_adopt_async (self->book, order, user, NULL, adopted_cb, task);
}

static void
take_details (TrancheOrder              *order,
              const TrancheOrderDetails *details)
{
  if (tranche_money_is_set (&details->amount))
    tranche_order_set_amount (order, &details->amount);
  if (details->number != NULL && tranche_order_get_number (order) == NULL)
    tranche_order_set_number (order, details->number);
  if (details->created_at != NULL && tranche_order_get_created_at (order) == NULL)
    tranche_order_set_created_at (order, details->created_at);
  tranche_order_set_invoice_number (order, details->invoice_number);
  tranche_order_set_invoice_date (order, details->invoice_date);
  tranche_order_set_point_code (order, details->point_code);
}

static void
details_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheCall *call = g_task_get_task_data (task);
  g_autoptr (TrancheOrderDetails) details = NULL;
  GError *error = NULL;

  details = tranche_bank_details_finish (call->bank, result, &error);
  tranche_call_learn (call, TRUE, error);
  if (details != NULL)
    take_details (call->order, details);

  if (details != NULL || g_error_matches (error, TRANCHE_BANK_ERROR,
                                          TRANCHE_BANK_ERROR_NOT_SUPPORTED)) {
    g_clear_error (&error);
    put_into_book (g_steal_pointer (&task));
  } else {
    g_task_return_error (task, error);
  }
}

/* What was known of it before is laid under what the bank says. */
static TrancheOrder *
complete_answer (TrancheOrder *answer,
                 TrancheOrder *question)
{
  TrancheOrder *order = tranche_order_copy (answer);

  tranche_order_set_account_id (order, tranche_order_get_account_id (question));
  tranche_order_set_demo (order, tranche_order_get_demo (question));
  if (tranche_order_get_number (question) != NULL)
    tranche_order_set_number (order, tranche_order_get_number (question));
  if (tranche_order_get_bank_order_id (order) == NULL)
    tranche_order_set_bank_order_id (order, tranche_order_get_bank_order_id (question));
  if (!tranche_money_is_set (tranche_order_get_amount (order)))
    tranche_order_set_amount (order, tranche_order_get_amount (question));

  return order;
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheCall *call = g_task_get_task_data (task);
  g_autoptr (TrancheOrder) answer = NULL;
  g_autoptr (TrancheOrder) question = g_steal_pointer (&call->order);
  GError *error = NULL;

  answer = tranche_bank_info_finish (call->bank, result, &error);
  tranche_call_learn (call, TRUE, error);
  if (answer == NULL) {
    g_task_return_error (task, error);
    return;
  }

  call->order = complete_answer (answer, question);
  if ((tranche_bank_get_capabilities (call->bank) & TRANCHE_CAPABILITY_DETAILS) != 0)
    tranche_bank_details_async (call->bank, call->order, call->cancellable, details_cb,
                                g_steal_pointer (&task));
  else
    put_into_book (g_steal_pointer (&task));
}

static void
looked_for_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  TrancheOrderBook *book = TRANCHE_ORDER_BOOK (source);
  g_autoptr (GTask) task = user_data;
  TrancheCall *call = g_task_get_task_data (task);
  g_autoptr (TrancheOrder) order = NULL;
  GError *error = NULL;

  order = asks_by_number (call) ? tranche_order_book_find_finish (book, result, &error)
                                : tranche_order_book_find_by_bank_id_finish (book, result, &error);
  if (order != NULL) {
    return_adopted (task, order, TRUE);
  } else if (!g_error_matches (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_NOT_FOUND)) {
    g_task_return_error (task, error);
  } else {
    g_error_free (error);
    tranche_bank_info_async (call->bank, call->order, TRANCHE_PRIORITY_USER, call->cancellable,
                             answered_cb, g_steal_pointer (&task));
  }
}

void
tranche_operations_adopt_async (TrancheOperations   *self,
                                TrancheConnection   *connection,
                                const char          *key,
                                const TrancheMoney  *amount,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  TrancheAccount *account;
  TrancheCall *call;

  g_return_if_fail (TRANCHE_IS_OPERATIONS (self));
  g_return_if_fail (TRANCHE_IS_CONNECTION (connection));
  g_return_if_fail (key != NULL && *key != '\0');

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tranche_operations_adopt_async);

  call = tranche_call_gate_start (self->gate, task, connection);
  if (call == NULL)
    return;

  account = tranche_connection_get_account (connection);
  call->order = tranche_order_new ();
  tranche_order_set_account_id (call->order, tranche_account_get_id (account));
  tranche_order_set_demo (call->order, tranche_account_get_demo (account));
  if (amount != NULL)
    tranche_order_set_amount (call->order, amount);

  if (asks_by_number (call)) {
    tranche_order_set_number (call->order, key);
    tranche_order_book_find_async (self->book, tranche_account_get_id (account), key,
                                   call->cancellable, looked_for_cb, g_steal_pointer (&task));
  } else {
    tranche_order_set_bank_order_id (call->order, key);
    tranche_order_book_find_by_bank_id_async (self->book, tranche_account_get_id (account), key,
                                              call->cancellable, looked_for_cb,
                                              g_steal_pointer (&task));
  }
}

TrancheOrder *
tranche_operations_adopt_finish (TrancheOperations  *self,
                                 GAsyncResult       *result,
                                 gboolean           *known,
                                 GError            **error)
{
  Adopted *adopted;
  TrancheOrder *order;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  adopted = g_task_propagate_pointer (G_TASK (result), error);
  if (adopted == NULL)
    return NULL;

  if (known != NULL)
    *known = adopted->known;
  order = g_object_ref (adopted->order);
  adopted_free (adopted);

  return order;
}
