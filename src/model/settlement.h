/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/bank-error.h"
#include "core/history-entry.h"

G_BEGIN_DECLS

/**
 * TrancheVerdict:
 * @TRANCHE_VERDICT_HAPPENED: the operation took effect
 * @TRANCHE_VERDICT_NOT_YET: it has not taken effect; a request that is still
 *   on its way could change that
 * @TRANCHE_VERDICT_NEVER: it did not take effect and cannot any more
 * @TRANCHE_VERDICT_OPEN: nothing can be said
 *
 * What the state that a bank tells means for an operation whose own answer
 * was lost.
 */
typedef enum {
  TRANCHE_VERDICT_HAPPENED,
  TRANCHE_VERDICT_NOT_YET,
  TRANCHE_VERDICT_NEVER,
  TRANCHE_VERDICT_OPEN,
} TrancheVerdict;

/* @stage: that of the bank's answer. */
TrancheVerdict  tranche_settlement_judge_stage  (TrancheOperation  operation,
                                                 TrancheStage      stage);
/* @error: with which the question for the state failed. */
TrancheVerdict  tranche_settlement_judge_error  (TrancheOperation  operation,
                                                 const GError     *error);

/* @error: with which an idempotent create failed that was sent once more since
 * its first answer was lost. Only the bank's word that the order is wrong says
 * something of the first one, too. */
TrancheVerdict  tranche_settlement_judge_create (const GError     *error);

/* Whether an operation that failed with @error surely had no effect. Whatever
 * is not known to be harmless is not. */
gboolean        tranche_settlement_is_refusal   (const GError     *error);

/* That an operation is not possible in @stage. (transfer full) */
GError         *tranche_settlement_new_conflict (TrancheStage      stage);
/* What is written to the book of @error: its own words without personal data.
 * (transfer full) */
char           *tranche_settlement_describe     (const GError     *error);
/* The TrancheBankError, or 0 for another domain. */
int             tranche_settlement_get_code     (const GError     *error);
/* The bank's number of the request that @error (nullable) answers. (nullable) */
const char     *tranche_settlement_get_trace_id (const GError     *error);

G_END_DECLS
