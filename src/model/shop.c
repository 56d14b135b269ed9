/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/shop.h"

#include "core/log.h"
#include "model/account-keeper.h"
#include "model/bank-registry.h"
#include "model/callback-desk.h"
#include "model/demo-import.h"
#include "model/demo-session.h"

struct _TrancheShop {
  GObject parent_instance;

  TrancheDemoSession *demo; /* (nullable): let go after everything that uses it */
  TrancheOrderBook *book;
  TrancheSecrets *secrets;
  TrancheAccountKeeper *keeper;
  TrancheOperations *operations;
  TrancheLiveStatus *live_status;
  TrancheCommitPlans *plans;
  TrancheDeadlineWatch *deadlines;
  TrancheCallbackDesk *callbacks;
  GCancellable *closing;
};

G_DEFINE_FINAL_TYPE (TrancheShop, tranche_shop, G_TYPE_OBJECT)

static void
tranche_shop_dispose (GObject *object)
{
  TrancheShop *self = TRANCHE_SHOP (object);

  g_cancellable_cancel (self->closing);
  if (self->live_status != NULL)
    tranche_live_status_stop (self->live_status);
  if (self->callbacks != NULL)
    tranche_callback_desk_stop (self->callbacks);
  if (self->plans != NULL)
    tranche_commit_plans_stop (self->plans);
  if (self->deadlines != NULL)
    tranche_deadline_watch_stop (self->deadlines);

  g_clear_object (&self->deadlines);
  g_clear_object (&self->plans);
  g_clear_object (&self->callbacks);
  g_clear_object (&self->live_status);
  g_clear_object (&self->operations);
  g_clear_object (&self->keeper);
  g_clear_object (&self->secrets);
  g_clear_object (&self->book);
  g_clear_object (&self->demo);

  G_OBJECT_CLASS (tranche_shop_parent_class)->dispose (object);
}

static void
tranche_shop_finalize (GObject *object)
{
  TrancheShop *self = TRANCHE_SHOP (object);

  g_clear_object (&self->closing);

  G_OBJECT_CLASS (tranche_shop_parent_class)->finalize (object);
}

static void
tranche_shop_class_init (TrancheShopClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tranche_shop_dispose;
  object_class->finalize = tranche_shop_finalize;
}

static void
tranche_shop_init (TrancheShop *self)
{
  self->closing = g_cancellable_new ();
}

TrancheOrderBook *
tranche_shop_get_book (TrancheShop *self)
{
  g_return_val_if_fail (TRANCHE_IS_SHOP (self), NULL);

  return self->book;
}

TrancheOperations *
tranche_shop_get_operations (TrancheShop *self)
{
  g_return_val_if_fail (TRANCHE_IS_SHOP (self), NULL);

  return self->operations;
}

TrancheLiveStatus *
tranche_shop_get_live_status (TrancheShop *self)
{
  g_return_val_if_fail (TRANCHE_IS_SHOP (self), NULL);

  return self->live_status;
}

TrancheCommitPlans *
tranche_shop_get_commit_plans (TrancheShop *self)
{
  g_return_val_if_fail (TRANCHE_IS_SHOP (self), NULL);

  return self->plans;
}

TrancheDeadlineWatch *
tranche_shop_get_deadline_watch (TrancheShop *self)
{
  g_return_val_if_fail (TRANCHE_IS_SHOP (self), NULL);

  return self->deadlines;
}

GListModel *
tranche_shop_get_connections (TrancheShop *self)
{
  g_return_val_if_fail (TRANCHE_IS_SHOP (self), NULL);

  return tranche_account_keeper_get_connections (self->keeper);
}

TrancheConnection *
tranche_shop_find_connection (TrancheShop *self,
                              const char  *account_id)
{
  g_return_val_if_fail (TRANCHE_IS_SHOP (self), NULL);

  return tranche_account_keeper_find (self->keeper, account_id);
}

gboolean
tranche_shop_get_demo (TrancheShop *self)
{
  g_return_val_if_fail (TRANCHE_IS_SHOP (self), FALSE);

  return self->demo != NULL;
}

const TrancheBankInfo *
tranche_shop_list_banks (guint *n_banks)
{
  g_return_val_if_fail (n_banks != NULL, NULL);

  return tranche_bank_registry_list (n_banks);
}

const TrancheBankInfo *
tranche_shop_find_bank (const char *bank_id)
{
  return tranche_bank_registry_find (bank_id);
}

TrancheAccount *
tranche_shop_new_account (const char *bank_id)
{
  return tranche_bank_registry_new_account (bank_id);
}

/* Opening. */

static void
recovered_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (TrancheShop) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!tranche_operations_recover_finish (TRANCHE_OPERATIONS (source), result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tranche_warning ("model", "Open operations cannot be settled: %s", error->message);
}

