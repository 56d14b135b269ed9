/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/shop.h"

#include "model/shop-private.h"

static void
return_boolean (GTask    *task,
                gboolean  success,
                GError   *error)
{
  if (success)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
account_saved_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gboolean saved = tranche_account_keeper_save_finish (TRANCHE_ACCOUNT_KEEPER (source), result,
                                                       &error);

  return_boolean (task, saved, error);
}

void
tranche_shop_save_account_async (TrancheShop         *self,
                                 TrancheAccount      *account,
                                 const char          *secret,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TRANCHE_IS_SHOP (self));
  g_return_if_fail (TRANCHE_IS_ACCOUNT (account));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tranche_shop_save_account_async);
  g_task_set_check_cancellable (task, FALSE);
  tranche_account_keeper_save_async (self->keeper, account, secret, cancellable,
                                     account_saved_cb, g_steal_pointer (&task));
}

gboolean
tranche_shop_save_account_finish (TrancheShop   *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
account_removed_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gboolean removed = tranche_account_keeper_remove_finish (TRANCHE_ACCOUNT_KEEPER (source), result,
                                                           &error);

  return_boolean (task, removed, error);
}

void
tranche_shop_remove_account_async (TrancheShop         *self,
                                   const char          *account_id,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TRANCHE_IS_SHOP (self));
  g_return_if_fail (account_id != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tranche_shop_remove_account_async);
  g_task_set_check_cancellable (task, FALSE);
  tranche_account_keeper_remove_async (self->keeper, account_id, cancellable,
                                       account_removed_cb, g_steal_pointer (&task));
}

gboolean
tranche_shop_remove_account_finish (TrancheShop   *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
account_tested_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gboolean passed = tranche_bank_test_finish (TRANCHE_BANK (source), result, &error);

  return_boolean (task, passed, error);
}

static void
test_with (GTask      *task,
           const char *secret)
{
  TrancheShop *self = g_task_get_source_object (task);
  TrancheAccount *account = g_task_get_task_data (task);
  g_autoptr (TrancheBank) bank = tranche_account_keeper_build_bank (self->keeper, account, secret);

  if (bank != NULL)
    tranche_bank_test_async (bank, g_task_get_cancellable (task), account_tested_cb,
                             g_object_ref (task));
  else
    g_task_return_error (task, tranche_bank_error_new (TRANCHE_BANK_ERROR_NOT_SUPPORTED, 0,
                                                       "The bank is not known"));
}

static void
test_secret_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  char *secret = tranche_secrets_lookup_finish (TRANCHE_SECRETS (source), result, &error);

  if (secret == NULL) {
    g_task_return_error (task, error);
    return;
  }

  test_with (task, secret);
  tranche_keyring_secret_free (secret);
}

void
tranche_shop_test_account_async (TrancheShop         *self,
                                 TrancheAccount      *account,
                                 const char          *secret,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TRANCHE_IS_SHOP (self));
  g_return_if_fail (TRANCHE_IS_ACCOUNT (account));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tranche_shop_test_account_async);
  g_task_set_task_data (task, g_object_ref (account), g_object_unref);

  if (secret != NULL)
    test_with (task, secret);
  else
    tranche_secrets_lookup_async (self->secrets, tranche_account_get_id (account), TRUE,
                                  cancellable, test_secret_cb, g_steal_pointer (&task));
}

gboolean
tranche_shop_test_account_finish (TrancheShop   *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
unlocked_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gboolean unlocked = tranche_account_keeper_unlock_finish (TRANCHE_ACCOUNT_KEEPER (source), result,
                                                            &error);

  return_boolean (task, unlocked, error);
}

void
tranche_shop_unlock_async (TrancheShop         *self,
                           TrancheConnection   *connection,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TRANCHE_IS_SHOP (self));
  g_return_if_fail (TRANCHE_IS_CONNECTION (connection));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tranche_shop_unlock_async);
  g_task_set_check_cancellable (task, FALSE);
  tranche_account_keeper_unlock_async (self->keeper, connection, cancellable,
                                       unlocked_cb, g_steal_pointer (&task));
}

gboolean
tranche_shop_unlock_finish (TrancheShop   *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
