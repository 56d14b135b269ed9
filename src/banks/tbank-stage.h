/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/stage.h"

G_BEGIN_DECLS

/* Where an order stands, from what T-Bank says of it ("Forma", methods commit,
 * cancel and info: `status`, `committed`, `commit_cooldown.until`). @cooling:
 * the end of the cooling-off is ahead. What the table does not have is
 * %TRANCHE_STAGE_UNKNOWN. */
TrancheStage  tranche_tbank_stage  (const char   *status,
                                    gboolean      committed,
                                    gboolean      cooling);
/* Why, as far as the status tells. A cancellation is the customer's, since the
 * bank does not tell it from the shop's. */
TrancheReason tranche_tbank_reason (TrancheStage  stage);

G_END_DECLS
