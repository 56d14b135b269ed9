/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/keyring.h"

#include <libsecret/secret.h>

#include "store/keyring-call.h"

#define DEFAULT_PROMPT_TIMEOUT 120

/* For what asks nobody: a service that takes longer is as good as none. */
#define ANSWER_TIMEOUT 15

#define DISMISSED "The prompt was closed"

struct _TrancheKeyring {
  GObject parent_instance;

  guint prompt_timeout;
};

G_DEFINE_FINAL_TYPE (TrancheKeyring, tranche_keyring, G_TYPE_OBJECT)

G_DEFINE_QUARK (tranche-keyring-error-quark, tranche_keyring_error)

static const SecretSchema schema = {
  TRANCHE_APPLICATION_ID,
  SECRET_SCHEMA_NONE,
  {
    { "account", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL, 0 },
  },
};

static void
tranche_keyring_class_init (TrancheKeyringClass *klass)
{
}

static void
tranche_keyring_init (TrancheKeyring *self)
{
}

TrancheKeyring *
tranche_keyring_new (guint prompt_timeout)
{
  TrancheKeyring *self = g_object_new (TRANCHE_TYPE_KEYRING, NULL);

  self->prompt_timeout = prompt_timeout > 0 ? prompt_timeout : DEFAULT_PROMPT_TIMEOUT;
  return self;
}

void
tranche_keyring_secret_free (char *secret)
{
  secret_password_free (secret);
}

/* Only the items of the desktop's service know of being locked. */
static gboolean
is_locked (SecretRetrievable *item)
{
  return SECRET_IS_ITEM (item) && secret_item_get_locked (SECRET_ITEM (item));
}

static void
search (GTask               *task,
        SecretSearchFlags    flags,
        guint                limit,
        GAsyncReadyCallback  callback)
{
  TrancheKeyringCall *call = g_task_get_task_data (task);

  tranche_keyring_call_limit (call, limit);
  secret_password_search (&schema, flags | SECRET_SEARCH_LOAD_SECRETS, NULL, callback, task,
                          "account", tranche_keyring_call_get_account_id (call),
                          NULL);
}

static void
retrieved_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheKeyringCall *call = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  SecretValue *value;
  char *secret;
  gsize length;

  value = secret_retrievable_retrieve_secret_finish (SECRET_RETRIEVABLE (object), result, &error);
  secret = value ? secret_value_unref_to_password (value, &length) : NULL;
  if (error)
    tranche_keyring_call_fail_with (call, error);
  else if (secret)
    tranche_keyring_call_tell (call, secret);
  else
    tranche_keyring_call_fail (call, TRANCHE_KEYRING_ERROR_FAILED, "What is kept is not a text");
}

static void
cleared_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheKeyringCall *call = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  secret_password_clear_finish (result, &error);
  if (error)
    tranche_keyring_call_fail_with (call, error);
  else
    tranche_keyring_call_succeed (call);
}

/* Goes on with @task, which is taken, once the account's @item is unlocked, or
 * NULL was found. */
static void
use_item (GTask             *task,
          SecretRetrievable *item)
{
  g_autoptr (GTask) owned = task;
  TrancheKeyringCall *call = g_task_get_task_data (task);
  gboolean clears = g_task_get_source_tag (task) == tranche_keyring_clear_async;

  tranche_keyring_call_limit (call, ANSWER_TIMEOUT);
  if (item && clears)
    secret_password_clear (&schema, NULL, cleared_cb, g_steal_pointer (&owned),
                           "account", tranche_keyring_call_get_account_id (call),
                           NULL);
  else if (item)
    secret_retrievable_retrieve_secret (item, NULL, retrieved_cb, g_steal_pointer (&owned));
  else if (clears)
    tranche_keyring_call_succeed (call);
  else
    tranche_keyring_call_fail (call, TRANCHE_KEYRING_ERROR_NOT_FOUND,
                               "The keyring has no such secret");
}

