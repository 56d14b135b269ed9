/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/order.h"
#include "store/sql.h"

G_BEGIN_DECLS

/* The rows of orders with their goods, answers and search texts. To be called
 * within a transaction. Times come back in UTC. */

/* TRANCHE_STORE_ERROR_NOT_FOUND where there is none. (transfer full) */
TrancheOrder *tranche_order_table_load        (TrancheSql    *sql,
                                               gint64         id,
                                               GError       **error);
TrancheOrder *tranche_order_table_find        (TrancheSql    *sql,
                                               const char    *account_id,
                                               const char    *number,
                                               GError       **error);
/* The newest one that the bank calls so. */
TrancheOrder *tranche_order_table_find_by_bank_id (TrancheSql  *sql,
                                                   const char  *account_id,
                                                   const char  *bank_order_id,
                                                   GError     **error);
/* Those of @statement, whose only column is the id. (element-type TrancheOrder) */
GPtrArray    *tranche_order_table_collect     (TrancheSql    *sql,
                                               sqlite3_stmt  *statement,
                                               GError       **error);
/* Adds to @orders the outlines of those that are committed and were so after @since,
 * µs UTC, the last @most of them: see tranche_order_copy_outline(). */
gboolean      tranche_order_table_add_committed
                                              (TrancheSql    *sql,
                                               GPtrArray     *orders,
                                               gint64         since,
                                               guint          most,
                                               GError       **error);
/* TRANCHE_STORE_ERROR_EXISTS where the account has an order of that number. */
gboolean      tranche_order_table_insert      (TrancheSql    *sql,
                                               TrancheOrder  *order,
                                               gint64        *id,
                                               GError       **error);
/* @before: what the row holds now, so that only what differs is written. */
gboolean      tranche_order_table_update      (TrancheSql    *sql,
                                               TrancheOrder  *order,
                                               TrancheOrder  *before,
                                               GError       **error);
/* Writes when @order was asked for, and the bank's number of that, alone. */
gboolean      tranche_order_table_set_checked (TrancheSql    *sql,
                                               TrancheOrder  *order,
                                               GError       **error);
/* What makes an order stand among those that went wrong, beside its stage:
 * the bank refused the last operation; the outcome of one is unknown. */
gboolean      tranche_order_table_set_refused (TrancheSql    *sql,
                                               gint64         id,
                                               gboolean       refused,
                                               GError       **error);
gboolean      tranche_order_table_set_unknown (TrancheSql    *sql,
                                               gint64         id,
                                               gboolean       unknown,
                                               GError       **error);
gboolean      tranche_order_table_set_commit_planned
                                              (TrancheSql    *sql,
                                               gint64         id,
                                               gboolean       planned,
                                               GError       **error);
/* With its goods, history and journal. */
gboolean      tranche_order_table_remove      (TrancheSql    *sql,
                                               gint64         id,
                                               GError       **error);

G_END_DECLS
