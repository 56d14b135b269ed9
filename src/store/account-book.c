/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/account-book.h"

#include "store/account-table.h"
#include "store/account-terms.h"
#include "store/order-book-private.h"

struct _TrancheAccountBook {
  GObject parent_instance;

  TrancheOrderBook *book;
};

G_DEFINE_FINAL_TYPE (TrancheAccountBook, tranche_account_book, G_TYPE_OBJECT)

static void
tranche_account_book_dispose (GObject *object)
{
  TrancheAccountBook *self = TRANCHE_ACCOUNT_BOOK (object);

  g_clear_object (&self->book);

  G_OBJECT_CLASS (tranche_account_book_parent_class)->dispose (object);
}

static void
tranche_account_book_class_init (TrancheAccountBookClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tranche_account_book_dispose;
}

static void
tranche_account_book_init (TrancheAccountBook *self)
{
}

TrancheAccountBook *
tranche_account_book_new (TrancheOrderBook *book)
{
  TrancheAccountBook *self;

  g_return_val_if_fail (TRANCHE_IS_ORDER_BOOK (book), NULL);

  self = g_object_new (TRANCHE_TYPE_ACCOUNT_BOOK, NULL);
  self->book = g_object_ref (book);
  return self;
}

/* Runs @func with @data, which is taken. */
static void
run (TrancheAccountBook  *self,
     gpointer             source_tag,
     TrancheLane          lane,
     TrancheJobFunc       func,
     gpointer             data,
     GDestroyNotify       data_free,
     GDestroyNotify       result_free,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, data, data_free);
  tranche_database_run_task (tranche_order_book_get_database (self->book), lane, task, func,
                             result_free);
}

static gpointer
load_job (TrancheSql  *sql,
          gpointer     user_data,
          GError     **error)
{
  return tranche_account_table_load (sql, error);
}

void
tranche_account_book_load_async (TrancheAccountBook  *self,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (TRANCHE_IS_ACCOUNT_BOOK (self));

  run (self, tranche_account_book_load_async, TRANCHE_LANE_LOOKUP, load_job, NULL, NULL,
       (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
tranche_account_book_load_finish (TrancheAccountBook  *self,
                                  GAsyncResult        *result,
                                  GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Returns what it changes of the orders. */
static gpointer
save_job (TrancheSql  *sql,
          gpointer     user_data,
          GError     **error)
{
  const char *id = tranche_account_get_id (user_data);
  g_autoptr (GHashTable) before = tranche_account_terms_read (sql, id, error);
  g_autoptr (GHashTable) now = NULL;

  if (before == NULL || !tranche_account_table_save (sql, user_data, error))
    return NULL;

  now = tranche_account_terms_read (sql, id, error);

  return now != NULL ? tranche_account_terms_compare (before, now) : NULL;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  TrancheAccountBook *self = TRANCHE_ACCOUNT_BOOK (source);
  g_autoptr (GTask) task = user_data;
  GArray *changes = NULL;
  GError *error = NULL;

  changes = g_task_propagate_pointer (G_TASK (result), &error);
  if (changes == NULL) {
    g_task_return_error (task, error);
    return;
  }

  g_task_return_boolean (task, TRUE);
  tranche_account_terms_tell (self->book, changes);
}

void
tranche_account_book_save_async (TrancheAccountBook  *self,
                                 TrancheAccount      *account,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  GTask *task = NULL;

  g_return_if_fail (TRANCHE_IS_ACCOUNT_BOOK (self));
  g_return_if_fail (TRANCHE_IS_ACCOUNT (account));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tranche_account_book_save_async);
  g_task_set_check_cancellable (task, FALSE);
  run (self, tranche_account_book_save_async, TRANCHE_LANE_WRITE, save_job,
       tranche_account_copy (account), g_object_unref, (GDestroyNotify) g_array_unref, cancellable,
       saved_cb, task);
}

gboolean
tranche_account_book_save_finish (TrancheAccountBook  *self,
                                  GAsyncResult        *result,
                                  GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* A job succeeds with any pointer. */
static gpointer
remove_job (TrancheSql  *sql,
            gpointer     user_data,
            GError     **error)
{
  return tranche_account_table_remove (sql, user_data, error) ? sql : NULL;
}

void
tranche_account_book_remove_async (TrancheAccountBook  *self,
                                   const char          *account_id,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_return_if_fail (TRANCHE_IS_ACCOUNT_BOOK (self));
  g_return_if_fail (account_id != NULL);

  run (self, tranche_account_book_remove_async, TRANCHE_LANE_WRITE, remove_job,
       g_strdup (account_id), g_free, NULL, cancellable, callback, user_data);
}

gboolean
tranche_account_book_remove_finish (TrancheAccountBook  *self,
                                    GAsyncResult        *result,
                                    GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}
