/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/bank.h"
#include "store/order-book.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_LOST_ANSWER (tranche_lost_answer_get_type ())
G_DECLARE_FINAL_TYPE (TrancheLostAnswer, tranche_lost_answer, TRANCHE, LOST_ANSWER, GObject)

/**
 * TrancheLostAnswer:
 *
 * Finds out what became of an operation whose answer was lost, in this run or
 * in an earlier one, by asking the bank for the state, and settles it in the
 * book. It never sends the operation again, but for a create that the bank
 * promises to be idempotent: to get the link of an order that is known to exist,
 * and where the bank knows orders by its own id only, which was lost with the
 * answer.
 *
 * A partial return shows in the bank's list of returns and not in the state.
 * One that does not show stays open, unless it was sent again and refused, or
 * somebody says that it was not carried out.
 */
/* @journal_id: the open entry of @operation on @order. @asking: gives up. */
TrancheLostAnswer *tranche_lost_answer_new           (TrancheOrderBook     *book,
                                                      TrancheBank          *bank,
                                                      TrancheOrder         *order,
                                                      TrancheOperation      operation,
                                                      gint64                journal_id,
                                                      GCancellable         *asking);
/* What was sent; without it, it is made from the order. */
void               tranche_lost_answer_set_draft     (TrancheLostAnswer    *self,
                                                      TrancheOrderDraft    *draft);
/* Milliseconds to wait before each question after the first, while the
 * operation does not show. (element-type guint) */
void               tranche_lost_answer_set_delays    (TrancheLostAnswer    *self,
                                                      GArray               *delays);
/* With what it was lost in this run. @accepted: the bank took the request, so
 * that a state which does not show it proves nothing. */
void               tranche_lost_answer_set_cause     (TrancheLostAnswer    *self,
                                                      const GError         *cause,
                                                      gboolean              accepted);
/* @user, "user@computer", says that a return was not carried out: it is settled
 * so, where the bank is asked now and does not show it. */
void               tranche_lost_answer_set_disowned_by
                                                     (TrancheLostAnswer    *self,
                                                      const char           *user);

/* Returns the order when the operation is settled, either way. When it stays
 * open, the error is the cause that was set or, without one, that of asking. */
void               tranche_lost_answer_settle_async  (TrancheLostAnswer    *self,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
TrancheOrder      *tranche_lost_answer_settle_finish (TrancheLostAnswer    *self,
                                                      GAsyncResult         *result,
                                                      GError              **error);
/* What a return that stayed open returns. (nullable) (transfer none) */
const TrancheGoodsReturn *
                   tranche_lost_answer_get_goods     (TrancheLostAnswer    *self);
/* After it was settled: why the operation did not happen. (nullable) (transfer none) */
const GError      *tranche_lost_answer_get_refusal   (TrancheLostAnswer    *self);

G_END_DECLS
