/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/account.h"
#include "store/sql.h"

G_BEGIN_DECLS

/* The points of sale of accounts. */

/* (element-type TranchePointOfSale) */
GPtrArray *tranche_point_table_load    (TrancheSql  *sql,
                                        const char  *account_id,
                                        GError     **error);
gboolean   tranche_point_table_replace (TrancheSql  *sql,
                                        const char  *account_id,
                                        GPtrArray   *points,
                                        GError     **error);

G_END_DECLS
