/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/history-entry.h"
#include "store/sql.h"

G_BEGIN_DECLS

gboolean   tranche_history_table_add  (TrancheSql           *sql,
                                       gint64                order_id,
                                       TrancheHistoryEntry  *entry,
                                       GError              **error);
/* Oldest first. (element-type TrancheHistoryEntry) */
GPtrArray *tranche_history_table_load (TrancheSql           *sql,
                                       gint64                order_id,
                                       GError              **error);
/* When the newest entries were written, the latest of their times: µs since 1970,
 * 0 where there is none. */
gboolean   tranche_history_table_last (TrancheSql           *sql,
                                       gint64               *time,
                                       GError              **error);

G_END_DECLS
