/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrancheDemoCfrontState:
 *
 * Where an order of the CFRONT dialect stands, by the word that refines its
 * state. The words are those of monobank's specifications of 2026 and, where
 * marked so in the table, of 2025.
 */
typedef enum {
  TRANCHE_DEMO_CFRONT_ADDED,
  TRANCHE_DEMO_CFRONT_CHECKED,
  TRANCHE_DEMO_CFRONT_WAITING_FOR_CLIENT,
  TRANCHE_DEMO_CFRONT_CLIENT_APPROVED_PUSH,
  TRANCHE_DEMO_CFRONT_INIT_DEBIT_SENT,
  TRANCHE_DEMO_CFRONT_INIT_DEBIT_OK,
  TRANCHE_DEMO_CFRONT_UNDOCUMENTED,
  TRANCHE_DEMO_CFRONT_WAITING_FOR_STORE_CONFIRM,

  TRANCHE_DEMO_CFRONT_ACTIVE,
  TRANCHE_DEMO_CFRONT_DONE,
  TRANCHE_DEMO_CFRONT_RETURNED,

  TRANCHE_DEMO_CFRONT_CLIENT_NOT_FOUND,
  TRANCHE_DEMO_CFRONT_EXCEEDED_SUM_LIMIT,
  TRANCHE_DEMO_CFRONT_EXISTS_OTHER_OPEN_ORDER,
  TRANCHE_DEMO_CFRONT_NOT_ENOUGH_MONEY,
  TRANCHE_DEMO_CFRONT_REJECTED_BY_CLIENT,
  TRANCHE_DEMO_CFRONT_REJECTED_BY_STORE,
  TRANCHE_DEMO_CFRONT_PAY_PARTS_NOT_ACCEPTABLE,
  TRANCHE_DEMO_CFRONT_CLIENT_PUSH_TIMEOUT,
  TRANCHE_DEMO_CFRONT_RESTRICTED_BY_RISKS,
  TRANCHE_DEMO_CFRONT_FRAUD_REJECTED,
  TRANCHE_DEMO_CFRONT_FAIL,
  TRANCHE_DEMO_CFRONT_WRONG_CLIENT_APP_VERSION,
  TRANCHE_DEMO_CFRONT_ACCOUNT_CLOSED,
  TRANCHE_DEMO_CFRONT_CONFIRM_TIME_EXPIRED,
  TRANCHE_DEMO_CFRONT_CLIENT_CONFIRM_TIME_EXPIRED,
} TrancheDemoCfrontState;

/* "IN_PROCESS", "SUCCESS" or "FAIL". */
const char *tranche_demo_cfront_state_general    (TrancheDemoCfrontState state);
/* The word that refines it. */
const char *tranche_demo_cfront_state_word       (TrancheDemoCfrontState state);
/* What the bank adds to a failure, in Ukrainian. (nullable) */
const char *tranche_demo_cfront_state_message    (TrancheDemoCfrontState state);

gboolean    tranche_demo_cfront_state_is_open    (TrancheDemoCfrontState state);
gboolean    tranche_demo_cfront_state_is_success (TrancheDemoCfrontState state);
gboolean    tranche_demo_cfront_state_is_failure (TrancheDemoCfrontState state);

G_END_DECLS
