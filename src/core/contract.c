/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/contract.h"

TrancheDocument *
tranche_document_new (TrancheDocumentKind kind)
{
  TrancheDocument *self = g_new0 (TrancheDocument, 1);

  self->kind = kind;

  return self;
}

void
tranche_document_free (TrancheDocument *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->series);
  g_free (self->number);
  g_free (self->issuer);
  g_free (self->issued_on);
  g_free (self->valid_until);
  g_free (self->registry_number);
  g_free (self);
}

TrancheContract *
tranche_contract_new (void)
{
  TrancheContract *self = g_new0 (TrancheContract, 1);

  self->customer = tranche_customer_new ();
  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_document_free);

  return self;
}

void
tranche_contract_free (TrancheContract *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->request_id);
  g_clear_pointer (&self->answered_at, g_date_time_unref);
  g_free (self->bank_name);
  g_free (self->bank_code);
  g_free (self->bank_executive);
  g_free (self->shop_contract_number);
  g_free (self->shop_contract_date);
  g_free (self->number);
  g_free (self->date);
  g_free (self->product);
  tranche_customer_free (self->customer);
  g_ptr_array_unref (self->documents);
  g_free (self->invoice_number);
  g_free (self->invoice_date);
  g_free (self->payee_name);
  g_free (self->payee_code);
  g_free (self->payee_bank_name);
  g_free (self->payee_bank_code);
  g_free (self->payee_account);
  g_free (self->sign);
  g_free (self->stamp);
  g_free (self);
}
