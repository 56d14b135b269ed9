/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fake-bank.h"

#include "core/field-problem.h"

/* What every order costs: that of the fixture. */
#define FAKE_AMOUNT 249999

typedef struct {
  GError *error;
  gboolean effect;
} Plan;

typedef struct {
  FakeMethod method;
  char *number;
  TrancheMoney amount;
  TrancheGoodsReturn *goods; /* (nullable) */
  Plan *plan;      /* (nullable) */
  GSource *source; /* (nullable): of the cancellable, while held */
} Call;

struct _FakeBank {
  GObject parent_instance;

  TrancheCapabilities capabilities;
  GHashTable *stages;  /* number → stage */
  GHashTable *paid; /* set of numbers */
  GHashTable *cooling; /* number → GDateTime */
  GHashTable *returns; /* number → GPtrArray of TrancheGoodsReturn */
  TrancheOrderDraft *last_draft;
  GQueue plans[FAKE_N_METHODS];
  GQueue held[FAKE_N_METHODS];
  gboolean holding[FAKE_N_METHODS];
  guint n_calls[FAKE_N_METHODS];
  guint n_effects[FAKE_N_METHODS];
  char *last_number[FAKE_N_METHODS];
};

static void bank_init (TrancheBankInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeBank, fake_bank, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TRANCHE_TYPE_BANK, bank_init))

static void
plan_free (Plan *plan)
{
  g_clear_error (&plan->error);
  g_free (plan);
}

static void
call_free (Call *call)
{
  g_clear_pointer (&call->plan, plan_free);
  g_clear_pointer (&call->goods, tranche_goods_return_free);
  g_clear_pointer (&call->source, g_source_unref);
  g_free (call->number);
  g_free (call);
}

static void
fake_bank_finalize (GObject *object)
{
  FakeBank *self = FAKE_BANK (object);

  for (guint i = 0; i < FAKE_N_METHODS; i++) {
    g_queue_clear_full (&self->plans[i], (GDestroyNotify) plan_free);
    g_assert_cmpuint (self->held[i].length, ==, 0);
    g_free (self->last_number[i]);
  }
  g_hash_table_unref (self->stages);
  g_hash_table_unref (self->paid);
  g_hash_table_unref (self->cooling);
  g_hash_table_unref (self->returns);
  g_clear_object (&self->last_draft);

  G_OBJECT_CLASS (fake_bank_parent_class)->finalize (object);
}

static void
fake_bank_class_init (FakeBankClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_bank_finalize;
}

static void
fake_bank_init (FakeBank *self)
{
  self->stages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->paid = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->cooling = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) g_date_time_unref);
  self->returns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < FAKE_N_METHODS; i++) {
    g_queue_init (&self->plans[i]);
    g_queue_init (&self->held[i]);
  }
}

FakeBank *
fake_bank_new (TrancheCapabilities capabilities)
{
  FakeBank *self = g_object_new (FAKE_TYPE_BANK, NULL);

  self->capabilities = capabilities;

  return self;
}

TrancheBank *
fake_bank_as_bank (FakeBank *self)
{
  return TRANCHE_BANK (self);
}

void
fake_bank_set_capabilities (FakeBank            *self,
                            TrancheCapabilities  capabilities)
{
  self->capabilities = capabilities;
}

GPtrArray *
fake_bank_get_returns (FakeBank   *self,
                       const char *number)
{
  GPtrArray *returns = g_hash_table_lookup (self->returns, number);

  if (returns == NULL) {
    returns = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_goods_return_free);
    g_hash_table_insert (self->returns, g_strdup (number), returns);
  }

  return returns;
}

void
fake_bank_add_return (FakeBank           *self,
                      const char         *number,
                      const TrancheMoney *amount,
                      GDateTime          *time)
{
  g_ptr_array_add (fake_bank_get_returns (self, number),
                   tranche_goods_return_new (NULL, amount, FALSE, time));
}

TrancheOrderDraft *
fake_bank_get_last_draft (FakeBank *self)
{
  return self->last_draft;
}

void
fake_bank_set_stage (FakeBank     *self,
                     const char   *number,
                     TrancheStage  stage)
{
  g_hash_table_replace (self->stages, g_strdup (number), GUINT_TO_POINTER (stage));
}

void
fake_bank_set_paid (FakeBank   *self,
                    const char *number)
{
  g_hash_table_add (self->paid, g_strdup (number));
}

TrancheStage
fake_bank_get_stage (FakeBank   *self,
                     const char *number)
{
  return (TrancheStage) GPOINTER_TO_UINT (g_hash_table_lookup (self->stages, number));
}

void
fake_bank_set_cooling (FakeBank   *self,
                       const char *number,
                       GDateTime  *until)
{
  g_hash_table_replace (self->cooling, g_strdup (number), g_date_time_ref (until));
}

