/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/bank.h"
#include "store/order-book.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_MONEY_OPERATION (tranche_money_operation_get_type ())
G_DECLARE_FINAL_TYPE (TrancheMoneyOperation, tranche_money_operation, TRANCHE, MONEY_OPERATION, GObject)

/**
 * TrancheMoneyOperation:
 *
 * One create, commit, cancel or return of one order, from the check of the state over
 * the journal and the bank to the outcome in the book. Where the answer is
 * lost, a TrancheLostAnswer finds out what became of it.
 *
 * Private to the model: tranche_operations_*() sees to it that an order has one
 * of them at a time.
 */
/* @operation of the order @order_id in @book at @bank. @asking: gives up asking
 * for the state, and never a request that moves money. */
TrancheMoneyOperation *tranche_money_operation_new            (TrancheOrderBook      *book,
                                                               TrancheBank           *bank,
                                                               TrancheOperation       operation,
                                                               gint64                 order_id,
                                                               GCancellable          *asking);
/* What a create sends; without it, what the book has of the order is sent. */
void                   tranche_money_operation_set_draft      (TrancheMoneyOperation *self,
                                                               TrancheOrderDraft     *draft);
/* What a return returns, with its id. */
void                   tranche_money_operation_set_goods      (TrancheMoneyOperation *self,
                                                               const TrancheGoodsReturn *goods);
/* A return that stayed open as @journal_id, to be sent again as it was. */
void                   tranche_money_operation_set_repeated   (TrancheMoneyOperation *self,
                                                               gint64                 journal_id);
/* See tranche_lost_answer_set_delays(). */
void                   tranche_money_operation_set_delays     (TrancheMoneyOperation *self,
                                                               GArray                *delays);

/* @cancellable has an effect until the request is handed to the bank. */
void                   tranche_money_operation_run_async      (TrancheMoneyOperation *self,
                                                               GCancellable          *cancellable,
                                                               GAsyncReadyCallback    callback,
                                                               gpointer               user_data);
TrancheOrder          *tranche_money_operation_run_finish     (TrancheMoneyOperation *self,
                                                               GAsyncResult          *result,
                                                               GError               **error);
/* After the run: the journal entry that is still open, or 0. */
gint64                 tranche_money_operation_get_open_entry (TrancheMoneyOperation *self);

G_END_DECLS
