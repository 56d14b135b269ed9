/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/contract.h"

#include <string.h>

/* Personal data is not to stay behind in the memory. */
static void
free_wiped (char *text)
{
  if (text == NULL)
    return;

  explicit_bzero (text, strlen (text));
  g_free (text);
}

static void
wipe_customer (TrancheCustomer *customer)
{
  char **texts[] = {
    &customer->last_name, &customer->first_name, &customer->middle_name,
    &customer->phone, &customer->email, &customer->tax_code,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], free_wiped);
}

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

  free_wiped (self->series);
  free_wiped (self->number);
  free_wiped (self->issuer);
  free_wiped (self->issued_on);
  free_wiped (self->valid_until);
  free_wiped (self->registry_number);
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
  wipe_customer (self->customer);
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
