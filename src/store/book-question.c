/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/book-question.h"

#include "store/book-glance.h"

/* Whoever asks goes on at the end of the patience, while the thread may be held in
 * a step of SQLite. It then ends on its own, for nobody. */
typedef struct {
  char *path;
  char *typed;
  guint limit;
  GSource *deadline;

  GMutex mutex;
  GArray *ids;
} Question;

static void
question_free (Question *question)
{
  g_source_destroy (question->deadline);
  g_source_unref (question->deadline);
  g_mutex_clear (&question->mutex);
  g_array_unref (question->ids);
  g_free (question->path);
  g_free (question->typed);
  g_free (question);
}

static gboolean
has (GArray *ids,
     gint64  id)
{
  for (guint i = 0; i < ids->len; i++) {
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  }

  return FALSE;
}

static gboolean
found_cb (gint64   id,
          gpointer user_data)
{
  Question *question = user_data;
  gboolean more;

  g_mutex_lock (&question->mutex);
  if (!has (question->ids, id))
    g_array_append_val (question->ids, id);
  more = question->ids->len < question->limit;
  g_mutex_unlock (&question->mutex);

  return more;
}

static void
ask_thread (GTask        *task,
            gpointer      source,
            gpointer      task_data,
            GCancellable *cancellable)
{
  Question *question = task_data;
  g_autoptr (TrancheBookGlance) book = NULL;
  GError *error = NULL;

  book = tranche_book_glance_open (question->path, &error);
  if (book && tranche_book_glance_find (book, question->typed, cancellable, found_cb, question,
                                        &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
late_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);

  return G_SOURCE_REMOVE;
}

void
tranche_book_question_ask_async (const char          *path,
                                 const char          *typed,
                                 guint                limit,
                                 guint                patience,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  question->path = g_strdup (path);
  question->typed = g_strdup (typed);
  question->limit = limit;
  question->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_mutex_init (&question->mutex);

  question->deadline = g_timeout_source_new (patience);
  g_source_set_callback (question->deadline, late_cb, g_object_ref (cancellable), g_object_unref);
  g_source_attach (question->deadline, g_main_context_get_thread_default ());

  g_task_set_source_tag (task, tranche_book_question_ask_async);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, ask_thread);
}

GArray *
tranche_book_question_ask_finish (GAsyncResult  *result,
                                  GError       **error)
{
  g_autoptr (GError) local = NULL;
  Question *question;
  GArray *ids;

  g_return_val_if_fail (g_async_result_is_tagged (result, tranche_book_question_ask_async), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), &local) &&
      !g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }

  question = g_task_get_task_data (G_TASK (result));
  g_mutex_lock (&question->mutex);
  ids = g_array_copy (question->ids);
  g_mutex_unlock (&question->mutex);

  return ids;
}
