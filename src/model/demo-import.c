/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/demo-import.h"

typedef struct {
  TrancheAccountKeeper *keeper;
  TrancheOrderBook *book;
  GPtrArray *accounts;
  guint n_done;        /* accounts */
  guint n_orders_left; /* of the account that is at work */
  GError *error;
} Import;

static void next_account (GTask *task);

static void
import_free (Import *import)
{
  g_object_unref (import->keeper);
  g_object_unref (import->book);
  g_ptr_array_unref (import->accounts);
  g_clear_error (&import->error);
  g_free (import);
}

static void
orders_added (GTask *task)
{
  Import *import = g_task_get_task_data (task);

  import->n_done++;
  if (import->error != NULL)
    g_task_return_error (task, g_steal_pointer (&import->error));
  else
    next_account (task);
}

static void
order_added_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Import *import = g_task_get_task_data (task);
  g_autoptr (TrancheOrder) order = NULL;

  order = tranche_order_book_add_finish (TRANCHE_ORDER_BOOK (source), result,
                                         import->error == NULL ? &import->error : NULL);
  if (--import->n_orders_left == 0)
    orders_added (task);
}

static void
account_saved_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheDemoSession *session = g_task_get_source_object (task);
  Import *import = g_task_get_task_data (task);
  TrancheAccount *account = g_ptr_array_index (import->accounts, import->n_done);
  g_autoptr (GPtrArray) orders = NULL;
  GError *error = NULL;

  if (!tranche_account_keeper_save_finish (TRANCHE_ACCOUNT_KEEPER (source), result, &error)) {
    g_task_return_error (task, error);
    return;
  }

  orders = tranche_demo_session_make_orders (session, account);
  import->n_orders_left = orders->len;
  for (guint i = 0; i < orders->len; i++)
    tranche_order_book_add_async (import->book, g_ptr_array_index (orders, i),
                                  TRANCHE_ORIGIN_BANK, NULL, order_added_cb, g_object_ref (task));

  if (orders->len == 0)
    orders_added (task);
}

static void
next_account (GTask *task)
{
  TrancheDemoSession *session = g_task_get_source_object (task);
  Import *import = g_task_get_task_data (task);
  TrancheAccount *account = NULL;

  if (import->n_done == import->accounts->len) {
    g_task_return_boolean (task, TRUE);
    return;
  }

  account = g_ptr_array_index (import->accounts, import->n_done);
  tranche_account_keeper_save_async (import->keeper, account,
                                     tranche_demo_session_get_secret (session, account), NULL,
                                     account_saved_cb, g_object_ref (task));
}

void
tranche_demo_import_async (TrancheDemoSession   *session,
                           TrancheAccountKeeper *keeper,
                           TrancheOrderBook     *book,
                           GAsyncReadyCallback   callback,
                           gpointer              user_data)
{
  g_autoptr (GTask) task = g_task_new (session, NULL, callback, user_data);
  Import *import = g_new0 (Import, 1);

  import->keeper = g_object_ref (keeper);
  import->book = g_object_ref (book);
  import->accounts = tranche_demo_session_make_accounts (session);
  g_task_set_source_tag (task, tranche_demo_import_async);
  g_task_set_task_data (task, import, (GDestroyNotify) import_free);

  next_account (task);
}

gboolean
tranche_demo_import_finish (TrancheDemoSession  *session,
                            GAsyncResult        *result,
                            GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
