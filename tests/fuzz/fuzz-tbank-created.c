/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"

#include "banks/tbank-wire-created.h"
#include "banks/web-address.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) body = fuzz_bytes (data, size);
  g_autoptr (GDateTime) now = fuzz_now ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) order = tranche_tbank_read_created (body, now, &error);

  fuzz_assert_outcome (order, error, 0);
  if (order) {
    g_assert_cmpint (tranche_order_get_stage (order), ==, TRANCHE_STAGE_WAITING);
    g_assert_cmpstr (tranche_order_get_bank_order_id (order), !=, "");
    g_assert_true (tranche_is_web_address (tranche_order_get_link (order), FALSE));
    fuzz_assert_raw_answer (order, data, size);
  }

  return 0;
}
