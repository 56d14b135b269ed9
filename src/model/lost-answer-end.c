/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/lost-answer.h"

#include "model/lost-answer-private.h"
#include "model/settlement.h"

/* Settling. */

static void
settled_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (TrancheOrder) order = NULL;
  GError *error = NULL;

  order = tranche_order_book_settle_finish (TRANCHE_ORDER_BOOK (source), result, &error);
  if (order != NULL)
    g_task_return_pointer (task, g_steal_pointer (&order), g_object_unref);
  else
    g_task_return_error (task, error);
}

void
tranche_lost_answer_settle (GTask          *task,
                            TrancheOutcome  outcome,
                            TrancheOrder   *answer,
                            GError         *refusal)
{
  TrancheLostAnswer *self = g_task_get_source_object (task);
  g_autofree char *detail = refusal != NULL ? tranche_settlement_describe (refusal) : NULL;

  self->refusal = refusal;

  tranche_order_book_settle_async (self->book, self->journal_id, outcome, answer,
                                   tranche_settlement_get_code (refusal), detail,
                                   tranche_settlement_get_trace_id (refusal),
                                   TRANCHE_ORIGIN_RECOVERY, NULL, settled_cb, task);
}

void
tranche_lost_answer_settle_disowned (GTask        *task,
                                     TrancheOrder *answer)
{
  TrancheLostAnswer *self = g_task_get_source_object (task);
  const char *state = tranche_order_get_raw_state (answer);
  g_autofree char *detail =
    g_strconcat (self->disowned_by, state != NULL ? " · " : NULL, state, NULL);

  tranche_order_book_settle_async (self->book, self->journal_id, TRANCHE_OUTCOME_REFUSED, answer,
                                   0, detail, NULL, TRANCHE_ORIGIN_USER, NULL, settled_cb, task);
}

GError *
tranche_lost_answer_dup_cause (TrancheLostAnswer *self)
{
  TrancheBankError cause = TRANCHE_BANK_ERROR_TIMEOUT;
  GError *error = NULL;

  if (self->cause == NULL)
    return tranche_bank_error_new (TRANCHE_BANK_ERROR_NOT_FOUND, 0,
                                   "The request did not take effect");

  if (self->cause->domain == TRANCHE_BANK_ERROR) {
    cause = tranche_bank_error_get_cause (self->cause);
    if (cause == TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME || cause == 0)
      cause = TRANCHE_BANK_ERROR_TIMEOUT;
  }

  error = tranche_bank_error_new (cause, tranche_bank_error_get_http_status (self->cause),
                                  "%s", self->cause->message);
  tranche_bank_error_set_bank_text (error, tranche_bank_error_get_bank_text (self->cause));
  tranche_bank_error_set_trace_id (error, tranche_bank_error_get_trace_id (self->cause));

  return error;
}

/* Leaving it open. */

static GError *
new_unknown (TrancheLostAnswer *self)
{
  GError *error = NULL;

  if (self->cause == NULL)
    return tranche_bank_error_new (TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME, 0,
                                   "The state tells no outcome");

  error = tranche_bank_error_new (TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME,
                                  tranche_bank_error_get_http_status (self->cause),
                                  "%s", self->cause->message);
  tranche_bank_error_set_cause (error, tranche_bank_error_get_cause (self->cause));
  tranche_bank_error_set_bank_text (error, tranche_bank_error_get_bank_text (self->cause));
  tranche_bank_error_set_trace_id (error, tranche_bank_error_get_trace_id (self->cause));

  return error;
}

void
tranche_lost_answer_leave_open (GTask  *task,
                                GError *why)
{
  TrancheLostAnswer *self = g_task_get_source_object (task);
  g_autoptr (GError) error = why;

  if (self->cause != NULL && tranche_bank_error_is_unknown (self->cause))
    g_task_return_error (task, g_error_copy (self->cause));
  else if (self->cause == NULL && error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_error (task, new_unknown (self));
}

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheLostAnswer *self = g_task_get_source_object (task);
  g_autoptr (TrancheOrder) order = NULL;
  GError *error = NULL;

  order = tranche_order_book_apply_finish (self->book, result, &error);
  tranche_lost_answer_leave_open (task, error);
}

void
tranche_lost_answer_apply_and_leave_open (GTask        *task,
                                          TrancheOrder *answer)
{
  TrancheLostAnswer *self = g_task_get_source_object (task);

  tranche_order_book_apply_async (self->book, tranche_order_get_id (self->order), answer,
                                  TRANCHE_ORIGIN_RECOVERY, NULL, applied_cb, task);
}
