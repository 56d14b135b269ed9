/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/order-book-archive.h"

#include "store/archive.h"
#include "store/order-book-private.h"

/* Orders of one transaction: nobody who writes waits long for it. */
#define N_AT_ONCE 100

typedef struct {
  char *book_path;
  gint64 before;       /* µs; 0 where nothing new is to be archived */
  GStrv pending;       /* NULL until they are listed or written */
  guint current;       /* among the pending */
  GPtrArray *archived; /* what the current one has */
  guint next;          /* among these */
  guint n_removed;
  char *path;          /* (nullable): of the archive that was finished last */
} Archiving;

static void
archiving_free (Archiving *data)
{
  g_free (data->book_path);
  g_strfreev (data->pending);
  g_clear_pointer (&data->archived, g_ptr_array_unref);
  g_free (data->path);
  g_free (data);
}

static void load_next (GTask *task);
static void remove_some (GTask *task);

/* Runs @func in a thread with the data of @task, and then goes on with @callback.
 * Takes @task. */
static void
run_step (GTask               *task,
          GTaskThreadFunc      func,
          GAsyncReadyCallback  callback)
{
  /* Without the book: the thread lets go of the task some time after its end. */
  g_autoptr (GTask) step = g_task_new (NULL, g_task_get_cancellable (task), callback, task);

  g_task_set_source_tag (step, run_step);
  g_task_set_check_cancellable (step, FALSE);
  g_task_set_task_data (step, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (step, func);
}

/* Whether the step succeeded; ends @task where it did not, or where the whole was
 * cancelled meanwhile. Takes @task then. */
static gboolean
end_step (GTask        *task,
          GAsyncResult *result)
{
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error) &&
      !g_task_return_error_if_cancelled (task))
    return TRUE;

  if (error)
    g_task_return_error (task, error);
  g_object_unref (task);
  return FALSE;
}

static void
finish_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Archiving *data = task_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = tranche_archive_finish (data->pending[data->current], data->book_path,
                                                  &error);

  if (error) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }

  if (path)
    g_set_str (&data->path, path);
  g_task_return_boolean (task, TRUE);
}

static void
finished_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  GTask *task = user_data;
  Archiving *data = g_task_get_task_data (task);

  if (!end_step (task, result))
    return;

  data->current++;
  load_next (task);
}

static gpointer
remove_job (TrancheSql  *sql,
            gpointer     user_data,
            GError     **error)
{
  Archiving *data = user_data;

  return tranche_archive_remove (sql, data->archived, data->next, N_AT_ONCE, error);
}

static void
removed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  GTask *task = user_data;
  Archiving *data = g_task_get_task_data (task);
  g_autoptr (GArray) removed = NULL;
  GError *error = NULL;

  removed = g_task_propagate_pointer (G_TASK (result), &error);
  if (!removed) {
    g_task_return_error (task, error);
    g_object_unref (task);
    return;
  }

  data->next += N_AT_ONCE;
  data->n_removed += removed->len;
  for (guint i = 0; i < removed->len; i++)
    tranche_order_book_tell_removed (TRANCHE_ORDER_BOOK (object), g_array_index (removed, gint64, i));

  if (g_task_return_error_if_cancelled (task))
    g_object_unref (task);
  else
    remove_some (task);
}

/* Takes @task, as the steps below do. */
static void
remove_some (GTask *task)
{
  TrancheOrderBook *self = g_task_get_source_object (task);
  Archiving *data = g_task_get_task_data (task);
  g_autoptr (GTask) removing = NULL;

  if (data->next >= data->archived->len) {
    run_step (task, finish_thread, finished_cb);
    return;
  }

  removing = g_task_new (self, NULL, removed_cb, task);
  g_task_set_source_tag (removing, remove_some);
  /* At leisure. */
  g_task_set_priority (removing, G_PRIORITY_DEFAULT_IDLE);
  g_task_set_task_data (removing, data, NULL);
  tranche_database_run_task (tranche_order_book_get_database (self), TRANCHE_LANE_WRITE, removing,
                             remove_job, (GDestroyNotify) g_array_unref);
}

static void
load_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Archiving *data = task_data;
  GError *error = NULL;

  g_clear_pointer (&data->archived, g_ptr_array_unref);
  data->next = 0;
  data->archived = tranche_archive_load (data->pending[data->current], &error);
  if (data->archived)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask *task = user_data;

  if (end_step (task, result))
    remove_some (task);
}

static void
load_next (GTask *task)
{
  Archiving *data = g_task_get_task_data (task);

  if (data->pending[data->current] != NULL) {
    run_step (task, load_thread, loaded_cb);
    return;
  }

  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

static void
prepare_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Archiving *data = task_data;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *pending = NULL;
  GError *error = NULL;

  if (data->before == 0) {
    data->pending = tranche_archive_list_pending (data->book_path);
    g_task_return_boolean (task, TRUE);
    return;
  }

  pending = tranche_archive_write (data->book_path, data->before, cancellable, &error);
  if (error) {
    g_task_return_error (task, error);
    return;
  }

  if (pending)
    g_strv_builder_add (builder, pending);
  data->pending = g_strv_builder_end (builder);
  g_task_return_boolean (task, TRUE);
}

static void
prepared_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  GTask *task = user_data;

  if (end_step (task, result))
    load_next (task);
}

static void
begin (TrancheOrderBook    *self,
       gint64               before,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Archiving *data = g_new0 (Archiving, 1);

  data->book_path = g_strdup (tranche_order_book_get_path (self));
  data->before = before;
  g_task_set_source_tag (task, begin);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, data, (GDestroyNotify) archiving_free);
  run_step (task, prepare_thread, prepared_cb);
}

void
tranche_order_book_archive_async (TrancheOrderBook    *self,
                                  GDateTime           *before,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (TRANCHE_IS_ORDER_BOOK (self));
  g_return_if_fail (before != NULL);

  begin (self, g_date_time_to_unix_usec (before), cancellable, callback, user_data);
}

void
tranche_order_book_settle_archives_async (TrancheOrderBook    *self,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data)
{
  g_return_if_fail (TRANCHE_IS_ORDER_BOOK (self));

  begin (self, 0, cancellable, callback, user_data);
}

gboolean
tranche_order_book_archive_finish (TrancheOrderBook  *self,
                                   GAsyncResult      *result,
                                   guint             *n,
                                   char             **path,
                                   GError           **error)
{
  Archiving *data;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  data = g_task_get_task_data (G_TASK (result));
  *n = data->n_removed;
  *path = g_strdup (data->path);
  return g_task_propagate_boolean (G_TASK (result), error);
}
