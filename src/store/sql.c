/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/sql.h"

#include <errno.h>
#include <gio/gio.h>

/* How long another process that reads or copies the file may hold us up. */
#define BUSY_TIMEOUT_MS 5000

struct _TrancheSql {
  sqlite3 *handle;
  char *path;
  GHashTable *statements; /* the constant text → sqlite3_stmt */
};

static TrancheStoreError
code_for_result (int result)
{
  switch (result & 0xff) {
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
    return TRANCHE_STORE_ERROR_DAMAGED;
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return TRANCHE_STORE_ERROR_LOCKED;
  case SQLITE_PERM:
  case SQLITE_READONLY:
  case SQLITE_CANTOPEN:
  case SQLITE_AUTH:
  case SQLITE_IOERR:
    return TRANCHE_STORE_ERROR_ACCESS;
  case SQLITE_FULL:
    return TRANCHE_STORE_ERROR_FULL;
  default:
    return TRANCHE_STORE_ERROR_FAILED;
  }
}

void
tranche_sql_set_error (TrancheSql  *self,
                       GError     **error)
{
  int result = sqlite3_extended_errcode (self->handle);
  int system_error = sqlite3_system_errno (self->handle);
  TrancheStoreError code = code_for_result (result);

  if (result == SQLITE_INTERRUPT) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The query was cancelled");
    return;
  }

  /* A file-size limit and a quota come as plain write errors. */
  if ((result & 0xff) == SQLITE_IOERR &&
      (system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG))
    code = TRANCHE_STORE_ERROR_FULL;
  else if ((result & 0xff) == SQLITE_IOERR && system_error == ENOENT)
    code = TRANCHE_STORE_ERROR_GONE;

  /* sqlite3_errstr() and not sqlite3_errmsg(): the latter can quote values. */
  if ((result & 0xff) == SQLITE_IOERR && system_error != 0)
    g_set_error (error, TRANCHE_STORE_ERROR, code, "%s: %s (%d): %s", self->path,
                 sqlite3_errstr (result), result, g_strerror (system_error));
  else
    g_set_error (error, TRANCHE_STORE_ERROR, code, "%s: %s (%d)", self->path,
                 sqlite3_errstr (result), result);
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

/* @name: what SQLite calls the file at @path. */
static TrancheSql *
open_named (const char  *path,
            const char  *name,
            int          flags,
            GError     **error)
{
  g_autoptr (TrancheSql) self = g_new0 (TrancheSql, 1);

  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, finalize_statement);
  if (sqlite3_open_v2 (name, &self->handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                       NULL) != SQLITE_OK) {
    tranche_sql_set_error (self, error);
    return NULL;
  }

  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  /* The file is data: nothing in its schema may reach further. */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);

  return g_steal_pointer (&self);
}

TrancheSql *
tranche_sql_open (const char  *path,
                  int          flags,
                  GError     **error)
{
  return open_named (path, path, flags, error);
}

TrancheSql *
tranche_sql_open_reader (const char  *path,
                         GError     **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *address = g_filename_to_uri (absolute, NULL, NULL);
  g_autofree char *sealed = g_strconcat (address, "?immutable=1", NULL);

  if (g_file_test (log, G_FILE_TEST_EXISTS))
    return tranche_sql_open (path, SQLITE_OPEN_READONLY, error);

  return open_named (path, sealed, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, error);
}

void
tranche_sql_close (TrancheSql *self)
{
  g_clear_pointer (&self->statements, g_hash_table_unref);
  sqlite3_close (self->handle);
  g_free (self->path);
  g_free (self);
}

sqlite3 *
tranche_sql_get_handle (TrancheSql *self)
{
  return self->handle;
}

const char *
tranche_sql_get_path (TrancheSql *self)
{
  return self->path;
}

gboolean
tranche_sql_in_transaction (TrancheSql *self)
{
  return !sqlite3_get_autocommit (self->handle);
}

gboolean
tranche_sql_check_file (TrancheSql  *self,
                        GError     **error)
{
  int moved = FALSE;

  sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  if (!moved)
    return TRUE;

  g_set_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_GONE,
               "%s: the file was moved or deleted while it was open", self->path);
  return FALSE;
}

