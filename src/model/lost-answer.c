/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/lost-answer.h"

#include "model/draft-order.h"
#include "model/lost-answer-private.h"
#include "model/return-count.h"
#include "model/settlement.h"

G_DEFINE_FINAL_TYPE (TrancheLostAnswer, tranche_lost_answer, G_TYPE_OBJECT)

static void ask (GTask *task);

static void
tranche_lost_answer_finalize (GObject *object)
{
  TrancheLostAnswer *self = TRANCHE_LOST_ANSWER (object);

  g_clear_object (&self->book);
  g_clear_object (&self->bank);
  g_clear_object (&self->order);
  g_clear_object (&self->asking);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->delays, g_array_unref);
  g_clear_pointer (&self->returns, g_ptr_array_unref);
  g_clear_error (&self->cause);
  g_clear_error (&self->refusal);
  g_clear_pointer (&self->disowned_by, g_free);

  G_OBJECT_CLASS (tranche_lost_answer_parent_class)->finalize (object);
}

static void
tranche_lost_answer_class_init (TrancheLostAnswerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tranche_lost_answer_finalize;
}

static void
tranche_lost_answer_init (TrancheLostAnswer *self)
{
}

TrancheLostAnswer *
tranche_lost_answer_new (TrancheOrderBook *book,
                         TrancheBank      *bank,
                         TrancheOrder     *order,
                         TrancheOperation  operation,
                         gint64            journal_id,
                         GCancellable     *asking)
{
  TrancheLostAnswer *self = g_object_new (TRANCHE_TYPE_LOST_ANSWER, NULL);

  self->book = g_object_ref (book);
  self->bank = g_object_ref (bank);
  self->order = g_object_ref (order);
  self->operation = operation;
  self->journal_id = journal_id;
  self->asking = g_object_ref (asking);

  return self;
}

void
tranche_lost_answer_set_draft (TrancheLostAnswer *self,
                               TrancheOrderDraft *draft)
{
  g_set_object (&self->draft, draft);
}

void
tranche_lost_answer_set_delays (TrancheLostAnswer *self,
                                GArray            *delays)
{
  g_clear_pointer (&self->delays, g_array_unref);
  self->delays = g_array_ref (delays);
}

void
tranche_lost_answer_set_cause (TrancheLostAnswer *self,
                               const GError      *cause,
                               gboolean           accepted)
{
  g_clear_error (&self->cause);
  self->cause = g_error_copy (cause);
  self->accepted = accepted;
}

void
tranche_lost_answer_set_disowned_by (TrancheLostAnswer *self,
                                     const char        *user)
{
  g_set_str (&self->disowned_by, user);
}

const GError *
tranche_lost_answer_get_refusal (TrancheLostAnswer *self)
{
  return self->refusal;
}

const TrancheGoodsReturn *
tranche_lost_answer_get_goods (TrancheLostAnswer *self)
{
  const TrancheReturnEntry *open = NULL;

  if (self->returns != NULL)
    open = tranche_return_count_find_open (self->returns);

  return open != NULL ? open->goods : NULL;
}

/* Fetching the link. */

static void
link_fetched_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheLostAnswer *self = g_task_get_source_object (task);
  TrancheOrder *answer = g_task_get_task_data (task);
  g_autoptr (TrancheOrder) created = tranche_bank_create_finish (self->bank, result, NULL);

  /* That the order exists is known without this answer, which only adds the link. */
  if (created == NULL) {
    tranche_lost_answer_settle (g_steal_pointer (&task), TRANCHE_OUTCOME_DONE, answer, NULL);
  } else {
    g_autoptr (TrancheOrder) whole = tranche_order_copy (created);

    tranche_order_merge (whole, answer);
    tranche_lost_answer_settle (g_steal_pointer (&task), TRANCHE_OUTCOME_DONE, whole, NULL);
  }
}

static void
create_again (GTask               *task,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback)
{
  TrancheLostAnswer *self = g_task_get_source_object (task);

  if (self->draft == NULL)
    self->draft = tranche_draft_order_to_draft (self->order);

  tranche_bank_create_async (self->bank, self->draft, cancellable, callback, task);
}

/* A state has no link. A bank whose create is idempotent gives it to whoever
 * creates the same order again, which is safe once the order is known to exist. */
