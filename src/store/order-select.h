/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/order-query.h"
#include "store/order-listing.h"
#include "store/sql.h"

G_BEGIN_DECLS

/**
 * TrancheDay:
 *
 * The day that it is for the manager: from @start to just before @end, in
 * microseconds UTC.
 */
typedef struct {
  gint64 start;
  gint64 end;
} TrancheDay;

/* The day of @now in its own zone. */
TrancheDay  tranche_day_of             (GDateTime          *now);

/* The first @limit orders that @query lists, all with 0. @now settles what today
 * is, and its zone what a day. */
TrancheOrderListing *
            tranche_order_select_list  (TrancheSql         *sql,
                                        TrancheOrderQuery  *query,
                                        GDateTime          *now,
                                        guint               limit,
                                        GError            **error);
/* How many orders each view has. (element-type guint) */
GArray     *tranche_order_select_counts (TrancheSql        *sql,
                                         const TrancheDay  *today,
                                         GError           **error);

G_END_DECLS
