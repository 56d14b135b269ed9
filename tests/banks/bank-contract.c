/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bank-contract.h"

#include "bank-call.h"

#define NUMBER "A/1 ц№"

typedef struct {
  const BankContract *contract;
  gpointer world;
  TrancheBank *bank;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->contract = data;
  fixture->world = fixture->contract->set_up (fixture->contract->data);
  fixture->bank = fixture->contract->make_bank (fixture->world, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->bank);
  fixture->contract->tear_down (fixture->world);
}

/* Does it, and lays the answer over @order as the program does. */
static void
does (Fixture      *fixture,
      BankMethod    method,
      TrancheOrder *order,
      TrancheStage  stage)
{
  g_autoptr (TrancheOrder) answer = NULL;
  g_autoptr (GError) error = NULL;
  Await await = AWAIT_INIT;

  bank_call_start (fixture->bank, method, order, NULL, NULL, &await);
  answer = bank_call_finish_order (fixture->bank, method, &await, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_stage (answer), ==, stage);
  g_assert_nonnull (tranche_order_get_raw_state (answer));
  g_assert_nonnull (tranche_order_get_raw_answer (answer));
  g_assert_nonnull (tranche_order_get_checked_at (answer));
  tranche_order_merge (order, answer);
  g_assert_cmpint (tranche_order_get_stage (order), ==, stage);
  g_assert_cmpstr (tranche_order_get_number (order), ==, NUMBER);
}

static void
fails (TrancheBank  *bank,
       BankMethod    method,
       TrancheOrder *order,
       int           code)
{
  g_autoptr (GError) error = NULL;
  Await await = AWAIT_INIT;

  bank_call_start (bank, method, order, NULL, NULL, &await);
  g_assert_false (bank_call_finish (bank, method, &await, &error));
  g_assert_error (error, TRANCHE_BANK_ERROR, code);
}

static TrancheOrder *
try_create (Fixture            *fixture,
            TrancheOrderDraft  *draft,
            GCancellable       *cancellable,
            GError            **error)
{
  Await await = AWAIT_INIT;

  bank_call_start (fixture->bank, BANK_CREATE, NULL, draft, cancellable, &await);

  return bank_call_finish_order (fixture->bank, BANK_CREATE, &await, error);
}

/* The order as the book has it after create. */
static TrancheOrder *
create (Fixture *fixture)
{
  g_autoptr (TrancheOrderDraft) draft = fixture->contract->make_draft (fixture->world, NUMBER);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) answer = try_create (fixture, draft, NULL, &error);
  g_autoptr (TrancheOrder) order = tranche_order_new ();

  g_assert_no_error (error);
  g_assert_true (tranche_stage_is_open (tranche_order_get_stage (answer)));
  g_assert_nonnull (tranche_order_get_bank_order_id (answer));
  if (tranche_bank_get_capabilities (fixture->bank) & TRANCHE_CAPABILITY_LINK)
    g_assert_nonnull (tranche_order_get_link (answer));

  tranche_order_set_number (order, NUMBER);
  tranche_order_set_stage (order, TRANCHE_STAGE_SENDING);
  tranche_order_set_demo (order, tranche_order_get_demo (answer));
  tranche_order_merge (order, answer);

  return g_steal_pointer (&order);
}

static void
act (Fixture *fixture,
     BankAct  what)
{
  g_assert_true (fixture->contract->act (fixture->world, NUMBER, what));
}

static void
assert_effects (Fixture *fixture,
                guint    orders,
                guint    commits,
                guint    cancels)
{
  BankEffects effects = fixture->contract->count (fixture->world, NUMBER);

  g_assert_cmpuint (effects.orders, ==, orders);
  g_assert_cmpuint (effects.commits, ==, commits);
  g_assert_cmpuint (effects.cancels, ==, cancels);
}

