/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/tbank-stage.h"

typedef enum {
  NO = FALSE,
  YES = TRUE,
  ANY,
} Condition;

/* Commit leaves the status at "signed". Only a signed order that neither cools
 * off nor is committed is the moment to hand over the goods; approved is not,
 * though one of the banks has agreed. */
static const struct {
  const char *status;
  Condition committed;
  Condition cooling;
  TrancheStage stage;
} stages[] = {
  { "new", NO, ANY, TRANCHE_STAGE_WAITING },
  { "inprogress", NO, ANY, TRANCHE_STAGE_WAITING },
  { "approved", NO, ANY, TRANCHE_STAGE_APPROVED },
  { "signed", NO, YES, TRANCHE_STAGE_COOLING },
  { "signed", NO, NO, TRANCHE_STAGE_READY },
  { "signed", YES, ANY, TRANCHE_STAGE_COMMITTED },
  { "canceled", ANY, ANY, TRANCHE_STAGE_CANCELED },
  { "rejected", NO, ANY, TRANCHE_STAGE_REJECTED },
};

static gboolean
meets (Condition condition,
       gboolean  value)
{
  return condition == ANY || (condition == YES) == !!value;
}

TrancheStage
tranche_tbank_stage (const char *status,
                     gboolean    committed,
                     gboolean    cooling)
{
  for (gsize i = 0; i < G_N_ELEMENTS (stages); i++)
    if (g_str_equal (status, stages[i].status) && meets (stages[i].committed, committed) &&
        meets (stages[i].cooling, cooling))
      return stages[i].stage;

  return TRANCHE_STAGE_UNKNOWN;
}

TrancheReason
tranche_tbank_reason (TrancheStage stage)
{
  switch ((int) stage) {
  case TRANCHE_STAGE_CANCELED:
    return TRANCHE_REASON_CUSTOMER;
  case TRANCHE_STAGE_REJECTED:
    return TRANCHE_REASON_ALL_BANKS;
  default:
    return TRANCHE_REASON_NONE;
  }
}
