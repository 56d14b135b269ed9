/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/order-book.h"

G_BEGIN_DECLS

/* A book without a window, and its asynchronous methods as calls that wait; whatever fails
 * ends the program. */

TrancheOrderBook *bench_book_open         (const char           *path);
void              bench_book_close        (TrancheOrderBook     *book);
/* For an asynchronous call: @user_data is a GAsyncResult **. */
void              bench_book_ready_cb     (GObject              *source,
                                           GAsyncResult         *result,
                                           gpointer              user_data);
GAsyncResult     *bench_book_wait         (GAsyncResult        **result);
void              bench_book_check        (const GError         *error);

/* The newest @n orders that are committed. (element-type gint64) (transfer full) */
GArray           *bench_book_find_orders  (const char           *path,
                                           guint                 n);
/* What a bank would say of an order that was paid back; no two are the same. (transfer full) */
TrancheOrder     *bench_book_make_answer  (guint                 i);

G_END_DECLS