static void
assert_payout (Fixture            *fixture,
               TrancheOrder       *order,
               TranchePayoutState  state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TranchePayout) payout = bank_call_payout (fixture->bank, order, &error);

  g_assert_no_error (error);
  g_assert_cmpint (tranche_payout_get_state (payout), ==, state);
}

static void
test_life (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = create (fixture);

  assert_effects (fixture, 1, 0, 0);
  does (fixture, BANK_INFO, order, TRANCHE_STAGE_WAITING);
  if (fixture->contract->act (fixture->world, NUMBER, BANK_ACT_APPROVE))
    does (fixture, BANK_INFO, order, TRANCHE_STAGE_APPROVED);
  act (fixture, BANK_ACT_SIGN);
  does (fixture, BANK_INFO, order, TRANCHE_STAGE_READY);
  assert_payout (fixture, order, TRANCHE_PAYOUT_NOT_COMMITTED);
  does (fixture, BANK_COMMIT, order, TRANCHE_STAGE_COMMITTED);
  assert_effects (fixture, 1, 1, 0);
  does (fixture, BANK_INFO, order, TRANCHE_STAGE_COMMITTED);
  assert_payout (fixture, order, TRANCHE_PAYOUT_DUE);
  assert_effects (fixture, 1, 1, 0);
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = create (fixture);

  act (fixture, BANK_ACT_SIGN);
  does (fixture, BANK_INFO, order, TRANCHE_STAGE_READY);
  does (fixture, BANK_CANCEL, order, TRANCHE_STAGE_CANCELED);
  g_assert_cmpint (tranche_order_get_reason (order), ==, TRANCHE_REASON_STORE);
  assert_effects (fixture, 1, 0, 1);

  /* It stays the shop's cancellation, and a canceled order stays one. */
  does (fixture, BANK_INFO, order, TRANCHE_STAGE_CANCELED);
  g_assert_cmpint (tranche_order_get_reason (order), ==, TRANCHE_REASON_STORE);
  fails (fixture->bank, BANK_COMMIT, order, TRANCHE_BANK_ERROR_CONFLICT);
  fails (fixture->bank, BANK_CANCEL, order, TRANCHE_BANK_ERROR_CONFLICT);
  assert_effects (fixture, 1, 0, 1);
}

static void
test_customer_cancels (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = create (fixture);

  act (fixture, BANK_ACT_CANCEL);
  does (fixture, BANK_INFO, order, TRANCHE_STAGE_CANCELED);
  g_assert_cmpint (tranche_order_get_reason (order), ==, TRANCHE_REASON_CUSTOMER);
  assert_effects (fixture, 1, 0, 0);
}

static void
test_rejected (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = create (fixture);

  act (fixture, BANK_ACT_REJECT);
  does (fixture, BANK_INFO, order, TRANCHE_STAGE_REJECTED);
  g_assert_cmpint (tranche_order_get_reason (order), !=, TRANCHE_REASON_NONE);
  fails (fixture->bank, BANK_COMMIT, order, TRANCHE_BANK_ERROR_CONFLICT);
  assert_effects (fixture, 1, 0, 0);
}

static void
test_commit_too_early (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = create (fixture);

  fails (fixture->bank, BANK_COMMIT, order, TRANCHE_BANK_ERROR_CONFLICT);
  does (fixture, BANK_INFO, order, TRANCHE_STAGE_WAITING);
  assert_effects (fixture, 1, 0, 0);
}

/* Whatever a second commit is answered, it has no effect. */
static void
test_commit_twice (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = create (fixture);
  g_autoptr (TrancheOrder) answer = NULL;
  g_autoptr (GError) error = NULL;
  Await await = AWAIT_INIT;

  act (fixture, BANK_ACT_SIGN);
  does (fixture, BANK_COMMIT, order, TRANCHE_STAGE_COMMITTED);
  bank_call_start (fixture->bank, BANK_COMMIT, order, NULL, NULL, &await);
  answer = bank_call_finish_order (fixture->bank, BANK_COMMIT, &await, &error);
  if (answer)
    g_assert_cmpint (tranche_order_get_stage (answer), ==, TRANCHE_STAGE_COMMITTED);
  else
    g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_CONFLICT);
  does (fixture, BANK_INFO, order, TRANCHE_STAGE_COMMITTED);
  assert_effects (fixture, 1, 1, 0);
}

