/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sql.h"

G_BEGIN_DECLS

/* Many orders are written several times sooner without indexes and the search, and
 * those are made sooner of all of them at once. */

/* Drops them, and returns the statements that make them again (element-type utf8). */
GPtrArray *book_index_put_off (TrancheSql  *sql,
                               GError     **error);
gboolean   book_index_make    (TrancheSql  *sql,
                               GPtrArray   *statements,
                               GError     **error);

G_END_DECLS
