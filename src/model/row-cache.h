/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/order-row.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ROW_CACHE (tranche_row_cache_get_type ())
G_DECLARE_FINAL_TYPE (TrancheRowCache, tranche_row_cache, TRANCHE, ROW_CACHE, GObject)

/**
 * TrancheRowCache:
 *
 * The rows of a list by order id. A row that somebody holds is always found
 * again, so that an order has one row at a time; of the others the last used
 * ones are kept.
 */
TrancheRowCache *tranche_row_cache_new    (guint            n_kept);
/* The row of the order, made where there is none. (transfer full) */
TrancheOrderRow *tranche_row_cache_obtain (TrancheRowCache *self,
                                           gint64           order_id);
/* (nullable) (transfer none): does not count as a use. */
TrancheOrderRow *tranche_row_cache_peek   (TrancheRowCache *self,
                                           gint64           order_id);

G_END_DECLS
