/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/order-book.h"

G_BEGIN_DECLS

/* Moves the orders that are over, and have not changed since @before, to an archive
 * beside the book: a book of its own. Orders can be read and written meanwhile; the
 * book tells of each that has left by its signal `removed`. What was begun when it
 * was cancelled, or when the program ended, is brought to its end by
 * tranche_order_book_settle_archives_async(). */
void      tranche_order_book_archive_async         (TrancheOrderBook     *self,
                                                    GDateTime            *before,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
/* Finishes both. @n: (out): how many orders have left the book. @path: (out)
 * (nullable) (transfer full): the archive; %NULL where there was nothing to move. */
gboolean  tranche_order_book_archive_finish        (TrancheOrderBook     *self,
                                                    GAsyncResult         *result,
                                                    guint                *n,
                                                    char                **path,
                                                    GError              **error);
/* Ends what a former run left half done. */
void      tranche_order_book_settle_archives_async (TrancheOrderBook     *self,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);

G_END_DECLS
