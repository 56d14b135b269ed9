/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fake-bank-private.h"

typedef struct {
  GError *error;
  gboolean effect;
} FakePlan;

typedef struct {
  FakeMethod method;
  char *number;
  TrancheMoney amount;
  TrancheGoodsReturn *goods; /* (nullable) */
  FakePlan *plan;            /* (nullable) */
  GSource *source;           /* (nullable): of the cancellable, while held */
} FakeCall;

static void
plan_free (FakePlan *plan)
{
  g_clear_error (&plan->error);
  g_free (plan);
}

static void
call_free (FakeCall *call)
{
  g_clear_pointer (&call->plan, plan_free);
  g_clear_pointer (&call->goods, tranche_goods_return_free);
  g_clear_pointer (&call->source, g_source_unref);
  g_free (call->number);
  g_free (call);
}

void
fake_bank_init_calls (FakeBank *self)
{
  for (guint i = 0; i < FAKE_N_METHODS; i++) {
    g_queue_init (&self->plans[i]);
    g_queue_init (&self->held[i]);
  }
}

void
fake_bank_clear_calls (FakeBank *self)
{
  for (guint i = 0; i < FAKE_N_METHODS; i++) {
    g_queue_clear_full (&self->plans[i], (GDestroyNotify) plan_free);
    g_assert_cmpuint (self->held[i].length, ==, 0);
    g_free (self->last_number[i]);
  }
}

void
fake_bank_plan (FakeBank   *self,
                FakeMethod  method,
                GError     *error,
                gboolean    effect)
{
  FakePlan *plan = g_new0 (FakePlan, 1);

  plan->error = error;
  plan->effect = effect;
  g_queue_push_tail (&self->plans[method], plan);
}

void
fake_bank_plan_idle (FakeBank   *self,
                     FakeMethod  method)
{
  fake_bank_plan (self, method, NULL, FALSE);
}

/* What @call asks for comes true. */
static void
take_effect (FakeBank *self,
             FakeCall *call)
{
  gboolean effect = TRUE;

  switch (call->method) {
  case FAKE_CREATE:
    /* Idempotent: an order that is there stays as it is. */
    if (!fake_ledger_has (self->ledger, call->number))
      fake_ledger_set_stage (self->ledger, call->number, TRANCHE_STAGE_WAITING);
    break;
  case FAKE_COMMIT:
    fake_ledger_set_stage (self->ledger, call->number, TRANCHE_STAGE_COMMITTED);
    break;
  case FAKE_CANCEL:
    fake_ledger_set_stage (self->ledger, call->number, TRANCHE_STAGE_CANCELED);
    break;
  case FAKE_RETURN:
    effect = fake_ledger_take_return (self->ledger, call->number, call->goods);
    break;
  case FAKE_DETAILS:
  case FAKE_INFO:
  case FAKE_PAYOUT:
  case FAKE_TEST:
  case FAKE_N_METHODS:
  default:
    break;
  }

  self->n_effects[call->method] += effect;
}

static TrancheOrder *
make_answer (FakeBank *self,
             FakeCall *call)
{
  TrancheOrder *order = fake_ledger_make_order (self->ledger, call->number);

  if (call->method == FAKE_CREATE) {
    tranche_order_set_link (order, "https://bank.example/form");
    tranche_order_set_bank_order_id (order, "fa4a8249");
  }
  if (call->method == FAKE_INFO && tranche_order_get_stage (order) == TRANCHE_STAGE_COMMITTED)
    tranche_order_set_loan_number (order, "L-1");

  return order;
}

static gboolean
is_about_order (FakeMethod method)
{
  return method == FAKE_INFO || method == FAKE_COMMIT || method == FAKE_CANCEL ||
         method == FAKE_PAYOUT || method == FAKE_DETAILS || method == FAKE_RETURN;
}

