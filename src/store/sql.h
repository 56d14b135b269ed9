/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <sqlite3.h>

#include "core/money.h"
#include "store/store-error.h"

G_BEGIN_DECLS

/**
 * TrancheSql:
 *
 * A connection to a database file with its prepared statements, used by one
 * thread at a time. The one place where SQLite's error codes become
 * %TRANCHE_STORE_ERROR: the messages name the file and what SQLite calls the
 * fault, never a statement's values.
 */
typedef struct _TrancheSql TrancheSql;

/* @flags are those of sqlite3_open_v2(). */
TrancheSql   *tranche_sql_open           (const char          *path,
                                          int                  flags,
                                          GError             **error);
/* To read a book that others may have open. One that nobody has open stays as it
 * is, without a log beside it, and may be where nothing can be written. */
TrancheSql   *tranche_sql_open_reader    (const char          *path,
                                          GError             **error);
void          tranche_sql_close          (TrancheSql          *self);
sqlite3      *tranche_sql_get_handle     (TrancheSql          *self);
const char   *tranche_sql_get_path       (TrancheSql          *self);
gboolean      tranche_sql_in_transaction (TrancheSql          *self);

/* Whether the file is still where it was opened: what is written to one that was
 * moved or deleted would be lost without a word. */
gboolean      tranche_sql_check_file     (TrancheSql          *self,
                                          GError             **error);

/* Runs one or more statements without parameters and without results. */
gboolean      tranche_sql_execute        (TrancheSql          *self,
                                          const char          *text,
                                          GError             **error);
/* A statement that is kept for the next time, reset and with all parameters
 * NULL. @text must be a constant. (transfer none) */
sqlite3_stmt *tranche_sql_prepare        (TrancheSql          *self,
                                          const char          *text,
                                          GError             **error);
/* A statement for this time only. (transfer full): sqlite3_finalize() */
sqlite3_stmt *tranche_sql_compile        (TrancheSql          *self,
                                          const char          *text,
                                          GError             **error);
/* Steps to the next row and tells whether there is one; resets the statement
 * where there is none. FALSE is only a failure. */
gboolean      tranche_sql_step           (TrancheSql          *self,
                                          sqlite3_stmt        *statement,
                                          gboolean            *row,
                                          GError             **error);
/* Steps through a statement whose rows do not matter. */
gboolean      tranche_sql_run            (TrancheSql          *self,
                                          sqlite3_stmt        *statement,
                                          GError             **error);
/* Ends what was not stepped to its end, which would keep its snapshot open. */
void          tranche_sql_reset          (TrancheSql          *self);
/* The integer that a query without parameters has in its only row. */
gboolean      tranche_sql_get_int64      (TrancheSql          *self,
                                          const char          *text,
                                          gint64              *out,
                                          GError             **error);
/* What SQLite says went wrong last. */
void          tranche_sql_set_error      (TrancheSql          *self,
                                          GError             **error);

/* The next parameter or column, counted by @index. */
void          tranche_sql_bind_int64     (sqlite3_stmt        *statement,
                                          int                 *index,
                                          gint64               value);
void          tranche_sql_bind_text      (sqlite3_stmt        *statement,
                                          int                 *index,
                                          const char          *text);
/* An amount without its currency: NULL where it is unset. */
void          tranche_sql_bind_money     (sqlite3_stmt        *statement,
                                          int                 *index,
                                          const TrancheMoney  *money);
/* Microseconds UTC. */
void          tranche_sql_bind_time      (sqlite3_stmt        *statement,
                                          int                 *index,
                                          GDateTime           *time);
/* (transfer none) (nullable): until the next step. */
const char   *tranche_sql_column_text    (sqlite3_stmt        *statement,
                                          int                 *index);
gint64        tranche_sql_column_int64   (sqlite3_stmt        *statement,
                                          int                 *index);
TrancheMoney  tranche_sql_column_money   (sqlite3_stmt        *statement,
                                          int                 *index,
                                          const char          *currency);
/* (transfer full) (nullable) */
GDateTime    *tranche_sql_column_time    (sqlite3_stmt        *statement,
                                          int                 *index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheSql, tranche_sql_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

G_END_DECLS
