/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/book-restore.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "store/book-file.h"
#include "store/schema.h"

static gboolean
exists (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* "/…/orders-kept-2026-11-22-0130.db", and then "…-0130-2.db". (transfer full) */
static char *
choose_name (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%d-%H%M");
  g_autofree char *stem = g_strdup (path);
  g_autofree char *name = NULL;

  if (g_str_has_suffix (stem, ".db"))
    stem[strlen (stem) - strlen (".db")] = '\0';

  name = g_strdup_printf ("%s-kept-%s.db", stem, time);
  for (guint i = 2; exists (name); i++) {
    g_free (name);
    name = g_strdup_printf ("%s-kept-%s-%u.db", stem, time, i);
  }

  return g_steal_pointer (&name);
}

/* A second name for the file, so that the first is never without one; a copy
 * where the file system gives no file two names. */
static gboolean
give_name (const char  *path,
           const char  *name,
           GError     **error)
{
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (name);
  g_autoptr (GError) failure = NULL;

  if (link (path, name) == 0)
    return TRUE;
  if (g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &failure))
    return tranche_book_copy_sync (name, error);

  g_set_error (error, TRANCHE_STORE_ERROR,
               g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NO_SPACE)
               ? TRANCHE_STORE_ERROR_FULL : TRANCHE_STORE_ERROR_ACCESS,
               "%s: %s", name, failure->message);
  return FALSE;
}

/* Brings what is in the log into the file, which goes under another name next. A
 * damaged book may not let that happen. */
static void
fold_log (const char *path)
{
  g_autoptr (TrancheSql) sql = tranche_sql_open (path, SQLITE_OPEN_READWRITE, NULL);

  if (sql)
    tranche_sql_execute (sql, "PRAGMA wal_checkpoint (TRUNCATE); PRAGMA journal_mode = DELETE",
                         NULL);
}

/* What is still in a log stays with its book, and must not be taken for a part of
 * the next one. */
static gboolean
keep_log (const char  *path,
          const char  *name,
          GError     **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *index = g_strconcat (path, "-shm", NULL);
  g_autofree char *log_name = g_strconcat (name, "-wal", NULL);
  GStatBuf status;

  if (g_stat (log, &status) == 0 && status.st_size > 0 && !give_name (log, log_name, error))
    return FALSE;

  g_unlink (log);
  g_unlink (index);
  return TRUE;
}

/* (transfer full) (nullable) */
static char *
keep_present (const char  *path,
              GError     **error)
{
  g_autofree char *name = choose_name (path);

  fold_log (path);
  if (!give_name (path, name, error) || !keep_log (path, name, error) ||
      !tranche_book_copy_sync (name, error))
    return NULL;

  return g_steal_pointer (&name);
}

static gboolean
make_present (const char  *copy,
              GError     **error)
{
  g_autoptr (TrancheSql) sql = tranche_sql_open (copy, SQLITE_OPEN_READWRITE, error);
  gsize n_migrations;
  const TrancheMigration *migrations = tranche_schema_get_migrations (&n_migrations);
  gint64 version;

  if (!sql || !tranche_sql_get_int64 (sql, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version == 0) {
    g_set_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_DAMAGED,
                 "%s: there is no order book in it", copy);
    return FALSE;
  }

  return tranche_schema_migrate (sql, migrations, n_migrations, NULL, NULL, error) &&
         tranche_sql_execute (sql, "UPDATE orders SET commit_planned = 0 WHERE commit_planned",
                              error) &&
         tranche_book_copy_check (sql, error);
}

gboolean
tranche_book_restore (const char    *path,
                      const char    *source,
                      char         **kept,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (TrancheBookFile) file = tranche_book_file_lock (path, error);
  g_autofree char *copy = NULL;
  g_autofree char *name = NULL;
  const char *real_path;

  *kept = NULL;
  if (!file)
    return FALSE;

  real_path = tranche_book_file_get_path (file);
  copy = tranche_book_copy_make (source, real_path, NULL, NULL, cancellable, error);
  if (!copy)
    return FALSE;

  if (!make_present (copy, error) || !tranche_book_copy_sync (copy, error) ||
      (exists (real_path) && !(name = keep_present (real_path, error)))) {
    g_unlink (copy);
    return FALSE;
  }

  if (!tranche_book_copy_place (copy, real_path, error))
    return FALSE;

  *kept = g_steal_pointer (&name);
  return TRUE;
}
