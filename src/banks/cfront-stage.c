/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/cfront-stage.h"

/* The word of Globus's document and of monobank's specifications of 2025 and
 * 2026, each with the state that it refines. A state that nothing refines is a
 * row of its own.
 *
 * Only WAITING_FOR_STORE_CONFIRM is the moment to hand over the goods. */
static const struct {
  const char *word;
  const char *state;
  TrancheStage stage;
  TrancheReason reason;
} words[] = {
  { "IN_PROCESS", "IN_PROCESS", TRANCHE_STAGE_WAITING, TRANCHE_REASON_NONE },
  { "ADDED", "IN_PROCESS", TRANCHE_STAGE_WAITING, TRANCHE_REASON_NONE },
  { "INTERNAL_ADDED", "IN_PROCESS", TRANCHE_STAGE_WAITING, TRANCHE_REASON_NONE },
  { "INTERNAL_CHECKED", "IN_PROCESS", TRANCHE_STAGE_WAITING, TRANCHE_REASON_NONE },
  { "CHECKED", "IN_PROCESS", TRANCHE_STAGE_WAITING, TRANCHE_REASON_NONE },
  { "WAITING_FOR_CLIENT", "IN_PROCESS", TRANCHE_STAGE_WAITING, TRANCHE_REASON_NONE },
  { "CLIENT_APPROVED_PUSH", "IN_PROCESS", TRANCHE_STAGE_WAITING, TRANCHE_REASON_NONE },
  { "INIT_DEBIT_SENT", "IN_PROCESS", TRANCHE_STAGE_WAITING, TRANCHE_REASON_NONE },
  { "INIT_DEBIT_OK", "IN_PROCESS", TRANCHE_STAGE_WAITING, TRANCHE_REASON_NONE },
  { "WAITING_FOR_STORE_CONFIRM", "IN_PROCESS", TRANCHE_STAGE_READY, TRANCHE_REASON_NONE },

  { "SUCCESS", "SUCCESS", TRANCHE_STAGE_COMMITTED, TRANCHE_REASON_NONE },
  { "ACTIVE", "SUCCESS", TRANCHE_STAGE_COMMITTED, TRANCHE_REASON_NONE },
  { "DONE", "SUCCESS", TRANCHE_STAGE_CLOSED, TRANCHE_REASON_NONE },
  { "EARLY_CLOSED_BY_CLIENT", "SUCCESS", TRANCHE_STAGE_CLOSED, TRANCHE_REASON_NONE },
  { "RETURNED", "SUCCESS", TRANCHE_STAGE_RETURNED, TRANCHE_REASON_NONE },

  { "FAIL", "FAIL", TRANCHE_STAGE_REJECTED, TRANCHE_REASON_FAILURE },
  { "REJECTED_BY_CLIENT", "FAIL", TRANCHE_STAGE_CANCELED, TRANCHE_REASON_CUSTOMER },
  { "REJECTED_BY_STORE", "FAIL", TRANCHE_STAGE_CANCELED, TRANCHE_REASON_STORE },
  { "CLIENT_PUSH_TIMEOUT", "FAIL", TRANCHE_STAGE_CANCELED, TRANCHE_REASON_EXPIRED },
  { "CLIENT_CONFIRM_TIME_EXPIRED", "FAIL", TRANCHE_STAGE_CANCELED, TRANCHE_REASON_EXPIRED },
  { "CONFIRM_TIME_EXPIRED", "FAIL", TRANCHE_STAGE_CANCELED, TRANCHE_REASON_EXPIRED },
  { "CLIENT_NOT_FOUND", "FAIL", TRANCHE_STAGE_REJECTED, TRANCHE_REASON_CUSTOMER_NOT_FOUND },
  { "EXCEEDED_SUM_LIMIT", "FAIL", TRANCHE_STAGE_REJECTED, TRANCHE_REASON_LIMIT },
  { "EXISTS_OTHER_OPEN_ORDER", "FAIL", TRANCHE_STAGE_REJECTED, TRANCHE_REASON_OTHER_ORDER },
  { "EXISTS_EXT_OTHER_OPEN_ORDER", "FAIL", TRANCHE_STAGE_REJECTED, TRANCHE_REASON_OTHER_ORDER },
  { "NOT_ENOUGH_MONEY_FOR_INIT_DEBIT", "FAIL", TRANCHE_STAGE_REJECTED,
    TRANCHE_REASON_FIRST_PAYMENT },
  { "PAY_PARTS_ARE_NOT_ACCEPTABLE", "FAIL", TRANCHE_STAGE_REJECTED,
    TRANCHE_REASON_NOT_ACCEPTABLE },
  { "RESTRICTED_BY_RISKS", "FAIL", TRANCHE_STAGE_REJECTED, TRANCHE_REASON_RISK },
  { "FRAUD_REJECTED", "FAIL", TRANCHE_STAGE_REJECTED, TRANCHE_REASON_FRAUD },
  { "WRONG_CLIENT_APP_VERSION", "FAIL", TRANCHE_STAGE_REJECTED, TRANCHE_REASON_APP_VERSION },
  { "ACCOUNT_CLOSED", "FAIL", TRANCHE_STAGE_REJECTED, TRANCHE_REASON_ACCOUNT_CLOSED },
};

#define NO_ROW (-1)

static int
find_row (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].word, word))
      return i;

  return NO_ROW;
}

/* A row that only names the state refines nothing. */
static gboolean
is_plain (int row)
{
  return g_str_equal (words[row].word, words[row].state);
}

static int
decide (const char *state,
        const char *sub_state)
{
  int by_state = find_row (state);
  int by_sub_state = find_row (sub_state);

  if (!*sub_state)
    return by_state;
  if (!*state)
    return by_sub_state;
  if (by_state == NO_ROW || by_sub_state == NO_ROW || by_state == by_sub_state)
    return by_state;

  /* Two words: one names the state, and the other refines that very state. */
  if (!g_str_equal (words[by_state].state, words[by_sub_state].state))
    return NO_ROW;
  if (is_plain (by_state))
    return by_sub_state;

  return is_plain (by_sub_state) ? by_state : NO_ROW;
}

TrancheStage
tranche_cfront_stage (const char    *state,
                      const char    *sub_state,
                      TrancheReason *reason)
{
  int row = decide (state ? state : "", sub_state ? sub_state : "");

  *reason = row == NO_ROW ? TRANCHE_REASON_NONE : words[row].reason;

  return row == NO_ROW ? TRANCHE_STAGE_UNKNOWN : words[row].stage;
}
