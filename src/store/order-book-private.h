/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/database.h"
#include "store/order-book.h"

G_BEGIN_DECLS

/**
 * TrancheBookChange:
 * @before: (nullable): the order as it was; %NULL for one that is new
 * @after: (nullable): the order as it is; %NULL for one that was removed
 * @operation_id: of the journal entry that was begun
 *
 * What a job of the writer did. Without @before and @after nothing is to be
 * signalled.
 */
typedef struct {
  TrancheOrder *before;
  TrancheOrder *after;
  gint64 operation_id;
} TrancheBookChange;

TrancheBookChange *tranche_book_change_new      (TrancheOrder         *before,
                                                 TrancheOrder         *after);
void               tranche_book_change_free     (TrancheBookChange    *self);

TrancheDatabase   *tranche_order_book_get_database (TrancheOrderBook  *self);

/* That an order is another one by now in another way than by a change. */
void               tranche_order_book_tell_changed (TrancheOrderBook  *self,
                                                 TrancheOrder         *after,
                                                 TrancheOrder         *before);
/* That an order has left the book in another way than by a change. */
void               tranche_order_book_tell_removed (TrancheOrderBook  *self,
                                                 gint64                id);

/* Runs @func, which returns a TrancheBookChange, in the writer's thread, then
 * signals what it changed. Takes @data. */
void               tranche_order_book_write     (TrancheOrderBook     *self,
                                                 gpointer              source_tag,
                                                 TrancheJobFunc        func,
                                                 gpointer              data,
                                                 GDestroyNotify        data_free,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
TrancheBookChange *tranche_order_book_write_finish
                                                (TrancheOrderBook     *self,
                                                 gpointer              source_tag,
                                                 GAsyncResult         *result,
                                                 GError              **error);
/* The same for what returns the order as it is now. */
TrancheOrder      *tranche_order_book_write_finish_order
                                                (TrancheOrderBook     *self,
                                                 gpointer              source_tag,
                                                 GAsyncResult         *result,
                                                 GError              **error);

/* Runs @func, which changes nothing, in the thread of @lane. Takes @data. */
void               tranche_order_book_read      (TrancheOrderBook     *self,
                                                 gpointer              source_tag,
                                                 TrancheLane           lane,
                                                 TrancheJobFunc        func,
                                                 gpointer              data,
                                                 GDestroyNotify        data_free,
                                                 GDestroyNotify        result_free,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gpointer           tranche_order_book_read_finish
                                                (TrancheOrderBook     *self,
                                                 gpointer              source_tag,
                                                 GAsyncResult         *result,
                                                 GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheBookChange, tranche_book_change_free)

G_END_DECLS
