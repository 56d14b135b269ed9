/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "core/account.h"
#include "store/order-book.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ACCOUNT_BOOK (tranche_account_book_get_type ())
G_DECLARE_FINAL_TYPE (TrancheAccountBook, tranche_account_book, TRANCHE, ACCOUNT_BOOK, GObject)

/**
 * TrancheAccountBook:
 *
 * The accounts, kept in the same file as the orders. No secret is in it.
 */
TrancheAccountBook *tranche_account_book_new           (TrancheOrderBook    *book);

/* By name. (element-type TrancheAccount) */
void                tranche_account_book_load_async    (TrancheAccountBook  *self,
                                                        GCancellable        *cancellable,
                                                        GAsyncReadyCallback  callback,
                                                        gpointer             user_data);
GPtrArray          *tranche_account_book_load_finish   (TrancheAccountBook  *self,
                                                        GAsyncResult        *result,
                                                        GError             **error);
void                tranche_account_book_save_async    (TrancheAccountBook  *self,
                                                        TrancheAccount      *account,
                                                        GCancellable        *cancellable,
                                                        GAsyncReadyCallback  callback,
                                                        gpointer             user_data);
gboolean            tranche_account_book_save_finish   (TrancheAccountBook  *self,
                                                        GAsyncResult        *result,
                                                        GError             **error);
/* The account is hidden and its orders stay. */
void                tranche_account_book_remove_async  (TrancheAccountBook  *self,
                                                        const char          *account_id,
                                                        GCancellable        *cancellable,
                                                        GAsyncReadyCallback  callback,
                                                        gpointer             user_data);
gboolean            tranche_account_book_remove_finish (TrancheAccountBook  *self,
                                                        GAsyncResult        *result,
                                                        GError             **error);

G_END_DECLS
