/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"

#include <string.h>

#include "banks/cfront-wire-reply.h"

static gboolean
says (TrancheOrder *order,
      const char   *word)
{
  g_auto (GStrv) words = g_strsplit (tranche_order_get_raw_state (order), "/", 2);

  return g_strv_contains ((const char * const *) words, word);
}

/* What the bank's words and the stage that was made of them have to share. */
static void
assert_stage (TrancheOrder *order)
{
  TrancheStage stage = tranche_order_get_stage (order);

  switch ((int) stage) {
  case TRANCHE_STAGE_READY:
    g_assert_true (says (order, "WAITING_FOR_STORE_CONFIRM"));
    G_GNUC_FALLTHROUGH;
  case TRANCHE_STAGE_WAITING:
    g_assert_false (says (order, "SUCCESS") || says (order, "FAIL"));
    break;
  case TRANCHE_STAGE_COMMITTED:
  case TRANCHE_STAGE_CLOSED:
  case TRANCHE_STAGE_RETURNED:
    g_assert_false (says (order, "IN_PROCESS") || says (order, "FAIL"));
    break;
  case TRANCHE_STAGE_CANCELED:
  case TRANCHE_STAGE_REJECTED:
    g_assert_false (says (order, "IN_PROCESS") || says (order, "SUCCESS"));
    break;
  default:
    g_assert_cmpint (stage, ==, TRANCHE_STAGE_UNKNOWN);
    break;
  }

  g_assert_true (tranche_order_get_reason (order) == TRANCHE_REASON_NONE ||
                 stage == TRANCHE_STAGE_CANCELED || stage == TRANCHE_STAGE_REJECTED);
}

/* The other answers are read against each state that there is. */
static void
read_payout (GBytes       *body,
             TrancheOrder *order)
{
  for (TrancheStage stage = TRANCHE_STAGE_DRAFT; stage <= TRANCHE_STAGE_UNKNOWN; stage++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (TranchePayout) payout = NULL;

    tranche_order_set_stage (order, stage);
    payout = tranche_cfront_read_paid (body, order, &error);
    fuzz_assert_outcome (payout, error, 0);
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) body = fuzz_bytes (data, size);
  g_autoptr (GDateTime) now = fuzz_now ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) return_error = NULL;
  g_autoptr (TrancheOrder) order = tranche_cfront_read_state (body, now, &error);
  g_autoptr (TrancheOrder) any = tranche_order_new ();
  gboolean is_returned;

  fuzz_assert_outcome (order, error, 0);
  if (order) {
    assert_stage (order);
    fuzz_assert_raw_answer (order, data, size);
    fuzz_assert_text (tranche_order_get_bank_order_id (order));
  }

  read_payout (body, any);
  is_returned = tranche_cfront_read_return (body, &return_error);
  fuzz_assert_outcome (is_returned ? body : NULL, return_error, 0);

  return 0;
}