static void
connections_opened_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (TrancheShop) self = user_data;

  tranche_account_keeper_open_finish (TRANCHE_ACCOUNT_KEEPER (source), result, NULL);

  if (g_cancellable_is_cancelled (self->closing))
    return;

  tranche_operations_recover_async (self->operations, self->closing, recovered_cb,
                                    g_object_ref (self));
}

/* The shop is open with its book. What asks keyring and banks goes on behind
 * it, for neither may be there, and each tells so where it is seen. */
static void
return_shop (GTask *task)
{
  TrancheShop *self = g_task_get_task_data (task);

  tranche_commit_plans_start (self->plans);
  tranche_live_status_start (self->live_status);
  tranche_account_keeper_open_async (self->keeper, self->closing, connections_opened_cb,
                                     g_object_ref (self));
  g_task_return_pointer (task, g_object_ref (self), g_object_unref);
}

static void
demo_imported_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (tranche_demo_import_finish (TRANCHE_DEMO_SESSION (source), result, &error))
    return_shop (task);
  else
    g_task_return_error (task, error);
}

static void
accounts_loaded_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheShop *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (!tranche_account_keeper_load_finish (TRANCHE_ACCOUNT_KEEPER (source), result, &error)) {
    g_task_return_error (task, error);
  } else if (self->demo != NULL) {
    tranche_demo_import_async (self->demo, self->keeper, self->book, demo_imported_cb,
                               g_steal_pointer (&task));
  } else {
    return_shop (task);
  }
}

static void
book_opened_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  TrancheShop *self = g_task_get_task_data (task);
  g_autoptr (TrancheAccountBook) accounts = NULL;
  GError *error = NULL;

  self->book = tranche_order_book_open_finish (result, &error);
  if (self->book == NULL) {
    g_task_return_error (task, error);
    return;
  }

  accounts = tranche_account_book_new (self->book);
  self->keeper = tranche_account_keeper_new (accounts, self->secrets);
  self->operations = tranche_operations_new (self->book,
                                             tranche_account_keeper_get_connections (self->keeper));
  self->live_status = tranche_live_status_new (self->book, self->operations);
  self->plans = tranche_commit_plans_new (self->book, self->operations);
  self->deadlines = tranche_deadline_watch_new (self->book);
  self->callbacks = tranche_callback_desk_new (self->book, self->operations, self->secrets);

  tranche_account_keeper_load_async (self->keeper, cancellable, accounts_loaded_cb,
                                     g_steal_pointer (&task));
}

void
tranche_shop_open_async (const char          *path,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (TrancheKeyring) keyring = NULL;
  TrancheShop *self = NULL;

  g_return_if_fail (path != NULL);

  keyring = tranche_keyring_new (0);
  self = g_object_new (TRANCHE_TYPE_SHOP, NULL);
  self->secrets = tranche_secrets_new (keyring);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, tranche_shop_open_async);
  g_task_set_task_data (task, self, g_object_unref);
  tranche_order_book_open_async (path, cancellable, book_opened_cb, g_steal_pointer (&task));
}

TrancheShop *
tranche_shop_open_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
tranche_shop_open_demo_async (GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  TrancheShop *self = g_object_new (TRANCHE_TYPE_SHOP, NULL);
  GError *error = NULL;

  g_task_set_source_tag (task, tranche_shop_open_demo_async);
  g_task_set_task_data (task, self, g_object_unref);

  self->secrets = tranche_secrets_new (NULL);
  self->demo = tranche_demo_session_new (&error);
  if (self->demo == NULL)
    g_task_return_error (task, error);
  else
    tranche_order_book_open_async (tranche_demo_session_get_path (self->demo), cancellable,
                                   book_opened_cb, g_steal_pointer (&task));
}

TrancheShop *
tranche_shop_open_demo_finish (GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Closing. */

static void
book_closed_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheShop *self = g_task_get_source_object (task);
  GError *error = NULL;

  /* The demo's folder goes with its session, which nothing uses any more. */
  g_clear_object (&self->demo);

  if (tranche_order_book_close_finish (TRANCHE_ORDER_BOOK (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
operations_closed_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheShop *self = g_task_get_source_object (task);

  tranche_operations_close_finish (TRANCHE_OPERATIONS (source), result, NULL);
  tranche_order_book_close_async (self->book, book_closed_cb, g_steal_pointer (&task));
}

void
tranche_shop_close_async (TrancheShop         *self,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task = NULL;

  g_return_if_fail (TRANCHE_IS_SHOP (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, tranche_shop_close_async);

  g_cancellable_cancel (self->closing);
  tranche_live_status_stop (self->live_status);
  tranche_commit_plans_stop (self->plans);
  tranche_deadline_watch_stop (self->deadlines);
  tranche_callback_desk_stop (self->callbacks);
  tranche_operations_close_async (self->operations, operations_closed_cb, task);
}

gboolean
tranche_shop_close_finish (TrancheShop   *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Accounts. */

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
