/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/schema.h"

#include "store/search-text.h"

/* Looking through every page of a larger file would be felt at the start;
 * damage there shows when the page is read. */
#define MAX_CHECKED_PAGES 2048

static gboolean
set_damaged (TrancheSql  *sql,
             const char  *what,
             GError     **error)
{
  g_set_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_DAMAGED, "%s: %s",
               tranche_sql_get_path (sql), what);
  return FALSE;
}

static gboolean
check_pages (TrancheSql  *sql,
             GError     **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gint64 pages;
  gboolean row;

  if (!tranche_sql_get_int64 (sql, "PRAGMA page_count", &pages, error))
    return FALSE;
  if (pages > MAX_CHECKED_PAGES)
    return TRUE;

  statement = tranche_sql_compile (sql, "PRAGMA quick_check (1)", error);
  if (!statement || !tranche_sql_step (sql, statement, &row, error))
    return FALSE;
  if (!row || g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") != 0)
    return set_damaged (sql, "the database is damaged", error);

  return TRUE;
}

gboolean
tranche_schema_inspect (TrancheSql  *sql,
                        int          newest,
                        GError     **error)
{
  gint64 tables, application, version;

  if (!tranche_sql_get_int64 (sql, "SELECT count(*) FROM sqlite_schema", &tables, error) ||
      !tranche_sql_get_int64 (sql, "PRAGMA application_id", &application, error) ||
      !tranche_sql_get_int64 (sql, "PRAGMA user_version", &version, error))
    return FALSE;

  /* What a start that was cut off before its first transaction leaves. */
  if (tables == 0 && application == 0 && version == 0)
    return TRUE;

  if (application != TRANCHE_SCHEMA_APPLICATION_ID || version < 1)
    return set_damaged (sql, "this database is not an order book", error);

  if (version > newest) {
    g_set_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_NEWER,
                 "%s: schema version %" G_GINT64_FORMAT ", this program knows %d",
                 tranche_sql_get_path (sql), version, newest);
    return FALSE;
  }

  return check_pages (sql, error);
}

static gboolean
migrate_once (TrancheSql              *sql,
              const TrancheMigration  *migration,
              GError                 **error)
{
  g_autofree char *stamp = g_strdup_printf ("PRAGMA user_version = %d", migration->version);

  if (tranche_sql_execute (sql, "BEGIN IMMEDIATE", error) &&
      tranche_sql_execute (sql, migration->text, error) &&
      tranche_sql_execute (sql, stamp, error) &&
      tranche_sql_execute (sql, "COMMIT", error))
    return TRUE;

  if (tranche_sql_in_transaction (sql))
    tranche_sql_execute (sql, "ROLLBACK", NULL);
  return FALSE;
}

/* Steps of SQLite's machine between two looks at how far it is. */
#define STEPS_BETWEEN_LOOKS 1000

typedef struct {
  TrancheBookUpgrade *upgrade;
  GCancellable *cancellable;
  double whole; /* steps of all that has to be done, estimated */
  double done;
  double most;  /* where the migration that runs ends, by the estimate */
} Progress;

static int
progress_cb (gpointer data)
{
  Progress *self = data;

  self->done = MIN (self->done + STEPS_BETWEEN_LOOKS, self->most);
  if (self->upgrade)
    tranche_book_upgrade_report (self->upgrade, self->done / self->whole);

  return g_cancellable_is_cancelled (self->cancellable);
}

/* Steps for an order of what is newer than @version. */
static guint
sum_work (const TrancheMigration *steps,
          gsize                   n,
          gint64                  version)
{
  guint work = 0;

  for (gsize i = 0; i < n; i++)
    work += steps[i].version > version ? steps[i].work : 0;

  return work;
}

static gboolean
migrate_from (TrancheSql              *sql,
              gint64                   version,
              const TrancheMigration  *steps,
              gsize                    n,
              Progress                *progress,
              GError                 **error)
{
  sqlite3 *handle = tranche_sql_get_handle (sql);
  guint work = sum_work (steps, n, version);
  gboolean migrated = TRUE;
  gint64 orders = 0;

  if (version > 0 && work > 0 &&
      !tranche_sql_get_int64 (sql, "SELECT max (id) FROM orders", &orders, error))
    return FALSE;

  progress->whole = MAX (1, (double) work * orders);
  sqlite3_progress_handler (handle, STEPS_BETWEEN_LOOKS, progress_cb, progress);
  for (gsize i = 0; i < n && migrated; i++) {
    if (steps[i].version <= version)
      continue;
    progress->most += (double) steps[i].work * orders;
    migrated = migrate_once (sql, &steps[i], error);
    progress->done = progress->most;
  }
  sqlite3_progress_handler (handle, 0, NULL, NULL);

  return migrated;
}

gboolean
tranche_schema_migrate (TrancheSql              *sql,
                        const TrancheMigration  *steps,
                        gsize                    n,
                        TrancheBookUpgrade      *upgrade,
                        GCancellable            *cancellable,
                        GError                 **error)
{
  Progress progress = { upgrade, cancellable };
  gint64 version;

  if (!tranche_sql_get_int64 (sql, "PRAGMA user_version", &version, error))
    return FALSE;

  tranche_search_text_teach (tranche_sql_get_handle (sql));
  return n == 0 || version >= steps[n - 1].version ||
         migrate_from (sql, version, steps, n, &progress, error);
}
