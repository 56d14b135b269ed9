/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/goods-return.h"
#include "store/sql.h"

G_BEGIN_DECLS

/* What the returns among the journal's operations are about. */

/* @goods: must have an id, which no other return has. */
gboolean   tranche_return_table_add  (TrancheSql                *sql,
                                      gint64                     operation_id,
                                      const TrancheGoodsReturn  *goods,
                                      GError                   **error);
/* Of an order, oldest first. (element-type TrancheReturnEntry) */
GPtrArray *tranche_return_table_list (TrancheSql                *sql,
                                      gint64                     order_id,
                                      GError                   **error);

G_END_DECLS
