/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/order-query.h"
#include "model/list-swap.h"
#include "model/operations.h"
#include "model/order-row.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ORDER_LIST (tranche_order_list_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOrderList, tranche_order_list, TRANCHE, ORDER_LIST, GObject)

/**
 * TrancheOrderList:
 *
 * A GListModel of TrancheOrderRow over the book: it holds the ids of what the
 * query lists and a bounded cache of rows, and fills a row's order in behind
 * the scenes when it is first asked for. Rows move singly: the list is never
 * reset while the query is the same. Properties:
 *
 * - `query` (TrancheOrderQuery, nullable): setting it asks the book anew
 * - `loading` (boolean): the book has not answered the present query yet
 * - `complete` (boolean): all that the query lists is there; a new query shows
 *   its first orders before the others are known
 * - `n-items` (uint), notifying
 * - `error` (GError boxed, nullable): the last query failed
 *
 * Signal `days-changed ()`: the list is parted into days now, or it is not any
 * more; the days of rows that come and go change with them without it.
 */
TrancheOrderList  *tranche_order_list_new         (TrancheOrderBook  *book,
                                                   TrancheOperations *operations);
TrancheOrderQuery *tranche_order_list_get_query   (TrancheOrderList  *self);
void               tranche_order_list_set_query   (TrancheOrderList  *self,
                                                   TrancheOrderQuery *query);
gboolean           tranche_order_list_get_loading (TrancheOrderList  *self);
gboolean           tranche_order_list_get_complete (TrancheOrderList *self);
/* While the items change: to those of another query, and not with what happens. */
gboolean           tranche_order_list_get_anew    (TrancheOrderList  *self);
/* Why the last query failed. (nullable) (transfer none) */
const GError      *tranche_order_list_get_error   (TrancheOrderList  *self);
/* The order at @position, of which nothing is read; 0 past the end. */
gint64             tranche_order_list_get_id      (TrancheOrderList  *self,
                                                   guint              position);
/* Position of an order, or GTK_INVALID_LIST_POSITION (G_MAXUINT). */
guint              tranche_order_list_find        (TrancheOrderList  *self,
                                                   gint64             order_id);
/* The day of the order at a position, in the zone of this computer, without
 * looking at the orders. FALSE where the query is not sorted by the time of making,
 * and for no such position. */
gboolean           tranche_order_list_get_day     (TrancheOrderList  *self,
                                                   guint              position,
                                                   TrancheDayRange   *day);
/* What is today changes at midnight: asks the book anew. */
void               tranche_order_list_refresh     (TrancheOrderList  *self);

G_END_DECLS
