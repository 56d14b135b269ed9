/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/order-query.h"
#include "store/order-listing.h"
#include "store/sql.h"

G_BEGIN_DECLS

/**
 * TrancheSelectBounds:
 * @few: up to so many orders are looked up one by one, and sorted
 * @several: up to so many are, where going through the sorted index was given up
 * @many: more orders than this that fulfil a condition are not collected for the
 *   first page; it is sooner found by going through the sorted index
 * @found: the same of those that a search finds; to look for a word in the text of an
 *   order takes longer than to look at a column
 * @visits: orders that are looked at for the first page on that way, before it is
 *   given up
 * @steps: the same where the index and a set tell all of an order
 *
 * Where one way to answer a query becomes quicker than another.
 */
typedef struct {
  guint few;
  guint several;
  guint many;
  guint found;
  guint visits;
  guint steps;
} TrancheSelectBounds;

/* For a book of any size, as measured. */
extern const TrancheSelectBounds tranche_select_bounds;

/* The first @limit orders that @query lists, all with 0. @now settles what today
 * is, and its zone what a day. */
TrancheOrderListing *tranche_order_select_list  (TrancheSql                 *sql,
                                                 TrancheOrderQuery          *query,
                                                 GDateTime                  *now,
                                                 guint                       limit,
                                                 const TrancheSelectBounds  *bounds,
                                                 GError                    **error);

/* Gives the connection the functions that the statements need. */
void                 tranche_order_select_teach (sqlite3                    *handle);

G_END_DECLS
