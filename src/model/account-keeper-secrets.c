/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/account-keeper.h"

#include "model/account-keeper-private.h"

static TrancheConnectionState
get_state_of_error (const GError *error)
{
  if (g_error_matches (error, TRANCHE_KEYRING_ERROR, TRANCHE_KEYRING_ERROR_NOT_FOUND))
    return TRANCHE_CONNECTION_NO_SECRET;

  if (g_error_matches (error, TRANCHE_KEYRING_ERROR, TRANCHE_KEYRING_ERROR_LOCKED) ||
      g_error_matches (error, TRANCHE_KEYRING_ERROR, TRANCHE_KEYRING_ERROR_DISMISSED) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return TRANCHE_CONNECTION_KEYRING_LOCKED;

  return TRANCHE_CONNECTION_NO_KEYRING;
}

static void
disconnect_bank (TrancheConnection *connection,
                 const GError      *why)
{
  tranche_connection_set_bank (connection, NULL);
  tranche_connection_set_state (connection, get_state_of_error (why));
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheAccountKeeper *self = g_task_get_source_object (task);
  TrancheConnection *connection = g_task_get_task_data (task);
  GError *error = NULL;
  char *secret = tranche_secrets_lookup_finish (TRANCHE_SECRETS (source), result, &error);

  if (secret == NULL) {
    disconnect_bank (connection, error);
    g_task_return_error (task, error);
    return;
  }

  tranche_account_keeper_connect (self, connection, secret);
  tranche_keyring_secret_free (secret);
  g_task_return_boolean (task, TRUE);
}

void
tranche_account_keeper_fetch_async (TrancheAccountKeeper *self,
                                    TrancheConnection    *connection,
                                    gboolean              interactive,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  TrancheAccount *account = tranche_connection_get_account (connection);

  g_task_set_source_tag (task, tranche_account_keeper_fetch_async);
  g_task_set_task_data (task, g_object_ref (connection), g_object_unref);
  tranche_secrets_lookup_async (self->secrets, tranche_account_get_id (account), interactive,
                                cancellable, fetched_cb, g_steal_pointer (&task));
}

gboolean
tranche_account_keeper_fetch_finish (TrancheAccountKeeper  *self,
                                     GAsyncResult          *result,
                                     GError               **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  guint *n_left = g_task_get_task_data (task);

  /* The connection's state tells what came of it. */
  tranche_account_keeper_fetch_finish (TRANCHE_ACCOUNT_KEEPER (source), result, NULL);

  if (--*n_left == 0)
    g_task_return_boolean (task, TRUE);
}

void
tranche_account_keeper_open_async (TrancheAccountKeeper *self,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GListModel *model = G_LIST_MODEL (self->connections);
  guint *n_left = g_new0 (guint, 1);

  g_task_set_source_tag (task, tranche_account_keeper_open_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, n_left, g_free);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
    g_autoptr (TrancheConnection) connection = g_list_model_get_item (model, i);
    TrancheConnectionState state = tranche_connection_get_state (connection);

    if (state != TRANCHE_CONNECTION_OPENING && state != TRANCHE_CONNECTION_KEYRING_LOCKED)
      continue;

    ++*n_left;
    tranche_account_keeper_fetch_async (self, connection, FALSE, cancellable, opened_cb,
                                        g_object_ref (task));
  }

  if (*n_left == 0)
    g_task_return_boolean (task, TRUE);
}

gboolean
tranche_account_keeper_open_finish (TrancheAccountKeeper  *self,
                                    GAsyncResult          *result,
                                    GError               **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
unlocked_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  TrancheAccountKeeper *self = TRANCHE_ACCOUNT_KEEPER (source);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!tranche_account_keeper_fetch_finish (self, result, &error)) {
    g_task_return_error (task, error);
    return;
  }

  /* Who opened the keyring for one account opened it for all. */
  tranche_account_keeper_open_async (self, NULL, NULL, NULL);
  g_task_return_boolean (task, TRUE);
}

void
tranche_account_keeper_unlock_async (TrancheAccountKeeper *self,
                                     TrancheConnection    *connection,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tranche_account_keeper_unlock_async);
  tranche_account_keeper_fetch_async (self, connection, TRUE, cancellable, unlocked_cb,
                                      g_steal_pointer (&task));
}

gboolean
tranche_account_keeper_unlock_finish (TrancheAccountKeeper  *self,
                                      GAsyncResult          *result,
                                      GError               **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
