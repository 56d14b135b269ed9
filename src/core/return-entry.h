/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/goods-return.h"
#include "core/history-entry.h"

G_BEGIN_DECLS

/**
 * TrancheReturnEntry:
 * @goods: what came back, with the shop's id of the return; its time is when
 *   the bank confirmed it, %NULL until it did
 * @outcome: how it stands
 * @begun_at: when it was written down, before it was sent
 * @settled_at: (nullable): when it was done or refused
 * @user: (nullable): "user@computer" that began it
 *
 * A return as this shop's book has it. A plain value; every field is owned.
 */
typedef struct {
  TrancheGoodsReturn *goods;
  TrancheOutcome outcome;
  GDateTime *begun_at;
  GDateTime *settled_at;
  char *user;
} TrancheReturnEntry;

TrancheReturnEntry *tranche_return_entry_new     (const TrancheGoodsReturn *goods,
                                                  TrancheOutcome            outcome,
                                                  GDateTime                *begun_at,
                                                  GDateTime                *settled_at,
                                                  const char               *user);
void                tranche_return_entry_free    (TrancheReturnEntry       *self);
/* Neither done nor refused: the order can have no other one. */
gboolean            tranche_return_entry_is_open (const TrancheReturnEntry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheReturnEntry, tranche_return_entry_free)

G_END_DECLS
