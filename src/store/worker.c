/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/worker.h"

#include "store/teller.h"

/* As many as one transaction takes; no single change waits long for others. */
#define MAX_BATCH 1024

/* Steps of SQLite's machine between two looks at the cancellable. */
#define STEPS_BETWEEN_CHECKS 4000

typedef struct {
  GTask *task;         /* NULL: the last job */
  TrancheJobFunc func;
  gpointer result;
  GDestroyNotify result_free;
  GError *error;
} Job;

struct _TrancheWorker {
  GThread *thread;
  GAsyncQueue *jobs;
  TrancheSql *sql;
  gboolean writer;
  TrancheTeller *teller; /* (nullable); of what is told at leisure */
  GMainContext *context; /* where it is told; not owned */
  GCancellable *current; /* not owned; of the running job, in the thread only */
  gint references;       /* the owner's and the thread's */
};

static void
job_free (Job *job)
{
  if (!job)
    return;

  if (job->result && job->result_free)
    job->result_free (job->result);
  g_clear_error (&job->error);
  g_clear_object (&job->task);
  g_free (job);
}

static void
worker_unref (TrancheWorker *self)
{
  if (!g_atomic_int_dec_and_test (&self->references))
    return;

  g_async_queue_unref (self->jobs);
  g_free (self);
}

static int
progress_cb (gpointer data)
{
  TrancheWorker *self = data;

  return g_cancellable_is_cancelled (self->current);
}

static void
fail_job (Job          *job,
          const GError *error)
{
  if (job->result && job->result_free)
    job->result_free (job->result);
  job->result = NULL;
  if (!job->error)
    job->error = g_error_copy (error);
}

static void
run_job (TrancheWorker *self,
         Job           *job)
{
  GCancellable *cancellable = g_task_get_cancellable (job->task);

  if (g_cancellable_set_error_if_cancelled (cancellable, &job->error))
    return;
  if (!tranche_sql_execute (self->sql, "SAVEPOINT job", &job->error))
    return;

  self->current = self->writer ? NULL : cancellable;
  job->result = job->func (self->sql, g_task_get_task_data (job->task), &job->error);
  self->current = NULL;
  tranche_sql_reset (self->sql);

  if (!tranche_sql_in_transaction (self->sql))
    return;
  if (job->error)
    tranche_sql_execute (self->sql, "ROLLBACK TO job; RELEASE job", NULL);
  else
    tranche_sql_execute (self->sql, "RELEASE job", &job->error);
}

/* Returns FALSE where nothing of the whole batch was kept. */
static gboolean
run_jobs (TrancheWorker  *self,
          GPtrArray      *batch,
          GError        **error)
{
  if (self->writer && !tranche_sql_check_file (self->sql, error))
    return FALSE;
  if (!tranche_sql_execute (self->sql, self->writer ? "BEGIN IMMEDIATE" : "BEGIN", error))
    return FALSE;

  for (guint i = 0; i < batch->len; i++) {
    Job *job = g_ptr_array_index (batch, i);

    run_job (self, job);

    /* After a full disk and the like SQLite itself undoes everything. */
    if (!tranche_sql_in_transaction (self->sql)) {
      g_propagate_error (error, g_error_copy (job->error));
      return FALSE;
    }
  }

  return tranche_sql_execute (self->sql, "COMMIT", error);
}

static void
tell_job (gpointer data)
{
  Job *job = data;

  if (job->error)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (job->task, g_steal_pointer (&job->result), job->result_free);
  job_free (job);
}

/* Takes @job. */
static void
tell (TrancheWorker *self,
      Job           *job)
{
  GMainContext *context = g_task_get_context (job->task);
  gboolean has_leisure = g_task_get_priority (job->task) > G_PRIORITY_DEFAULT;

  if (has_leisure && !self->teller) {
    self->teller = tranche_teller_new (context, tell_job);
    self->context = context;
  }

  if (has_leisure && context == self->context)
    tranche_teller_push (self->teller, job);
  else
    tell_job (job);
}

static void
run_batch (TrancheWorker *self,
           GPtrArray     *batch)
{
  g_autoptr (GError) error = NULL;

  if (!run_jobs (self, batch, &error)) {
    if (tranche_sql_in_transaction (self->sql))
      tranche_sql_execute (self->sql, "ROLLBACK", NULL);
    for (guint i = 0; i < batch->len; i++)
      fail_job (g_ptr_array_index (batch, i), error);
  }

  for (guint i = 0; i < batch->len; i++)
    tell (self, g_steal_pointer (&batch->pdata[i]));
}

/* Waits for a job and takes those that wait behind it; FALSE after the last. */
static gboolean
collect_batch (TrancheWorker *self,
               GPtrArray     *batch)
{
  guint limit = self->writer ? MAX_BATCH : 1;
  Job *job = g_async_queue_pop (self->jobs);

  while (job && job->task) {
    g_ptr_array_add (batch, job);
    job = batch->len < limit ? g_async_queue_try_pop (self->jobs) : NULL;
  }

  if (!job)
    return TRUE;

  job_free (job);
  return FALSE;
}

static gpointer
worker_main (gpointer data)
{
  TrancheWorker *self = data;
  gboolean more = TRUE;

  while (more) {
    g_autoptr (GPtrArray) batch = g_ptr_array_new_with_free_func ((GDestroyNotify) job_free);

    more = collect_batch (self, batch);
    if (batch->len > 0)
      run_batch (self, batch);
  }

  g_clear_pointer (&self->teller, tranche_teller_free);
  g_clear_pointer (&self->sql, tranche_sql_close);
  worker_unref (self);
  return NULL;
}

TrancheWorker *
tranche_worker_new (const char *name,
                    TrancheSql *sql,
                    gboolean    writer)
{
  TrancheWorker *self = g_new0 (TrancheWorker, 1);

  self->sql = sql;
  self->writer = writer;
  self->jobs = g_async_queue_new_full ((GDestroyNotify) job_free);
  self->references = 2;
  sqlite3_progress_handler (tranche_sql_get_handle (sql), STEPS_BETWEEN_CHECKS,
                            writer ? NULL : progress_cb, self);
  self->thread = g_thread_new (name, worker_main, self);
  return self;
}

void
tranche_worker_push (TrancheWorker  *self,
                     GTask          *task,
                     TrancheJobFunc  func,
                     GDestroyNotify  result_free)
{
  Job *job = g_new0 (Job, 1);

  job->task = g_object_ref (task);
  job->func = func;
  job->result_free = result_free;
  g_async_queue_push (self->jobs, job);
}

void
tranche_worker_stop (TrancheWorker *self,
                     gboolean       wait)
{
  g_async_queue_push (self->jobs, g_new0 (Job, 1));
  if (wait)
    g_thread_join (self->thread);
  else
    g_thread_unref (self->thread);
  worker_unref (self);
}
