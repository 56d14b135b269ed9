/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/database.h"

#include "store/book-file.h"
#include "store/order-select.h"
#include "store/schema.h"

struct _TrancheDatabase {
  GObject parent_instance;

  char *path;
  TrancheBookFile *file;
  TrancheWorker *lanes[TRANCHE_N_LANES]; /* NULL after the close */
  gboolean frozen;
};

G_DEFINE_FINAL_TYPE (TrancheDatabase, tranche_database, G_TYPE_OBJECT)

static const struct {
  const char *thread;
  gboolean writer;
} lanes[TRANCHE_N_LANES] = {
  [TRANCHE_LANE_WRITE] = { "book-write", TRUE },
  [TRANCHE_LANE_QUERY] = { "book-query", FALSE },
  [TRANCHE_LANE_REVIEW] = { "book-review", FALSE },
  [TRANCHE_LANE_LOOKUP] = { "book-lookup", FALSE },
};

/* cell_size_check finds damage before it spreads; the log does not keep the
 * size of the largest burst there ever was. Of a long book the changes of a burst
 * lie far apart: with a log and a cache of this size pages are written once. What
 * a change of the batch is undone with is some pages for each; in a file they take
 * longer than the change. */
static const char writer_setup[] =
  "PRAGMA journal_mode = WAL;"
  "PRAGMA synchronous = FULL;"
  "PRAGMA cell_size_check = ON;"
  "PRAGMA journal_size_limit = 16777216;"
  "PRAGMA wal_autocheckpoint = 4000;"
  "PRAGMA cache_size = -8000;"
  "PRAGMA temp_store = MEMORY;";

/* Operations that a former run left are of unknown outcome: nobody else can
 * have them under way while the lock is ours. */
static const char mark_left_operations[] =
  "UPDATE orders SET unknown = 1"
  "  WHERE NOT unknown AND id IN (SELECT order_id FROM journal WHERE outcome IN (0, 1, 4))";

static gboolean
inspect (const char  *path,
         int          newest,
         GError     **error)
{
  /* Without the right to write: a file that is not ours stays as it is. */
  g_autoptr (TrancheSql) sql = tranche_sql_open (path, SQLITE_OPEN_READONLY, error);

  return sql && tranche_schema_inspect (sql, newest, error);
}

static TrancheSql *
open_writer (const char              *path,
             const TrancheMigration  *migrations,
             gsize                    n_migrations,
             TrancheBookUpgrade      *upgrade,
             GCancellable            *cancellable,
             GError                 **error)
{
  g_autoptr (TrancheSql) sql = tranche_sql_open (path, SQLITE_OPEN_READWRITE, error);

  if (!sql ||
      !tranche_sql_execute (sql, writer_setup, error) ||
      !tranche_schema_migrate (sql, migrations, n_migrations, upgrade, cancellable, error) ||
      !tranche_sql_execute (sql, mark_left_operations, error))
    return NULL;

  return g_steal_pointer (&sql);
}

static TrancheSql *
open_reader (const char  *path,
             GError     **error)
{
  g_autoptr (TrancheSql) sql = tranche_sql_open (path, SQLITE_OPEN_READONLY, error);

  /* What is sorted is few; the disk has nothing to do with it. */
  if (!sql || !tranche_sql_execute (sql, "PRAGMA temp_store = MEMORY", error))
    return NULL;

  tranche_order_select_teach (tranche_sql_get_handle (sql));
  return g_steal_pointer (&sql);
}

static gboolean
start_lanes (TrancheDatabase     *self,
             const char          *real_path,
             TrancheBookUpgrade  *upgrade,
             GCancellable        *cancellable,
             GError             **error)
{
  gsize n_migrations;
  const TrancheMigration *migrations = tranche_schema_get_migrations (&n_migrations);
  TrancheSql *connections[TRANCHE_N_LANES] = { NULL };
  gboolean opened = TRUE;

  for (guint i = 0; i < TRANCHE_N_LANES && opened; i++) {
    if (lanes[i].writer)
      connections[i] = open_writer (real_path, migrations, n_migrations, upgrade, cancellable,
                                    error);
    else
      connections[i] = open_reader (real_path, error);
    opened = connections[i] != NULL;
  }

  for (guint i = 0; i < TRANCHE_N_LANES; i++) {
    if (opened)
      self->lanes[i] = tranche_worker_new (lanes[i].thread, connections[i], lanes[i].writer);
    else
      g_clear_pointer (&connections[i], tranche_sql_close);
  }

  return opened;
}

