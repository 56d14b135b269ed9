/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/book-keeper.h"

#include "core/log.h"
#include "store/archive.h"
#include "store/book-keeping.h"
#include "store/order-book-archive.h"

struct _TrancheBookKeeper {
  GObject parent_instance;

  TrancheOrderBook *book;
  GPtrArray *under_way;  /* GCancellable */
  GTask *closing;        /* (nullable) */
  gboolean closed;
};

G_DEFINE_FINAL_TYPE (TrancheBookKeeper, tranche_book_keeper, G_TYPE_OBJECT)

static void
tranche_book_keeper_dispose (GObject *object)
{
  TrancheBookKeeper *self = TRANCHE_BOOK_KEEPER (object);

  g_clear_object (&self->book);

  G_OBJECT_CLASS (tranche_book_keeper_parent_class)->dispose (object);
}

static void
tranche_book_keeper_finalize (GObject *object)
{
  TrancheBookKeeper *self = TRANCHE_BOOK_KEEPER (object);

  g_ptr_array_unref (self->under_way);

  G_OBJECT_CLASS (tranche_book_keeper_parent_class)->finalize (object);
}

static void
tranche_book_keeper_class_init (TrancheBookKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tranche_book_keeper_dispose;
  object_class->finalize = tranche_book_keeper_finalize;
}

static void
tranche_book_keeper_init (TrancheBookKeeper *self)
{
  self->under_way = g_ptr_array_new_with_free_func (g_object_unref);
}

TrancheBookKeeper *
tranche_book_keeper_new (TrancheOrderBook *book)
{
  TrancheBookKeeper *self;

  g_return_val_if_fail (TRANCHE_IS_ORDER_BOOK (book), NULL);

  self = g_object_new (TRANCHE_TYPE_BOOK_KEEPER, NULL);
  self->book = g_object_ref (book);

  return self;
}

const char *
tranche_book_keeper_get_path (TrancheBookKeeper *self)
{
  g_return_val_if_fail (TRANCHE_IS_BOOK_KEEPER (self), NULL);

  return tranche_order_book_get_path (self->book);
}

typedef struct {
  GCancellable *own;
  GCancellable *callers; /* (nullable) */
  gulong handler_id;
} Work;

static void
work_free (Work *work)
{
  g_clear_object (&work->own);
  g_clear_object (&work->callers);
  g_free (work);
}

static void
callers_cancelled_cb (GCancellable *callers,
                      gpointer      user_data)
{
  g_cancellable_cancel (user_data);
}

/* A task whose work both the caller and the close can cancel. (transfer full) */
static GTask *
begin (TrancheBookKeeper   *self,
       gpointer             source_tag,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Work *work = g_new0 (Work, 1);

  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  work->own = g_cancellable_new ();
  g_set_object (&work->callers, cancellable);
  if (cancellable != NULL)
    work->handler_id = g_cancellable_connect (cancellable, G_CALLBACK (callers_cancelled_cb),
                                              g_object_ref (work->own), g_object_unref);
  if (self->closing != NULL || self->closed)
    g_cancellable_cancel (work->own);
  g_ptr_array_add (self->under_way, g_object_ref (work->own));

  return task;
}

static GCancellable *
get_cancellable (GTask *task)
{
  const Work *work = g_task_get_task_data (task);

  return work->own;
}

static void
close_when_idle (TrancheBookKeeper *self)
{
  if (self->under_way->len > 0 || self->closing == NULL || self->closed)
    return;

  self->closed = TRUE;
  g_task_return_boolean (self->closing, TRUE);
}

static void
end (GTask *task)
{
  TrancheBookKeeper *self = g_task_get_source_object (task);
  Work *work = g_task_get_task_data (task);

  g_cancellable_disconnect (work->callers, work->handler_id);
  work->handler_id = 0;
  g_ptr_array_remove (self->under_way, work->own);

  close_when_idle (self);
}

static void
backed_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gboolean backed_up = tranche_book_back_up_finish (result, &error);

  end (task);
  if (backed_up)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
tranche_book_keeper_back_up_async (TrancheBookKeeper     *self,
                                   const char            *to,
                                   GFileProgressCallback  progress,
                                   gpointer               progress_data,
                                   GCancellable          *cancellable,
                                   GAsyncReadyCallback    callback,
                                   gpointer               user_data)
{
  g_autoptr (GTask) task = NULL;
  GCancellable *own;

  g_return_if_fail (TRANCHE_IS_BOOK_KEEPER (self));
  g_return_if_fail (to != NULL);

  task = begin (self, tranche_book_keeper_back_up_async, cancellable, callback, user_data);
  own = get_cancellable (task);
  tranche_book_back_up_async (tranche_book_keeper_get_path (self), to, progress, progress_data, own,
                              backed_up_cb, g_steal_pointer (&task));
}

