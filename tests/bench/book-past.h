/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "book-life.h"

#include "store/sql.h"

G_BEGIN_DECLS

/* Writes what happened to @order, which is in the book: its history, the operations of
 * the journal and its return. */
gboolean book_past_write (TrancheSql    *sql,
                          TrancheOrder  *order,
                          BookLife      *life,
                          GError       **error);

G_END_DECLS
