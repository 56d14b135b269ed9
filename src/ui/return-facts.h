/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/payout.h"
#include "core/return-entry.h"
#include "model/operations.h"

G_BEGIN_DECLS

/**
 * TrancheReturnFacts:
 * @left: what can still be returned; unset where a return is open
 * @to_card: whether the bank can pay a return to the customer's card
 * @entries: (element-type TrancheReturnEntry): the returns made here, oldest first
 * @at_bank: (element-type TrancheGoodsReturn) (nullable): the returns that the
 *   bank tells of, oldest first; %NULL where it does not
 *
 * What has to be known before goods can be returned. Every field is owned.
 */
typedef struct {
  TrancheMoney left;
  TranchePayoutWord to_card;
  GPtrArray *entries;
  GPtrArray *at_bank;
} TrancheReturnFacts;

/* Asks book and bank. Without an answer to whether the card can be paid, and of
 * the bank's own list, there are facts all the same. Errors are those of
 * tranche_operations_get_returnable_async(). */
void                tranche_return_facts_load_async  (TrancheOperations    *operations,
                                                      TrancheOrder         *order,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
TrancheReturnFacts *tranche_return_facts_load_finish (GAsyncResult         *result,
                                                      GError              **error);
void                tranche_return_facts_free        (TrancheReturnFacts   *self);
/* The return that is neither done nor refused. (nullable) (transfer none) */
const TrancheReturnEntry *
                    tranche_return_facts_get_open    (TrancheReturnFacts   *self);
/* The last return that was made here. (nullable) (transfer none) */
const TrancheReturnEntry *
                    tranche_return_facts_get_last    (TrancheReturnFacts   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheReturnFacts, tranche_return_facts_free)

G_END_DECLS