void
tranche_book_keeper_back_up_day_async (TrancheBookKeeper   *self,
                                       const char          *folder,
                                       GDateTime           *day,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  GCancellable *own;

  g_return_if_fail (TRANCHE_IS_BOOK_KEEPER (self));
  g_return_if_fail (folder != NULL);

  task = begin (self, tranche_book_keeper_back_up_async, cancellable, callback, user_data);
  own = get_cancellable (task);
  tranche_book_back_up_day_async (tranche_book_keeper_get_path (self), folder, day, own,
                                  backed_up_cb, g_steal_pointer (&task));
}

gboolean
tranche_book_keeper_back_up_finish (TrancheBookKeeper  *self,
                                    GAsyncResult       *result,
                                    GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheBookFaults faults = TRANCHE_BOOK_SOUND;
  GError *error = NULL;
  gboolean checked = tranche_book_check_finish (result, &faults, &error);

  end (task);
  if (checked)
    g_task_return_int (task, (gssize) faults);
  else
    g_task_return_error (task, error);
}

void
tranche_book_keeper_check_async (TrancheBookKeeper     *self,
                                 GFileProgressCallback  progress,
                                 gpointer               progress_data,
                                 GCancellable          *cancellable,
                                 GAsyncReadyCallback    callback,
                                 gpointer               user_data)
{
  g_autoptr (GTask) task = NULL;
  GCancellable *own;

  g_return_if_fail (TRANCHE_IS_BOOK_KEEPER (self));

  task = begin (self, tranche_book_keeper_check_async, cancellable, callback, user_data);
  own = get_cancellable (task);
  tranche_book_check_async (tranche_book_keeper_get_path (self), progress, progress_data, own,
                            checked_cb, g_steal_pointer (&task));
}

gboolean
tranche_book_keeper_check_finish (TrancheBookKeeper  *self,
                                  GAsyncResult       *result,
                                  TrancheBookFaults  *faults,
                                  GError            **error)
{
  gssize value;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  value = g_task_propagate_int (G_TASK (result), error);
  if (value < 0)
    return FALSE;

  *faults = (TrancheBookFaults) value;
  return TRUE;
}

static void
archived_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autofree char *path = NULL;
  guint n = 0;
  GError *error = NULL;
  gboolean archived = tranche_order_book_archive_finish (TRANCHE_ORDER_BOOK (source), result, &n,
                                                         &path, &error);

  end (task);
  if (archived)
    g_task_return_int (task, n);
  else
    g_task_return_error (task, error);
}

void
tranche_book_keeper_archive_async (TrancheBookKeeper   *self,
                                   GDateTime           *before,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  GCancellable *own;

  g_return_if_fail (TRANCHE_IS_BOOK_KEEPER (self));

  task = begin (self, tranche_book_keeper_archive_async, cancellable, callback, user_data);
  own = get_cancellable (task);
  tranche_order_book_archive_async (self->book, before, own, archived_cb, g_steal_pointer (&task));
}

gboolean
tranche_book_keeper_archive_finish (TrancheBookKeeper  *self,
                                    GAsyncResult       *result,
                                    guint              *n,
                                    GError            **error)
{
  gssize value;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  value = g_task_propagate_int (G_TASK (result), error);
  if (value < 0)
    return FALSE;

  *n = (guint) value;
  return TRUE;
}

static void
settled_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  guint n;

  if (!tranche_book_keeper_archive_finish (TRANCHE_BOOK_KEEPER (source), result, &n, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tranche_warning ("model", "An archive could not be finished: %s", error->message);
}

void
tranche_book_keeper_settle_archives (TrancheBookKeeper *self)
{
  g_autoptr (GTask) task = NULL;
  GCancellable *own;

  g_return_if_fail (TRANCHE_IS_BOOK_KEEPER (self));

  task = begin (self, tranche_book_keeper_archive_async, NULL, settled_cb, NULL);
  own = get_cancellable (task);
  tranche_order_book_settle_archives_async (self->book, own, archived_cb, g_steal_pointer (&task));
}

GStrv
tranche_book_keeper_list_archives (TrancheBookKeeper *self)
{
  g_return_val_if_fail (TRANCHE_IS_BOOK_KEEPER (self), NULL);

  return tranche_archive_list (tranche_book_keeper_get_path (self));
}

void
tranche_book_keeper_close_async (TrancheBookKeeper   *self,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (TRANCHE_IS_BOOK_KEEPER (self));
  g_return_if_fail (self->closing == NULL);

  self->closing = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (self->closing, tranche_book_keeper_close_async);

  for (guint i = 0; i < self->under_way->len; i++)
    g_cancellable_cancel (g_ptr_array_index (self->under_way, i));
  close_when_idle (self);
}

gboolean
tranche_book_keeper_close_finish (TrancheBookKeeper  *self,
                                  GAsyncResult       *result,
                                  GError            **error)
{
  gboolean closed;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  closed = g_task_propagate_boolean (G_TASK (result), error);
  /* The task holds what holds it. */
  g_clear_object (&self->closing);

  return closed;
}
