/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/bank.h"
#include "core/history-entry.h"
#include "model/connection.h"
#include "store/order-book.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_OPERATIONS (tranche_operations_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOperations, tranche_operations, TRANCHE, OPERATIONS, GObject)

/**
 * TrancheOperations:
 *
 * Everything that a person does with an order at a bank. Each operation that
 * moves money is written to the journal before it is sent and settled after
 * the answer, and an order has one of them at a time: a second one fails with
 * %TRANCHE_STORE_ERROR_BUSY.
 *
 * An operation whose answer was lost ends in
 * %TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME after the bank was asked for the state
 * and did not answer that either; it stays open in the journal and is settled
 * by the state that the bank tells later, never by repeating it blindly.
 *
 * Errors are of %TRANCHE_BANK_ERROR, %TRANCHE_STORE_ERROR or
 * %G_IO_ERROR_CANCELLED. What has begun goes on when the cancellable of the
 * caller is cancelled after it was sent.
 *
 * Signal `busy-changed (gint64 order_id)`: tranche_operations_is_busy() says
 * something else now.
 */
/* @connections: (element-type TrancheConnection) */
TrancheOperations *tranche_operations_new                 (TrancheOrderBook     *book,
                                                           GListModel           *connections);
/* (element-type TrancheConnection) (transfer none) */
GListModel        *tranche_operations_get_connections     (TrancheOperations    *self);
/* (nullable) (transfer none): the connection of @order's account. */
TrancheConnection *tranche_operations_find_connection     (TrancheOperations    *self,
                                                           TrancheOrder         *order);
/* Something is under way, or its outcome is unknown. */
gboolean           tranche_operations_is_busy             (TrancheOperations    *self,
                                                           gint64                order_id);
/* What is under way or of unknown outcome: NONE where nothing is. */
TrancheOperation   tranche_operations_get_current         (TrancheOperations    *self,
                                                           gint64                order_id);
/* Nothing is under way, and the outcome of the last operation is not known:
 * tranche_operations_refresh_async() asks the bank and settles it. */
gboolean           tranche_operations_is_unsettled        (TrancheOperations    *self,
                                                           gint64                order_id);

/* Stores the draft as an order, sends it, and returns it with its link. A draft
 * that is not valid fails at once and is not stored. After any other error of
 * the bank the order is in the book as a draft (surely not made) or as
 * "sending" (unknown). A draft without a number is given one, and every one
 * the connection's callback-url. @order_id: 0, or a stored draft to be sent
 * (again). With 0, a draft of the same account and number is replaced and sent;
 * any other order of that number is %TRANCHE_STORE_ERROR_EXISTS. */
void               tranche_operations_create_async        (TrancheOperations    *self,
                                                           TrancheConnection    *connection,
                                                           TrancheOrderDraft    *draft,
                                                           gint64                order_id,
                                                           GCancellable         *cancellable,
                                                           GAsyncReadyCallback   callback,
                                                           gpointer              user_data);
TrancheOrder      *tranche_operations_create_finish       (TrancheOperations    *self,
                                                           GAsyncResult         *result,
                                                           GError              **error);
/* Takes over an order that was made elsewhere, such as at the shop's site: it is
 * in the book afterwards, once, as its bank tells it. @key is the shop's number of
 * it at a bank with %TRANCHE_CAPABILITY_INFO_BY_NUMBER, else the bank's id.
 * @amount: (nullable): what it costs, for a bank that does not tell. One that is
 * in the book already is returned as it is, and nothing is asked.
 * %TRANCHE_BANK_ERROR_NOT_FOUND where the bank does not know it, and
 * %TRANCHE_BANK_ERROR_VALIDATION of %TRANCHE_FIELD_SUM where nobody tells what it
 * costs. */
void               tranche_operations_adopt_async         (TrancheOperations    *self,
                                                           TrancheConnection    *connection,
                                                           const char           *key,
                                                           const TrancheMoney   *amount,
                                                           GCancellable         *cancellable,
                                                           GAsyncReadyCallback   callback,
                                                           gpointer              user_data);
/* @known: (out): whether it was there already. */
TrancheOrder      *tranche_operations_adopt_finish        (TrancheOperations    *self,
                                                           GAsyncResult         *result,
                                                           gboolean             *known,
                                                           GError              **error);
/* Asks for the state first: what is not (or no longer) to be committed ends in
 * %TRANCHE_BANK_ERROR_CONFLICT, with nothing sent and the book up to date. */
void               tranche_operations_commit_async        (TrancheOperations    *self,
                                                           TrancheOrder         *order,
                                                           GCancellable         *cancellable,
                                                           GAsyncReadyCallback   callback,
                                                           gpointer              user_data);
TrancheOrder      *tranche_operations_commit_finish       (TrancheOperations    *self,
                                                           GAsyncResult         *result,
                                                           GError              **error);
/* Asks for the state first, like a commit. */
void               tranche_operations_cancel_async        (TrancheOperations    *self,
                                                           TrancheOrder         *order,
                                                           GCancellable         *cancellable,
                                                           GAsyncReadyCallback   callback,
                                                           gpointer              user_data);
TrancheOrder      *tranche_operations_cancel_finish       (TrancheOperations    *self,
                                                           GAsyncResult         *result,
                                                           GError              **error);
