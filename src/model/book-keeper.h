/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

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
/* Cancels what is under way, and waits for its end; later calls are cancelled. */
void               tranche_book_keeper_close_async    (TrancheBookKeeper      *self,
                                                       GAsyncReadyCallback     callback,
                                                       gpointer                user_data);
gboolean           tranche_book_keeper_close_finish   (TrancheBookKeeper      *self,
                                                       GAsyncResult           *result,
                                                       GError                **error);

G_END_DECLS
