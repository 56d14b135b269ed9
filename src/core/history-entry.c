/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/history-entry.h"

struct _TrancheHistoryEntry {
  GObject parent_instance;

  GDateTime *time;
  TrancheOrigin origin;
  TrancheOperation operation;
  TrancheOutcome outcome;
  TrancheStage from;
  TrancheStage to;
  int error_code;
  char *detail;
  char *user;
  char *trace_id;
};

G_DEFINE_FINAL_TYPE (TrancheHistoryEntry, tranche_history_entry, G_TYPE_OBJECT)

static void
tranche_history_entry_finalize (GObject *object)
{
  TrancheHistoryEntry *self = TRANCHE_HISTORY_ENTRY (object);

  g_clear_pointer (&self->time, g_date_time_unref);
  g_free (self->detail);
  g_free (self->user);
  g_free (self->trace_id);

  G_OBJECT_CLASS (tranche_history_entry_parent_class)->finalize (object);
}

static void
tranche_history_entry_class_init (TrancheHistoryEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tranche_history_entry_finalize;
}

static void
tranche_history_entry_init (TrancheHistoryEntry *self)
{
}

TrancheHistoryEntry *
tranche_history_entry_new (GDateTime        *time,
                           TrancheOrigin     origin,
                           TrancheOperation  operation,
                           TrancheOutcome    outcome,
                           TrancheStage      from,
                           TrancheStage      to,
                           int               error_code,
                           const char       *detail,
                           const char       *user,
                           const char       *trace_id)
{
  TrancheHistoryEntry *self;

  g_return_val_if_fail (time != NULL, NULL);

  self = g_object_new (TRANCHE_TYPE_HISTORY_ENTRY, NULL);
  self->time = g_date_time_ref (time);
  self->origin = origin;
  self->operation = operation;
  self->outcome = outcome;
  self->from = from;
  self->to = to;
  self->error_code = error_code;
  self->detail = g_strdup (detail);
  self->user = g_strdup (user);
  self->trace_id = g_strdup (trace_id);

  return self;
}

GDateTime *
tranche_history_entry_get_time (TrancheHistoryEntry *self)
{
  g_return_val_if_fail (TRANCHE_IS_HISTORY_ENTRY (self), NULL);

  return self->time;
}

TrancheOrigin
tranche_history_entry_get_origin (TrancheHistoryEntry *self)
{
  g_return_val_if_fail (TRANCHE_IS_HISTORY_ENTRY (self), TRANCHE_ORIGIN_USER);

  return self->origin;
}

TrancheOperation
tranche_history_entry_get_operation (TrancheHistoryEntry *self)
{
  g_return_val_if_fail (TRANCHE_IS_HISTORY_ENTRY (self), TRANCHE_OPERATION_NONE);

  return self->operation;
}

TrancheOutcome
tranche_history_entry_get_outcome (TrancheHistoryEntry *self)
{
  g_return_val_if_fail (TRANCHE_IS_HISTORY_ENTRY (self), TRANCHE_OUTCOME_INTENDED);

  return self->outcome;
}

TrancheStage
tranche_history_entry_get_from (TrancheHistoryEntry *self)
{
  g_return_val_if_fail (TRANCHE_IS_HISTORY_ENTRY (self), TRANCHE_STAGE_UNKNOWN);

  return self->from;
}

TrancheStage
tranche_history_entry_get_to (TrancheHistoryEntry *self)
{
  g_return_val_if_fail (TRANCHE_IS_HISTORY_ENTRY (self), TRANCHE_STAGE_UNKNOWN);

  return self->to;
}

int
tranche_history_entry_get_error_code (TrancheHistoryEntry *self)
{
  g_return_val_if_fail (TRANCHE_IS_HISTORY_ENTRY (self), 0);

  return self->error_code;
}

const char *
tranche_history_entry_get_detail (TrancheHistoryEntry *self)
{
  g_return_val_if_fail (TRANCHE_IS_HISTORY_ENTRY (self), NULL);

  return self->detail;
}

const char *
tranche_history_entry_get_user (TrancheHistoryEntry *self)
{
  g_return_val_if_fail (TRANCHE_IS_HISTORY_ENTRY (self), NULL);

  return self->user;
}

const char *
tranche_history_entry_get_trace_id (TrancheHistoryEntry *self)
{
  g_return_val_if_fail (TRANCHE_IS_HISTORY_ENTRY (self), NULL);

  return self->trace_id;
}
