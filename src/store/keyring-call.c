/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/keyring-call.h"

#include <libsecret/secret.h>

#include "store/keyring.h"

struct _TrancheKeyringCall {
  GTask *task; /* not owned: it owns this */
  char *account_id;
  gboolean interactive;
  GSource *limit;
  GSource *cancelled;
  gboolean over;
};

static void
clear_source (GSource **source)
{
  if (!*source)
    return;

  g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
stop_watching (TrancheKeyringCall *self)
{
  clear_source (&self->limit);
  clear_source (&self->cancelled);
}

static void
call_free (TrancheKeyringCall *self)
{
  stop_watching (self);
  g_free (self->account_id);
  g_free (self);
}

/* Whether it is this answer that ends the call. */
static gboolean
end (TrancheKeyringCall *self)
{
  if (self->over)
    return FALSE;

  self->over = TRUE;
  stop_watching (self);
  return TRUE;
}

static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  g_autoptr (GTask) task = g_object_ref (user_data);

  /* The source has a reference of its own only until it is stopped. */
  if (end (g_task_get_task_data (task)))
    g_task_return_error_if_cancelled (task);
  return G_SOURCE_REMOVE;
}

TrancheKeyringCall *
tranche_keyring_call_begin (GTask      *task,
                            const char *account_id,
                            gboolean    interactive)
{
  TrancheKeyringCall *self = g_new0 (TrancheKeyringCall, 1);
  GCancellable *cancellable = g_task_get_cancellable (task);

  self->task = task;
  self->account_id = g_strdup (account_id);
  self->interactive = interactive;
  g_task_set_task_data (task, self, (GDestroyNotify) call_free);

  if (cancellable) {
    self->cancelled = g_cancellable_source_new (cancellable);
    g_source_set_static_name (self->cancelled, "[tranche] keyring cancelled");
    g_task_attach_source (task, self->cancelled, G_SOURCE_FUNC (cancelled_cb));
  }

  return self;
}

const char *
tranche_keyring_call_get_account_id (TrancheKeyringCall *self)
{
  return self->account_id;
}

gboolean
tranche_keyring_call_get_interactive (TrancheKeyringCall *self)
{
  return self->interactive;
}

gboolean
tranche_keyring_call_is_over (TrancheKeyringCall *self)
{
  return self->over;
}

static gboolean
limit_cb (gpointer user_data)
{
  TrancheKeyringCall *self = user_data;

  tranche_keyring_call_fail (self, TRANCHE_KEYRING_ERROR_LOCKED,
                             "The keyring was not unlocked in time");
  return G_SOURCE_REMOVE;
}

void
tranche_keyring_call_limit (TrancheKeyringCall *self,
                            guint               seconds)
{
  clear_source (&self->limit);
  self->limit = g_timeout_source_new_seconds (seconds);
  g_source_set_static_name (self->limit, "[tranche] keyring limit");
  g_source_set_callback (self->limit, limit_cb, self, NULL);
  g_source_attach (self->limit, g_task_get_context (self->task));
}

void
tranche_keyring_call_succeed (TrancheKeyringCall *self)
{
  if (end (self))
    g_task_return_boolean (self->task, TRUE);
}

void
tranche_keyring_call_tell (TrancheKeyringCall *self,
                           char               *secret)
{
  if (end (self))
    g_task_return_pointer (self->task, secret, (GDestroyNotify) tranche_keyring_secret_free);
  else
    tranche_keyring_secret_free (secret);
}

void
tranche_keyring_call_fail (TrancheKeyringCall *self,
                           int                 code,
                           const char         *message)
{
  if (end (self))
    g_task_return_new_error_literal (self->task, TRANCHE_KEYRING_ERROR, code, message);
}

void
tranche_keyring_call_fail_with (TrancheKeyringCall *self,
                                const GError       *error)
{
  TrancheKeyringError code = TRANCHE_KEYRING_ERROR_FAILED;

  if (g_error_matches (error, SECRET_ERROR, SECRET_ERROR_IS_LOCKED))
    code = TRANCHE_KEYRING_ERROR_LOCKED;
  else if (g_error_matches (error, SECRET_ERROR, SECRET_ERROR_NO_SUCH_OBJECT))
    code = TRANCHE_KEYRING_ERROR_UNAVAILABLE;
  /* Nobody here cancels: the library says so of a prompt that was closed. */
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    code = TRANCHE_KEYRING_ERROR_DISMISSED;
  /* No bus, nothing on it that keeps secrets, or nothing that answers. */
  else if (error->domain == G_DBUS_ERROR || error->domain == G_IO_ERROR)
    code = TRANCHE_KEYRING_ERROR_UNAVAILABLE;

  tranche_keyring_call_fail (self, code, error->message);
}
