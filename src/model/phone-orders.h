/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/order-book.h"

G_BEGIN_DECLS

/* Whether @phone has so many digits that it can be somebody's. */
gboolean      tranche_phone_orders_is_whole    (const char           *phone);

/* The last orders of whoever has @phone, however it is written, newest first.
 * (element-type TrancheOrder) (transfer full) */
void          tranche_phone_orders_find_async  (TrancheOrderBook     *book,
                                                const char           *phone,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
GPtrArray    *tranche_phone_orders_find_finish (GAsyncResult         *result,
                                                GError              **error);

/* The newest of @orders that tells a name. (nullable) (transfer none) */
TrancheOrder *tranche_phone_orders_find_named  (GPtrArray            *orders);
/* The newest of @orders of the day of @now that costs @amount, as if the order that
 * is being made had been made already. Drafts do not count, nor what was canceled
 * or rejected, after which it may well be made again. (nullable) (transfer none) */
TrancheOrder *tranche_phone_orders_find_twin   (GPtrArray            *orders,
                                                const TrancheMoney   *amount,
                                                GDateTime            *now);

G_END_DECLS
