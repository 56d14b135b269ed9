/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/account-keeper.h"

#include "banks/web-address.h"
#include "model/account-keeper-private.h"
#include "model/bank-registry.h"

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

gboolean
tranche_account_keeper_find_position (TrancheAccountKeeper *self,
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

  if (!tranche_account_keeper_find_position (self, account_id, &position))
    return NULL;

  connection = g_list_model_get_item (G_LIST_MODEL (self->connections), position);

  /* The list keeps it alive. */
  return connection;
}

TrancheConnection *
tranche_account_keeper_put (TrancheAccountKeeper *self,
                            TrancheAccount       *account)
{
  const char *id = tranche_account_get_id (account);
  TrancheConnection *connection = tranche_account_keeper_find (self, id);
  guint position = 0;

  if (connection == NULL) {
    g_autoptr (TrancheConnection) added = tranche_connection_new (account);

    g_list_store_insert_sorted (self->connections, added, compare_names, NULL);
    return added;
  }

  tranche_connection_set_account (connection, account);

  if (tranche_account_keeper_find_position (self, id, &position)) {
    g_autoptr (TrancheConnection) moved = g_object_ref (connection);

    g_list_store_remove (self->connections, position);
    g_list_store_insert_sorted (self->connections, moved, compare_names, NULL);
  }

  return connection;
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

void
tranche_account_keeper_connect (TrancheAccountKeeper *self,
                                TrancheConnection    *connection,
                                const char           *secret)
{
  TrancheAccount *account = tranche_connection_get_account (connection);
  g_autoptr (TrancheBank) bank = tranche_account_keeper_build_bank (self, account, secret);

  tranche_connection_set_bank (connection, bank);
  tranche_connection_set_state (connection, bank != NULL ? TRANCHE_CONNECTION_READY
                                                         : TRANCHE_CONNECTION_NO_SECRET);
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
    tranche_account_keeper_put (self, g_ptr_array_index (accounts, i));

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
