/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/book-glance.h"

#include "store/order-table.h"
#include "store/schema.h"
#include "store/search.h"

/* SQLite asks once in so many of its steps whether to go on. */
#define STEPS 2000

struct _TrancheBookGlance {
  TrancheSql *sql;
};

typedef struct {
  TrancheSql *sql;
  GCancellable *cancellable;
  TrancheGlanceFound found;
  gpointer user_data;
} Hunt;

static gboolean
check_version (TrancheSql  *sql,
               GError     **error)
{
  gint64 application, version;
  gsize newest;

  tranche_schema_get_migrations (&newest);
  if (!tranche_sql_get_int64 (sql, "PRAGMA application_id", &application, error) ||
      !tranche_sql_get_int64 (sql, "PRAGMA user_version", &version, error))
    return FALSE;
  if (application == TRANCHE_SCHEMA_APPLICATION_ID && version == (gint64) newest)
    return TRUE;

  g_set_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_NEWER,
               "%s: not a book of this version of the program", tranche_sql_get_path (sql));
  return FALSE;
}

TrancheBookGlance *
tranche_book_glance_open (const char  *path,
                          GError     **error)
{
  g_autoptr (TrancheSql) sql = NULL;
  TrancheBookGlance *self;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR)) {
    g_set_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_NOT_FOUND,
                 "%s: there is no book", path);
    return NULL;
  }

  sql = tranche_sql_open (path, SQLITE_OPEN_READONLY, error);
  if (!sql || !check_version (sql, error))
    return NULL;

  tranche_search_teach (tranche_sql_get_handle (sql));
  self = g_new0 (TrancheBookGlance, 1);
  self->sql = g_steal_pointer (&sql);
  return self;
}

void
tranche_book_glance_close (TrancheBookGlance *self)
{
  tranche_sql_close (self->sql);
  g_free (self);
}

static int
is_cancelled (gpointer user_data)
{
  return g_cancellable_is_cancelled (user_data);
}

/* Hands out what @statement finds, until it is enough. */
static gboolean
hand_out (const Hunt    *hunt,
          sqlite3_stmt  *statement,
          gboolean      *more,
          GError       **error)
{
  g_autoptr (GError) local = NULL;
  gboolean row = TRUE;

  while (*more && row) {
    if (!tranche_sql_step (hunt->sql, statement, &row, &local)) {
      if (!g_cancellable_set_error_if_cancelled (hunt->cancellable, error))
        g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
    if (row)
      *more = hunt->found (sqlite3_column_int64 (statement, 0), hunt->user_data);
  }

  return TRUE;
}

static gboolean
find_number (const Hunt  *hunt,
             const char  *typed,
             gboolean    *more,
             GError     **error)
{
  g_autoptr (sqlite3_stmt) statement =
    tranche_sql_compile (hunt->sql, "SELECT id FROM orders WHERE number = ? ORDER BY id DESC",
                         error);

  if (!statement)
    return FALSE;

  sqlite3_bind_text (statement, 1, typed, -1, SQLITE_STATIC);
  return hand_out (hunt, statement, more, error);
}

static gboolean
find_amount (const Hunt  *hunt,
             const char  *typed,
             gboolean    *more,
             GError     **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  TrancheMoney amount;

  /* Whatever the currency: what is kept is minor units, of two decimals. */
  if (!tranche_money_parse (typed, "RUB", &amount, NULL))
    return TRUE;

  statement = tranche_sql_compile (hunt->sql,
                                   "SELECT id FROM orders WHERE amount = ? ORDER BY id DESC",
                                   error);
  if (!statement)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, amount.minor);
  return hand_out (hunt, statement, more, error);
}

static gboolean
find_text (const Hunt  *hunt,
           const char  *typed,
           gboolean    *more,
           GError     **error)
{
  /* The index gives what it lists in the order of its rows: the newest first,
   * and the others not at all. */
  static const char text[] =
    "SELECT rowid FROM search WHERE search MATCH ?1 AND"
    "  tranche_finds (?2, (SELECT text FROM search_text WHERE id = search.rowid))"
    "  ORDER BY rowid DESC";
  g_autoptr (TrancheSearch) search = tranche_search_new (typed);
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (!search)
    return TRUE;

  statement = tranche_sql_compile (hunt->sql, text, error);
  if (!statement)
    return FALSE;

  sqlite3_bind_text (statement, 1, tranche_search_get_match (search), -1, SQLITE_STATIC);
  tranche_search_bind (search, statement, 2);
  return hand_out (hunt, statement, more, error);
}

gboolean
tranche_book_glance_find (TrancheBookGlance   *self,
                          const char          *typed,
                          GCancellable        *cancellable,
                          TrancheGlanceFound   found,
                          gpointer             user_data,
                          GError             **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (typed));
  const Hunt hunt = { self->sql, cancellable, found, user_data };
  sqlite3 *handle = tranche_sql_get_handle (self->sql);
  gboolean more = TRUE;
  gboolean done;

  sqlite3_progress_handler (handle, STEPS, is_cancelled, cancellable);
  done = find_number (&hunt, trimmed, &more, error) &&
         find_amount (&hunt, trimmed, &more, error) &&
         find_text (&hunt, trimmed, &more, error);
  sqlite3_progress_handler (handle, 0, NULL, NULL);

  return done;
}

TrancheOrder *
tranche_book_glance_load (TrancheBookGlance  *self,
                          gint64              id,
                          GError            **error)
{
  return tranche_order_table_load (self->sql, id, error);
}
