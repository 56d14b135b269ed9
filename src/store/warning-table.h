/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/order-book.h"
#include "store/sql.h"

G_BEGIN_DECLS

/* The orders whose deadline has passed a point that was not warned of, and notes
 * that they are warned of now. (element-type TrancheDeadlineWarning) */
GPtrArray *tranche_warning_table_take (TrancheSql  *sql,
                                       gint64       now,
                                       GError     **error);

G_END_DECLS
