/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/book-check.h"
#include "store/order-book.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_BOOK_KEEPER (tranche_book_keeper_get_type ())
G_DECLARE_FINAL_TYPE (TrancheBookKeeper, tranche_book_keeper, TRANCHE, BOOK_KEEPER, GObject)

/**
 * TrancheBookKeeper:
 *
 * What is done with an open book as a whole. Nothing of it keeps orders from being
 * read or written meanwhile. The book is not to be closed before this is.
 */
TrancheBookKeeper *tranche_book_keeper_new            (TrancheOrderBook       *book);
/* Of the book. (transfer none) */
const char        *tranche_book_keeper_get_path       (TrancheBookKeeper      *self);
/* See tranche_book_back_up_async(). */
void               tranche_book_keeper_back_up_async  (TrancheBookKeeper      *self,
                                                       const char             *to,
                                                       GFileProgressCallback   progress,
                                                       gpointer                progress_data,
                                                       GCancellable           *cancellable,
                                                       GAsyncReadyCallback     callback,
                                                       gpointer                user_data);
/* See tranche_book_back_up_day_async(). Finishes alike. */
void               tranche_book_keeper_back_up_day_async
                                                      (TrancheBookKeeper      *self,
                                                       const char             *folder,
                                                       GDateTime              *day,
                                                       GCancellable           *cancellable,
                                                       GAsyncReadyCallback     callback,
                                                       gpointer                user_data);
gboolean           tranche_book_keeper_back_up_finish (TrancheBookKeeper      *self,
                                                       GAsyncResult           *result,
                                                       GError                **error);
/* See tranche_book_check_async(). */
void               tranche_book_keeper_check_async    (TrancheBookKeeper      *self,
                                                       GFileProgressCallback   progress,
                                                       gpointer                progress_data,
                                                       GCancellable           *cancellable,
                                                       GAsyncReadyCallback     callback,
                                                       gpointer                user_data);
gboolean           tranche_book_keeper_check_finish   (TrancheBookKeeper      *self,
                                                       GAsyncResult           *result,
                                                       TrancheBookFaults      *faults,
                                                       GError                **error);
/* See tranche_order_book_archive_async(). */
void               tranche_book_keeper_archive_async  (TrancheBookKeeper      *self,
                                                       GDateTime              *before,
                                                       GCancellable           *cancellable,
                                                       GAsyncReadyCallback     callback,
                                                       gpointer                user_data);
/* @n: (out): how many orders have moved. */
gboolean           tranche_book_keeper_archive_finish (TrancheBookKeeper      *self,
                                                       GAsyncResult           *result,
                                                       guint                  *n,
                                                       GError                **error);
/* Ends what a former run left half done; to be called when the book is opened. */
void               tranche_book_keeper_settle_archives (TrancheBookKeeper     *self);
/* The archives of the book, newest first. (transfer full) */
GStrv              tranche_book_keeper_list_archives  (TrancheBookKeeper      *self);
/* Cancels what is under way, and waits for its end; later calls are cancelled. */
void               tranche_book_keeper_close_async    (TrancheBookKeeper      *self,
                                                       GAsyncReadyCallback     callback,
                                                       gpointer                user_data);
gboolean           tranche_book_keeper_close_finish   (TrancheBookKeeper      *self,
                                                       GAsyncResult           *result,
                                                       GError                **error);

G_END_DECLS
