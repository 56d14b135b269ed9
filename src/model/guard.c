/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/guard.h"

#include <string.h>

#include "model/guard-private.h"

#define MIN_DIGITS 4
#define MAX_DIGITS 12

G_DEFINE_QUARK (tranche-guard-error-quark, tranche_guard_error)

G_DEFINE_FINAL_TYPE (TrancheGuard, tranche_guard, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_HAS_PIN,
  PROP_LOCKED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
tranche_guard_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TrancheGuard *self = TRANCHE_GUARD (object);

  switch (prop_id) {
  case PROP_HAS_PIN:
    g_value_set_boolean (value, tranche_guard_get_has_pin (self));
    break;
  case PROP_LOCKED:
    g_value_set_boolean (value, tranche_guard_get_locked (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_guard_finalize (GObject *object)
{
  TrancheGuard *self = TRANCHE_GUARD (object);

  g_clear_object (&self->secrets);
  g_clear_pointer (&self->record, tranche_pin_record_free);

  G_OBJECT_CLASS (tranche_guard_parent_class)->finalize (object);
}

static void
tranche_guard_class_init (TrancheGuardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tranche_guard_get_property;
  object_class->finalize = tranche_guard_finalize;

  properties[PROP_HAS_PIN] = g_param_spec_boolean ("has-pin", NULL, NULL, TRUE, flags);
  properties[PROP_LOCKED] = g_param_spec_boolean ("locked", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tranche_guard_init (TrancheGuard *self)
{
}

TrancheGuard *
tranche_guard_new (TrancheSecrets *secrets)
{
  TrancheGuard *self;

  g_return_val_if_fail (TRANCHE_IS_SECRETS (secrets), NULL);

  self = g_object_new (TRANCHE_TYPE_GUARD, NULL);
  self->secrets = g_object_ref (secrets);

  return self;
}

gboolean
tranche_guard_get_has_pin (TrancheGuard *self)
{
  g_return_val_if_fail (TRANCHE_IS_GUARD (self), TRUE);

  return !self->known || self->record != NULL;
}

gboolean
tranche_guard_get_locked (TrancheGuard *self)
{
  g_return_val_if_fail (TRANCHE_IS_GUARD (self), FALSE);

  return self->record != NULL && self->record->locked;
}

guint
tranche_guard_get_wait (TrancheGuard *self)
{
  g_return_val_if_fail (TRANCHE_IS_GUARD (self), 0);

  return self->record != NULL ? tranche_pin_record_get_wait (self->record, g_get_real_time ()) : 0;
}

gboolean
tranche_guard_is_pin (const char *text)
{
  gsize length = strlen (text);

  return length >= MIN_DIGITS && length <= MAX_DIGITS && strspn (text, "0123456789") == length;
}

void
tranche_guard_set_record (TrancheGuard     *self,
                          TranchePinRecord *record)
{
  gboolean had_pin = tranche_guard_get_has_pin (self);
  gboolean was_locked = tranche_guard_get_locked (self);

  g_clear_pointer (&self->record, tranche_pin_record_free);
  self->record = record;
  self->known = TRUE;

  if (had_pin != tranche_guard_get_has_pin (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_PIN]);
  if (was_locked != tranche_guard_get_locked (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOCKED]);
}

static void
start (TrancheGuard        *self,
       gpointer             source_tag,
       TrancheGuardWork     work,
       const char          *pin,
       const char          *new_pin,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  TrancheGuardJob *job = g_new0 (TrancheGuardJob, 1);

  g_task_set_source_tag (task, source_tag);
  g_task_set_check_cancellable (task, FALSE);
  job->work = work;
  job->pin = g_strdup (pin);
  job->new_pin = g_strdup (new_pin);
  g_task_set_task_data (task, job, (GDestroyNotify) tranche_guard_job_free);

  if (self->busy) {
    g_task_return_new_error_literal (task, TRANCHE_GUARD_ERROR, TRANCHE_GUARD_ERROR_WAIT,
                                     "Another PIN is being looked at");
    return;
  }
  if (new_pin != NULL && !tranche_guard_is_pin (new_pin)) {
    g_task_return_new_error_literal (task, TRANCHE_GUARD_ERROR, TRANCHE_GUARD_ERROR_SHAPE,
                                     "Not 4 to 12 digits");
    return;
  }

  self->busy = TRUE;
  tranche_guard_work (g_steal_pointer (&task));
}

void
tranche_guard_load_async (TrancheGuard        *self,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (TRANCHE_IS_GUARD (self));

  start (self, tranche_guard_load_async, TRANCHE_GUARD_WORK_LOAD, NULL, NULL, cancellable, callback, user_data);
}

void
tranche_guard_check_async (TrancheGuard        *self,
                           const char          *pin,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (TRANCHE_IS_GUARD (self));
  g_return_if_fail (pin != NULL);

  start (self, tranche_guard_check_async, TRANCHE_GUARD_WORK_CHECK, pin, NULL, cancellable, callback, user_data);
}

void
tranche_guard_change_async (TrancheGuard        *self,
                            const char          *pin,
                            const char          *new_pin,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (TRANCHE_IS_GUARD (self));
  g_return_if_fail (pin != NULL);

  start (self, tranche_guard_change_async, TRANCHE_GUARD_WORK_CHANGE, pin, new_pin, cancellable, callback,
         user_data);
}

void
tranche_guard_lock_async (TrancheGuard        *self,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (TRANCHE_IS_GUARD (self));

  start (self, tranche_guard_lock_async, TRANCHE_GUARD_WORK_LOCK, NULL, NULL, cancellable, callback, user_data);
}

void
tranche_guard_unlock_async (TrancheGuard        *self,
                            const char          *pin,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (TRANCHE_IS_GUARD (self));
  g_return_if_fail (pin != NULL);

  start (self, tranche_guard_unlock_async, TRANCHE_GUARD_WORK_UNLOCK, pin, NULL, cancellable, callback,
         user_data);
}

gboolean
tranche_guard_finish (TrancheGuard  *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
