/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"

#include "banks/cfront-wire-letter.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) body = fuzz_bytes (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheContract) contract = tranche_cfront_read_letter (body, "UAH", &error);

  fuzz_assert_outcome (contract, error, 0);
  if (contract) {
    fuzz_assert_money (&contract->credit_amount, "UAH");
    fuzz_assert_money (&contract->first_payment, "UAH");
    fuzz_assert_money (&contract->invoice_amount, "UAH");
    g_assert_cmpuint (contract->parts, <=, G_MAXINT32);
    fuzz_assert_text (contract->bank_name);
    fuzz_assert_text (contract->customer->last_name);
    for (guint i = 0; i < contract->documents->len; i++) {
      const TrancheDocument *document = contract->documents->pdata[i];

      fuzz_assert_text (document->number);
      g_assert_true (document->series || document->number || document->issuer ||
                     document->issued_on || document->valid_until || document->registry_number);
    }
  }

  return 0;
}
