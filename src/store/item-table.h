/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/order-item.h"
#include "store/sql.h"

G_BEGIN_DECLS

/* The goods of an order, in their order. (element-type TrancheOrderItem) */
GPtrArray *tranche_item_table_load    (TrancheSql  *sql,
                                       gint64       order_id,
                                       const char  *currency,
                                       GError     **error);
gboolean   tranche_item_table_replace (TrancheSql  *sql,
                                       gint64       order_id,
                                       GPtrArray   *items,
                                       GError     **error);
gboolean   tranche_items_equal        (GPtrArray   *a,
                                       GPtrArray   *b);

G_END_DECLS
