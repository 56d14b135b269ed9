/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/order.h"
#include "core/payout.h"

G_BEGIN_DECLS

/*
 * What the program says of a payout. Pure functions.
 */

/* "The bank pays 98 000,00 ₽": the answer in one line. (transfer full) (not nullable) */
char       *tranche_payout_title     (TranchePayout      *payout);
/* What that means for the shop. (not nullable) */
const char *tranche_payout_advice    (TranchePayoutState  state);
/* "Yes, since 3 December 2025, 14:05" or "No". @order: as the book has it after
 * the question. (transfer full) (not nullable) */
char       *tranche_payout_committed (TranchePayout      *payout,
                                      TrancheOrder       *order);

/* "Yes" or "No" as the bank says it; "" where it does not. (not nullable) */
const char *tranche_payout_word      (TranchePayoutWord   word);

G_END_DECLS