gboolean
tranche_sql_execute (TrancheSql  *self,
                     const char  *text,
                     GError     **error)
{
  if (sqlite3_exec (self->handle, text, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  tranche_sql_set_error (self, error);
  return FALSE;
}

static sqlite3_stmt *
compile (TrancheSql    *self,
         const char    *text,
         unsigned int   flags,
         GError       **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v3 (self->handle, text, -1, flags, &statement, NULL) != SQLITE_OK)
    tranche_sql_set_error (self, error);
  return statement;
}

sqlite3_stmt *
tranche_sql_prepare (TrancheSql  *self,
                     const char  *text,
                     GError     **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, text);

  if (statement) {
    sqlite3_reset (statement);
    sqlite3_clear_bindings (statement);
    return statement;
  }

  statement = compile (self, text, SQLITE_PREPARE_PERSISTENT, error);
  if (statement)
    g_hash_table_insert (self->statements, (gpointer) text, statement);
  return statement;
}

sqlite3_stmt *
tranche_sql_compile (TrancheSql  *self,
                     const char  *text,
                     GError     **error)
{
  return compile (self, text, 0, error);
}

gboolean
tranche_sql_step (TrancheSql    *self,
                  sqlite3_stmt  *statement,
                  gboolean      *row,
                  GError       **error)
{
  int result = sqlite3_step (statement);

  *row = result == SQLITE_ROW;
  if (*row)
    return TRUE;

  if (result != SQLITE_DONE)
    tranche_sql_set_error (self, error);
  sqlite3_reset (statement);
  return result == SQLITE_DONE;
}

gboolean
tranche_sql_run (TrancheSql    *self,
                 sqlite3_stmt  *statement,
                 GError       **error)
{
  gboolean row;

  do {
    if (!tranche_sql_step (self, statement, &row, error))
      return FALSE;
  }
  while (row);

  return TRUE;
}

void
tranche_sql_reset (TrancheSql *self)
{
  sqlite3_stmt *statement = NULL;

  while ((statement = sqlite3_next_stmt (self->handle, statement))) {
    if (sqlite3_stmt_busy (statement))
      sqlite3_reset (statement);
  }
}

gboolean
tranche_sql_get_int64 (TrancheSql  *self,
                       const char  *text,
                       gint64      *out,
                       GError     **error)
{
  g_autoptr (sqlite3_stmt) statement = compile (self, text, 0, error);
  gboolean row;

  if (!statement || !tranche_sql_step (self, statement, &row, error))
    return FALSE;

  *out = row ? sqlite3_column_int64 (statement, 0) : 0;
  return TRUE;
}

void
tranche_sql_bind_int64 (sqlite3_stmt *statement,
                        int          *index,
                        gint64        value)
{
  sqlite3_bind_int64 (statement, ++*index, value);
}

void
tranche_sql_bind_text (sqlite3_stmt *statement,
                       int          *index,
                       const char   *text)
{
  sqlite3_bind_text (statement, ++*index, text, -1, SQLITE_TRANSIENT);
}

void
tranche_sql_bind_money (sqlite3_stmt       *statement,
                        int                *index,
                        const TrancheMoney *money)
{
  ++*index;
  if (tranche_money_is_set (money))
    sqlite3_bind_int64 (statement, *index, money->minor);
}

void
tranche_sql_bind_time (sqlite3_stmt *statement,
                       int          *index,
                       GDateTime    *time)
{
  ++*index;
  if (time)
    sqlite3_bind_int64 (statement, *index, g_date_time_to_unix_usec (time));
}

const char *
tranche_sql_column_text (sqlite3_stmt *statement,
                         int          *index)
{
  return (const char *) sqlite3_column_text (statement, (*index)++);
}

gint64
tranche_sql_column_int64 (sqlite3_stmt *statement,
                          int          *index)
{
  return sqlite3_column_int64 (statement, (*index)++);
}

TrancheMoney
tranche_sql_column_money (sqlite3_stmt *statement,
                          int          *index,
                          const char   *currency)
{
  int column = (*index)++;

  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    return (TrancheMoney) TRANCHE_MONEY_UNSET;

  return tranche_money (sqlite3_column_int64 (statement, column), currency);
}

GDateTime *
tranche_sql_column_time (sqlite3_stmt *statement,
                         int          *index)
{
  int column = (*index)++;

  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    return NULL;

  return g_date_time_new_from_unix_utc_usec (sqlite3_column_int64 (statement, column));
}
