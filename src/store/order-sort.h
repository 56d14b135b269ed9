/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/order-query.h"
#include "store/order-condition.h"
#include "store/sql.h"

G_BEGIN_DECLS

/**
 * TrancheSortPart:
 * @condition: an SQL expression over columns of `orders`
 * @order: what follows ORDER BY
 * @index: the index that has those orders in that order
 * @by_id: that is the order of their ids
 *
 * Orders that stand together in a sorted list.
 */
typedef struct {
  char *condition;
  char *order;
  const char *index;
  gboolean by_id;
} TrancheSortPart;

/* What follows ORDER BY for all orders: what nobody knows comes last either way,
 * and the id makes it total. */
const char *tranche_order_sort_get_total (TrancheSortKey        key,
                                          gboolean              descending);
/* The same list as parts that follow each other, each of which an index gives
 * without sorting; what @conditions let through is in them, and as little else as the
 * index can tell. (element-type TrancheSortPart) */
GPtrArray  *tranche_order_sort_get_parts (TrancheSql             *sql,
                                          TrancheOrderConditions *conditions,
                                          TrancheSortKey          key,
                                          gboolean                descending,
                                          GError                **error);

G_END_DECLS