static void
answer_call (FakeBank *self,
             GTask    *task)
{
  FakeCall *call = g_task_get_task_data (task);
  gboolean known = fake_ledger_has (self->ledger, call->number);
  g_autoptr (TrancheOrder) answer = NULL;

  if (call->plan == NULL && is_about_order (call->method) && !known) {
    g_task_return_error (task, tranche_bank_error_new (TRANCHE_BANK_ERROR_NOT_FOUND, 404,
                                                       "No such order"));
    return;
  }

  if (call->plan == NULL || call->plan->effect)
    take_effect (self, call);

  if (call->plan != NULL && call->plan->error != NULL) {
    g_task_return_error (task, g_steal_pointer (&call->plan->error));
    return;
  }

  answer = make_answer (self, call);
  if (call->method == FAKE_TEST || call->method == FAKE_RETURN)
    g_task_return_boolean (task, TRUE);
  else if (call->method == FAKE_DETAILS)
    g_task_return_pointer (task, fake_ledger_make_details (self->ledger, call->number),
                           (GDestroyNotify) tranche_order_details_free);
  else if (call->method == FAKE_PAYOUT)
    g_task_return_pointer (task,
                           tranche_payout_new (fake_ledger_get_payout (self->ledger, call->number),
                                               &call->amount, answer),
                           (GDestroyNotify) tranche_payout_free);
  else
    g_task_return_pointer (task, g_steal_pointer (&answer), g_object_unref);
}

static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  GTask *task = user_data;
  FakeBank *self = g_task_get_source_object (task);
  FakeCall *call = g_task_get_task_data (task);

  if (g_queue_remove (&self->held[call->method], task)) {
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
    g_object_unref (task);
  }

  return G_SOURCE_REMOVE;
}

void
fake_bank_start_call (FakeBank                 *self,
                      FakeMethod                method,
                      const char               *number,
                      const TrancheMoney       *amount,
                      const TrancheGoodsReturn *goods,
                      GCancellable             *cancellable,
                      GAsyncReadyCallback       callback,
                      gpointer                  user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  FakeCall *call = g_new0 (FakeCall, 1);

  call->method = method;
  call->number = g_strdup (number != NULL ? number : "");
  if (amount != NULL)
    call->amount = *amount;
  if (goods != NULL)
    call->goods = tranche_goods_return_copy (goods);
  call->plan = g_queue_pop_head (&self->plans[method]);
  g_task_set_task_data (task, call, (GDestroyNotify) call_free);

  self->n_calls[method]++;
  g_free (self->last_number[method]);
  self->last_number[method] = g_strdup (call->number);

  if (!self->holding[method]) {
    answer_call (self, task);
    return;
  }

  g_queue_push_tail (&self->held[method], g_object_ref (task));
  if (cancellable != NULL) {
    call->source = g_cancellable_source_new (cancellable);
    g_task_attach_source (task, call->source, G_SOURCE_FUNC (cancelled_cb));
  }
}

void
fake_bank_hold (FakeBank   *self,
                FakeMethod  method)
{
  self->holding[method] = TRUE;
}

void
fake_bank_let_one_go (FakeBank   *self,
                      FakeMethod  method)
{
  g_autoptr (GTask) task = g_queue_pop_head (&self->held[method]);
  FakeCall *call = NULL;

  g_assert_nonnull (task);
  call = g_task_get_task_data (task);
  if (call->source != NULL)
    g_source_destroy (call->source);
  answer_call (self, task);
}

void
fake_bank_let_go (FakeBank   *self,
                  FakeMethod  method)
{
  self->holding[method] = FALSE;
  while (self->held[method].length > 0)
    fake_bank_let_one_go (self, method);
}

guint
fake_bank_get_n_held (FakeBank   *self,
                      FakeMethod  method)
{
  return self->held[method].length;
}

const char *
fake_bank_get_held_number (FakeBank   *self,
                           FakeMethod  method,
                           guint       position)
{
  GTask *task = g_queue_peek_nth (&self->held[method], position);

  return ((FakeCall *) g_task_get_task_data (task))->number;
}

guint
fake_bank_get_n_calls (FakeBank   *self,
                       FakeMethod  method)
{
  return self->n_calls[method];
}

guint
fake_bank_get_n_effects (FakeBank   *self,
                         FakeMethod  method)
{
  return self->n_effects[method];
}

const char *
fake_bank_get_last_number (FakeBank   *self,
                           FakeMethod  method)
{
  return self->last_number[method];
}
