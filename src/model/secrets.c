/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/secrets.h"

struct _TrancheSecrets {
  GObject parent_instance;

  TrancheKeyring *keyring; /* (nullable) */
  GHashTable *in_memory;   /* account id → secret, without a keyring */
};

G_DEFINE_FINAL_TYPE (TrancheSecrets, tranche_secrets, G_TYPE_OBJECT)

static void
tranche_secrets_finalize (GObject *object)
{
  TrancheSecrets *self = TRANCHE_SECRETS (object);

  g_clear_object (&self->keyring);
  g_hash_table_unref (self->in_memory);

  G_OBJECT_CLASS (tranche_secrets_parent_class)->finalize (object);
}

static void
tranche_secrets_class_init (TrancheSecretsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tranche_secrets_finalize;
}

static void
tranche_secrets_init (TrancheSecrets *self)
{
  self->in_memory = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

TrancheSecrets *
tranche_secrets_new (TrancheKeyring *keyring)
{
  TrancheSecrets *self = g_object_new (TRANCHE_TYPE_SECRETS, NULL);

  g_set_object (&self->keyring, keyring);

  return self;
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  char *secret = tranche_keyring_lookup_finish (TRANCHE_KEYRING (source), result, &error);

  if (secret != NULL)
    g_task_return_pointer (task, secret, (GDestroyNotify) tranche_keyring_secret_free);
  else
    g_task_return_error (task, error);
}

static void
look_up_in_memory (TrancheSecrets *self,
                   const char     *account_id,
                   GTask          *task)
{
  const char *secret = g_hash_table_lookup (self->in_memory, account_id);

  if (secret != NULL)
    g_task_return_pointer (task, g_strdup (secret),
                           (GDestroyNotify) tranche_keyring_secret_free);
  else
    g_task_return_new_error_literal (task, TRANCHE_KEYRING_ERROR, TRANCHE_KEYRING_ERROR_NOT_FOUND,
                                     "There is no secret for the account");
}

void
tranche_secrets_lookup_async (TrancheSecrets      *self,
                              const char          *account_id,
                              gboolean             interactive,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tranche_secrets_lookup_async);

  if (self->keyring != NULL)
    tranche_keyring_lookup_async (self->keyring, account_id, interactive, cancellable,
                                  looked_up_cb, g_steal_pointer (&task));
  else
    look_up_in_memory (self, account_id, task);
}

char *
tranche_secrets_lookup_finish (TrancheSecrets  *self,
                               GAsyncResult    *result,
                               GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (tranche_keyring_store_finish (TRANCHE_KEYRING (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
tranche_secrets_store_item_async (TrancheSecrets      *self,
                                  const char          *id,
                                  const char          *name,
                                  const char          *secret,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tranche_secrets_store_item_async);

  if (self->keyring != NULL) {
    tranche_keyring_store_item_async (self->keyring, id, name, secret, cancellable,
                                      stored_cb, g_steal_pointer (&task));
  } else {
    g_hash_table_replace (self->in_memory, g_strdup (id), g_strdup (secret));
    g_task_return_boolean (task, TRUE);
  }
}

void
tranche_secrets_store_async (TrancheSecrets      *self,
                             TrancheAccount      *account,
                             const char          *secret,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  tranche_secrets_store_item_async (self, tranche_account_get_id (account),
                                    tranche_account_get_name (account), secret, cancellable,
                                    callback, user_data);
}

gboolean
tranche_secrets_store_finish (TrancheSecrets  *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
cleared_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (tranche_keyring_clear_finish (TRANCHE_KEYRING (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
tranche_secrets_clear_async (TrancheSecrets      *self,
                             const char          *account_id,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tranche_secrets_clear_async);

  if (self->keyring != NULL) {
    tranche_keyring_clear_async (self->keyring, account_id, cancellable,
                                 cleared_cb, g_steal_pointer (&task));
  } else {
    g_hash_table_remove (self->in_memory, account_id);
    g_task_return_boolean (task, TRUE);
  }
}

gboolean
tranche_secrets_clear_finish (TrancheSecrets  *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
