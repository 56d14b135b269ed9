/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/returnable.h"

#include "model/return-count.h"

typedef struct {
  TrancheBank *bank;
  TrancheOrder *order;
  GPtrArray *entries; /* (nullable): until they are loaded */
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->bank);
  g_object_unref (question->order);
  g_clear_pointer (&question->entries, g_ptr_array_unref);
  g_free (question);
}

static void
return_left (GTask                     *task,
             const TrancheOrderDetails *details)
{
  Question *question = g_task_get_task_data (task);
  TrancheMoney left = tranche_return_count_left (tranche_order_get_amount (question->order),
                                                 question->entries, details);

  g_task_return_pointer (task, g_memdup2 (&left, sizeof left), g_free);
}

static void
details_asked_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (TrancheOrderDetails) details = NULL;
  GError *error = NULL;

  details = tranche_bank_details_finish (TRANCHE_BANK (source), result, &error);
  if (details != NULL)
    return_left (task, details);
  else
    g_task_return_error (task, error);
}

static void
returns_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Question *question = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;

  question->entries = tranche_order_book_returns_finish (TRANCHE_ORDER_BOOK (source), result,
                                                         &error);
  if (question->entries == NULL)
    g_task_return_error (task, error);
  else if ((tranche_bank_get_capabilities (question->bank) & TRANCHE_CAPABILITY_DETAILS) == 0)
    return_left (task, NULL);
  else
    tranche_bank_details_async (question->bank, question->order, cancellable,
                                details_asked_cb, g_steal_pointer (&task));
}

void
tranche_returnable_async (TrancheOrderBook    *book,
                          TrancheBank         *bank,
                          TrancheOrder        *order,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (book, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  question->bank = g_object_ref (bank);
  question->order = g_object_ref (order);
  g_task_set_source_tag (task, tranche_returnable_async);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);

  tranche_order_book_returns_async (book, tranche_order_get_id (order), cancellable,
                                    returns_loaded_cb, g_steal_pointer (&task));
}

gboolean
tranche_returnable_finish (TrancheOrderBook  *book,
                           GAsyncResult      *result,
                           TrancheMoney      *left,
                           GError           **error)
{
  g_autofree TrancheMoney *told = NULL;

  g_return_val_if_fail (g_task_is_valid (result, book), FALSE);

  told = g_task_propagate_pointer (G_TASK (result), error);
  if (told == NULL)
    return FALSE;

  *left = *told;

  return TRUE;
}

static GError *
new_problem (TrancheFlaw flaw,
             gint64      limit)
{
  GError *error = tranche_bank_error_new (TRANCHE_BANK_ERROR_VALIDATION, 0,
                                          "The sum of the return is not possible");
  g_autoptr (GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_field_problem_free);

  g_ptr_array_add (problems, tranche_field_problem_new (TRANCHE_FIELD_SUM, -1, flaw, limit, NULL,
                                                        NULL));
  tranche_bank_error_set_problems (error, problems);

  return error;
}

gboolean
tranche_returnable_allows (const TrancheMoney  *left,
                           const TrancheMoney  *amount,
                           GError             **error)
{
  GError *problem = NULL;

  if (!tranche_money_is_set (amount) || !g_str_equal (amount->currency, left->currency))
    problem = new_problem (TRANCHE_FLAW_MISMATCH, 0);
  else if (amount->minor <= 0)
    problem = new_problem (TRANCHE_FLAW_TOO_SMALL, 0);
  else if (amount->minor > left->minor)
    problem = new_problem (TRANCHE_FLAW_TOO_LARGE, left->minor);

  if (problem != NULL)
    g_propagate_error (error, problem);

  return problem == NULL;
}
