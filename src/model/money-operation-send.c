/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/money-operation.h"

#include "model/draft-order.h"
#include "model/lost-answer.h"
#include "model/money-operation-private.h"
#include "model/settlement.h"

/* Settling. */

static void
settled_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheMoneyOperation *self = g_task_get_source_object (task);
  g_autoptr (TrancheOrder) order = NULL;
  GError *error = NULL;

  order = tranche_order_book_settle_finish (self->book, result, &error);
  if (order == NULL) {
    g_task_return_error (task, error);
    return;
  }

  self->settled = TRUE;

  if (self->refusal != NULL)
    g_task_return_error (task, g_steal_pointer (&self->refusal));
  else
    g_task_return_pointer (task, g_steal_pointer (&order), g_object_unref);
}

static void
settle (GTask          *task,
        TrancheOutcome  outcome,
        TrancheOrder   *answer,
        GError         *refusal)
{
  TrancheMoneyOperation *self = g_task_get_source_object (task);
  g_autofree char *detail = refusal != NULL ? tranche_settlement_describe (refusal) : NULL;

  self->refusal = refusal;

  tranche_order_book_settle_async (self->book, self->journal_id, outcome, answer,
                                   tranche_settlement_get_code (refusal), detail,
                                   tranche_settlement_get_trace_id (refusal),
                                   TRANCHE_ORIGIN_BANK, NULL, settled_cb, task);
}

/* Losing the answer. */

void
tranche_money_operation_return_settled (GTask        *task,
                                        TrancheOrder *order,
                                        const GError *refusal)
{
  TrancheMoneyOperation *self = g_task_get_source_object (task);

  self->settled = TRUE;

  if (refusal != NULL)
    g_task_return_error (task, g_error_copy (refusal));
  else
    g_task_return_pointer (task, g_object_ref (order), g_object_unref);
}

static void
lost_answer_settled_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  TrancheLostAnswer *lost_answer = TRANCHE_LOST_ANSWER (source);
  g_autoptr (GTask) task = user_data;
  g_autoptr (TrancheOrder) order = NULL;
  GError *error = NULL;

  order = tranche_lost_answer_settle_finish (lost_answer, result, &error);
  if (order != NULL)
    tranche_money_operation_return_settled (task, order,
                                            tranche_lost_answer_get_refusal (lost_answer));
  else
    g_task_return_error (task, error);
}

static void
marked_unknown_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheMoneyOperation *self = g_task_get_source_object (task);
  g_autoptr (TrancheLostAnswer) lost_answer = NULL;
  g_autoptr (TrancheOrder) order = NULL;
  GError *error = NULL;

  order = tranche_order_book_settle_finish (self->book, result, &error);
  if (order == NULL) {
    g_task_return_error (task, error);
    return;
  }

  lost_answer = tranche_lost_answer_new (self->book, self->bank, order, self->operation,
                                         self->journal_id, self->asking);
  tranche_lost_answer_set_cause (lost_answer, self->lost, self->accepted);
  if (self->draft != NULL)
    tranche_lost_answer_set_draft (lost_answer, self->draft);
  if (self->delays != NULL)
    tranche_lost_answer_set_delays (lost_answer, self->delays);
  tranche_lost_answer_settle_async (lost_answer, lost_answer_settled_cb, g_steal_pointer (&task));
}

/* Written down first, so that the history tells what was lost, and when. */
static void
mark_unknown (GTask  *task,
              GError *lost)
{
  TrancheMoneyOperation *self = g_task_get_source_object (task);
  g_autofree char *detail = tranche_settlement_describe (lost);

  self->lost = lost;

  tranche_order_book_settle_async (self->book, self->journal_id, TRANCHE_OUTCOME_UNKNOWN, NULL,
                                   TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME, detail,
                                   tranche_settlement_get_trace_id (lost),
                                   TRANCHE_ORIGIN_BANK, NULL, marked_unknown_cb, task);
}

/* Sending: from the intent in the journal to the bank's answer. */

static TrancheOrder *
finish_sent (TrancheMoneyOperation  *self,
             GAsyncResult           *result,
             GError                **error)
{
  switch (self->operation) {
  case TRANCHE_OPERATION_CREATE:
    return tranche_bank_create_finish (self->bank, result, error);
  case TRANCHE_OPERATION_COMMIT:
    return tranche_bank_commit_finish (self->bank, result, error);
  case TRANCHE_OPERATION_CANCEL:
    return tranche_bank_cancel_finish (self->bank, result, error);
  case TRANCHE_OPERATION_RETURN:
  case TRANCHE_OPERATION_NONE:
  default:
    g_return_val_if_reached (NULL);
  }
}

