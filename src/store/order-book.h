/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "core/catalogue.h"
#include "core/deadline.h"
#include "core/history-entry.h"
#include "core/order.h"
#include "core/order-query.h"
#include "core/return-entry.h"
#include "store/book-upgrade.h"
#include "store/order-listing.h"
#include "store/store-error.h"

G_BEGIN_DECLS

/**
 * TrancheOpenOperation:
 * @id: of the journal entry
 * @order_id: of the order
 *
 * An operation of the journal whose outcome is not settled.
 */
typedef struct {
  gint64 id;
  gint64 order_id;
  TrancheOperation operation;
  TrancheOutcome outcome;
} TrancheOpenOperation;

/**
 * TrancheDeadlineWarning:
 * @order: as it is
 * @level: DAYS, DAY or HOURS: the point that its deadline has passed
 */
typedef struct {
  TrancheOrder *order;
  TrancheDeadlineLevel level;
} TrancheDeadlineWarning;

void tranche_deadline_warning_free (TrancheDeadlineWarning *self);

#define TRANCHE_TYPE_ORDER_BOOK (tranche_order_book_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOrderBook, tranche_order_book, TRANCHE, ORDER_BOOK, GObject)

/**
 * TrancheOrderBook:
 *
 * Every order that the shop ever made, with its history and the journal of
 * money operations. Nothing of how it is kept shows here, so that a shared
 * book on a server can stand behind the same methods one day.
 *
 * All methods are for the thread that opened it; the work is done in another.
 * Errors are of %TRANCHE_STORE_ERROR or %G_IO_ERROR_CANCELLED. A method that
 * changes something and is cancelled after it began still finishes its change.
 *
 * Property `trouble` (GError, nullable): why nothing can be written since the
 * last change failed: the disk is full, or the file cannot be written, is damaged
 * or gone. It is gone with the next change that succeeds.
 *
 * Signals, always in the opening thread, after the change is durable and
 * before the method that made it completes:
 *
 * - `changed (TrancheOrder *after, TrancheOrder *before)`: an order was added
 *   (@before is %NULL) or is not as it was.
 * - `removed (gint64 id)`: a draft was deleted, or an order went to the archive.
 */
/* Opens, or makes with folder 0700 and file 0600; a folder that is there keeps
 * its mode. @upgrade (nullable) hears how far an older book is brought to the present
 * schema, and @cancellable can undo that. */
