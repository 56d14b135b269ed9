/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/archive.h"

#include <glib/gstdio.h>

#include "store/archive-name.h"
#include "store/book-copy.h"
#include "store/schema.h"

/*
 * Final stages, and committed: banks of one dialect tell nothing after that, and
 * what they pay they have paid long before anything is as old as this. What asks
 * for somebody is never over. The parameter is the time.
 */
#define IS_OVER \
  "stage IN (6, 7, 8, 9, 10) AND NOT wrong AND NOT commit_planned" \
  " AND created_at < ?1 AND coalesce (changed_at, created_at) < ?1" \
  " AND NOT EXISTS (SELECT 1 FROM journal" \
  "   WHERE journal.order_id = orders.id AND journal.outcome IN (0, 1, 4))"

#define STATE \
  "printf ('%s|%d|%d|%d|%d|%d|%d', number, account, stage, created_at," \
  "  coalesce (changed_at, 0), coalesce (checked_at, 0)," \
  "  (SELECT count(*) FROM history WHERE order_id = orders.id)" \
  "  + (SELECT count(*) FROM journal WHERE order_id = orders.id))"

static const char count_over[] = "SELECT count(*) FROM orders WHERE " IS_OVER;
static const char select_states[] = "SELECT id, " STATE " FROM orders ORDER BY id";
static const char select_state[] = "SELECT " STATE " FROM orders WHERE id = ?";

/* The book lets only those go that are told to. */
static const char tell_others[] = "INSERT INTO leaving SELECT id FROM orders WHERE NOT (" IS_OVER ")";
static const char tell_one[] = "INSERT INTO leaving VALUES (?)";
static const char delete_told[] = "DELETE FROM orders WHERE id IN (SELECT id FROM leaving)";
static const char forget_told[] = "DELETE FROM leaving";

void
tranche_archived_free (TrancheArchived *self)
{
  g_free (self->state);
  g_free (self);
}

static gboolean
run_with_time (TrancheSql  *sql,
               const char  *text,
               gint64       before,
               gint64      *out,
               GError     **error)
{
  g_autoptr (sqlite3_stmt) statement = tranche_sql_compile (sql, text, error);
  gboolean row;

  if (!statement)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, before);
  if (!tranche_sql_step (sql, statement, &row, error))
    return FALSE;
  if (row && out)
    *out = sqlite3_column_int64 (statement, 0);

  return TRUE;
}

gboolean
tranche_archive_count (TrancheSql  *sql,
                       gint64       before,
                       guint       *n,
                       GError     **error)
{
  gint64 count = 0;

  if (!run_with_time (sql, count_over, before, &count, error))
    return FALSE;

  *n = (guint) count;
  return TRUE;
}

static gboolean
delete_leaving (TrancheSql  *sql,
                GError     **error)
{
  return tranche_sql_execute (sql, delete_told, error) &&
         tranche_sql_execute (sql, forget_told, error);
}

/* Leaves in the copy what is over. */
static gboolean
narrow (TrancheSql  *sql,
        gint64       before,
        GError     **error)
{
  return tranche_sql_execute (sql, "BEGIN", error) &&
         run_with_time (sql, tell_others, before, NULL, error) &&
         delete_leaving (sql, error) &&
         tranche_sql_execute (sql, "COMMIT", error) &&
         tranche_sql_execute (sql, "VACUUM", error) &&
         tranche_book_copy_check (sql, error);
}

static gboolean
narrow_copy (const char    *copy,
             gint64         before,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (TrancheSql) sql = tranche_sql_open (copy, SQLITE_OPEN_READWRITE, error);

  /* A copy that is cut short is thrown away. */
  return sql &&
         tranche_sql_execute (sql, "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY", error) &&
         narrow (sql, before, error) &&
         tranche_sql_execute (sql, "PRAGMA journal_mode = DELETE", error) &&
         !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static gboolean
has_any (const char  *book_path,
         gint64       before,
         gboolean    *any,
         GError     **error)
{
  g_autoptr (TrancheSql) sql = tranche_sql_open_reader (book_path, error);
  guint n = 0;

  if (!sql || !tranche_archive_count (sql, before, &n, error))
    return FALSE;

  *any = n > 0;
  return TRUE;
}

char *
tranche_archive_write (const char    *book_path,
                       gint64         before,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autofree char *pending = NULL;
  g_autofree char *copy = NULL;
  gboolean any = FALSE;

  if (!has_any (book_path, before, &any, error) || !any)
    return NULL;

  pending = tranche_archive_name_pending (book_path);
  copy = tranche_book_copy_make (book_path, pending, NULL, NULL, cancellable, error);
  if (!copy)
    return NULL;

  if (!narrow_copy (copy, before, cancellable, error) || !tranche_book_copy_sync (copy, error)) {
    g_unlink (copy);
    return NULL;
  }

  return tranche_book_copy_place (copy, pending, error) ? g_steal_pointer (&pending) : NULL;
}

GPtrArray *
tranche_archive_load (const char  *pending,
                      GError     **error)
{
  g_autoptr (GPtrArray) archived =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_archived_free);
  g_autoptr (TrancheSql) sql = tranche_sql_open_reader (pending, error);
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row;

  if (!sql || !tranche_book_copy_check (sql, error))
    return NULL;

  statement = tranche_sql_compile (sql, select_states, error);
  if (!statement || !tranche_sql_step (sql, statement, &row, error))
    return NULL;

  while (row) {
    TrancheArchived *one = g_new0 (TrancheArchived, 1);

    one->id = sqlite3_column_int64 (statement, 0);
    one->state = g_strdup ((const char *) sqlite3_column_text (statement, 1));
    g_ptr_array_add (archived, one);
    if (!tranche_sql_step (sql, statement, &row, error))
      return NULL;
  }

  return g_steal_pointer (&archived);
}

