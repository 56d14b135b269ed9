/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/money-operation.h"

#include "model/draft-order.h"
#include "model/lost-answer.h"
#include "model/returnable.h"
#include "model/settlement.h"

struct _TrancheMoneyOperation {
  GObject parent_instance;

  TrancheOrderBook *book;
  TrancheBank *bank;
  TrancheOperation operation;
  gint64 order_id;
  GCancellable *asking;
  TrancheOrderDraft *draft;
  TrancheGoodsReturn *goods; /* (nullable): what a return returns */
  GArray *delays;

  TrancheOrder *order; /* as it is in the book */
  gint64 journal_id;   /* 0 until the intent is written */
  gboolean repeated;   /* the intent is of an earlier time, and its outcome unknown */
  gboolean accepted;   /* the bank took it, with a state that does not show it */
  gboolean settled;
  GError *lost;        /* with what the answer was lost */
  GError *refusal;     /* what the caller is told once the refusal is written down */
};

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

static void
return_settled (GTask        *task,
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
    return_settled (task, order, tranche_lost_answer_get_refusal (lost_answer));
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

static void
send (GTask *task)
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
    send (g_steal_pointer (&task));
}

static void
begin (GTask *task)
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
    begin (g_steal_pointer (&task));
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
    begin (g_steal_pointer (&task));
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
    return_settled (task, order, tranche_lost_answer_get_refusal (lost_answer));
  } else if (goods == NULL || !tranche_bank_error_is_unknown (error) ||
             g_cancellable_is_cancelled (g_task_get_cancellable (task))) {
    g_task_return_error (task, error);
  } else {
    g_error_free (error);
    tranche_money_operation_set_goods (self, goods);
    send (g_steal_pointer (&task));
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
    begin (g_steal_pointer (&task));
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
