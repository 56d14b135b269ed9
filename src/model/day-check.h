/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/connection.h"
#include "model/day-report.h"
#include "store/order-book.h"

G_BEGIN_DECLS

/* Asks the bank of @connection for its report of the day of @day (in the zone
 * that it carries) and lays it beside what @book has of that account. Errors are of
 * %TRANCHE_BANK_ERROR, %TRANCHE_STORE_ERROR or %G_IO_ERROR_CANCELLED. */
void              tranche_day_check_async  (TrancheOrderBook     *book,
                                            TrancheConnection    *connection,
                                            GDateTime            *day,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
TrancheDayReport *tranche_day_check_finish (GAsyncResult         *result,
                                            GError              **error);

G_END_DECLS
