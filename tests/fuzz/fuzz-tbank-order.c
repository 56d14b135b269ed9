/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"

#include "banks/tbank-wire-reply.h"

/* What the bank's words and the stage that was made of them have to share. */
static void
assert_stage (TrancheOrder *order,
              GDateTime    *now)
{
  const char *status = tranche_order_get_raw_state (order);
  GDateTime *until = tranche_order_get_cooling_until (order);
  gboolean cooling = until && g_date_time_compare (until, now) > 0;

  switch ((int) tranche_order_get_stage (order)) {
  case TRANCHE_STAGE_WAITING:
    g_assert_true (g_str_equal (status, "new") || g_str_equal (status, "inprogress"));
    break;
  case TRANCHE_STAGE_APPROVED:
    g_assert_cmpstr (status, ==, "approved");
    break;
  case TRANCHE_STAGE_COOLING:
    g_assert_cmpstr (status, ==, "signed");
    g_assert_true (cooling);
    break;
  case TRANCHE_STAGE_READY:
    g_assert_cmpstr (status, ==, "signed");
    g_assert_false (cooling);
    break;
  case TRANCHE_STAGE_COMMITTED:
    g_assert_cmpstr (status, ==, "signed");
    break;
  case TRANCHE_STAGE_CANCELED:
    g_assert_cmpstr (status, ==, "canceled");
    break;
  case TRANCHE_STAGE_REJECTED:
    g_assert_cmpstr (status, ==, "rejected");
    break;
  default:
    g_assert_cmpint (tranche_order_get_stage (order), ==, TRANCHE_STAGE_UNKNOWN);
    break;
  }
}

static void
assert_amounts (TrancheOrder *order)
{
  GPtrArray *items = tranche_order_get_items (order);

  g_assert_true (tranche_money_is_set (tranche_order_get_amount (order)));
  fuzz_assert_money (tranche_order_get_amount (order), "RUB");
  fuzz_assert_money (tranche_order_get_first_payment (order), "RUB");
  fuzz_assert_money (tranche_order_get_credit_amount (order), "RUB");
  fuzz_assert_money (tranche_order_get_transfer_amount (order), "RUB");
  fuzz_assert_money (tranche_order_get_monthly_payment (order), "RUB");

  for (guint i = 0; i < items->len; i++) {
    g_assert_cmpint (tranche_order_item_get_quantity (items->pdata[i]), >, 0);
    fuzz_assert_money (tranche_order_item_get_price (items->pdata[i]), "RUB");
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) body = fuzz_bytes (data, size);
  g_autoptr (GDateTime) now = fuzz_now ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) order = tranche_tbank_read_order (body, "RUB", now, &error);

  fuzz_assert_outcome (order, error, 0);
  if (order) {
    assert_stage (order, now);
    assert_amounts (order);
    fuzz_assert_raw_answer (order, data, size);
    fuzz_assert_text (tranche_order_get_number (order));
    g_assert_nonnull (tranche_order_get_created_at (order));
  }

  return 0;
}
