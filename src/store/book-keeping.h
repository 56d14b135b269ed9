/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/book-check.h"
#include "store/book-summary.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The keeping of books as files, each in a thread of its own: nothing here keeps
 * anybody from reading or writing the book at the same time, except that a book
 * cannot be replaced while it is open. Errors are of %TRANCHE_STORE_ERROR or
 * %G_IO_ERROR_CANCELLED.
 */

/* A copy of the book at @path, open or not, in the file @to. @progress (nullable)
 * is called in the thread that calls this, while its @progress_data is there: until
 * the callback. The folder of @to is made where it is missing. */
void                tranche_book_back_up_async    (const char             *path,
                                                   const char             *to,
                                                   GFileProgressCallback   progress,
                                                   gpointer                progress_data,
                                                   GCancellable           *cancellable,
                                                   GAsyncReadyCallback     callback,
                                                   gpointer                user_data);
/* The backup of a day in @folder, where the oldest ones are deleted. Finishes
 * alike. */
void                tranche_book_back_up_day_async
                                                  (const char             *path,
                                                   const char             *folder,
                                                   GDateTime              *day,
                                                   GCancellable           *cancellable,
                                                   GAsyncReadyCallback     callback,
                                                   gpointer                user_data);
gboolean            tranche_book_back_up_finish   (GAsyncResult           *result,
                                                   GError                **error);
/* What is in the file. */
void                tranche_book_summarize_async  (const char             *path,
                                                   GCancellable           *cancellable,
                                                   GAsyncReadyCallback     callback,
                                                   gpointer                user_data);
TrancheBookSummary *tranche_book_summarize_finish (GAsyncResult           *result,
                                                   GError                **error);
/* See tranche_book_check(); @progress as with a backup. */
void                tranche_book_check_async      (const char             *path,
                                                   GFileProgressCallback   progress,
                                                   gpointer                progress_data,
                                                   GCancellable           *cancellable,
                                                   GAsyncReadyCallback     callback,
                                                   gpointer                user_data);
gboolean            tranche_book_check_finish     (GAsyncResult           *result,
                                                   TrancheBookFaults      *faults,
                                                   GError                **error);
/* See tranche_book_restore(). Once it has begun to replace the book it is not
 * cancelled any more. */
void                tranche_book_restore_async    (const char             *path,
                                                   const char             *source,
                                                   GCancellable           *cancellable,
                                                   GAsyncReadyCallback     callback,
                                                   gpointer                user_data);
/* @kept: (out) (nullable) (transfer full): where the former book is now. */
gboolean            tranche_book_restore_finish   (GAsyncResult           *result,
                                                   char                  **kept,
                                                   GError                **error);

G_END_DECLS