/* Whether the book has the order just as it is in the archive. */
static gboolean
is_same (TrancheSql             *sql,
         const TrancheArchived  *archived,
         gboolean               *same,
         GError                **error)
{
  sqlite3_stmt *statement = tranche_sql_prepare (sql, select_state, error);
  gboolean row;

  if (!statement)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, archived->id);
  if (!tranche_sql_step (sql, statement, &row, error))
    return FALSE;

  *same = row && g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), archived->state) == 0;
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
tell (TrancheSql  *sql,
      gint64       id,
      GError     **error)
{
  sqlite3_stmt *statement = tranche_sql_prepare (sql, tell_one, error);

  if (!statement)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, id);
  return tranche_sql_run (sql, statement, error);
}

GArray *
tranche_archive_remove (TrancheSql  *sql,
                        GPtrArray   *archived,
                        guint        first,
                        guint        n,
                        GError     **error)
{
  g_autoptr (GArray) removed = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = first; i < archived->len && i < first + n; i++) {
    const TrancheArchived *one = g_ptr_array_index (archived, i);
    gboolean same;

    if (!is_same (sql, one, &same, error) || (same && !tell (sql, one->id, error)))
      return NULL;
    if (same)
      g_array_append_val (removed, one->id);
  }

  return delete_leaving (sql, error) ? g_steal_pointer (&removed) : NULL;
}

/* Of the same order, and not of another that got its id in another book. */
static const char tell_doubled[] =
  "INSERT INTO main.leaving SELECT id FROM main.orders AS orders"
  "  WHERE EXISTS (SELECT 1 FROM book.orders AS other"
  "  WHERE other.id = orders.id AND other.number = orders.number"
  "    AND other.created_at = orders.created_at)";

static gboolean
attach (TrancheSql  *sql,
        const char  *book_path,
        GError     **error)
{
  g_autoptr (sqlite3_stmt) statement = tranche_sql_compile (sql, "ATTACH ? AS book", error);

  if (!statement)
    return FALSE;

  sqlite3_bind_text (statement, 1, book_path, -1, SQLITE_TRANSIENT);
  return tranche_sql_run (sql, statement, error);
}

/* Returns how many are left in @n. */
static gboolean
drop_doubled (const char  *pending,
              const char  *book_path,
              gint64      *n,
              GError     **error)
{
  g_autoptr (TrancheSql) sql = tranche_sql_open (pending, SQLITE_OPEN_READWRITE, error);
  gsize n_migrations;
  const TrancheMigration *migrations = tranche_schema_get_migrations (&n_migrations);

  /* An older program may have begun it. */
  return sql && tranche_schema_migrate (sql, migrations, n_migrations, NULL, NULL, error) &&
         attach (sql, book_path, error) &&
         tranche_sql_execute (sql, "BEGIN", error) &&
         tranche_sql_execute (sql, tell_doubled, error) &&
         delete_leaving (sql, error) &&
         tranche_sql_execute (sql, "COMMIT", error) &&
         tranche_sql_get_int64 (sql, "SELECT count(*) FROM main.orders", n, error);
}

char *
tranche_archive_finish (const char  *pending,
                        const char  *book_path,
                        GError     **error)
{
  g_autofree char *path = tranche_archive_name_finished (pending);
  gint64 n_left = 0;

  if (!drop_doubled (pending, book_path, &n_left, error))
    return NULL;

  if (n_left == 0) {
    g_unlink (pending);
    return NULL;
  }

  return tranche_book_copy_sync (pending, error) && tranche_book_copy_place (pending, path, error)
         ? g_steal_pointer (&path) : NULL;
}