typedef struct {
  char *path;
  TrancheBookUpgrade *upgrade; /* (nullable) */
} Opening;

static void
opening_free (Opening *self)
{
  g_clear_object (&self->upgrade);
  g_free (self->path);
  g_free (self);
}

static void
open_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  g_autoptr (TrancheDatabase) self = g_object_new (TRANCHE_TYPE_DATABASE, NULL);
  Opening *opening = task_data;
  const char *real_path;
  GError *error = NULL;
  gsize newest;

  self->path = g_steal_pointer (&opening->path);
  self->file = tranche_book_file_open (self->path, &error);
  if (!self->file) {
    g_task_return_error (task, error);
    return;
  }

  real_path = tranche_book_file_get_path (self->file);
  tranche_schema_get_migrations (&newest);
  if ((!tranche_book_file_get_new (self->file) && !inspect (real_path, newest, &error)) ||
      !tranche_book_file_protect (self->file, &error) ||
      !start_lanes (self, real_path, opening->upgrade, cancellable, &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&self), g_object_unref);
}

void
tranche_database_open_async (const char          *path,
                             TrancheBookUpgrade  *upgrade,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  opening->path = g_strdup (path);
  g_set_object (&opening->upgrade, upgrade);
  g_task_set_source_tag (task, tranche_database_open_async);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  g_task_run_in_thread (task, open_thread);
}

TrancheDatabase *
tranche_database_open_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

const char *
tranche_database_get_path (TrancheDatabase *self)
{
  return self->path;
}

void
tranche_database_freeze (TrancheDatabase *self)
{
  self->frozen = TRUE;
}

void
tranche_database_run_task (TrancheDatabase *self,
                           TrancheLane      lane,
                           GTask           *task,
                           TrancheJobFunc   func,
                           GDestroyNotify   result_free)
{
  /* A change that was made is not to be told as cancelled. */
  g_task_set_check_cancellable (task, !lanes[lane].writer);

  if (self->frozen && lanes[lane].writer)
    g_task_return_new_error (task, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_FAILED,
                             "%s: the book is open for reading only", self->path);
  else if (self->lanes[lane])
    tranche_worker_push (self->lanes[lane], task, func, result_free);
  else
    g_task_return_new_error (task, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_FAILED,
                             "%s: the book is closed", self->path);
}

/* The readers first: the last connection to close should be able to write,
 * for it folds the log into the file. */
static void
stop_lanes (TrancheWorker **workers,
            gboolean        wait)
{
  for (int i = TRANCHE_N_LANES - 1; i >= 0; i--) {
    if (workers[i])
      tranche_worker_stop (g_steal_pointer (&workers[i]), wait);
  }
}

typedef struct {
  TrancheWorker *workers[TRANCHE_N_LANES];
  TrancheBookFile *file;
} Closing;

static void
close_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Closing *closing = task_data;

  stop_lanes (closing->workers, TRUE);
  g_clear_pointer (&closing->file, tranche_book_file_close);
  g_task_return_boolean (task, TRUE);
}

void
tranche_database_close_async (TrancheDatabase     *self,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  Closing *closing = g_new0 (Closing, 1);

  for (guint i = 0; i < TRANCHE_N_LANES; i++)
    closing->workers[i] = g_steal_pointer (&self->lanes[i]);
  closing->file = g_steal_pointer (&self->file);

  g_task_set_source_tag (task, tranche_database_close_async);
  g_task_set_task_data (task, closing, g_free);
  g_task_run_in_thread (task, close_thread);
}

gboolean
tranche_database_close_finish (TrancheDatabase  *self,
                               GAsyncResult     *result,
                               GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
tranche_database_finalize (GObject *object)
{
  TrancheDatabase *self = TRANCHE_DATABASE (object);

  /* Without waiting: the last reference may be dropped in one of the threads. */
  stop_lanes (self->lanes, FALSE);
  g_clear_pointer (&self->file, tranche_book_file_close);
  g_free (self->path);

  G_OBJECT_CLASS (tranche_database_parent_class)->finalize (object);
}

static void
tranche_database_class_init (TrancheDatabaseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tranche_database_finalize;
}

static void
tranche_database_init (TrancheDatabase *self)
{
}