static gboolean
fetch_link (GTask        *task,
            TrancheOrder *answer)
{
  TrancheLostAnswer *self = g_task_get_source_object (task);
  TrancheCapabilities wanted = TRANCHE_CAPABILITY_LINK | TRANCHE_CAPABILITY_IDEMPOTENT_CREATE;

  if (self->operation != TRANCHE_OPERATION_CREATE ||
      (tranche_bank_get_capabilities (self->bank) & wanted) != wanted ||
      tranche_order_get_stage (answer) != TRANCHE_STAGE_WAITING ||
      tranche_order_get_link (answer) != NULL)
    return FALSE;

  g_task_set_task_data (task, g_object_ref (answer), g_object_unref);
  create_again (task, NULL, link_fetched_cb);

  return TRUE;
}

/* Asking. */

static gboolean
waited_cb (gpointer user_data)
{
  ask (g_object_ref (G_TASK (user_data)));

  return G_SOURCE_REMOVE;
}

/* Whether there is a delay left, after which it is asked again; takes @task then. */
static gboolean
ask_later (GTask *task)
{
  TrancheLostAnswer *self = g_task_get_source_object (task);
  g_autoptr (GSource) wait = NULL;
  g_autoptr (GSource) give_up = NULL;

  if (self->delays == NULL || self->n_asked >= self->delays->len)
    return FALSE;

  wait = g_timeout_source_new (g_array_index (self->delays, guint, self->n_asked));
  give_up = g_cancellable_source_new (self->asking);
  self->n_asked++;

  g_source_set_dummy_callback (give_up);
  g_source_add_child_source (wait, give_up);
  g_source_set_static_name (wait, "[tranche] ask for the state again");
  g_task_attach_source (task, wait, waited_cb);
  g_object_unref (task);

  return TRUE;
}

/* The bank looked at the request itself, and not only at who sent it. */
static gboolean
bank_refused (const GError *error)
{
  return tranche_bank_error_get_http_status (error) != 0 &&
         (g_error_matches (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_VALIDATION) ||
          g_error_matches (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_CONFLICT));
}

/* Only a state that is known, and is that of an order of which goods come back,
 * says that the order is as it was. */
static gboolean
is_disowned (TrancheLostAnswer *self,
             TrancheOrder      *answer)
{
  TrancheStage stage = tranche_order_get_stage (answer);

  return self->disowned_by != NULL && self->operation == TRANCHE_OPERATION_RETURN &&
         (stage == TRANCHE_STAGE_COMMITTED || stage == TRANCHE_STAGE_CLOSED);
}

static void
details_asked_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheLostAnswer *self = g_task_get_source_object (task);
  TrancheOrder *answer = g_task_get_task_data (task);
  const TrancheReturnEntry *open = tranche_return_count_find_open (self->returns);
  g_autoptr (TrancheOrderDetails) details = NULL;
  GError *error = NULL;

  details = tranche_bank_details_finish (self->bank, result, &error);

  if (details == NULL)
    tranche_lost_answer_leave_open (task, error);
  else if (open == NULL)
    tranche_lost_answer_apply_and_leave_open (g_steal_pointer (&task), answer);
  else if (tranche_return_count_shows (details, self->returns, open))
    tranche_lost_answer_settle (g_steal_pointer (&task), TRANCHE_OUTCOME_DONE, answer, NULL);
  else if (is_disowned (self, answer))
    tranche_lost_answer_settle_disowned (g_steal_pointer (&task), answer);
  else if (ask_later (task))
    g_steal_pointer (&task);
  else if (self->cause != NULL && bank_refused (self->cause))
    tranche_lost_answer_settle (g_steal_pointer (&task), TRANCHE_OUTCOME_REFUSED, answer,
                                g_error_copy (self->cause));
  else
    tranche_lost_answer_apply_and_leave_open (g_steal_pointer (&task), answer);
}

