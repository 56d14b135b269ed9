/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/money-operation.h"

#include "model/lost-answer.h"
#include "model/money-operation-private.h"
#include "model/returnable.h"
#include "model/settlement.h"

G_DEFINE_FINAL_TYPE (TrancheMoneyOperation, tranche_money_operation, G_TYPE_OBJECT)

static void
tranche_money_operation_finalize (GObject *object)
{
  TrancheMoneyOperation *self = TRANCHE_MONEY_OPERATION (object);

  g_clear_object (&self->book);
  g_clear_object (&self->bank);
  g_clear_object (&self->asking);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->goods, tranche_goods_return_free);
  g_clear_object (&self->order);
  g_clear_pointer (&self->delays, g_array_unref);
  g_clear_error (&self->lost);
  g_clear_error (&self->refusal);

  G_OBJECT_CLASS (tranche_money_operation_parent_class)->finalize (object);
}

static void
tranche_money_operation_class_init (TrancheMoneyOperationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tranche_money_operation_finalize;
}

static void
tranche_money_operation_init (TrancheMoneyOperation *self)
{
}

TrancheMoneyOperation *
tranche_money_operation_new (TrancheOrderBook *book,
                             TrancheBank      *bank,
                             TrancheOperation  operation,
                             gint64            order_id,
                             GCancellable     *asking)
{
  TrancheMoneyOperation *self = g_object_new (TRANCHE_TYPE_MONEY_OPERATION, NULL);

  self->book = g_object_ref (book);
  self->bank = g_object_ref (bank);
  self->operation = operation;
  self->order_id = order_id;
  self->asking = g_object_ref (asking);

  return self;
}

void
tranche_money_operation_set_draft (TrancheMoneyOperation *self,
                                   TrancheOrderDraft     *draft)
{
  g_set_object (&self->draft, draft);
}

void
tranche_money_operation_set_goods (TrancheMoneyOperation    *self,
                                   const TrancheGoodsReturn *goods)
{
  g_clear_pointer (&self->goods, tranche_goods_return_free);
  self->goods = tranche_goods_return_copy (goods);
}

void
tranche_money_operation_set_repeated (TrancheMoneyOperation *self,
                                      gint64                 journal_id)
{
  self->journal_id = journal_id;
  self->repeated = TRUE;
}

void
tranche_money_operation_set_delays (TrancheMoneyOperation *self,
                                    GArray                *delays)
{
  g_clear_pointer (&self->delays, g_array_unref);
  self->delays = g_array_ref (delays);
}

gint64
tranche_money_operation_get_open_entry (TrancheMoneyOperation *self)
{
  return self->settled ? 0 : self->journal_id;
}

/* Checking: whether the state, first as stored and then as the bank says it
 * now, allows the operation. */

static gboolean
stage_allows (TrancheMoneyOperation  *self,
              GError                **error)
{
  TrancheStage stage = tranche_order_get_stage (self->order);
  gboolean allowed = FALSE;

  switch (self->operation) {
  case TRANCHE_OPERATION_CREATE:
    allowed = stage == TRANCHE_STAGE_DRAFT;
    break;
  case TRANCHE_OPERATION_COMMIT:
    allowed = tranche_stage_can_commit (stage);
    break;
  case TRANCHE_OPERATION_CANCEL:
    allowed = tranche_stage_can_cancel (stage);
    break;
  case TRANCHE_OPERATION_RETURN:
    allowed = stage == TRANCHE_STAGE_COMMITTED;
    break;
  case TRANCHE_OPERATION_NONE:
  default:
    break;
  }

  if (!allowed)
    g_propagate_error (error, tranche_settlement_new_conflict (stage));

  return allowed;
}

