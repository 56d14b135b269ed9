/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/live-status.h"
#include "model/operations.h"
#include "store/order-book.h"

G_BEGIN_DECLS

/**
 * CrashShop:
 *
 * What a shop is made of: book, an account in each of the demo bank's dialects
 * with the real clients, operations, and live status. No keyring, for the demo
 * bank's passwords are no secrets.
 */
typedef struct {
  TrancheOrderBook *book;
  GListModel *connections;
  TrancheOperations *operations;
  TrancheLiveStatus *live_status;
} CrashShop;

/* Opens or makes the book in @folder. @time_limit: milliseconds that a request
 * may take. */
CrashShop    *crash_shop_open        (const char     *folder,
                                      const char     *url,
                                      guint           time_limit);
/* Closes everything in good order. */
void          crash_shop_close       (CrashShop      *self);

/* Every order of the book. (element-type TrancheOrder) (transfer full) */
GPtrArray    *crash_shop_load_all    (CrashShop      *self);

/* For any asynchronous call: pass &result as its data, and wait for it. */
void          crash_store_result_cb  (GObject        *source,
                                      GAsyncResult   *result,
                                      gpointer        user_data);
GAsyncResult *crash_wait             (GAsyncResult  **result);
/* Ends the program when there is an error. */
void          crash_expect_no_error  (const GError   *error,
                                      const char     *what);

G_END_DECLS
