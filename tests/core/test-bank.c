/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/bank.h"

/* Implements nothing. */
#define MUTE_TYPE_BANK (mute_bank_get_type ())
G_DECLARE_FINAL_TYPE (MuteBank, mute_bank, MUTE, BANK, GObject)

struct _MuteBank {
  GObject parent_instance;
};

static void
mute_bank_iface_init (TrancheBankInterface *iface)
{
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MuteBank, mute_bank, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TRANCHE_TYPE_BANK, mute_bank_iface_init))

static void
mute_bank_class_init (MuteBankClass *klass)
{
}

static void
mute_bank_init (MuteBank *self)
{
}

/* Creates what has a number. */
#define PICKY_TYPE_BANK (picky_bank_get_type ())
G_DECLARE_FINAL_TYPE (PickyBank, picky_bank, PICKY, BANK, GObject)

struct _PickyBank {
  GObject parent_instance;

  guint n_creates;
};

static TrancheCapabilities
picky_bank_get_capabilities (TrancheBank *bank)
{
  return TRANCHE_CAPABILITY_LINK | TRANCHE_CAPABILITY_REPORT;
}

static GPtrArray *
picky_bank_validate_draft (TrancheBank       *bank,
                           TrancheOrderDraft *draft)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_field_problem_free);

  if (tranche_order_draft_get_number (draft) == NULL)
    g_ptr_array_add (problems, tranche_field_problem_new (TRANCHE_FIELD_NUMBER, -1,
                                                          TRANCHE_FLAW_MISSING, 0, NULL, NULL));

  return problems;
}

static void
picky_bank_create_async (TrancheBank         *bank,
                         TrancheOrderDraft   *draft,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  PickyBank *self = PICKY_BANK (bank);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  TrancheOrder *answer = tranche_order_new ();

  self->n_creates++;
  tranche_order_set_stage (answer, TRANCHE_STAGE_WAITING);
  tranche_order_set_number (answer, tranche_order_draft_get_number (draft));
  g_task_set_source_tag (task, picky_bank_create_async);
  g_task_return_pointer (task, answer, g_object_unref);
}

static TrancheOrder *
picky_bank_create_finish (TrancheBank   *bank,
                          GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
picky_bank_iface_init (TrancheBankInterface *iface)
{
  iface->get_capabilities = picky_bank_get_capabilities;
  iface->validate_draft = picky_bank_validate_draft;
  iface->create_async = picky_bank_create_async;
  iface->create_finish = picky_bank_create_finish;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PickyBank, picky_bank, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TRANCHE_TYPE_BANK, picky_bank_iface_init))

static void
picky_bank_class_init (PickyBankClass *klass)
{
}

static void
picky_bank_init (PickyBank *self)
{
}

static void
store_result_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GAsyncResult **slot = user_data;

  g_assert_null (*slot);
  *slot = g_object_ref (result);
}

/* Every service of a bank comes to its end later, and once. */
static GAsyncResult *
wait_for (GAsyncResult **slot)
{
  g_assert_null (*slot);

  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_steal_pointer (slot);
}

static void
assert_not_supported (GError **error)
{
  g_assert_error (*error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_NOT_SUPPORTED);
  g_clear_error (error);
}

static void
test_mute (void)
{
  TrancheBank *bank = TRANCHE_BANK (g_object_new (MUTE_TYPE_BANK, NULL));
  g_autoptr (TrancheOrder) order = tranche_order_new ();
  g_autoptr (TrancheOrderDraft) draft = tranche_order_draft_new ("RUB");
  g_autoptr (GPtrArray) problems = tranche_bank_validate_draft (bank, draft);
  g_autoptr (GAsyncResult) create = NULL;
  g_autoptr (GAsyncResult) info = NULL;
  g_autoptr (GAsyncResult) commit = NULL;
  g_autoptr (GAsyncResult) cancel = NULL;
  g_autoptr (GAsyncResult) payout = NULL;
  g_autoptr (GAsyncResult) test = NULL;
  GAsyncResult *slot = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (tranche_bank_get_capabilities (bank), ==, 0);
  g_assert_cmpuint (problems->len, ==, 0);

  tranche_bank_create_async (bank, draft, NULL, store_result_cb, &slot);
  create = wait_for (&slot);
  g_assert_null (tranche_bank_create_finish (bank, create, &error));
  assert_not_supported (&error);

  tranche_bank_info_async (bank, order, TRANCHE_PRIORITY_USER, NULL, store_result_cb, &slot);
  info = wait_for (&slot);
  g_assert_null (tranche_bank_info_finish (bank, info, &error));
  assert_not_supported (&error);

  tranche_bank_commit_async (bank, order, NULL, store_result_cb, &slot);
  commit = wait_for (&slot);
  g_assert_null (tranche_bank_commit_finish (bank, commit, &error));
  assert_not_supported (&error);

  tranche_bank_cancel_async (bank, order, NULL, store_result_cb, &slot);
  cancel = wait_for (&slot);
  g_assert_null (tranche_bank_cancel_finish (bank, cancel, &error));
  assert_not_supported (&error);

  tranche_bank_check_payout_async (bank, order, NULL, store_result_cb, &slot);
  payout = wait_for (&slot);
  g_assert_null (tranche_bank_check_payout_finish (bank, payout, &error));
  assert_not_supported (&error);

  tranche_bank_test_async (bank, NULL, store_result_cb, &slot);
  test = wait_for (&slot);
  g_assert_false (tranche_bank_test_finish (bank, test, &error));
  assert_not_supported (&error);

  g_object_unref (bank);
}

static void
test_create (void)
{
  PickyBank *picky = g_object_new (PICKY_TYPE_BANK, NULL);
  TrancheBank *bank = TRANCHE_BANK (picky);
  g_autoptr (TrancheOrderDraft) draft = tranche_order_draft_new ("RUB");
  g_autoptr (GAsyncResult) refused = NULL;
  g_autoptr (GAsyncResult) created = NULL;
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;
  TrancheFieldProblem *problem;

  g_assert_cmpint (tranche_bank_get_capabilities (bank), ==,
                   TRANCHE_CAPABILITY_LINK | TRANCHE_CAPABILITY_REPORT);

  tranche_bank_create_async (bank, draft, NULL, store_result_cb, &slot);
  refused = wait_for (&slot);
  g_assert_null (tranche_bank_create_finish (bank, refused, &error));
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_VALIDATION);
  g_assert_cmpuint (picky->n_creates, ==, 0);

  problem = g_ptr_array_index (tranche_bank_error_get_problems (error), 0);
  g_assert_cmpint (problem->field, ==, TRANCHE_FIELD_NUMBER);
  g_clear_error (&error);

  tranche_order_draft_set_number (draft, "1");
  tranche_bank_create_async (bank, draft, NULL, store_result_cb, &slot);
  created = wait_for (&slot);
  order = tranche_bank_create_finish (bank, created, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tranche_order_get_number (order), ==, "1");
  g_assert_cmpuint (picky->n_creates, ==, 1);

  g_object_unref (bank);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bank/mute", test_mute);
  g_test_add_func ("/bank/create", test_create);

  return g_test_run ();
}
