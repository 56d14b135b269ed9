/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/bank.h"
#include "store/order-book.h"

G_BEGIN_DECLS

/* Asks @bank how @order stands and writes the answer, or that there was none,
 * into @book. Returns the order as it is in the book then; fails with
 * %TRANCHE_BANK_ERROR, %TRANCHE_STORE_ERROR or %G_IO_ERROR_CANCELLED. */
void          tranche_state_question_async  (TrancheOrderBook     *book,
                                             TrancheBank          *bank,
                                             TrancheOrder         *order,
                                             TranchePriority       priority,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
TrancheOrder *tranche_state_question_finish (TrancheOrderBook     *book,
                                             GAsyncResult         *result,
                                             GError              **error);

G_END_DECLS
