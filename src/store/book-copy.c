/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/book-copy.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "store/schema.h"

/* Pages between two looks at the cancellable. */
#define PAGES_A_STEP 256

static gboolean
set_error_from_errno (const char  *path,
                      int          number,
                      GError     **error)
{
  TrancheStoreError code = TRANCHE_STORE_ERROR_ACCESS;

  if (number == ENOSPC || number == EDQUOT || number == EFBIG)
    code = TRANCHE_STORE_ERROR_FULL;
  g_set_error (error, TRANCHE_STORE_ERROR, code, "%s: %s", path, g_strerror (number));
  return FALSE;
}

static gboolean
sync_path (const char  *path,
           int          flags,
           GError     **error)
{
  g_autofd int fd = open (path, flags | O_CLOEXEC);

  if (fd >= 0 && fsync (fd) == 0)
    return TRUE;

  return set_error_from_errno (path, errno, error);
}

gboolean
tranche_book_copy_sync (const char  *path,
                        GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!sync_path (path, O_RDWR, error))
    return FALSE;

  /* Some file systems sync no folders. */
  sync_path (folder, O_RDONLY | O_DIRECTORY, NULL);
  return TRUE;
}

gboolean
tranche_book_copy_check (TrancheSql  *sql,
                         GError     **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gsize newest;
  gboolean row;

  tranche_schema_get_migrations (&newest);
  if (!tranche_schema_inspect (sql, (int) newest, error))
    return FALSE;

  statement = tranche_sql_compile (sql, "PRAGMA quick_check (1)", error);
  if (!statement || !tranche_sql_step (sql, statement, &row, error))
    return FALSE;
  if (row && g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0)
    return TRUE;

  g_set_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_DAMAGED,
               "%s: the database is damaged", tranche_sql_get_path (sql));
  return FALSE;
}

/* The source is read in one transaction: changes that others make meanwhile
 * neither get into the copy nor make SQLite begin it anew. */
static gboolean
copy_pages (TrancheSql           *from,
            TrancheSql           *to,
            TrancheCopyProgress   progress,
            gpointer              user_data,
            GCancellable         *cancellable,
            GError              **error)
{
  sqlite3_backup *backup = NULL;
  int result = SQLITE_OK;
  gint64 tables;

  if (!tranche_sql_execute (from, "BEGIN", error) ||
      !tranche_sql_get_int64 (from, "SELECT count(*) FROM sqlite_schema", &tables, error))
    return FALSE;

  backup = sqlite3_backup_init (tranche_sql_get_handle (to), "main",
                                tranche_sql_get_handle (from), "main");
  if (!backup) {
    tranche_sql_set_error (to, error);
    return FALSE;
  }

  while (result == SQLITE_OK && !g_cancellable_is_cancelled (cancellable)) {
    result = sqlite3_backup_step (backup, PAGES_A_STEP);
    if (progress)
      progress (sqlite3_backup_pagecount (backup) - sqlite3_backup_remaining (backup),
                sqlite3_backup_pagecount (backup), user_data);
  }

  if (sqlite3_backup_finish (backup) == SQLITE_OK && result == SQLITE_DONE)
    return TRUE;
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    tranche_sql_set_error (to, error);
  return FALSE;
}

static gboolean
fill_copy (const char           *from,
           const char           *copy,
           TrancheCopyProgress   progress,
           gpointer              user_data,
           GCancellable         *cancellable,
           GError              **error)
{
  g_autoptr (TrancheSql) source = tranche_sql_open_reader (from, error);
  g_autoptr (TrancheSql) sql = NULL;

  if (!source)
    return FALSE;
  sql = tranche_sql_open (copy, SQLITE_OPEN_READWRITE, error);

  /* Until it is finished the file is worth nothing: it is synced once, after
   * that. Then it stands for itself, without a log beside it. */
  return sql &&
         tranche_sql_execute (sql, "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY", error) &&
         copy_pages (source, sql, progress, user_data, cancellable, error) &&
         tranche_sql_execute (sql, "PRAGMA journal_mode = DELETE", error) &&
         tranche_book_copy_check (sql, error);
}

char *
tranche_book_copy_make (const char           *from,
                        const char           *to,
                        TrancheCopyProgress   progress,
                        gpointer              user_data,
                        GCancellable         *cancellable,
                        GError              **error)
{
  g_autofree char *folder = g_path_get_dirname (to);
  g_autofree char *name = g_path_get_basename (to);
  g_autofree char *hidden = g_strdup_printf (".%s.XXXXXX", name);
  g_autofree char *copy = g_build_filename (folder, hidden, NULL);
  int fd = g_mkstemp_full (copy, O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0) {
    set_error_from_errno (to, errno, error);
    return NULL;
  }
  g_close (fd, NULL);

  if (fill_copy (from, copy, progress, user_data, cancellable, error) &&
      tranche_book_copy_sync (copy, error))
    return g_steal_pointer (&copy);

  g_unlink (copy);
  return NULL;
}

gboolean
tranche_book_copy_place (const char  *copy,
                         const char  *to,
                         GError     **error)
{
  if (g_rename (copy, to) == 0)
    return tranche_book_copy_sync (to, error);

  set_error_from_errno (to, errno, error);
  g_unlink (copy);
  return FALSE;
}

/* The book itself is not to be replaced by its copy, nor a book whose log would
 * then be taken for that of the copy. */
static gboolean
may_replace (const char  *from,
             const char  *to,
             GError     **error)
{
  g_autofree char *log = g_strconcat (to, "-wal", NULL);
  GStatBuf source, target;

  if (g_stat (from, &source) == 0 && g_stat (to, &target) == 0 &&
      source.st_dev == target.st_dev && source.st_ino == target.st_ino) {
    g_set_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_LOCKED,
                 "%s: this is the book itself", to);
    return FALSE;
  }
  if (g_stat (log, &target) == 0 && target.st_size > 0) {
    g_set_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_LOCKED,
                 "%s: this is a book that is in use", to);
    return FALSE;
  }

  return TRUE;
}

gboolean
tranche_book_copy (const char           *from,
                   const char           *to,
                   TrancheCopyProgress   progress,
                   gpointer              user_data,
                   GCancellable         *cancellable,
                   GError              **error)
{
  g_autofree char *copy = NULL;

  if (!may_replace (from, to, error))
    return FALSE;

  copy = tranche_book_copy_make (from, to, progress, user_data, cancellable, error);
  return copy && tranche_book_copy_place (copy, to, error);
}
