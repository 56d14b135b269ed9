/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/order-condition.h"

G_BEGIN_DECLS

/* The stages of which a view has orders, a bit each: see TRANCHE_STAGE_BIT(). */
guint     tranche_order_counts_get_stages (TrancheView        view);
/* How many orders stand in one of @stages, of one account or with 0 of all: read
 * from the counts that the file keeps. */
gboolean  tranche_order_counts_sum        (TrancheSql        *sql,
                                           guint              stages,
                                           gint64             account,
                                           gint64            *n,
                                           GError           **error);
/* How many orders each view has. (element-type guint) */
GArray   *tranche_order_counts_of_views   (TrancheSql        *sql,
                                           const TrancheDay  *today,
                                           GError           **error);

G_END_DECLS