static void
test_cooling (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = create (fixture);

  if (!fixture->contract->act (fixture->world, NUMBER, BANK_ACT_SIGN_COOLING)) {
    g_test_skip ("this bank knows no cooling-off");
    return;
  }

  does (fixture, BANK_INFO, order, TRANCHE_STAGE_COOLING);
  g_assert_nonnull (tranche_order_get_cooling_until (order));
  fails (fixture->bank, BANK_COMMIT, order, TRANCHE_BANK_ERROR_CONFLICT);
  does (fixture, BANK_INFO, order, TRANCHE_STAGE_COOLING);
  assert_effects (fixture, 1, 0, 0);

  act (fixture, BANK_ACT_END_COOLING);
  does (fixture, BANK_INFO, order, TRANCHE_STAGE_READY);
  does (fixture, BANK_COMMIT, order, TRANCHE_STAGE_COMMITTED);
  assert_effects (fixture, 1, 1, 0);
}

static void
test_wrong_credentials (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = create (fixture);
  g_autoptr (TrancheBank) stranger = fixture->contract->make_bank (fixture->world, FALSE);
  g_autoptr (GError) error = NULL;

  act (fixture, BANK_ACT_SIGN);
  for (BankMethod i = BANK_INFO; i <= BANK_PAYOUT; i++)
    fails (stranger, i, order, TRANCHE_BANK_ERROR_AUTHENTICATION);
  assert_effects (fixture, 1, 0, 0);

  g_assert_false (bank_call_test (stranger, &error));
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_AUTHENTICATION);
}

static void
test_test (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (bank_call_test (fixture->bank, &error));
  g_assert_no_error (error);
}

static void
test_unknown_order (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (TrancheOrder) known = create (fixture);
  g_autoptr (TrancheOrder) order = tranche_order_copy (known);

  tranche_order_set_number (order, "nobody-made-this");
  tranche_order_set_bank_order_id (order, "00000000-0000-4000-8000-000000000000");
  for (BankMethod i = BANK_INFO; i <= BANK_PAYOUT; i++)
    fails (fixture->bank, i, order, TRANCHE_BANK_ERROR_NOT_FOUND);
  assert_effects (fixture, 1, 0, 0);
}

static void
test_create_again (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (TrancheOrder) first = create (fixture);
  g_autoptr (TrancheOrder) second = NULL;

  if (!(tranche_bank_get_capabilities (fixture->bank) & TRANCHE_CAPABILITY_IDEMPOTENT_CREATE)) {
    g_test_skip ("this bank makes a second order");
    return;
  }

  second = create (fixture);
  g_assert_cmpstr (tranche_order_get_bank_order_id (first), ==,
                   tranche_order_get_bank_order_id (second));
  g_assert_cmpstr (tranche_order_get_link (first), ==, tranche_order_get_link (second));
  assert_effects (fixture, 1, 0, 0);
}

static void
test_validation (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (TrancheOrderDraft) draft = fixture->contract->make_draft (fixture->world, NUMBER);
  g_autoptr (GPtrArray) none = tranche_bank_validate_draft (fixture->bank, draft);
  g_autoptr (GPtrArray) some = NULL;
  g_autoptr (TrancheOrder) answer = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  fixture->contract->spoil (draft);
  some = tranche_bank_validate_draft (fixture->bank, draft);
  g_assert_cmpuint (some->len, >, 0);

  /* The bank is not even there. */
  fixture->contract->shut_down (fixture->world);
  answer = try_create (fixture, draft, NULL, &error);
  g_assert_null (answer);
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_VALIDATION);
  g_assert_cmpuint (tranche_bank_error_get_problems (error)->len, ==, some->len);
}

