/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/bank-private.h"

G_DEFINE_INTERFACE (TrancheBank, tranche_bank, G_TYPE_OBJECT)

static void
tranche_bank_default_init (TrancheBankInterface *iface)
{
}

void
tranche_bank_report_not_supported (TrancheBank         *self,
                                   gpointer             source_tag,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  g_task_return_error (task, tranche_bank_error_new (TRANCHE_BANK_ERROR_NOT_SUPPORTED, 0,
                                                     "the bank does not offer this"));
}

TrancheCapabilities
tranche_bank_get_capabilities (TrancheBank *self)
{
  TrancheBankInterface *iface;

  g_return_val_if_fail (TRANCHE_IS_BANK (self), 0);

  iface = TRANCHE_BANK_GET_IFACE (self);

  return iface->get_capabilities != NULL ? iface->get_capabilities (self) : 0;
}

GPtrArray *
tranche_bank_validate_draft (TrancheBank       *self,
                             TrancheOrderDraft *draft)
{
  TrancheBankInterface *iface;

  g_return_val_if_fail (TRANCHE_IS_BANK (self), NULL);
  g_return_val_if_fail (TRANCHE_IS_ORDER_DRAFT (draft), NULL);

  iface = TRANCHE_BANK_GET_IFACE (self);
  if (iface->validate_draft == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_field_problem_free);

  return iface->validate_draft (self, draft);
}

/* Stands before every bank's create, so that none can be forgotten. */
static gboolean
report_problems (TrancheBank         *self,
                 TrancheOrderDraft   *draft,
                 GCancellable        *cancellable,
                 GAsyncReadyCallback  callback,
                 gpointer             user_data)
{
  g_autoptr (GPtrArray) problems = tranche_bank_validate_draft (self, draft);
  g_autoptr (GTask) task = NULL;
  GError *error;

  if (problems->len == 0)
    return FALSE;

  error = tranche_bank_error_new (TRANCHE_BANK_ERROR_VALIDATION, 0,
                                  "%u fields of the draft are not valid", problems->len);
  tranche_bank_error_set_problems (error, problems);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tranche_bank_create_async);
  g_task_return_error (task, error);

  return TRUE;
}

void
tranche_bank_create_async (TrancheBank         *self,
                           TrancheOrderDraft   *draft,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  TrancheBankInterface *iface;

  g_return_if_fail (TRANCHE_IS_BANK (self));
  g_return_if_fail (TRANCHE_IS_ORDER_DRAFT (draft));

  if (report_problems (self, draft, cancellable, callback, user_data))
    return;

  iface = TRANCHE_BANK_GET_IFACE (self);
  if (iface->create_async != NULL)
    iface->create_async (self, draft, cancellable, callback, user_data);
  else
    tranche_bank_report_not_supported (self, tranche_bank_create_async, cancellable, callback, user_data);
}

TrancheOrder *
tranche_bank_create_finish (TrancheBank   *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (TRANCHE_IS_BANK (self), NULL);

  if (g_async_result_is_tagged (result, tranche_bank_create_async))
    return g_task_propagate_pointer (G_TASK (result), error);

  return TRANCHE_BANK_GET_IFACE (self)->create_finish (self, result, error);
}

void
tranche_bank_info_async (TrancheBank         *self,
                         TrancheOrder        *order,
                         TranchePriority      priority,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  TrancheBankInterface *iface;

  g_return_if_fail (TRANCHE_IS_BANK (self));
  g_return_if_fail (TRANCHE_IS_ORDER (order));

  iface = TRANCHE_BANK_GET_IFACE (self);
  if (iface->info_async != NULL)
    iface->info_async (self, order, priority, cancellable, callback, user_data);
  else
    tranche_bank_report_not_supported (self, tranche_bank_info_async, cancellable, callback, user_data);
}

