/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/order-condition.h"

G_BEGIN_DECLS

/**
 * TrancheOrderFind:
 * @created: µs since 1970 UTC
 */
typedef struct {
  gint64 id;
  gint64 created;
} TrancheOrderFind;

/**
 * TrancheOrderFinds:
 * @conditions: with a search
 * @set: (nullable): of those that fulfil what is neither the search nor in @checks
 * @checks: conditions on the row, each with its AND before it
 * @descending: those that were made last come first
 * @limit: how many are wanted
 * @visits: how many may be looked at
 *
 * A question for the first orders that a search finds, by the time at which they were
 * made. The index of the search has them by their ids. That is the same order but for
 * those that came into the book belatedly, which are few. So no more is read than is
 * wanted, however many there are and however far from the beginning.
 */
typedef struct {
  TrancheSql *sql;
  TrancheOrderConditions *conditions;
  TrancheRowSet *set;
  const char *checks;
  gboolean descending;
  guint limit;
  guint visits;
} TrancheOrderFinds;

/* No more than @limit; *@more tells whether there are. NULL without an error where too
 * many would have to be looked at. (element-type TrancheOrderFind) */
GArray *tranche_order_finds_list (TrancheOrderFinds  *self,
                                  gboolean           *more,
                                  GError            **error);

G_END_DECLS
