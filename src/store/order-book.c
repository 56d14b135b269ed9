/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/order-book-private.h"

struct _TrancheOrderBook {
  GObject parent_instance;

  TrancheDatabase *database;
  GError *trouble; /* (nullable): why nothing can be written */
};

enum {
  PROP_0,
  PROP_TROUBLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TrancheOrderBook, tranche_order_book, G_TYPE_OBJECT)

enum {
  SIGNAL_CHANGED,
  SIGNAL_REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

TrancheBookChange *
tranche_book_change_new (TrancheOrder *before,
                         TrancheOrder *after)
{
  TrancheBookChange *self = g_new0 (TrancheBookChange, 1);

  g_set_object (&self->before, before);
  g_set_object (&self->after, after);
  return self;
}

void
tranche_book_change_free (TrancheBookChange *self)
{
  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_free (self);
}

static void
tranche_order_book_dispose (GObject *object)
{
  TrancheOrderBook *self = TRANCHE_ORDER_BOOK (object);

  g_clear_object (&self->database);

  G_OBJECT_CLASS (tranche_order_book_parent_class)->dispose (object);
}

static void
tranche_order_book_finalize (GObject *object)
{
  TrancheOrderBook *self = TRANCHE_ORDER_BOOK (object);

  g_clear_error (&self->trouble);

  G_OBJECT_CLASS (tranche_order_book_parent_class)->finalize (object);
}

static void
tranche_order_book_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  TrancheOrderBook *self = TRANCHE_ORDER_BOOK (object);

  switch (prop_id) {
  case PROP_TROUBLE:
    g_value_set_boxed (value, self->trouble);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_book_class_init (TrancheOrderBookClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tranche_order_book_dispose;
  object_class->finalize = tranche_order_book_finalize;
  object_class->get_property = tranche_order_book_get_property;

  properties[PROP_TROUBLE] =
    g_param_spec_boxed ("trouble", NULL, NULL, G_TYPE_ERROR,
                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", TRANCHE_TYPE_ORDER_BOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, TRANCHE_TYPE_ORDER, TRANCHE_TYPE_ORDER);
  signals[SIGNAL_REMOVED] =
    g_signal_new ("removed", TRANCHE_TYPE_ORDER_BOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
tranche_order_book_init (TrancheOrderBook *self)
{
}

static void
open_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (TrancheDatabase) database = NULL;
  g_autoptr (TrancheOrderBook) self = NULL;
  GError *error = NULL;

  database = tranche_database_open_finish (result, &error);
  if (!database) {
    g_task_return_error (task, error);
    return;
  }

  if (g_task_get_source_tag (task) == tranche_order_book_open_archive_async)
    tranche_database_freeze (database);

  self = g_object_new (TRANCHE_TYPE_ORDER_BOOK, NULL);
  self->database = g_steal_pointer (&database);
  g_task_return_pointer (task, g_steal_pointer (&self), g_object_unref);
}

void
tranche_order_book_open_async (const char          *path,
                               TrancheBookUpgrade  *upgrade,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (path != NULL);

  g_task_set_source_tag (task, tranche_order_book_open_async);
  tranche_database_open_async (path, upgrade, cancellable, open_cb, g_steal_pointer (&task));
}

void
tranche_order_book_open_archive_async (const char          *path,
                                       TrancheBookUpgrade  *upgrade,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (path != NULL);

  g_task_set_source_tag (task, tranche_order_book_open_archive_async);
  tranche_database_open_async (path, upgrade, cancellable, open_cb, g_steal_pointer (&task));
}

TrancheOrderBook *
tranche_order_book_open_finish (GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

const char *
tranche_order_book_get_path (TrancheOrderBook *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_BOOK (self), NULL);

  return tranche_database_get_path (self->database);
}

TrancheDatabase *
tranche_order_book_get_database (TrancheOrderBook *self)
{
  return self->database;
}

static void
close_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (tranche_database_close_finish (TRANCHE_DATABASE (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
tranche_order_book_close_async (TrancheOrderBook    *self,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (TRANCHE_IS_ORDER_BOOK (self));

  g_task_set_source_tag (task, tranche_order_book_close_async);
  tranche_database_close_async (self->database, close_cb, g_steal_pointer (&task));
}

gboolean
tranche_order_book_close_finish (TrancheOrderBook  *self,
                                 GAsyncResult      *result,
                                 GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* What is wrong with the file or its disk, and not with one change. */
static gboolean
is_trouble (const GError *error)
{
  return g_error_matches (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_FULL) ||
         g_error_matches (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_ACCESS) ||
         g_error_matches (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_GONE) ||
         g_error_matches (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_DAMAGED);
}

/* @error: (nullable): how the last change ended. */
static void
learn (TrancheOrderBook *self,
       const GError     *error)
{
  if ((error != NULL && !is_trouble (error)) || (error == NULL && self->trouble == NULL) ||
      (error != NULL && self->trouble != NULL && error->code == self->trouble->code))
    return;

  g_clear_error (&self->trouble);
  if (error != NULL)
    self->trouble = g_error_copy (error);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TROUBLE]);
}

const GError *
tranche_order_book_get_trouble (TrancheOrderBook *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_BOOK (self), NULL);

  return self->trouble;
}

static void
write_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheOrderBook *self = TRANCHE_ORDER_BOOK (object);
  TrancheBookChange *change;
  GError *error = NULL;

  change = g_task_propagate_pointer (G_TASK (result), &error);
  learn (self, error);
  if (!change) {
    g_task_return_error (task, error);
    return;
  }

  if (change->after)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0, change->after, change->before);
  else if (change->before)
    g_signal_emit (self, signals[SIGNAL_REMOVED], 0, tranche_order_get_id (change->before));

  g_task_return_pointer (task, change, (GDestroyNotify) tranche_book_change_free);
}

void
tranche_order_book_tell_changed (TrancheOrderBook *self,
                                 TrancheOrder     *after,
                                 TrancheOrder     *before)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, after, before);
}

void
tranche_order_book_tell_removed (TrancheOrderBook *self,
                                 gint64            id)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0, id);
}

void
tranche_order_book_write (TrancheOrderBook    *self,
                          gpointer             source_tag,
                          TrancheJobFunc       func,
                          gpointer             data,
                          GDestroyNotify       data_free,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) writing = g_task_new (self, cancellable, write_cb, task);

  g_task_set_source_tag (task, source_tag);
  g_task_set_check_cancellable (task, FALSE);

  g_task_set_source_tag (writing, tranche_order_book_write);
  /* At leisure: many changes that come together would keep the window from being drawn. */
  g_task_set_priority (writing, G_PRIORITY_DEFAULT_IDLE);
  g_task_set_task_data (writing, data, data_free);
  tranche_database_run_task (self->database, TRANCHE_LANE_WRITE, writing, func,
                             (GDestroyNotify) tranche_book_change_free);
}

TrancheBookChange *
tranche_order_book_write_finish (TrancheOrderBook  *self,
                                 gpointer           source_tag,
                                 GAsyncResult      *result,
                                 GError           **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, source_tag), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

TrancheOrder *
tranche_order_book_write_finish_order (TrancheOrderBook  *self,
                                       gpointer           source_tag,
                                       GAsyncResult      *result,
                                       GError           **error)
{
  g_autoptr (TrancheBookChange) change =
    tranche_order_book_write_finish (self, source_tag, result, error);

  return change ? g_steal_pointer (&change->after) : NULL;
}
