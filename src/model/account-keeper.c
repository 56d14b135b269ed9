/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/account-keeper.h"

#include "banks/rate-limiter-pool.h"
#include "banks/web-address.h"
#include "core/log.h"
#include "model/bank-registry.h"

struct _TrancheAccountKeeper {
  GObject parent_instance;

  TrancheAccountBook *accounts;
  TrancheSecrets *secrets;
  GListStore *connections;
  TrancheRateLimiterPool *limiters;
};

G_DEFINE_FINAL_TYPE (TrancheAccountKeeper, tranche_account_keeper, G_TYPE_OBJECT)

static void
tranche_account_keeper_finalize (GObject *object)
{
  TrancheAccountKeeper *self = TRANCHE_ACCOUNT_KEEPER (object);

  g_clear_object (&self->accounts);
  g_clear_object (&self->secrets);
  g_clear_object (&self->connections);
  g_clear_object (&self->limiters);

  G_OBJECT_CLASS (tranche_account_keeper_parent_class)->finalize (object);
}

static void
tranche_account_keeper_class_init (TrancheAccountKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tranche_account_keeper_finalize;
}

static void
tranche_account_keeper_init (TrancheAccountKeeper *self)
{
  self->connections = g_list_store_new (TRANCHE_TYPE_CONNECTION);
  self->limiters = tranche_rate_limiter_pool_new ();
}

TrancheAccountKeeper *
tranche_account_keeper_new (TrancheAccountBook *accounts,
                            TrancheSecrets     *secrets)
{
  TrancheAccountKeeper *self = g_object_new (TRANCHE_TYPE_ACCOUNT_KEEPER, NULL);

  self->accounts = g_object_ref (accounts);
  self->secrets = g_object_ref (secrets);

  return self;
}

GListModel *
tranche_account_keeper_get_connections (TrancheAccountKeeper *self)
{
  return G_LIST_MODEL (self->connections);
}

/* Connections. */

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  TrancheAccount *account_a = tranche_connection_get_account ((TrancheConnection *) a);
  TrancheAccount *account_b = tranche_connection_get_account ((TrancheConnection *) b);
  const char *name_a = tranche_account_get_name (account_a);
  const char *name_b = tranche_account_get_name (account_b);

  return g_utf8_collate (name_a != NULL ? name_a : "", name_b != NULL ? name_b : "");
}

static gboolean
find_position (TrancheAccountKeeper *self,
               const char           *account_id,
               guint                *position)
{
  GListModel *model = G_LIST_MODEL (self->connections);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
    g_autoptr (TrancheConnection) connection = g_list_model_get_item (model, i);
    TrancheAccount *account = tranche_connection_get_account (connection);

    if (g_strcmp0 (tranche_account_get_id (account), account_id) == 0) {
      *position = i;
      return TRUE;
    }
  }

  return FALSE;
}

TrancheConnection *
tranche_account_keeper_find (TrancheAccountKeeper *self,
                             const char           *account_id)
{
  g_autoptr (TrancheConnection) connection = NULL;
  guint position = 0;

  if (!find_position (self, account_id, &position))
    return NULL;

  connection = g_list_model_get_item (G_LIST_MODEL (self->connections), position);

  /* The list keeps it alive. */
  return connection;
}

static TrancheConnection *
put_account (TrancheAccountKeeper *self,
             TrancheAccount       *account)
{
  TrancheConnection *connection = tranche_account_keeper_find (self, tranche_account_get_id (account));
  guint position = 0;

  if (connection == NULL) {
    g_autoptr (TrancheConnection) added = tranche_connection_new (account);

    g_list_store_insert_sorted (self->connections, added, compare_names, NULL);
    return added;
  }

  tranche_connection_set_account (connection, account);

  if (find_position (self, tranche_account_get_id (account), &position)) {
    g_autoptr (TrancheConnection) moved = g_object_ref (connection);

    g_list_store_remove (self->connections, position);
    g_list_store_insert_sorted (self->connections, moved, compare_names, NULL);
  }

  return connection;
}

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

/* The bank's limit is for all who come to its host: of what the accounts there
 * allow, the least. */
