/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/bank-private.h"

/* The services that not every bank offers; the life of an order is in bank.c. */

void
tranche_bank_find_customer_async (TrancheBank         *self,
                                  const char          *phone,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  TrancheBankInterface *iface;

  g_return_if_fail (TRANCHE_IS_BANK (self));
  g_return_if_fail (phone != NULL);

  iface = TRANCHE_BANK_GET_IFACE (self);
  if (iface->find_customer_async == NULL)
    tranche_bank_report_not_supported (self, tranche_bank_find_customer_async, cancellable, callback, user_data);
  else
    iface->find_customer_async (self, phone, cancellable, callback, user_data);
}

TrancheCustomer *
tranche_bank_find_customer_finish (TrancheBank   *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  TrancheBankInterface *iface;

  g_return_val_if_fail (TRANCHE_IS_BANK (self), NULL);

  iface = TRANCHE_BANK_GET_IFACE (self);
  if (iface->find_customer_async == NULL)
    return g_task_propagate_pointer (G_TASK (result), error);

  return iface->find_customer_finish (self, result, error);
}

void
tranche_bank_contract_async (TrancheBank         *self,
                             TrancheOrder        *order,
                             const char          *invoice_number,
                             const char          *invoice_date,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  TrancheBankInterface *iface;

  g_return_if_fail (TRANCHE_IS_BANK (self));
  g_return_if_fail (TRANCHE_IS_ORDER (order));

  iface = TRANCHE_BANK_GET_IFACE (self);
  if (iface->contract_async == NULL)
    tranche_bank_report_not_supported (self, tranche_bank_contract_async, cancellable, callback, user_data);
  else
    iface->contract_async (self, order, invoice_number, invoice_date, cancellable, callback, user_data);
}

TrancheContract *
tranche_bank_contract_finish (TrancheBank   *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  TrancheBankInterface *iface;

  g_return_val_if_fail (TRANCHE_IS_BANK (self), NULL);

  iface = TRANCHE_BANK_GET_IFACE (self);
  if (iface->contract_async == NULL)
    return g_task_propagate_pointer (G_TASK (result), error);

  return iface->contract_finish (self, result, error);
}

void
tranche_bank_letter_pdf_async (TrancheBank         *self,
                               TrancheOrder        *order,
                               const char          *invoice_number,
                               const char          *invoice_date,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  TrancheBankInterface *iface;

  g_return_if_fail (TRANCHE_IS_BANK (self));
  g_return_if_fail (TRANCHE_IS_ORDER (order));

  iface = TRANCHE_BANK_GET_IFACE (self);
  if (iface->letter_pdf_async == NULL)
    tranche_bank_report_not_supported (self, tranche_bank_letter_pdf_async, cancellable, callback, user_data);
  else
    iface->letter_pdf_async (self, order, invoice_number, invoice_date, cancellable, callback, user_data);
}

GBytes *
tranche_bank_letter_pdf_finish (TrancheBank   *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  TrancheBankInterface *iface;

  g_return_val_if_fail (TRANCHE_IS_BANK (self), NULL);

  iface = TRANCHE_BANK_GET_IFACE (self);
  if (iface->letter_pdf_async == NULL)
    return g_task_propagate_pointer (G_TASK (result), error);

  return iface->letter_pdf_finish (self, result, error);
}

void
tranche_bank_details_async (TrancheBank         *self,
                            TrancheOrder        *order,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  TrancheBankInterface *iface;

  g_return_if_fail (TRANCHE_IS_BANK (self));
  g_return_if_fail (TRANCHE_IS_ORDER (order));

  iface = TRANCHE_BANK_GET_IFACE (self);
  if (iface->details_async == NULL)
    tranche_bank_report_not_supported (self, tranche_bank_details_async, cancellable, callback, user_data);
  else
    iface->details_async (self, order, cancellable, callback, user_data);
}

TrancheOrderDetails *
tranche_bank_details_finish (TrancheBank   *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  TrancheBankInterface *iface;

  g_return_val_if_fail (TRANCHE_IS_BANK (self), NULL);

  iface = TRANCHE_BANK_GET_IFACE (self);
  if (iface->details_async == NULL)
    return g_task_propagate_pointer (G_TASK (result), error);

  return iface->details_finish (self, result, error);
}

void
tranche_bank_return_goods_async (TrancheBank              *self,
                                 TrancheOrder             *order,
                                 const TrancheGoodsReturn *goods_return,
                                 GCancellable             *cancellable,
                                 GAsyncReadyCallback       callback,
                                 gpointer                  user_data)
{
  TrancheBankInterface *iface;

  g_return_if_fail (TRANCHE_IS_BANK (self));
  g_return_if_fail (TRANCHE_IS_ORDER (order));
  g_return_if_fail (goods_return != NULL);

  iface = TRANCHE_BANK_GET_IFACE (self);
  if (iface->return_goods_async == NULL)
    tranche_bank_report_not_supported (self, tranche_bank_return_goods_async, cancellable, callback, user_data);
  else
    iface->return_goods_async (self, order, goods_return, cancellable, callback, user_data);
}

gboolean
tranche_bank_return_goods_finish (TrancheBank   *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  TrancheBankInterface *iface;

  g_return_val_if_fail (TRANCHE_IS_BANK (self), FALSE);

  iface = TRANCHE_BANK_GET_IFACE (self);
  if (iface->return_goods_async == NULL)
    return g_task_propagate_boolean (G_TASK (result), error);

  return iface->return_goods_finish (self, result, error);
}

void
tranche_bank_report_async (TrancheBank         *self,
                           const char          *date,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  TrancheBankInterface *iface;

  g_return_if_fail (TRANCHE_IS_BANK (self));
  g_return_if_fail (date != NULL);

  iface = TRANCHE_BANK_GET_IFACE (self);
  if (iface->report_async == NULL)
    tranche_bank_report_not_supported (self, tranche_bank_report_async, cancellable, callback, user_data);
  else
    iface->report_async (self, date, cancellable, callback, user_data);
}

GPtrArray *
tranche_bank_report_finish (TrancheBank   *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  TrancheBankInterface *iface;

  g_return_val_if_fail (TRANCHE_IS_BANK (self), NULL);

  iface = TRANCHE_BANK_GET_IFACE (self);
  if (iface->report_async == NULL)
    return g_task_propagate_pointer (G_TASK (result), error);

  return iface->report_finish (self, result, error);
}