/* What is sent again and refused may have happened the first time. */
static void
fail (GTask  *task,
      GError *error)
{
  TrancheMoneyOperation *self = g_task_get_source_object (task);

  if (tranche_settlement_is_refusal (error) && !self->repeated)
    settle (task, TRANCHE_OUTCOME_REFUSED, NULL, error);
  else
    mark_unknown (task, error);
}

static void
returned_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  TrancheMoneyOperation *self = g_task_get_source_object (user_data);
  GError *error = NULL;

  if (tranche_bank_return_goods_finish (self->bank, result, &error))
    settle (user_data, TRANCHE_OUTCOME_DONE, NULL, NULL);
  else
    fail (user_data, error);
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheMoneyOperation *self = g_task_get_source_object (task);
  g_autoptr (TrancheOrder) answer = NULL;
  GError *error = NULL;
  TrancheStage stage;

  answer = finish_sent (self, result, &error);
  if (answer == NULL) {
    fail (g_steal_pointer (&task), error);
    return;
  }

  stage = tranche_order_get_stage (answer);
  switch (tranche_settlement_judge_stage (self->operation, stage)) {
  case TRANCHE_VERDICT_HAPPENED:
    settle (g_steal_pointer (&task), TRANCHE_OUTCOME_DONE, answer, NULL);
    break;
  case TRANCHE_VERDICT_NEVER:
    settle (g_steal_pointer (&task), TRANCHE_OUTCOME_REFUSED, answer,
            tranche_settlement_new_conflict (stage));
    break;
  case TRANCHE_VERDICT_NOT_YET:
  case TRANCHE_VERDICT_OPEN:
  default:
    self->accepted = TRUE;
    mark_unknown (g_steal_pointer (&task),
                  tranche_bank_error_new (TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME, 0,
                                          "The bank took the request and says %s",
                                          tranche_stage_to_nick (stage)));
  }
}

void
tranche_money_operation_send (GTask *task)
{
  TrancheMoneyOperation *self = g_task_get_source_object (task);

  /* Without a cancellable: an answer that is thrown away is a lost answer. */
  switch (self->operation) {
  case TRANCHE_OPERATION_CREATE:
    if (self->draft == NULL)
      self->draft = tranche_draft_order_to_draft (self->order);
    tranche_bank_create_async (self->bank, self->draft, NULL, sent_cb, task);
    break;
  case TRANCHE_OPERATION_COMMIT:
    tranche_bank_commit_async (self->bank, self->order, NULL, sent_cb, task);
    break;
  case TRANCHE_OPERATION_CANCEL:
    tranche_bank_cancel_async (self->bank, self->order, NULL, sent_cb, task);
    break;
  case TRANCHE_OPERATION_RETURN:
    tranche_bank_return_goods_async (self->bank, self->order, self->goods, NULL, returned_cb, task);
    break;
  case TRANCHE_OPERATION_NONE:
  default:
    g_assert_not_reached ();
  }

  /* Nobody waits for it: either way the bank is asked after a crash, and the
   * history then says how far it had come. What was unknown before stays so. */
  tranche_order_book_mark_sent_async (self->book, self->journal_id, NULL, NULL, NULL);
}

static void
begun_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheMoneyOperation *self = g_task_get_source_object (task);
  GError *error = NULL;

  self->journal_id = tranche_order_book_begin_finish (self->book, result, &error);
  if (self->journal_id == 0) {
    g_task_return_error (task, error);
    return;
  }

  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error))
    settle (g_steal_pointer (&task), TRANCHE_OUTCOME_REFUSED, NULL, error);
  else
    tranche_money_operation_send (g_steal_pointer (&task));
}

void
tranche_money_operation_begin (GTask *task)
{
  TrancheMoneyOperation *self = g_task_get_source_object (task);
  g_autofree char *user = g_strdup_printf ("%s@%s", g_get_user_name (), g_get_host_name ());

  if (self->operation == TRANCHE_OPERATION_RETURN)
    tranche_order_book_begin_return_async (self->book, self->order_id, self->goods, user, NULL,
                                           begun_cb, task);
  else
    tranche_order_book_begin_async (self->book, self->order_id, self->operation, user, NULL,
                                    begun_cb, task);
}
