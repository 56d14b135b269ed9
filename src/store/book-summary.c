/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/book-summary.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "store/book-copy.h"

G_DEFINE_BOXED_TYPE (TrancheBookSummary, tranche_book_summary, tranche_book_summary_copy,
                     tranche_book_summary_free)

/* Every version of the schema has these. */
static const char count_orders[] = "SELECT count(*) FROM orders";
static const char count_accounts[] = "SELECT count(*) FROM accounts WHERE NOT removed";
static const char count_open[] = "SELECT count(*) FROM journal WHERE outcome IN (0, 1, 4)";
static const char newest_order[] = "SELECT max(created_at) FROM orders";

static gboolean
count (TrancheSql  *sql,
       const char  *text,
       guint       *out,
       GError     **error)
{
  gint64 value;

  if (!tranche_sql_get_int64 (sql, text, &value, error))
    return FALSE;

  *out = (guint) value;
  return TRUE;
}

/* An empty file is what a start leaves that was cut off; there is nothing to restore in it. */
static gboolean
check_version (TrancheBookSummary  *self,
               TrancheSql          *sql,
               GError             **error)
{
  gint64 version;

  if (!tranche_sql_get_int64 (sql, "PRAGMA user_version", &version, error))
    return FALSE;

  self->version = (int) version;
  if (version > 0)
    return TRUE;

  g_set_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_DAMAGED,
               "%s: there is no order book in it", self->path);
  return FALSE;
}

static gboolean
read_book (TrancheBookSummary  *self,
           GError             **error)
{
  g_autoptr (TrancheSql) sql = tranche_sql_open_reader (self->path, error);
  gint64 newest;

  if (!sql || !tranche_book_copy_check (sql, error) || !check_version (self, sql, error) ||
      !count (sql, count_orders, &self->n_orders, error) ||
      !count (sql, count_accounts, &self->n_accounts, error) ||
      !count (sql, count_open, &self->n_open, error) ||
      !tranche_sql_get_int64 (sql, newest_order, &newest, error))
    return FALSE;

  if (self->n_orders > 0)
    self->newest = g_date_time_new_from_unix_utc_usec (newest);
  return TRUE;
}

TrancheBookSummary *
tranche_book_summary_new (const char  *path,
                          GError     **error)
{
  g_autoptr (TrancheBookSummary) self = g_new0 (TrancheBookSummary, 1);
  GStatBuf status;

  self->path = g_strdup (path);
  if (g_stat (path, &status) != 0) {
    g_set_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_ACCESS, "%s: %s", path,
                 g_strerror (errno));
    return NULL;
  }
  self->written = g_date_time_new_from_unix_utc (status.st_mtime);

  return read_book (self, error) ? g_steal_pointer (&self) : NULL;
}

TrancheBookSummary *
tranche_book_summary_copy (const TrancheBookSummary *self)
{
  TrancheBookSummary *copy = g_memdup2 (self, sizeof *self);

  copy->path = g_strdup (self->path);
  copy->newest = self->newest ? g_date_time_ref (self->newest) : NULL;
  copy->written = g_date_time_ref (self->written);
  return copy;
}

void
tranche_book_summary_free (TrancheBookSummary *self)
{
  g_clear_pointer (&self->newest, g_date_time_unref);
  g_clear_pointer (&self->written, g_date_time_unref);
  g_free (self->path);
  g_free (self);
}