void
fake_bank_plan (FakeBank   *self,
                FakeMethod  method,
                GError     *error,
                gboolean    effect)
{
  Plan *plan = g_new0 (Plan, 1);

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

/* Idempotent by the id, and the order is returned when nothing is left. */
static void
take_return (FakeBank *self,
             Call     *call)
{
  GPtrArray *returns = fake_bank_get_returns (self, call->number);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  gint64 left = FAKE_AMOUNT;

  for (guint i = 0; i < returns->len; i++) {
    const TrancheGoodsReturn *known = g_ptr_array_index (returns, i);

    if (g_strcmp0 (known->id, call->goods->id) == 0)
      return;
    left -= known->amount.minor;
  }

  g_assert_cmpint (call->goods->amount.minor, <=, left);
  self->n_effects[FAKE_RETURN]++;
  g_ptr_array_add (returns, tranche_goods_return_new (call->goods->id, &call->goods->amount,
                                                      call->goods->to_card, now));
  if (call->goods->amount.minor == left)
    fake_bank_set_stage (self, call->number, TRANCHE_STAGE_RETURNED);
}

/* What @call asks for comes true. */
static void
take_effect (FakeBank *self,
             Call     *call)
{
  self->n_effects[call->method] += call->method != FAKE_RETURN;

  switch (call->method) {
  case FAKE_CREATE:
    /* Idempotent: an order that is there stays as it is. */
    if (!g_hash_table_contains (self->stages, call->number))
      fake_bank_set_stage (self, call->number, TRANCHE_STAGE_WAITING);
    break;
  case FAKE_COMMIT:
    fake_bank_set_stage (self, call->number, TRANCHE_STAGE_COMMITTED);
    break;
  case FAKE_CANCEL:
    fake_bank_set_stage (self, call->number, TRANCHE_STAGE_CANCELED);
    break;
  case FAKE_RETURN:
    take_return (self, call);
    break;
  case FAKE_DETAILS:
  case FAKE_INFO:
  case FAKE_PAYOUT:
  case FAKE_TEST:
  case FAKE_N_METHODS:
  default:
    break;
  }
}

static TrancheOrder *
make_answer (FakeBank *self,
             Call     *call)
{
  TrancheOrder *order = tranche_order_new ();
  TrancheStage stage = fake_bank_get_stage (self, call->number);

  tranche_order_set_number (order, call->number);
  tranche_order_set_stage (order, stage);
  tranche_order_set_raw_state (order, tranche_stage_to_nick (stage));
  tranche_order_set_cooling_until (order, g_hash_table_lookup (self->cooling, call->number));
  if (call->method == FAKE_CREATE) {
    tranche_order_set_link (order, "https://bank.example/form");
    tranche_order_set_bank_order_id (order, "fa4a8249");
  }
  if (call->method == FAKE_INFO && stage == TRANCHE_STAGE_COMMITTED)
    tranche_order_set_loan_number (order, "L-1");

  return order;
}

static gboolean
is_about_order (FakeMethod method)
{
  return method == FAKE_INFO || method == FAKE_COMMIT || method == FAKE_CANCEL ||
         method == FAKE_PAYOUT || method == FAKE_DETAILS || method == FAKE_RETURN;
}

static TrancheOrderDetails *
make_details (FakeBank *self,
              Call     *call)
{
  TrancheOrderDetails *details = tranche_order_details_new ();
  GPtrArray *returns = fake_bank_get_returns (self, call->number);

  details->amount = tranche_money (FAKE_AMOUNT, "RUB");
  for (guint i = 0; i < returns->len; i++) {
    const TrancheGoodsReturn *known = g_ptr_array_index (returns, i);

    g_ptr_array_add (details->returns,
                     tranche_goods_return_new (NULL, &known->amount, FALSE, known->time));
  }

  return details;
}

static TranchePayoutState
get_payout (FakeBank *self,
            Call     *call)
{
  return g_hash_table_contains (self->paid, call->number) ? TRANCHE_PAYOUT_PAID : TRANCHE_PAYOUT_DUE;
}

static void
answer_call (FakeBank *self,
             GTask    *task)
{
  Call *call = g_task_get_task_data (task);
  gboolean known = g_hash_table_contains (self->stages, call->number);
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
    g_task_return_pointer (task, make_details (self, call),
                           (GDestroyNotify) tranche_order_details_free);
  else if (call->method == FAKE_PAYOUT)
    g_task_return_pointer (task, tranche_payout_new (get_payout (self, call), &call->amount, answer),
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
  Call *call = g_task_get_task_data (task);

  if (g_queue_remove (&self->held[call->method], task)) {
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
    g_object_unref (task);
  }

  return G_SOURCE_REMOVE;
}

static void
start_call (FakeBank                 *self,
            FakeMethod                method,
            const char               *number,
            const TrancheMoney       *amount,
            const TrancheGoodsReturn *goods,
            GCancellable             *cancellable,
            GAsyncReadyCallback       callback,
            gpointer                  user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Call *call = g_new0 (Call, 1);

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
  Call *call = NULL;

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

  return ((Call *) g_task_get_task_data (task))->number;
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

/* The interface. */

static TrancheCapabilities
get_capabilities (TrancheBank *bank)
{
  return FAKE_BANK (bank)->capabilities;
}

static GPtrArray *
validate_draft (TrancheBank       *bank,
                TrancheOrderDraft *draft)
{
  GPtrArray *problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_field_problem_free);

  if (tranche_order_draft_get_items (draft)->len == 0)
    g_ptr_array_add (problems, tranche_field_problem_new (TRANCHE_FIELD_ITEMS, -1,
                                                          TRANCHE_FLAW_MISSING, 0, NULL, NULL));

  return problems;
}

static void
create_async (TrancheBank         *bank,
              TrancheOrderDraft   *draft,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  g_set_object (&FAKE_BANK (bank)->last_draft, draft);
  start_call (FAKE_BANK (bank), FAKE_CREATE, tranche_order_draft_get_number (draft), NULL, NULL,
              cancellable, callback, user_data);
}

static void
info_async (TrancheBank         *bank,
            TrancheOrder        *order,
            TranchePriority      priority,
            GCancellable        *cancellable,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  gboolean can_be_found = (FAKE_BANK (bank)->capabilities & TRANCHE_CAPABILITY_INFO_BY_NUMBER) ||
                          tranche_order_get_bank_order_id (order) != NULL;

  start_call (FAKE_BANK (bank), FAKE_INFO, can_be_found ? tranche_order_get_number (order) : NULL,
              NULL, NULL, cancellable, callback, user_data);
}

static void
commit_async (TrancheBank         *bank,
              TrancheOrder        *order,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  start_call (FAKE_BANK (bank), FAKE_COMMIT, tranche_order_get_number (order), NULL, NULL,
              cancellable, callback, user_data);
}

static void
cancel_async (TrancheBank         *bank,
              TrancheOrder        *order,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  start_call (FAKE_BANK (bank), FAKE_CANCEL, tranche_order_get_number (order), NULL, NULL,
              cancellable, callback, user_data);
}

static void
check_payout_async (TrancheBank         *bank,
                    TrancheOrder        *order,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  start_call (FAKE_BANK (bank), FAKE_PAYOUT, tranche_order_get_number (order),
              tranche_order_get_amount (order), NULL, cancellable, callback, user_data);
}

static void
test_async (TrancheBank         *bank,
            GCancellable        *cancellable,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  start_call (FAKE_BANK (bank), FAKE_TEST, NULL, NULL, NULL, cancellable, callback, user_data);
}

static void
details_async (TrancheBank         *bank,
               TrancheOrder        *order,
               GCancellable        *cancellable,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  start_call (FAKE_BANK (bank), FAKE_DETAILS, tranche_order_get_number (order), NULL, NULL,
              cancellable, callback, user_data);
}

static void
return_goods_async (TrancheBank              *bank,
                    TrancheOrder             *order,
                    const TrancheGoodsReturn *goods,
                    GCancellable             *cancellable,
                    GAsyncReadyCallback       callback,
                    gpointer                  user_data)
{
  start_call (FAKE_BANK (bank), FAKE_RETURN, tranche_order_get_number (order), NULL, goods,
              cancellable, callback, user_data);
}

static TrancheOrder *
finish_order (TrancheBank   *bank,
              GAsyncResult  *result,
              GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static TranchePayout *
finish_payout (TrancheBank   *bank,
               GAsyncResult  *result,
               GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static TrancheOrderDetails *
finish_details (TrancheBank   *bank,
                GAsyncResult  *result,
                GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
finish_test (TrancheBank   *bank,
             GAsyncResult  *result,
             GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
bank_init (TrancheBankInterface *iface)
{
  iface->get_capabilities = get_capabilities;
  iface->validate_draft = validate_draft;
  iface->create_async = create_async;
  iface->create_finish = finish_order;
  iface->info_async = info_async;
  iface->info_finish = finish_order;
  iface->commit_async = commit_async;
  iface->commit_finish = finish_order;
  iface->cancel_async = cancel_async;
  iface->cancel_finish = finish_order;
  iface->check_payout_async = check_payout_async;
  iface->check_payout_finish = finish_payout;
  iface->test_async = test_async;
  iface->test_finish = finish_test;
  iface->details_async = details_async;
  iface->details_finish = finish_details;
  iface->return_goods_async = return_goods_async;
  iface->return_goods_finish = finish_test;
}
