/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/bank.h"
#include "store/order-book.h"

G_BEGIN_DECLS

/* What is left to be returned of @order: by the details of @bank, where it
 * offers them, and by the returns that @book has, where those say less. Fails
 * with %TRANCHE_BANK_ERROR, %TRANCHE_STORE_ERROR or %G_IO_ERROR_CANCELLED. */
void     tranche_returnable_async  (TrancheOrderBook     *book,
                                    TrancheBank          *bank,
                                    TrancheOrder         *order,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
gboolean tranche_returnable_finish (TrancheOrderBook     *book,
                                    GAsyncResult         *result,
                                    TrancheMoney         *left,
                                    GError              **error);

/* Whether @amount can be returned where that is @left: if not, it fails with
 * %TRANCHE_BANK_ERROR_VALIDATION of %TRANCHE_FIELD_SUM. */
gboolean tranche_returnable_allows (const TrancheMoney   *left,
                                    const TrancheMoney   *amount,
                                    GError              **error);

G_END_DECLS