static void
returnable_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheMoneyOperation *self = g_task_get_source_object (task);
  TrancheMoney left = TRANCHE_MONEY_UNSET;
  GError *error = NULL;

  if (tranche_returnable_finish (self->book, result, &left, &error) &&
      tranche_returnable_allows (&left, &self->goods->amount, &error))
    tranche_money_operation_begin (g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

static void
checked_applied_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheMoneyOperation *self = g_task_get_source_object (task);
  g_autoptr (TrancheOrder) order = NULL;
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;

  order = tranche_order_book_apply_finish (self->book, result, &error);
  if (order == NULL) {
    g_task_return_error (task, error);
    return;
  }

  g_set_object (&self->order, order);

  if (!stage_allows (self, &error))
    g_task_return_error (task, error);
  else if (self->operation == TRANCHE_OPERATION_RETURN)
    tranche_returnable_async (self->book, self->bank, order, cancellable,
                              returnable_cb, g_steal_pointer (&task));
  else
    tranche_money_operation_begin (g_steal_pointer (&task));
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheMoneyOperation *self = g_task_get_source_object (task);
  g_autoptr (TrancheOrder) answer = NULL;
  GError *error = NULL;

  answer = tranche_bank_info_finish (self->bank, result, &error);
  if (answer == NULL) {
    g_task_return_error (task, error);
    return;
  }

  tranche_order_book_apply_async (self->book, self->order_id, answer, TRANCHE_ORIGIN_BANK, NULL,
                                  checked_applied_cb, g_steal_pointer (&task));
}

/* Repeating: what was lost may have happened, so that the bank is asked first,
 * and told again only while that is not known. */

static void
asked_first_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  TrancheLostAnswer *lost_answer = TRANCHE_LOST_ANSWER (source);
  g_autoptr (GTask) task = user_data;
  TrancheMoneyOperation *self = g_task_get_source_object (task);
  const TrancheGoodsReturn *goods = tranche_lost_answer_get_goods (lost_answer);
  g_autoptr (TrancheOrder) order = NULL;
  GError *error = NULL;

  order = tranche_lost_answer_settle_finish (lost_answer, result, &error);
  if (order != NULL) {
    tranche_money_operation_return_settled (task, order,
                                            tranche_lost_answer_get_refusal (lost_answer));
  } else if (goods == NULL || !tranche_bank_error_is_unknown (error) ||
             g_cancellable_is_cancelled (g_task_get_cancellable (task))) {
    g_task_return_error (task, error);
  } else {
    g_error_free (error);
    tranche_money_operation_set_goods (self, goods);
    tranche_money_operation_send (g_steal_pointer (&task));
  }
}

static void
ask_first (GTask *task)
{
  TrancheMoneyOperation *self = g_task_get_source_object (task);
  g_autoptr (TrancheLostAnswer) lost_answer = NULL;

  lost_answer = tranche_lost_answer_new (self->book, self->bank, self->order, self->operation,
                                         self->journal_id, self->asking);
  tranche_lost_answer_settle_async (lost_answer, asked_first_cb, task);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheMoneyOperation *self = g_task_get_source_object (task);
  g_autoptr (GPtrArray) orders = NULL;
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;

  orders = tranche_order_book_load_finish (self->book, result, &error);
  if (orders == NULL) {
    g_task_return_error (task, error);
    return;
  }
  if (orders->len == 0) {
    g_task_return_new_error (task, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_NOT_FOUND,
                             "The order is not in the book");
    return;
  }

  g_set_object (&self->order, g_ptr_array_index (orders, 0));

  if (self->repeated)
    ask_first (g_steal_pointer (&task));
  else if (!stage_allows (self, &error))
    g_task_return_error (task, error);
  else if (self->operation == TRANCHE_OPERATION_CREATE)
    tranche_money_operation_begin (g_steal_pointer (&task));
  else
    tranche_bank_info_async (self->bank, self->order, TRANCHE_PRIORITY_USER, cancellable,
                             checked_cb, g_steal_pointer (&task));
}

void
tranche_money_operation_run_async (TrancheMoneyOperation *self,
                                   GCancellable          *cancellable,
                                   GAsyncReadyCallback    callback,
                                   gpointer               user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_task_set_source_tag (task, tranche_money_operation_run_async);
  /* What happened at the bank is told also to who has given up waiting. */
  g_task_set_check_cancellable (task, FALSE);

  g_array_append_val (ids, self->order_id);
  tranche_order_book_load_async (self->book, ids, NULL, loaded_cb, g_steal_pointer (&task));
}

TrancheOrder *
tranche_money_operation_run_finish (TrancheMoneyOperation  *self,
                                    GAsyncResult           *result,
                                    GError                **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