static guint
get_rate (TrancheAccountKeeper *self,
          TrancheAccount       *account)
{
  GListModel *model = G_LIST_MODEL (self->connections);
  g_autofree char *host = tranche_dup_web_host (tranche_account_get_base_url (account));
  guint rate = tranche_account_get_rate (account);

  for (guint i = 0; host != NULL && i < g_list_model_get_n_items (model); i++) {
    g_autoptr (TrancheConnection) connection = g_list_model_get_item (model, i);
    TrancheAccount *other = tranche_connection_get_account (connection);
    g_autofree char *other_host = tranche_dup_web_host (tranche_account_get_base_url (other));

    if (g_strcmp0 (tranche_account_get_id (account), tranche_account_get_id (other)) != 0 &&
        g_strcmp0 (host, other_host) == 0)
      rate = MIN (rate, tranche_account_get_rate (other));
  }

  return rate;
}

TrancheBank *
tranche_account_keeper_build_bank (TrancheAccountKeeper *self,
                                   TrancheAccount       *account,
                                   const char           *secret)
{
  g_autoptr (TrancheRateLimiter) limiter = NULL;

  limiter = tranche_rate_limiter_pool_get (self->limiters, tranche_account_get_base_url (account),
                                           get_rate (self, account));

  return tranche_bank_registry_build_with_limiter (account, secret, limiter);
}

static void
connect_bank (TrancheAccountKeeper *self,
              TrancheConnection    *connection,
              const char           *secret)
{
  TrancheAccount *account = tranche_connection_get_account (connection);
  g_autoptr (TrancheBank) bank = tranche_account_keeper_build_bank (self, account, secret);

  tranche_connection_set_bank (connection, bank);
  tranche_connection_set_state (connection, bank != NULL ? TRANCHE_CONNECTION_READY
                                                         : TRANCHE_CONNECTION_NO_SECRET);
}

static void
disconnect_bank (TrancheConnection *connection,
                 const GError      *why)
{
  tranche_connection_set_bank (connection, NULL);
  tranche_connection_set_state (connection, get_state_of_error (why));
}

/* Loading. */

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheAccountKeeper *self = g_task_get_source_object (task);
  g_autoptr (GPtrArray) accounts = NULL;
  GError *error = NULL;

  accounts = tranche_account_book_load_finish (TRANCHE_ACCOUNT_BOOK (source), result, &error);
  if (accounts == NULL) {
    g_task_return_error (task, error);
    return;
  }

  for (guint i = 0; i < accounts->len; i++)
    put_account (self, g_ptr_array_index (accounts, i));

  g_task_return_boolean (task, TRUE);
}

void
tranche_account_keeper_load_async (TrancheAccountKeeper *self,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tranche_account_keeper_load_async);
  tranche_account_book_load_async (self->accounts, cancellable, loaded_cb, g_steal_pointer (&task));
}

gboolean
tranche_account_keeper_load_finish (TrancheAccountKeeper  *self,
                                    GAsyncResult          *result,
                                    GError               **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Fetching secrets: of one connection, and of all. */

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

  connect_bank (self, connection, secret);
  tranche_keyring_secret_free (secret);
  g_task_return_boolean (task, TRUE);
}

static void
fetch_async (TrancheAccountKeeper *self,
             TrancheConnection    *connection,
             gboolean              interactive,
             GCancellable         *cancellable,
             GAsyncReadyCallback   callback,
             gpointer              user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  TrancheAccount *account = tranche_connection_get_account (connection);

  g_task_set_source_tag (task, fetch_async);
  g_task_set_task_data (task, g_object_ref (connection), g_object_unref);
  tranche_secrets_lookup_async (self->secrets, tranche_account_get_id (account), interactive,
                                cancellable, fetched_cb, g_steal_pointer (&task));
}

static gboolean
fetch_finish (TrancheAccountKeeper  *self,
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
  fetch_finish (TRANCHE_ACCOUNT_KEEPER (source), result, NULL);

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
    fetch_async (self, connection, FALSE, cancellable, opened_cb, g_object_ref (task));
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

  if (!fetch_finish (self, result, &error)) {
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
  fetch_async (self, connection, TRUE, cancellable, unlocked_cb, g_steal_pointer (&task));
}

gboolean
tranche_account_keeper_unlock_finish (TrancheAccountKeeper  *self,
                                      GAsyncResult          *result,
                                      GError               **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

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
  fetch_finish (TRANCHE_ACCOUNT_KEEPER (source), result, NULL);
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

  connection = put_account (self, save->account);

  if (save->secret != NULL) {
    connect_bank (self, connection, save->secret);
    g_task_return_boolean (task, TRUE);
  } else {
    fetch_async (self, connection, FALSE, NULL, reconnected_cb, g_steal_pointer (&task));
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

  if (find_position (self, account_id, &position))
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
