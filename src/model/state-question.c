/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/state-question.h"

#include "model/settlement.h"

typedef struct {
  TrancheBank *bank;
  TrancheOrder *order;
  GError *failure;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->bank);
  g_object_unref (question->order);
  g_clear_error (&question->failure);
  g_free (question);
}

/* Only what says something of this order belongs into its record, and only
 * when it is news: a bank that is down for an hour is no change in every round. */
static gboolean
is_worth_noting (Question *question)
{
  int code = tranche_settlement_get_code (question->failure);
  g_autofree char *text = NULL;

  if (code == 0 ||
      code == TRANCHE_BANK_ERROR_RATE_LIMITED ||
      code == TRANCHE_BANK_ERROR_CREDENTIALS)
    return FALSE;

  if (code != tranche_order_get_last_error_code (question->order))
    return TRUE;

  text = tranche_settlement_describe (question->failure);

  return g_strcmp0 (text, tranche_order_get_last_error (question->order)) != 0;
}

static void
noted_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Question *question = g_task_get_task_data (task);
  g_autoptr (TrancheOrder) order = NULL;

  /* The bank's failure is what the caller asked about, more than the book's. */
  order = tranche_order_book_fail_finish (TRANCHE_ORDER_BOOK (source), result, NULL);
  g_task_return_error (task, g_steal_pointer (&question->failure));
}

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (TrancheOrder) order = NULL;
  GError *error = NULL;

  order = tranche_order_book_apply_finish (TRANCHE_ORDER_BOOK (source), result, &error);
  if (order != NULL)
    g_task_return_pointer (task, g_steal_pointer (&order), g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheOrderBook *book = g_task_get_source_object (task);
  Question *question = g_task_get_task_data (task);
  gint64 id = tranche_order_get_id (question->order);
  g_autoptr (TrancheOrder) answer = NULL;

  answer = tranche_bank_info_finish (question->bank, result, &question->failure);

  if (answer != NULL) {
    tranche_order_book_apply_async (book, id, answer, TRANCHE_ORIGIN_POLL, NULL,
                                    applied_cb, g_steal_pointer (&task));
  } else if (is_worth_noting (question)) {
    g_autofree char *text = tranche_settlement_describe (question->failure);

    tranche_order_book_fail_async (book, id, tranche_settlement_get_code (question->failure), text,
                                   tranche_settlement_get_trace_id (question->failure), NULL,
                                   noted_cb, g_steal_pointer (&task));
  } else {
    g_task_return_error (task, g_steal_pointer (&question->failure));
  }
}

void
tranche_state_question_async (TrancheOrderBook    *book,
                              TrancheBank         *bank,
                              TrancheOrder        *order,
                              TranchePriority      priority,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (book, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  question->bank = g_object_ref (bank);
  question->order = g_object_ref (order);

  g_task_set_source_tag (task, tranche_state_question_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);

  tranche_bank_info_async (bank, order, priority, cancellable, answered_cb, g_steal_pointer (&task));
}

TrancheOrder *
tranche_state_question_finish (TrancheOrderBook  *book,
                               GAsyncResult      *result,
                               GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, book), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
