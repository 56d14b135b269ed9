/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/book-keeping.h"

#include "store/backup-folder.h"
#include "store/book-restore.h"

typedef struct {
  char *path;
  char *other;  /* (nullable): what is written or read */
  char *folder; /* (nullable): of daily backups, of which the oldest are deleted */
  GFileProgressCallback progress;
  gpointer progress_data;
  guint percent; /* that was told last */
} Job;

static void
job_free (Job *job)
{
  g_free (job->path);
  g_free (job->other);
  g_free (job->folder);
  g_free (job);
}

static GTask *
make_task (gpointer             source_tag,
           const char          *path,
           const char          *other,
           GCancellable        *cancellable,
           GAsyncReadyCallback  callback,
           gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (path);
  job->other = g_strdup (other);
  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  /* What was finished is not told as cancelled. */
  g_task_set_check_cancellable (task, FALSE);
  return task;
}

typedef struct {
  GTask *task;
  guint done;
  guint total;
} Step;

static void
step_free (Step *step)
{
  g_object_unref (step->task);
  g_free (step);
}

static gboolean
tell_step_cb (gpointer user_data)
{
  Step *step = user_data;
  Job *job = g_task_get_task_data (step->task);

  if (!g_task_get_completed (step->task))
    job->progress (step->done, step->total, job->progress_data);
  return G_SOURCE_REMOVE;
}

static void
progress_cb (guint    done,
             guint    total,
             gpointer user_data)
{
  GTask *task = user_data;
  Job *job = g_task_get_task_data (task);
  guint percent = total > 0 ? (guint) (100.0 * done / total) : 0;
  Step *step;

  if (!job->progress || percent == job->percent)
    return;

  job->percent = percent;
  step = g_new (Step, 1);
  step->task = g_object_ref (task);
  step->done = done;
  step->total = total;
  g_main_context_invoke_full (g_task_get_context (task), G_PRIORITY_DEFAULT, tell_step_cb, step,
                              (GDestroyNotify) step_free);
}

static void
back_up_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Job *job = task_data;
  g_autofree char *folder = g_path_get_dirname (job->other);
  GError *error = NULL;

  /* Where it cannot be made the copy says so. */
  g_mkdir_with_parents (folder, 0700);
  if (!tranche_book_copy (job->path, job->other, progress_cb, task, cancellable, &error)) {
    g_task_return_error (task, error);
    return;
  }

  if (job->folder)
    tranche_backup_folder_prune (job->folder, job->path);
  g_task_return_boolean (task, TRUE);
}

void
tranche_book_back_up_async (const char            *path,
                            const char            *to,
                            GFileProgressCallback  progress,
                            gpointer               progress_data,
                            GCancellable          *cancellable,
                            GAsyncReadyCallback    callback,
                            gpointer               user_data)
{
  g_autoptr (GTask) task = make_task (tranche_book_back_up_async, path, to, cancellable, callback,
                                      user_data);
  Job *job = g_task_get_task_data (task);

  g_return_if_fail (path != NULL);
  g_return_if_fail (to != NULL);

  job->progress = progress;
  job->progress_data = progress_data;
  g_task_run_in_thread (task, back_up_thread);
}

void
tranche_book_back_up_day_async (const char          *path,
                                const char          *folder,
                                GDateTime           *day,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autofree char *to = tranche_backup_folder_file (folder, path, day);
  g_autoptr (GTask) task = make_task (tranche_book_back_up_async, path, to, cancellable, callback,
                                      user_data);
  Job *job = g_task_get_task_data (task);

  job->folder = g_strdup (folder);
  g_task_run_in_thread (task, back_up_thread);
}

gboolean
tranche_book_back_up_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tranche_book_back_up_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
summarize_thread (GTask        *task,
                  gpointer      source_object,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  TrancheBookSummary *summary = tranche_book_summary_new (job->path, &error);

  if (summary)
    g_task_return_pointer (task, summary, (GDestroyNotify) tranche_book_summary_free);
  else
    g_task_return_error (task, error);
}

void
tranche_book_summarize_async (const char          *path,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = make_task (tranche_book_summarize_async, path, NULL, cancellable,
                                      callback, user_data);

  g_return_if_fail (path != NULL);

  g_task_set_check_cancellable (task, TRUE);
  g_task_run_in_thread (task, summarize_thread);
}

TrancheBookSummary *
tranche_book_summarize_finish (GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tranche_book_summarize_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
check_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Job *job = task_data;
  TrancheBookFaults faults;
  GError *error = NULL;

  if (tranche_book_check (job->path, progress_cb, task, &faults, cancellable, &error))
    g_task_return_int (task, (gssize) faults);
  else
    g_task_return_error (task, error);
}

void
tranche_book_check_async (const char            *path,
                          GFileProgressCallback  progress,
                          gpointer               progress_data,
                          GCancellable          *cancellable,
                          GAsyncReadyCallback    callback,
                          gpointer               user_data)
{
  g_autoptr (GTask) task = make_task (tranche_book_check_async, path, NULL, cancellable, callback,
                                      user_data);
  Job *job = g_task_get_task_data (task);

  g_return_if_fail (path != NULL);

  job->progress = progress;
  job->progress_data = progress_data;

  g_task_run_in_thread (task, check_thread);
}

gboolean
tranche_book_check_finish (GAsyncResult       *result,
                           TrancheBookFaults  *faults,
                           GError            **error)
{
  gssize value;

  g_return_val_if_fail (g_async_result_is_tagged (result, tranche_book_check_async), FALSE);

  value = g_task_propagate_int (G_TASK (result), error);
  if (value < 0)
    return FALSE;

  *faults = (TrancheBookFaults) value;
  return TRUE;
}

/* A boolean cannot carry the name; an empty one is for "nothing was there". */
static void
restore_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Job *job = task_data;
  g_autofree char *kept = NULL;
  GError *error = NULL;

  if (tranche_book_restore (job->path, job->other, &kept, cancellable, &error))
    g_task_return_pointer (task, kept ? g_steal_pointer (&kept) : g_strdup (""), g_free);
  else
    g_task_return_error (task, error);
}

void
tranche_book_restore_async (const char          *path,
                            const char          *source,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = make_task (tranche_book_restore_async, path, source, cancellable,
                                      callback, user_data);

  g_return_if_fail (path != NULL);
  g_return_if_fail (source != NULL);

  g_task_run_in_thread (task, restore_thread);
}

gboolean
tranche_book_restore_finish (GAsyncResult  *result,
                             char         **kept,
                             GError       **error)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, tranche_book_restore_async), FALSE);

  name = g_task_propagate_pointer (G_TASK (result), error);
  if (!name)
    return FALSE;

  *kept = *name != '\0' ? g_steal_pointer (&name) : NULL;
  return TRUE;
}
