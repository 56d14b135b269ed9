/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"

#include "banks/cfront-wire-details.h"

/* Those without a time come first, the others oldest first. */
static void
assert_order (GPtrArray *returns)
{
  for (guint i = 1; i < returns->len; i++) {
    const TrancheGoodsReturn *before = returns->pdata[i - 1];
    const TrancheGoodsReturn *after = returns->pdata[i];

    if (before->time) {
      g_assert_nonnull (after->time);
      g_assert_cmpint (g_date_time_compare (before->time, after->time), <=, 0);
    }
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) body = fuzz_bytes (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrderDetails) details = tranche_cfront_read_details (body, "UAH", &error);

  fuzz_assert_outcome (details, error, 0);
  if (details) {
    TrancheMoney returnable = TRANCHE_MONEY_UNSET;

    fuzz_assert_money (&details->amount, "UAH");
    g_assert_cmpint (details->amount.minor, >=, 0);
    for (guint i = 0; i < details->returns->len; i++) {
      const TrancheGoodsReturn *goods_return = details->returns->pdata[i];

      g_assert_true (tranche_money_is_set (&goods_return->amount));
      g_assert_cmpint (goods_return->amount.minor, >=, 0);
      fuzz_assert_money (&goods_return->amount, "UAH");
    }
    assert_order (details->returns);

    if (tranche_order_details_get_returnable (details, &returnable)) {
      fuzz_assert_money (&returnable, "UAH");
      g_assert_cmpint (returnable.minor, <=, details->amount.minor);
    }
  }

  return 0;
}
