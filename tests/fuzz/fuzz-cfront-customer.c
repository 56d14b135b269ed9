/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"

#include "banks/cfront-wire-customer.h"
#include "core/bank-error.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) body = fuzz_bytes (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheCustomer) customer = tranche_cfront_read_customer (body, &error);

  fuzz_assert_outcome (customer, error, TRANCHE_BANK_ERROR_NOT_FOUND);
  if (customer) {
    g_autofree char *name = tranche_customer_get_full_name (customer);

    fuzz_assert_text (name);
    fuzz_assert_text (customer->tax_code);
  }

  return 0;
}