TrancheOrder *
tranche_bank_info_finish (TrancheBank   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (TRANCHE_IS_BANK (self), NULL);

  if (g_async_result_is_tagged (result, tranche_bank_info_async))
    return g_task_propagate_pointer (G_TASK (result), error);

  return TRANCHE_BANK_GET_IFACE (self)->info_finish (self, result, error);
}

void
tranche_bank_commit_async (TrancheBank         *self,
                           TrancheOrder        *order,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  TrancheBankInterface *iface;

  g_return_if_fail (TRANCHE_IS_BANK (self));
  g_return_if_fail (TRANCHE_IS_ORDER (order));

  iface = TRANCHE_BANK_GET_IFACE (self);
  if (iface->commit_async != NULL)
    iface->commit_async (self, order, cancellable, callback, user_data);
  else
    tranche_bank_report_not_supported (self, tranche_bank_commit_async, cancellable, callback, user_data);
}

TrancheOrder *
tranche_bank_commit_finish (TrancheBank   *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (TRANCHE_IS_BANK (self), NULL);

  if (g_async_result_is_tagged (result, tranche_bank_commit_async))
    return g_task_propagate_pointer (G_TASK (result), error);

  return TRANCHE_BANK_GET_IFACE (self)->commit_finish (self, result, error);
}

void
tranche_bank_cancel_async (TrancheBank         *self,
                           TrancheOrder        *order,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  TrancheBankInterface *iface;

  g_return_if_fail (TRANCHE_IS_BANK (self));
  g_return_if_fail (TRANCHE_IS_ORDER (order));

  iface = TRANCHE_BANK_GET_IFACE (self);
  if (iface->cancel_async != NULL)
    iface->cancel_async (self, order, cancellable, callback, user_data);
  else
    tranche_bank_report_not_supported (self, tranche_bank_cancel_async, cancellable, callback, user_data);
}

TrancheOrder *
tranche_bank_cancel_finish (TrancheBank   *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (TRANCHE_IS_BANK (self), NULL);

  if (g_async_result_is_tagged (result, tranche_bank_cancel_async))
    return g_task_propagate_pointer (G_TASK (result), error);

  return TRANCHE_BANK_GET_IFACE (self)->cancel_finish (self, result, error);
}

void
tranche_bank_check_payout_async (TrancheBank         *self,
                                 TrancheOrder        *order,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  TrancheBankInterface *iface;

  g_return_if_fail (TRANCHE_IS_BANK (self));
  g_return_if_fail (TRANCHE_IS_ORDER (order));

  iface = TRANCHE_BANK_GET_IFACE (self);
  if (iface->check_payout_async != NULL)
    iface->check_payout_async (self, order, cancellable, callback, user_data);
  else
    tranche_bank_report_not_supported (self, tranche_bank_check_payout_async, cancellable, callback, user_data);
}

TranchePayout *
tranche_bank_check_payout_finish (TrancheBank   *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (TRANCHE_IS_BANK (self), NULL);

  if (g_async_result_is_tagged (result, tranche_bank_check_payout_async))
    return g_task_propagate_pointer (G_TASK (result), error);

  return TRANCHE_BANK_GET_IFACE (self)->check_payout_finish (self, result, error);
}

void
tranche_bank_test_async (TrancheBank         *self,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  TrancheBankInterface *iface;

  g_return_if_fail (TRANCHE_IS_BANK (self));

  iface = TRANCHE_BANK_GET_IFACE (self);
  if (iface->test_async != NULL)
    iface->test_async (self, cancellable, callback, user_data);
  else
    tranche_bank_report_not_supported (self, tranche_bank_test_async, cancellable, callback, user_data);
}

gboolean
tranche_bank_test_finish (TrancheBank   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (TRANCHE_IS_BANK (self), FALSE);

  if (g_async_result_is_tagged (result, tranche_bank_test_async))
    return g_task_propagate_boolean (G_TASK (result), error);

  return TRANCHE_BANK_GET_IFACE (self)->test_finish (self, result, error);
}
