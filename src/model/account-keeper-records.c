/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/account-keeper.h"

#include "core/log.h"
#include "model/account-keeper-private.h"

/* Saving: the secret, the account, the connection. */

typedef struct {
  TrancheAccount *account;
  char *secret; /* (nullable) */
} Save;

static void
save_free (Save *save)
{
  g_object_unref (save->account);
  tranche_keyring_secret_free (save->secret);
  g_free (save);
}

static void
reconnected_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;

  /* The account is saved; the state tells whether its secret could be had. */
  tranche_account_keeper_fetch_finish (TRANCHE_ACCOUNT_KEEPER (source), result, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
account_saved_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheAccountKeeper *self = g_task_get_source_object (task);
  Save *save = g_task_get_task_data (task);
  TrancheConnection *connection = NULL;
  GError *error = NULL;

  if (!tranche_account_book_save_finish (TRANCHE_ACCOUNT_BOOK (source), result, &error)) {
    g_task_return_error (task, error);
    return;
  }

  connection = tranche_account_keeper_put (self, save->account);

  if (save->secret != NULL) {
    tranche_account_keeper_connect (self, connection, save->secret);
    g_task_return_boolean (task, TRUE);
  } else {
    tranche_account_keeper_fetch_async (self, connection, FALSE, NULL, reconnected_cb,
                                        g_steal_pointer (&task));
  }
}

static void
secret_stored_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheAccountKeeper *self = g_task_get_source_object (task);
  Save *save = g_task_get_task_data (task);
  GError *error = NULL;

  if (tranche_secrets_store_finish (TRANCHE_SECRETS (source), result, &error))
    tranche_account_book_save_async (self->accounts, save->account, NULL,
                                     account_saved_cb, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

void
tranche_account_keeper_save_async (TrancheAccountKeeper *self,
                                   TrancheAccount       *account,
                                   const char           *secret,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Save *save = g_new0 (Save, 1);

  save->account = g_object_ref (account);
  save->secret = secret != NULL ? g_strdup (secret) : NULL;

  g_task_set_source_tag (task, tranche_account_keeper_save_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, save, (GDestroyNotify) save_free);

  if (secret != NULL)
    tranche_secrets_store_async (self->secrets, account, secret, cancellable,
                                 secret_stored_cb, g_steal_pointer (&task));
  else
    tranche_account_book_save_async (self->accounts, account, NULL,
                                     account_saved_cb, g_steal_pointer (&task));
}

gboolean
tranche_account_keeper_save_finish (TrancheAccountKeeper  *self,
                                    GAsyncResult          *result,
                                    GError               **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Removing: the account, its secret, the connection. */

static void
secret_cleared_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  /* The account is gone; what is left in the keyring opens nothing here. */
  if (!tranche_secrets_clear_finish (TRANCHE_SECRETS (source), result, &error))
    tranche_warning ("model", "The secret of a removed account stays in the keyring: %s",
                     error->message);

  g_task_return_boolean (task, TRUE);
}

static void
account_removed_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheAccountKeeper *self = g_task_get_source_object (task);
  const char *account_id = g_task_get_task_data (task);
  guint position = 0;
  GError *error = NULL;

  if (!tranche_account_book_remove_finish (TRANCHE_ACCOUNT_BOOK (source), result, &error)) {
    g_task_return_error (task, error);
    return;
  }

  if (tranche_account_keeper_find_position (self, account_id, &position))
    g_list_store_remove (self->connections, position);

  tranche_secrets_clear_async (self->secrets, account_id, NULL,
                               secret_cleared_cb, g_steal_pointer (&task));
}

void
tranche_account_keeper_remove_async (TrancheAccountKeeper *self,
                                     const char           *account_id,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tranche_account_keeper_remove_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_strdup (account_id), g_free);
  tranche_account_book_remove_async (self->accounts, account_id, cancellable,
                                     account_removed_cb, g_steal_pointer (&task));
}

gboolean
tranche_account_keeper_remove_finish (TrancheAccountKeeper  *self,
                                      GAsyncResult          *result,
                                      GError               **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