static void
unlocked_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheKeyringCall *call = g_task_get_task_data (task);
  g_autolist (SecretRetrievable) items = NULL;
  g_autoptr (GError) error = NULL;

  items = secret_password_search_finish (result, &error);
  if (tranche_keyring_call_is_over (call))
    return;

  if (error)
    tranche_keyring_call_fail_with (call, error);
  else if (items && is_locked (items->data))
    tranche_keyring_call_fail (call, TRANCHE_KEYRING_ERROR_DISMISSED, DISMISSED);
  else
    use_item (g_steal_pointer (&task), items ? items->data : NULL);
}

static void
searched_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheKeyring *self = g_task_get_source_object (task);
  TrancheKeyringCall *call = g_task_get_task_data (task);
  g_autolist (SecretRetrievable) items = NULL;
  g_autoptr (GError) error = NULL;

  items = secret_password_search_finish (result, &error);
  if (tranche_keyring_call_is_over (call))
    return;

  if (error)
    tranche_keyring_call_fail_with (call, error);
  else if (!items || !is_locked (items->data))
    use_item (g_steal_pointer (&task), items ? items->data : NULL);
  else if (tranche_keyring_call_get_interactive (call))
    search (g_steal_pointer (&task), SECRET_SEARCH_UNLOCK, self->prompt_timeout, unlocked_cb);
  else
    tranche_keyring_call_fail (call, TRANCHE_KEYRING_ERROR_LOCKED, "The keyring is locked");
}

/* Finds the account's item, unlocks it where that is needed and allowed, and
 * does with it what the task is for. */
static void
start (TrancheKeyring      *self,
       gpointer             source_tag,
       const char          *account_id,
       gboolean             interactive,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  if (g_task_return_error_if_cancelled (task))
    return;

  tranche_keyring_call_begin (task, account_id, interactive);
  search (g_steal_pointer (&task), SECRET_SEARCH_NONE, ANSWER_TIMEOUT, searched_cb);
}

void
tranche_keyring_lookup_async (TrancheKeyring      *self,
                              const char          *account_id,
                              gboolean             interactive,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (TRANCHE_IS_KEYRING (self));
  g_return_if_fail (account_id != NULL);

  start (self, tranche_keyring_lookup_async, account_id, interactive, cancellable, callback,
         user_data);
}

char *
tranche_keyring_lookup_finish (TrancheKeyring  *self,
                               GAsyncResult    *result,
                               GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
stored_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheKeyringCall *call = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (secret_password_store_finish (result, &error))
    tranche_keyring_call_succeed (call);
  /* The library has asked for it to be unlocked before it says so. */
  else if (g_error_matches (error, SECRET_ERROR, SECRET_ERROR_IS_LOCKED))
    tranche_keyring_call_fail (call, TRANCHE_KEYRING_ERROR_DISMISSED, DISMISSED);
  else
    tranche_keyring_call_fail_with (call, error);
}

void
tranche_keyring_store_item_async (TrancheKeyring      *self,
                                  const char          *id,
                                  const char          *name,
                                  const char          *secret,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *label = NULL;
  TrancheKeyringCall *call;

  g_return_if_fail (TRANCHE_IS_KEYRING (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (secret != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tranche_keyring_store_item_async);
  if (g_task_return_error_if_cancelled (task))
    return;

  label = g_strdup_printf ("Tranche: %s", name);
  call = tranche_keyring_call_begin (task, id, TRUE);
  tranche_keyring_call_limit (call, self->prompt_timeout);
  secret_password_store (&schema, SECRET_COLLECTION_DEFAULT, label, secret, NULL,
                         stored_cb, g_steal_pointer (&task),
                         "account", id,
                         NULL);
}

void
tranche_keyring_store_async (TrancheKeyring      *self,
                             TrancheAccount      *account,
                             const char          *secret,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (TRANCHE_IS_ACCOUNT (account));

  tranche_keyring_store_item_async (self, tranche_account_get_id (account),
                                    tranche_account_get_name (account), secret, cancellable,
                                    callback, user_data);
}

gboolean
tranche_keyring_store_finish (TrancheKeyring  *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
tranche_keyring_clear_async (TrancheKeyring      *self,
                             const char          *account_id,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (TRANCHE_IS_KEYRING (self));
  g_return_if_fail (account_id != NULL);

  start (self, tranche_keyring_clear_async, account_id, TRUE, cancellable, callback, user_data);
}

gboolean
tranche_keyring_clear_finish (TrancheKeyring  *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