void              tranche_order_book_open_async     (const char          *path,
                                                     TrancheBookUpgrade  *upgrade,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
/* Opens an archive: it is brought to the present schema, and nothing else can be
 * written to it. Finishes alike. */
void              tranche_order_book_open_archive_async
                                                    (const char          *path,
                                                     TrancheBookUpgrade  *upgrade,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
TrancheOrderBook *tranche_order_book_open_finish    (GAsyncResult        *result,
                                                     GError             **error);
const char       *tranche_order_book_get_path       (TrancheOrderBook    *self);
/* (nullable) (transfer none) */
const GError     *tranche_order_book_get_trouble    (TrancheOrderBook    *self);
/* Waits for what is under way and closes the file; later calls fail. */
void              tranche_order_book_close_async    (TrancheOrderBook    *self,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
gboolean          tranche_order_book_close_finish   (TrancheOrderBook    *self,
                                                     GAsyncResult        *result,
                                                     GError             **error);

/* Adds @order, which must have account, number, amount and created-at; returns
 * it with its id. */
void              tranche_order_book_add_async      (TrancheOrderBook    *self,
                                                     TrancheOrder        *order,
                                                     TrancheOrigin        origin,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
TrancheOrder     *tranche_order_book_add_finish     (TrancheOrderBook    *self,
                                                     GAsyncResult        *result,
                                                     GError             **error);
/* The same for an order that was made elsewhere and that the bank has told of:
 * the history says that @user took it over. TRANCHE_STORE_ERROR_EXISTS where the
 * account has an order of that number, or of that id at the bank. */
void              tranche_order_book_adopt_async    (TrancheOrderBook    *self,
                                                     TrancheOrder        *order,
                                                     const char          *user,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
TrancheOrder     *tranche_order_book_adopt_finish   (TrancheOrderBook    *self,
                                                     GAsyncResult        *result,
                                                     GError             **error);
/* Replaces the facts of a draft, be it never sent or refused; anything else is
 * TRANCHE_STORE_ERROR_BUSY. */
void              tranche_order_book_edit_async     (TrancheOrderBook    *self,
                                                     TrancheOrder        *draft,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
TrancheOrder     *tranche_order_book_edit_finish    (TrancheOrderBook    *self,
                                                     GAsyncResult        *result,
                                                     GError             **error);
/* Deletes a draft, be it never sent or refused; anything else is
 * TRANCHE_STORE_ERROR_BUSY. */
void              tranche_order_book_remove_async   (TrancheOrderBook    *self,
                                                     gint64               id,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
gboolean          tranche_order_book_remove_finish  (TrancheOrderBook    *self,
                                                     GAsyncResult        *result,
                                                     GError             **error);

/* Lays what the bank answered over the order with tranche_order_merge(), sets
 * its checked-at, clears its last error, and writes history where the stage
 * changed. Returns the order as it is now. */
void              tranche_order_book_apply_async    (TrancheOrderBook    *self,
                                                     gint64               id,
                                                     TrancheOrder        *answer,
                                                     TrancheOrigin        origin,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
TrancheOrder     *tranche_order_book_apply_finish   (TrancheOrderBook    *self,
                                                     GAsyncResult        *result,
                                                     GError             **error);
/* Notes that asking failed. The text is redacted by the caller; @trace_id
 * (nullable) is the bank's number of the request. The history only tells what
 * the bank says of the order, not that it was not reached. */
void              tranche_order_book_fail_async     (TrancheOrderBook    *self,
                                                     gint64               id,
                                                     int                  error_code,
                                                     const char          *text,
                                                     const char          *trace_id,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
TrancheOrder     *tranche_order_book_fail_finish    (TrancheOrderBook    *self,
                                                     GAsyncResult        *result,
                                                     GError             **error);

/* The journal. begin writes the intent and syncs it to the disk before it
 * completes; a create turns the order to "sending". Fails with
 * TRANCHE_STORE_ERROR_BUSY while the order has an open operation, and for a
 * create of anything but a draft. Returns the id of the entry, or 0. */
void              tranche_order_book_begin_async    (TrancheOrderBook    *self,
                                                     gint64               order_id,
                                                     TrancheOperation     operation,
                                                     const char          *user,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
/* The same for a return, whose facts are written with the intent: @goods, of the
 * order's currency, has an id that no other return has. Finishes with
 * tranche_order_book_begin_finish(). */
void              tranche_order_book_begin_return_async
                                                    (TrancheOrderBook    *self,
                                                     gint64               order_id,
                                                     const TrancheGoodsReturn *goods,
                                                     const char          *user,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
gint64            tranche_order_book_begin_finish   (TrancheOrderBook    *self,
                                                     GAsyncResult        *result,
                                                     GError             **error);
/* The request of an intent was handed to the network. An entry that is anything
 * else by then stays as it is. */
void              tranche_order_book_mark_sent_async
                                                    (TrancheOrderBook    *self,
                                                     gint64               operation_id,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
gboolean          tranche_order_book_mark_sent_finish
                                                    (TrancheOrderBook    *self,
                                                     GAsyncResult        *result,
                                                     GError             **error);
/* Settles (or, with UNKNOWN, leaves open) an entry and, in the same
 * transaction, lays @answer (nullable) over the order and notes the error, if
 * there is one, with the bank's number of the request (nullable). A create that
 * was refused turns the order back to a draft. UNKNOWN with the origin RECOVERY
 * is for what an earlier run left: the history tells how far it had come. An
 * entry that is settled already is TRANCHE_STORE_ERROR_NOT_FOUND. */
void              tranche_order_book_settle_async   (TrancheOrderBook    *self,
                                                     gint64               operation_id,
                                                     TrancheOutcome       outcome,
                                                     TrancheOrder        *answer,
                                                     int                  error_code,
                                                     const char          *detail,
                                                     const char          *trace_id,
                                                     TrancheOrigin        origin,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
TrancheOrder     *tranche_order_book_settle_finish  (TrancheOrderBook    *self,
                                                     GAsyncResult        *result,
                                                     GError             **error);
/* What is intended, sent or unknown. (element-type TrancheOpenOperation) */
void              tranche_order_book_open_operations_async
                                                    (TrancheOrderBook    *self,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
GArray           *tranche_order_book_open_operations_finish
                                                    (TrancheOrderBook    *self,
                                                     GAsyncResult        *result,
                                                     GError             **error);

/* Plans or drops "commit when the cooling-off ends", with a line in the history.
 * To plan it for an order that does not cool off is TRANCHE_STORE_ERROR_BUSY. A
 * plan is over when an operation of the order begins, and with the stage ready.
 * Returns the order as it is now. */
void              tranche_order_book_plan_commit_async
                                                    (TrancheOrderBook    *self,
                                                     gint64               order_id,
                                                     gboolean             planned,
                                                     const char          *user,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
TrancheOrder     *tranche_order_book_plan_commit_finish
                                                    (TrancheOrderBook    *self,
                                                     GAsyncResult        *result,
                                                     GError             **error);
/* Notes that the bank has paid out, as it or, with TRANCHE_ORIGIN_USER, somebody here
 * says, or takes that back; with a line in the history. For an order of which nothing
 * is paid out that is TRANCHE_STORE_ERROR_BUSY. Returns the order as it is now. */
void              tranche_order_book_set_paid_async (TrancheOrderBook    *self,
                                                     gint64               order_id,
                                                     gboolean             paid,
                                                     TrancheOrigin        origin,
                                                     const char          *user,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
TrancheOrder     *tranche_order_book_set_paid_finish
                                                    (TrancheOrderBook    *self,
                                                     GAsyncResult        *result,
                                                     GError             **error);
/* The orders whose payout should have been seen before @before (µs since 1970), the
 * oldest first, at most @limit. (element-type TrancheOrder) */
void              tranche_order_book_unpaid_async   (TrancheOrderBook    *self,
                                                     gint64               before,
                                                     guint                limit,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
GPtrArray        *tranche_order_book_unpaid_finish  (TrancheOrderBook    *self,
                                                     GAsyncResult        *result,
                                                     GError             **error);
/* The orders with such a plan. (element-type TrancheOrder) */
void              tranche_order_book_planned_async  (TrancheOrderBook    *self,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
GPtrArray        *tranche_order_book_planned_finish (TrancheOrderBook    *self,
                                                     GAsyncResult        *result,
                                                     GError             **error);
/* The orders whose deadline has come nearer than three days, one day or three
 * hours at @now (µs since 1970), nearest first. Each of these points of a
 * deadline is told once, whatever run of the program asks.
 * (element-type TrancheDeadlineWarning) */
void              tranche_order_book_take_warnings_async
                                                    (TrancheOrderBook    *self,
                                                     gint64               now,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
GPtrArray        *tranche_order_book_take_warnings_finish
                                                    (TrancheOrderBook    *self,
                                                     GAsyncResult        *result,
                                                     GError             **error);

/* Reading. The first @limit orders that @query lists, all with 0. @now settles
 * what "today" is, and its zone what a day of the listing. */
void              tranche_order_book_query_async    (TrancheOrderBook    *self,
                                                     TrancheOrderQuery   *query,
                                                     GDateTime           *now,
                                                     guint                limit,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
TrancheOrderListing *
                  tranche_order_book_query_finish   (TrancheOrderBook    *self,
                                                     GAsyncResult        *result,
                                                     GError             **error);
/* The orders of @ids (element-type gint64) in that order, those that are gone
 * left out. (element-type TrancheOrder) */
void              tranche_order_book_load_async     (TrancheOrderBook    *self,
                                                     GArray              *ids,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
GPtrArray        *tranche_order_book_load_finish    (TrancheOrderBook    *self,
                                                     GAsyncResult        *result,
                                                     GError             **error);
/* The order of an account by its number, or TRANCHE_STORE_ERROR_NOT_FOUND. */
void              tranche_order_book_find_async     (TrancheOrderBook    *self,
                                                     const char          *account_id,
                                                     const char          *number,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
TrancheOrder     *tranche_order_book_find_finish    (TrancheOrderBook    *self,
                                                     GAsyncResult        *result,
                                                     GError             **error);
/* The orders of that number at any account, newest first.
 * (element-type gint64) */
void              tranche_order_book_find_number_async
                                                    (TrancheOrderBook    *self,
                                                     const char          *number,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
GArray           *tranche_order_book_find_number_finish
                                                    (TrancheOrderBook    *self,
                                                     GAsyncResult        *result,
                                                     GError             **error);
/* The same by the bank's own id of it; the newest where there are several. */
void              tranche_order_book_find_by_bank_id_async
                                                    (TrancheOrderBook    *self,
                                                     const char          *account_id,
                                                     const char          *bank_order_id,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
TrancheOrder     *tranche_order_book_find_by_bank_id_finish
                                                    (TrancheOrderBook    *self,
                                                     GAsyncResult        *result,
                                                     GError             **error);
/* What live status has to ask about: all orders that tranche_stage_is_open(),
 * those whose create is not answered, and those committed in the last 30 days whose
 * payout is not known, the last 8000 of them, for banks pay within days and most do not
 * tell that they did.
 * (element-type TrancheOrder) */
void              tranche_order_book_watched_async  (TrancheOrderBook    *self,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
GPtrArray        *tranche_order_book_watched_finish (TrancheOrderBook    *self,
                                                     GAsyncResult        *result,
                                                     GError             **error);
/* What a bank's report of a day can speak of: the orders of an account that were
 * committed or of which something came back from @from to just before @until, and
 * those that the bank knows by one of @bank_order_ids, the newest where there are
 * several. Each once. (element-type TrancheReportedOrder) */
void              tranche_order_book_reported_async (TrancheOrderBook    *self,
                                                     const char          *account_id,
                                                     GDateTime           *from,
                                                     GDateTime           *until,
                                                     const char * const  *bank_order_ids,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
GPtrArray        *tranche_order_book_reported_finish (TrancheOrderBook   *self,
                                                      GAsyncResult       *result,
                                                      GError            **error);
/* How many orders each TrancheView has: TRANCHE_N_VIEWS elements of guint. */
void              tranche_order_book_counts_async   (TrancheOrderBook    *self,
                                                     GDateTime           *now,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
GArray           *tranche_order_book_counts_finish  (TrancheOrderBook    *self,
                                                     GAsyncResult        *result,
                                                     GError             **error);
/* The goods of the newest orders, thousands of them. (transfer full) */
void              tranche_order_book_goods_async    (TrancheOrderBook    *self,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
TrancheCatalogue *tranche_order_book_goods_finish   (TrancheOrderBook    *self,
                                                     GAsyncResult        *result,
                                                     GError             **error);
/* Oldest first. (element-type TrancheHistoryEntry) */
void              tranche_order_book_history_async  (TrancheOrderBook    *self,
                                                     gint64               order_id,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
GPtrArray        *tranche_order_book_history_finish (TrancheOrderBook    *self,
                                                     GAsyncResult        *result,
                                                     GError             **error);
/* The latest time that was lately written down: µs since 1970, 0 in an empty book. */
void              tranche_order_book_last_written_async
                                                    (TrancheOrderBook    *self,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
gboolean          tranche_order_book_last_written_finish
                                                    (TrancheOrderBook    *self,
                                                     GAsyncResult        *result,
                                                     gint64              *time,
                                                     GError             **error);
/* The returns of an order, done, refused and open, oldest first.
 * (element-type TrancheReturnEntry) */
void              tranche_order_book_returns_async  (TrancheOrderBook    *self,
                                                     gint64               order_id,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
GPtrArray        *tranche_order_book_returns_finish (TrancheOrderBook    *self,
                                                     GAsyncResult        *result,
                                                     GError             **error);

G_END_DECLS
