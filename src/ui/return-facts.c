/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/return-facts.h"

typedef struct {
  TrancheOrder *order;
  TrancheReturnFacts *facts;
} LoadData;

static void
load_data_free (LoadData *data)
{
  g_object_unref (data->order);
  g_clear_pointer (&data->facts, tranche_return_facts_free);
  g_free (data);
}

void
tranche_return_facts_free (TrancheReturnFacts *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->at_bank, g_ptr_array_unref);
  g_free (self);
}

/* Takes @task. */
static void
finish (GTask *task)
{
  LoadData *data = g_task_get_task_data (task);

  g_task_return_pointer (task, g_steal_pointer (&data->facts),
                         (GDestroyNotify) tranche_return_facts_free);
  g_object_unref (task);
}

static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
payout_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (TranchePayout) payout = NULL;
  LoadData *data = g_task_get_task_data (task);
  GError *error = NULL;

  payout = tranche_operations_check_payout_finish (TRANCHE_OPERATIONS (source), result, &error);
  if (is_cancelled (error)) {
    g_task_return_error (task, error);
    return;
  }
  g_clear_error (&error);

  if (payout != NULL)
    data->facts->to_card = tranche_payout_get_return_to_card (payout);
  finish (g_steal_pointer (&task));
}

/* Takes @task. */
static void
ask_payout (GTask *task)
{
  LoadData *data = g_task_get_task_data (task);

  tranche_operations_check_payout_async (g_task_get_source_object (task), data->order,
                                         g_task_get_cancellable (task), payout_cb, task);
}

static void
details_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (TrancheOrderDetails) details = NULL;
  LoadData *data = g_task_get_task_data (task);
  GError *error = NULL;

  details = tranche_bank_details_finish (TRANCHE_BANK (source), result, &error);
  if (is_cancelled (error)) {
    g_task_return_error (task, error);
    return;
  }
  g_clear_error (&error);

  if (details != NULL)
    data->facts->at_bank = g_ptr_array_ref (details->returns);
  ask_payout (g_steal_pointer (&task));
}

static void
returnable_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheOperations *operations = TRANCHE_OPERATIONS (source);
  LoadData *data = g_task_get_task_data (task);
  TrancheConnection *connection = tranche_operations_find_connection (operations, data->order);
  TrancheBank *bank = connection != NULL ? tranche_connection_get_bank (connection) : NULL;
  GError *error = NULL;

  if (!tranche_operations_get_returnable_finish (operations, result, &data->facts->left, &error)) {
    g_task_return_error (task, error);
    return;
  }

  if (bank != NULL && (tranche_bank_get_capabilities (bank) & TRANCHE_CAPABILITY_DETAILS) != 0)
    tranche_bank_details_async (bank, data->order, g_task_get_cancellable (task), details_cb,
                                g_object_ref (task));
  else
    ask_payout (g_steal_pointer (&task));
}

static void
entries_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheOperations *operations = TRANCHE_OPERATIONS (source);
  LoadData *data = g_task_get_task_data (task);
  GError *error = NULL;

  data->facts->entries = tranche_operations_list_returns_finish (operations, result, &error);
  if (data->facts->entries == NULL) {
    g_task_return_error (task, error);
    return;
  }

  /* Nothing else can be begun then, so nothing else has to be known. */
  if (tranche_return_facts_get_open (data->facts) != NULL) {
    finish (g_steal_pointer (&task));
    return;
  }

  tranche_operations_get_returnable_async (operations, data->order, g_task_get_cancellable (task),
                                           returnable_cb, g_object_ref (task));
}

void
tranche_return_facts_load_async (TrancheOperations   *operations,
                                 TrancheOrder        *order,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  GTask *task;
  LoadData *data;

  g_return_if_fail (TRANCHE_IS_OPERATIONS (operations));
  g_return_if_fail (TRANCHE_IS_ORDER (order));

  task = g_task_new (operations, cancellable, callback, user_data);
  g_task_set_source_tag (task, tranche_return_facts_load_async);
  data = g_new0 (LoadData, 1);
  data->order = g_object_ref (order);
  data->facts = g_new0 (TrancheReturnFacts, 1);
  g_task_set_task_data (task, data, (GDestroyNotify) load_data_free);

  tranche_operations_list_returns_async (operations, order, cancellable, entries_cb, task);
}

TrancheReturnFacts *
tranche_return_facts_load_finish (GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tranche_return_facts_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

const TrancheReturnEntry *
tranche_return_facts_get_last (TrancheReturnFacts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->entries->len > 0 ? self->entries->pdata[self->entries->len - 1] : NULL;
}

const TrancheReturnEntry *
tranche_return_facts_get_open (TrancheReturnFacts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->entries->len; i++) {
    if (tranche_return_entry_is_open (self->entries->pdata[i]))
      return self->entries->pdata[i];
  }

  return NULL;
}
