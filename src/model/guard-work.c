/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/guard-private.h"

#include "store/pin-hash.h"

#define ITEM_ID "pin"

void
tranche_guard_job_free (TrancheGuardJob *job)
{
  tranche_keyring_secret_free (job->pin);
  tranche_keyring_secret_free (job->new_pin);
  g_clear_pointer (&job->next, tranche_pin_record_free);
  g_clear_error (&job->verdict);
  g_free (job);
}

/* Takes @task, and @error (nullable). */
static void
end (GTask  *task,
     GError *error)
{
  TrancheGuard *self = g_task_get_source_object (task);

  self->busy = FALSE;
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GTask *task = user_data;
  TrancheGuard *self = g_task_get_source_object (task);
  TrancheGuardJob *job = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean kept = job->next != NULL
    ? tranche_secrets_store_finish (TRANCHE_SECRETS (source), result, &error)
    : tranche_secrets_clear_finish (TRANCHE_SECRETS (source), result, &error);

  /* A wrong PIN counts also where the keyring could not keep it. */
  if (kept || job->verdict != NULL)
    tranche_guard_set_record (self, g_steal_pointer (&job->next));
  if (job->verdict != NULL)
    g_clear_error (&error);

  end (task, job->verdict != NULL ? g_steal_pointer (&job->verdict) : error);
}

/* Takes @task. */
static void
keep (GTask *task)
{
  TrancheGuard *self = g_task_get_source_object (task);
  TrancheGuardJob *job = g_task_get_task_data (task);
  g_autofree char *text = NULL;

  if (job->next == NULL) {
    tranche_secrets_clear_async (self->secrets, ITEM_ID, NULL, kept_cb, task);
    return;
  }

  text = tranche_pin_record_to_text (job->next);
  tranche_secrets_store_item_async (self->secrets, ITEM_ID, TRANCHE_GUARD_LABEL, text, NULL,
                                    kept_cb, task);
}

static void
note_wrong (GTask *task)
{
  TrancheGuard *self = g_task_get_source_object (task);
  TrancheGuardJob *job = g_task_get_task_data (task);

  job->next = tranche_pin_record_copy (self->record);
  if (job->next->failures < G_MAXUINT)
    job->next->failures++;
  job->next->failed_at = g_get_real_time ();
  job->verdict = g_error_new_literal (TRANCHE_GUARD_ERROR, TRANCHE_GUARD_ERROR_WRONG,
                                      "It is not the PIN");
  keep (task);
}

static void
hash_thread (GTask        *thread,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  TrancheGuardJob *job = g_task_get_task_data (task_data);
  g_autofree char *hash = tranche_pin_hash_new (job->new_pin);

  job->next = tranche_pin_record_new (hash);
  g_task_return_boolean (thread, TRUE);
}

static void
hashed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  keep (user_data);
}

/* The PIN was the right one, or none is needed. Takes @task. */
static void
do_work (GTask *task)
{
  TrancheGuard *self = g_task_get_source_object (task);
  TrancheGuardJob *job = g_task_get_task_data (task);
  g_autoptr (GTask) thread = NULL;
  gboolean had_failures = self->record != NULL && self->record->failures > 0;

  if (job->work == TRANCHE_GUARD_WORK_CHANGE) {
    if (job->new_pin == NULL) {
      keep (task);
      return;
    }

    thread = g_task_new (self, NULL, hashed_cb, task);
    g_task_set_source_tag (thread, do_work);
    g_task_set_task_data (thread, task, NULL);
    g_task_run_in_thread (thread, hash_thread);
    return;
  }

  if (self->record == NULL || (job->work == TRANCHE_GUARD_WORK_CHECK && !had_failures)) {
    end (task, NULL);
    return;
  }

  job->next = tranche_pin_record_copy (self->record);
  if (job->work != TRANCHE_GUARD_WORK_LOCK)
    job->next->failures = 0;
  if (job->work != TRANCHE_GUARD_WORK_CHECK)
    job->next->locked = job->work == TRANCHE_GUARD_WORK_LOCK;
  keep (task);
}

static void
check_thread (GTask        *thread,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  TrancheGuard *self = source;
  TrancheGuardJob *job = g_task_get_task_data (task_data);

  /* Nobody changes the record while the guard is busy. */
  job->right = tranche_pin_hash_check (self->record->hash, job->pin);
  g_task_return_boolean (thread, TRUE);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GTask *task = user_data;
  TrancheGuardJob *job = g_task_get_task_data (task);

  if (job->right)
    do_work (task);
  else
    note_wrong (task);
}

/* Takes @task. What the keyring holds is known now. */
static void
verify (GTask *task)
{
  TrancheGuard *self = g_task_get_source_object (task);
  TrancheGuardJob *job = g_task_get_task_data (task);
  g_autoptr (GTask) thread = NULL;

  if (job->work == TRANCHE_GUARD_WORK_LOAD) {
    end (task, NULL);
    return;
  }
  if (self->record == NULL || job->work == TRANCHE_GUARD_WORK_LOCK) {
    do_work (task);
    return;
  }
  if (tranche_guard_get_wait (self) > 0) {
    end (task, g_error_new_literal (TRANCHE_GUARD_ERROR, TRANCHE_GUARD_ERROR_WAIT,
                                    "Too many wrong PINs"));
    return;
  }

  thread = g_task_new (self, NULL, checked_cb, task);
  g_task_set_source_tag (thread, verify);
  g_task_set_task_data (thread, task, NULL);
  g_task_run_in_thread (thread, check_thread);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask *task = user_data;
  TrancheGuard *self = g_task_get_source_object (task);
  TranchePinRecord *record = NULL;
  GError *error = NULL;
  char *text = tranche_secrets_lookup_finish (TRANCHE_SECRETS (source), result, &error);

  if (text == NULL && !g_error_matches (error, TRANCHE_KEYRING_ERROR,
                                        TRANCHE_KEYRING_ERROR_NOT_FOUND)) {
    end (task, error);
    return;
  }

  g_clear_error (&error);
  /* What somebody else put there is a PIN that nobody knows: to take it for none
   * would open the lock to whoever can spoil it. */
  if (text != NULL) {
    record = tranche_pin_record_parse (text);
    if (record == NULL)
      record = tranche_pin_record_new ("?");
  }
  tranche_keyring_secret_free (text);
  tranche_guard_set_record (self, record);
  verify (task);
}

void
tranche_guard_work (GTask *task)
{
  TrancheGuard *self = g_task_get_source_object (task);
  TrancheGuardJob *job = g_task_get_task_data (task);

  if (self->known)
    verify (task);
  else
    tranche_secrets_lookup_async (self->secrets, ITEM_ID, job->work != TRANCHE_GUARD_WORK_LOAD,
                                  g_task_get_cancellable (task), loaded_cb, task);
}