static void
test_no_bank (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = create (fixture);
  g_autoptr (TrancheOrderDraft) draft = fixture->contract->make_draft (fixture->world, NUMBER);
  g_autoptr (TrancheOrder) answer = NULL;
  g_autoptr (GError) error = NULL;

  fixture->contract->shut_down (fixture->world);
  answer = try_create (fixture, draft, NULL, &error);
  g_assert_null (answer);
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_NETWORK);
  for (BankMethod i = BANK_INFO; i <= BANK_PAYOUT; i++)
    fails (fixture->bank, i, order, TRANCHE_BANK_ERROR_NETWORK);
}

/* What is cancelled before it was sent has no effect, and every operation
 * completes once. */
static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = create (fixture);
  g_autoptr (TrancheOrderDraft) draft = fixture->contract->make_draft (fixture->world, "B-2");
  g_autoptr (GCancellable) gone = g_cancellable_new ();
  g_autoptr (TrancheOrder) answer = NULL;
  g_autoptr (GError) create_error = NULL;

  act (fixture, BANK_ACT_SIGN);
  for (BankMethod i = BANK_INFO; i <= BANK_PAYOUT; i++) {
    for (int before = 0; before < 2; before++) {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      Await await = AWAIT_INIT;

      if (before)
        g_cancellable_cancel (cancellable);
      bank_call_start (fixture->bank, i, order, NULL, cancellable, &await);
      g_cancellable_cancel (cancellable);
      g_assert_cmpuint (await.n_calls, ==, 0);
      g_assert_false (bank_call_finish (fixture->bank, i, &await, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      await_idle ();
    }
  }

  g_cancellable_cancel (gone);
  answer = try_create (fixture, draft, gone, &create_error);
  g_assert_null (answer);
  g_assert_error (create_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_effects (fixture, 1, 0, 0);
  g_assert_cmpuint (fixture->contract->count (fixture->world, "B-2").orders, ==, 0);
}

#define AT_ONCE 8

static void
test_at_once (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = create (fixture);
  Await awaits[AT_ONCE] = { 0 };

  for (int i = 0; i < AT_ONCE; i++)
    bank_call_start (fixture->bank, BANK_INFO, order, NULL, NULL, &awaits[i]);
  for (int i = 0; i < AT_ONCE; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (TrancheOrder) answer =
      bank_call_finish_order (fixture->bank, BANK_INFO, &awaits[i], &error);

    g_assert_no_error (error);
    g_assert_cmpint (tranche_order_get_stage (answer), ==, TRANCHE_STAGE_WAITING);
  }
}

static const struct {
  const char *name;
  void (* test) (Fixture       *fixture,
                 gconstpointer  data);
} tests[] = {
  { "life", test_life },
  { "cancel", test_cancel },
  { "customer-cancels", test_customer_cancels },
  { "rejected", test_rejected },
  { "commit-too-early", test_commit_too_early },
  { "commit-twice", test_commit_twice },
  { "cooling", test_cooling },
  { "wrong-credentials", test_wrong_credentials },
  { "test", test_test },
  { "unknown-order", test_unknown_order },
  { "create-again", test_create_again },
  { "validation", test_validation },
  { "no-bank", test_no_bank },
  { "cancelled", test_cancelled },
  { "at-once", test_at_once },
};

void
bank_contract_add_tests (const char         *prefix,
                         const BankContract *contract)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++) {
    g_autofree char *path = g_strconcat (prefix, "/", tests[i].name, NULL);

    g_test_add_vtable (path, sizeof (Fixture), contract, (GTestFixtureFunc) set_up,
                       (GTestFixtureFunc) tests[i].test, (GTestFixtureFunc) tear_down);
  }
}
