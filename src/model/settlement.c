/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/settlement.h"

#include "core/redact.h"

#include <gio/gio.h>

#define HAPPENED TRANCHE_VERDICT_HAPPENED
#define NOT_YET  TRANCHE_VERDICT_NOT_YET
#define NEVER    TRANCHE_VERDICT_NEVER
#define OPEN     TRANCHE_VERDICT_OPEN

/* The whole rule. A bank never answers with "draft" or "sending", which are
 * ours. A partial return leaves the stage alone, so only a full one shows, or
 * ends the instalments, which may have been over without it. */
static const struct {
  TrancheVerdict create;
  TrancheVerdict commit;
  TrancheVerdict cancel;
  TrancheVerdict give_back;
} verdicts[TRANCHE_N_STAGES] = {
  [TRANCHE_STAGE_DRAFT]     = { OPEN,     OPEN,     OPEN,     OPEN     },
  [TRANCHE_STAGE_SENDING]   = { OPEN,     OPEN,     OPEN,     OPEN     },
  [TRANCHE_STAGE_WAITING]   = { HAPPENED, NOT_YET,  NOT_YET,  NEVER    },
  [TRANCHE_STAGE_APPROVED]  = { HAPPENED, NOT_YET,  NOT_YET,  NEVER    },
  [TRANCHE_STAGE_COOLING]   = { HAPPENED, NOT_YET,  NOT_YET,  NEVER    },
  [TRANCHE_STAGE_READY]     = { HAPPENED, NOT_YET,  NOT_YET,  NEVER    },
  [TRANCHE_STAGE_COMMITTED] = { HAPPENED, HAPPENED, NEVER,    OPEN     },
  [TRANCHE_STAGE_CLOSED]    = { HAPPENED, HAPPENED, NEVER,    OPEN     },
  [TRANCHE_STAGE_RETURNED]  = { HAPPENED, HAPPENED, NEVER,    HAPPENED },
  [TRANCHE_STAGE_CANCELED]  = { HAPPENED, NEVER,    HAPPENED, NEVER    },
  [TRANCHE_STAGE_REJECTED]  = { HAPPENED, NEVER,    NEVER,    NEVER    },
  [TRANCHE_STAGE_UNKNOWN]   = { HAPPENED, OPEN,     OPEN,     OPEN     },
};

TrancheVerdict
tranche_settlement_judge_stage (TrancheOperation operation,
                                TrancheStage     stage)
{
  g_return_val_if_fail ((guint) stage < TRANCHE_N_STAGES, OPEN);

  switch (operation) {
  case TRANCHE_OPERATION_CREATE:
    return verdicts[stage].create;
  case TRANCHE_OPERATION_COMMIT:
    return verdicts[stage].commit;
  case TRANCHE_OPERATION_CANCEL:
    return verdicts[stage].cancel;
  case TRANCHE_OPERATION_RETURN:
    return verdicts[stage].give_back;
  case TRANCHE_OPERATION_NONE:
  default:
    return OPEN;
  }
}

TrancheVerdict
tranche_settlement_judge_error (TrancheOperation  operation,
                                const GError     *error)
{
  if (operation == TRANCHE_OPERATION_CREATE &&
      g_error_matches (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_NOT_FOUND))
    return NOT_YET;

  return OPEN;
}

TrancheVerdict
tranche_settlement_judge_create (const GError *error)
{
  /* Without a status the draft was refused before it was sent. */
  if (g_error_matches (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_VALIDATION) &&
      tranche_bank_error_get_http_status (error) != 0)
    return NOT_YET;

  return OPEN;
}

gboolean
tranche_settlement_is_refusal (const GError *error)
{
  if (error->domain == G_IO_ERROR)
    return error->code == G_IO_ERROR_CANCELLED;

  if (error->domain != TRANCHE_BANK_ERROR)
    return FALSE;

  switch ((TrancheBankError) error->code) {
  case TRANCHE_BANK_ERROR_AUTHENTICATION:
  case TRANCHE_BANK_ERROR_FORBIDDEN:
  case TRANCHE_BANK_ERROR_NOT_FOUND:
  case TRANCHE_BANK_ERROR_CONFLICT:
  case TRANCHE_BANK_ERROR_VALIDATION:
  case TRANCHE_BANK_ERROR_RATE_LIMITED:
  case TRANCHE_BANK_ERROR_NETWORK:
  case TRANCHE_BANK_ERROR_TLS:
  case TRANCHE_BANK_ERROR_NOT_SUPPORTED:
  case TRANCHE_BANK_ERROR_CREDENTIALS:
    return TRUE;
  case TRANCHE_BANK_ERROR_TIMEOUT:
  case TRANCHE_BANK_ERROR_SERVER:
  case TRANCHE_BANK_ERROR_PROTOCOL:
  case TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME:
  default:
    return FALSE;
  }
}

GError *
tranche_settlement_new_conflict (TrancheStage stage)
{
  return tranche_bank_error_new (TRANCHE_BANK_ERROR_CONFLICT, 0,
                                 "Not possible while the order is %s",
                                 tranche_stage_to_nick (stage));
}

int
tranche_settlement_get_code (const GError *error)
{
  return error != NULL && error->domain == TRANCHE_BANK_ERROR ? error->code : 0;
}

const char *
tranche_settlement_get_trace_id (const GError *error)
{
  return error != NULL ? tranche_bank_error_get_trace_id (error) : NULL;
}

char *
tranche_settlement_describe (const GError *error)
{
  const char *bank_text = tranche_bank_error_get_bank_text (error);

  return tranche_redact (bank_text != NULL ? bank_text : error->message);
}
