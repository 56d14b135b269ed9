/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/cfront-wire-customer.h"

#include "banks/cfront-field.h"
#include "core/bank-error.h"

static const TrancheCfrontText texts[] = {
  { "first_name", G_STRUCT_OFFSET (TrancheCustomer, first_name) },
  { "last_name", G_STRUCT_OFFSET (TrancheCustomer, last_name) },
  { "middle_name", G_STRUCT_OFFSET (TrancheCustomer, middle_name) },
  { "inn", G_STRUCT_OFFSET (TrancheCustomer, tax_code) },
};

static void
read_client (TrancheJsonReader *reader,
             TrancheCustomer   *customer)
{
  const char *name;

  if (tranche_json_reader_peek (reader) == TRANCHE_JSON_NULL) {
    tranche_json_reader_skip (reader);
    return;
  }

  if (tranche_json_reader_enter_object (reader))
    while ((name = tranche_json_reader_next_member (reader)))
      tranche_cfront_take_member (reader, name, texts, G_N_ELEMENTS (texts), customer);
}

TrancheCustomer *
tranche_cfront_read_customer (GBytes  *body,
                              GError **error)
{
  g_autoptr (TrancheJsonReader) reader = tranche_json_reader_new (body);
  g_autoptr (TrancheCustomer) customer = tranche_customer_new ();
  gboolean said = FALSE;
  gboolean found = FALSE;
  const char *name;

  if (tranche_json_reader_enter_object (reader))
    while ((name = tranche_json_reader_next_member (reader))) {
      if (g_str_equal (name, "found"))
        said = tranche_cfront_take_boolean (reader, &found);
      else if (g_str_equal (name, "client"))
        read_client (reader, customer);
      else
        tranche_cfront_take_member (reader, name, texts, G_N_ELEMENTS (texts), customer);
    }

  if (!said && !customer->first_name && !customer->last_name)
    tranche_json_reader_fail (reader, "found", "there");
  if (!tranche_json_reader_finish (reader, error))
    return NULL;

  if (said && !found) {
    g_propagate_error (error, tranche_bank_error_new (TRANCHE_BANK_ERROR_NOT_FOUND, 200,
                                                      "The bank does not know the customer"));
    return NULL;
  }

  return g_steal_pointer (&customer);
}