/* Returns goods for @amount, to the customer's card or in cash at the till, at a
 * bank with %TRANCHE_CAPABILITY_RETURN. Asks for the state and for what is left
 * first: more than that ends in %TRANCHE_BANK_ERROR_VALIDATION of
 * %TRANCHE_FIELD_SUM. A return whose answer was lost is looked for in the bank's
 * details; one that does not show there stays open, and the order has no other
 * until it is settled. */
void               tranche_operations_return_async        (TrancheOperations    *self,
                                                           TrancheOrder         *order,
                                                           const TrancheMoney   *amount,
                                                           gboolean              to_card,
                                                           GCancellable         *cancellable,
                                                           GAsyncReadyCallback   callback,
                                                           gpointer              user_data);
TrancheOrder      *tranche_operations_return_finish       (TrancheOperations    *self,
                                                           GAsyncResult         *result,
                                                           GError              **error);
/* Sends the open return of @order again, as it was and with the same id, if the
 * bank still does not show it. %TRANCHE_STORE_ERROR_NOT_FOUND where none is open.
 * Where it stays open, the error is %TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME also when
 * the bank refused to do it again. */
void               tranche_operations_repeat_return_async (TrancheOperations    *self,
                                                           TrancheOrder         *order,
                                                           GCancellable         *cancellable,
                                                           GAsyncReadyCallback   callback,
                                                           gpointer              user_data);
TrancheOrder      *tranche_operations_repeat_return_finish
                                                          (TrancheOperations    *self,
                                                           GAsyncResult         *result,
                                                           GError              **error);
/* Somebody says that the open return of @order was not carried out. The bank is
 * asked first: a return that it shows is settled as done, and one that it does not
 * show as refused, with who said so in the history. Where the bank cannot be asked
 * the return stays open. %TRANCHE_STORE_ERROR_NOT_FOUND where none is. */
void               tranche_operations_disown_return_async (TrancheOperations    *self,
                                                           TrancheOrder         *order,
                                                           GCancellable         *cancellable,
                                                           GAsyncReadyCallback   callback,
                                                           gpointer              user_data);
TrancheOrder      *tranche_operations_disown_return_finish
                                                          (TrancheOperations    *self,
                                                           GAsyncResult         *result,
                                                           GError              **error);
/* The returns that were made here, done, refused and open, oldest first.
 * (element-type TrancheReturnEntry) */
void               tranche_operations_list_returns_async  (TrancheOperations    *self,
                                                           TrancheOrder         *order,
                                                           GCancellable         *cancellable,
                                                           GAsyncReadyCallback   callback,
                                                           gpointer              user_data);
GPtrArray         *tranche_operations_list_returns_finish (TrancheOperations    *self,
                                                           GAsyncResult         *result,
                                                           GError              **error);
/* What is left to be returned, by the bank where it offers the details, and by
 * the returns made here. */
void               tranche_operations_get_returnable_async
                                                          (TrancheOperations    *self,
                                                           TrancheOrder         *order,
                                                           GCancellable         *cancellable,
                                                           GAsyncReadyCallback   callback,
                                                           gpointer              user_data);
gboolean           tranche_operations_get_returnable_finish
                                                          (TrancheOperations    *self,
                                                           GAsyncResult         *result,
                                                           TrancheMoney         *left,
                                                           GError              **error);
void               tranche_operations_check_payout_async  (TrancheOperations    *self,
                                                           TrancheOrder         *order,
                                                           GCancellable         *cancellable,
                                                           GAsyncReadyCallback   callback,
                                                           gpointer              user_data);
TranchePayout     *tranche_operations_check_payout_finish (TrancheOperations    *self,
                                                           GAsyncResult         *result,
                                                           GError              **error);
/* Asks the bank now and puts the answer into the book; also settles an unknown
 * outcome. %TRANCHE_STORE_ERROR_BUSY while an operation is under way. */
void               tranche_operations_refresh_async       (TrancheOperations    *self,
                                                           TrancheOrder         *order,
                                                           TranchePriority       priority,
                                                           GCancellable         *cancellable,
                                                           GAsyncReadyCallback   callback,
                                                           gpointer              user_data);
TrancheOrder      *tranche_operations_refresh_finish      (TrancheOperations    *self,
                                                           GAsyncResult         *result,
                                                           GError              **error);
/* Asks for every order that a former run left with an open operation. Failures
 * to reach a bank are not errors here: live status asks again. */
void               tranche_operations_recover_async       (TrancheOperations    *self,
                                                           GCancellable         *cancellable,
                                                           GAsyncReadyCallback   callback,
                                                           gpointer              user_data);
gboolean           tranche_operations_recover_finish      (TrancheOperations    *self,
                                                           GAsyncResult         *result,
                                                           GError              **error);
/* A draft that was never sent. */
void               tranche_operations_delete_async        (TrancheOperations    *self,
                                                           TrancheOrder         *order,
                                                           GCancellable         *cancellable,
                                                           GAsyncReadyCallback   callback,
                                                           gpointer              user_data);
gboolean           tranche_operations_delete_finish       (TrancheOperations    *self,
                                                           GAsyncResult         *result,
                                                           GError              **error);
/* Starts nothing more, gives up asking for states, and completes when what was
 * sent is answered and settled. */
void               tranche_operations_close_async         (TrancheOperations    *self,
                                                           GAsyncReadyCallback   callback,
                                                           gpointer              user_data);
gboolean           tranche_operations_close_finish        (TrancheOperations    *self,
                                                           GAsyncResult         *result,
                                                           GError              **error);

G_END_DECLS
