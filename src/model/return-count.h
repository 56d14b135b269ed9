/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/order-details.h"
#include "core/return-entry.h"

G_BEGIN_DECLS

/* The one of @entries (element-type TrancheReturnEntry) that is neither done
 * nor refused. (nullable) (transfer none) */
const TrancheReturnEntry *tranche_return_count_find_open (GPtrArray                 *entries);

/* What is left to be returned of @amount after those of @entries that are done
 * and, by the bank's @details (nullable), after those that it knows: the
 * smaller one, for either may have missed some. 0 at least. */
TrancheMoney              tranche_return_count_left      (const TrancheMoney        *amount,
                                                          GPtrArray                 *entries,
                                                          const TrancheOrderDetails *details);

/* Whether the bank's @details show @open, one of @entries: a return of that
 * amount, not booked before it was begun, beside those that are known to be
 * done. Banks do not tell the shop's id of a return back. */
gboolean                  tranche_return_count_shows     (const TrancheOrderDetails *details,
                                                          GPtrArray                 *entries,
                                                          const TrancheReturnEntry  *open);

G_END_DECLS
