/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fake-bank-private.h"

#include "core/field-problem.h"

static void bank_init (TrancheBankInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeBank, fake_bank, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TRANCHE_TYPE_BANK, bank_init))

static void
fake_bank_finalize (GObject *object)
{
  FakeBank *self = FAKE_BANK (object);

  fake_bank_clear_calls (self);
  fake_ledger_free (self->ledger);
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
  self->ledger = fake_ledger_new ();
  fake_bank_init_calls (self);
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
  return fake_ledger_get_returns (self->ledger, number);
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
  fake_ledger_set_stage (self->ledger, number, stage);
}

void
fake_bank_set_paid (FakeBank   *self,
                    const char *number)
{
  fake_ledger_set_paid (self->ledger, number);
}

TrancheStage
fake_bank_get_stage (FakeBank   *self,
                     const char *number)
{
  return fake_ledger_get_stage (self->ledger, number);
}

void
fake_bank_set_cooling (FakeBank   *self,
                       const char *number,
                       GDateTime  *until)
{
  fake_ledger_set_cooling (self->ledger, number, until);
}

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
  fake_bank_start_call (FAKE_BANK (bank), FAKE_CREATE, tranche_order_draft_get_number (draft), NULL,
                        NULL, cancellable, callback, user_data);
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

  fake_bank_start_call (FAKE_BANK (bank), FAKE_INFO,
                        can_be_found ? tranche_order_get_number (order) : NULL, NULL, NULL,
                        cancellable, callback, user_data);
}

static void
commit_async (TrancheBank         *bank,
              TrancheOrder        *order,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  fake_bank_start_call (FAKE_BANK (bank), FAKE_COMMIT, tranche_order_get_number (order), NULL, NULL,
                        cancellable, callback, user_data);
}

static void
cancel_async (TrancheBank         *bank,
              TrancheOrder        *order,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  fake_bank_start_call (FAKE_BANK (bank), FAKE_CANCEL, tranche_order_get_number (order), NULL, NULL,
                        cancellable, callback, user_data);
}

static void
check_payout_async (TrancheBank         *bank,
                    TrancheOrder        *order,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  fake_bank_start_call (FAKE_BANK (bank), FAKE_PAYOUT, tranche_order_get_number (order),
                        tranche_order_get_amount (order), NULL, cancellable, callback, user_data);
}

static void
test_async (TrancheBank         *bank,
            GCancellable        *cancellable,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  fake_bank_start_call (FAKE_BANK (bank), FAKE_TEST, NULL, NULL, NULL, cancellable, callback,
                        user_data);
}

static void
details_async (TrancheBank         *bank,
               TrancheOrder        *order,
               GCancellable        *cancellable,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  fake_bank_start_call (FAKE_BANK (bank), FAKE_DETAILS, tranche_order_get_number (order), NULL,
                        NULL, cancellable, callback, user_data);
}

static void
return_goods_async (TrancheBank              *bank,
                    TrancheOrder             *order,
                    const TrancheGoodsReturn *goods,
                    GCancellable             *cancellable,
                    GAsyncReadyCallback       callback,
                    gpointer                  user_data)
{
  fake_bank_start_call (FAKE_BANK (bank), FAKE_RETURN, tranche_order_get_number (order), NULL,
                        goods, cancellable, callback, user_data);
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
