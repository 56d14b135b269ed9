/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fake-shop.h"

struct _TrancheShop {
  GObject parent_instance;

  Fixture *fixture;
  TrancheGuard *guard;
};

G_DEFINE_FINAL_TYPE (TrancheShop, tranche_shop, G_TYPE_OBJECT)

static void
tranche_shop_finalize (GObject *object)
{
  g_clear_object (&TRANCHE_SHOP (object)->guard);

  G_OBJECT_CLASS (tranche_shop_parent_class)->finalize (object);
}

static void
tranche_shop_class_init (TrancheShopClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tranche_shop_finalize;
}

static void
tranche_shop_init (TrancheShop *self)
{
}

TrancheShop *
fake_shop_new (Fixture *fixture)
{
  TrancheShop *self = g_object_new (TRANCHE_TYPE_SHOP, NULL);
  g_autoptr (TrancheSecrets) secrets = tranche_secrets_new (NULL);
  g_autoptr (GAsyncResult) result = NULL;

  self->guard = tranche_guard_new (secrets);
  tranche_guard_load_async (self->guard, NULL, store_result_cb, &result);
  wait_for_result (&result);
  self->fixture = fixture;

  return self;
}

TrancheOrderBook *
tranche_shop_get_book (TrancheShop *self)
{
  return self->fixture->book;
}

TrancheOperations *
tranche_shop_get_operations (TrancheShop *self)
{
  return self->fixture->operations;
}

TrancheCommitPlans *
tranche_shop_get_commit_plans (TrancheShop *self)
{
  return NULL;
}

TrancheGuard *
tranche_shop_get_guard (TrancheShop *self)
{
  return self->guard;
}

TrancheLiveStatus *
tranche_shop_get_live_status (TrancheShop *self)
{
  return NULL;
}

GListModel *
tranche_shop_get_connections (TrancheShop *self)
{
  return G_LIST_MODEL (self->fixture->connections);
}

TrancheConnection *
tranche_shop_find_connection (TrancheShop *self,
                              const char  *account_id)
{
  if (g_strcmp0 (account_id, tranche_account_get_id (self->fixture->account)) != 0)
    return NULL;

  return self->fixture->connection;
}

const TrancheBankInfo *
tranche_shop_find_bank (const char *bank_id)
{
  return NULL;
}

/* The keyring opens at once. */
void
tranche_shop_unlock_async (TrancheShop         *self,
                           TrancheConnection   *connection,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  tranche_connection_set_bank (connection, fake_bank_as_bank (self->fixture->bank));
  tranche_connection_set_state (connection, TRANCHE_CONNECTION_READY);
  g_task_return_boolean (task, TRUE);
}

gboolean
tranche_shop_unlock_finish (TrancheShop   *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