/* The state shows a return only when it was the last one. */
static gboolean
look_at_returns (GTask        *task,
                 TrancheOrder *answer)
{
  TrancheLostAnswer *self = g_task_get_source_object (task);

  if (self->operation != TRANCHE_OPERATION_RETURN ||
      (tranche_bank_get_capabilities (self->bank) & TRANCHE_CAPABILITY_DETAILS) == 0)
    return FALSE;

  g_task_set_task_data (task, g_object_ref (answer), g_object_unref);
  tranche_bank_details_async (self->bank, self->order, self->asking, details_asked_cb, task);

  return TRUE;
}

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheLostAnswer *self = g_task_get_source_object (task);
  g_autoptr (TrancheOrder) answer = NULL;
  g_autoptr (GError) error = NULL;
  TrancheVerdict verdict;

  answer = tranche_bank_info_finish (self->bank, result, &error);
  verdict = answer != NULL
    ? tranche_settlement_judge_stage (self->operation, tranche_order_get_stage (answer))
    : tranche_settlement_judge_error (self->operation, error);

  switch (verdict) {
  case TRANCHE_VERDICT_HAPPENED:
    if (fetch_link (task, answer))
      g_steal_pointer (&task);
    else
      tranche_lost_answer_settle (g_steal_pointer (&task), TRANCHE_OUTCOME_DONE, answer, NULL);
    break;
  case TRANCHE_VERDICT_NEVER:
    tranche_lost_answer_settle (g_steal_pointer (&task), TRANCHE_OUTCOME_REFUSED, answer,
                                tranche_settlement_new_conflict (tranche_order_get_stage (answer)));
    break;
  case TRANCHE_VERDICT_NOT_YET:
    if (ask_later (task)) {
      g_steal_pointer (&task);
      break;
    }
    if (!self->accepted) {
      tranche_lost_answer_settle (g_steal_pointer (&task), TRANCHE_OUTCOME_REFUSED, answer,
                                  tranche_lost_answer_dup_cause (self));
      break;
    }
    G_GNUC_FALLTHROUGH;
  case TRANCHE_VERDICT_OPEN:
  default:
    if (answer == NULL)
      tranche_lost_answer_leave_open (task, g_steal_pointer (&error));
    else if (look_at_returns (task, answer))
      g_steal_pointer (&task);
    else if (is_disowned (self, answer))
      tranche_lost_answer_settle_disowned (g_steal_pointer (&task), answer);
    else
      tranche_lost_answer_apply_and_leave_open (g_steal_pointer (&task), answer);
  }
}

static void
created_again_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheLostAnswer *self = g_task_get_source_object (task);
  g_autoptr (TrancheOrder) answer = NULL;
  g_autoptr (GError) error = NULL;

  answer = tranche_bank_create_finish (self->bank, result, &error);
  if (answer != NULL)
    tranche_lost_answer_settle (g_steal_pointer (&task), TRANCHE_OUTCOME_DONE, answer, NULL);
  else if (tranche_settlement_judge_create (error) != TRANCHE_VERDICT_NOT_YET)
    tranche_lost_answer_leave_open (task, g_steal_pointer (&error));
  else if (ask_later (task))
    g_steal_pointer (&task);
  else
    tranche_lost_answer_settle (g_steal_pointer (&task), TRANCHE_OUTCOME_REFUSED, NULL,
                                g_steal_pointer (&error));
}

/* A bank that knows orders by its own id only cannot be asked for one whose id
 * was lost with the answer to create. */
static gboolean
is_nameless (TrancheLostAnswer *self)
{
  return self->operation == TRANCHE_OPERATION_CREATE &&
         tranche_order_get_bank_order_id (self->order) == NULL &&
         (tranche_bank_get_capabilities (self->bank) & TRANCHE_CAPABILITY_INFO_BY_NUMBER) == 0;
}

/* Takes @task. */
static void
ask (GTask *task)
{
  TrancheLostAnswer *self = g_task_get_source_object (task);

  if (!is_nameless (self)) {
    tranche_bank_info_async (self->bank, self->order, TRANCHE_PRIORITY_USER, self->asking,
                             asked_cb, task);
  } else if (tranche_bank_get_capabilities (self->bank) & TRANCHE_CAPABILITY_IDEMPOTENT_CREATE) {
    create_again (task, self->asking, created_again_cb);
  } else {
    tranche_lost_answer_leave_open (task, NULL);
    g_object_unref (task);
  }
}

static void
returns_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheLostAnswer *self = g_task_get_source_object (task);
  GError *error = NULL;

  self->returns = tranche_order_book_returns_finish (TRANCHE_ORDER_BOOK (source), result, &error);
  if (self->returns != NULL)
    ask (g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

void
tranche_lost_answer_settle_async (TrancheLostAnswer   *self,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, tranche_lost_answer_settle_async);

  if (self->operation == TRANCHE_OPERATION_RETURN)
    tranche_order_book_returns_async (self->book, tranche_order_get_id (self->order), NULL,
                                      returns_loaded_cb, task);
  else
    ask (task);
}

TrancheOrder *
tranche_lost_answer_settle_finish (TrancheLostAnswer  *self,
                                   GAsyncResult       *result,
                                   GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
