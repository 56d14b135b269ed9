/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "operation-calls.h"
#include "return-calls.h"

static void
test_parts (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_COMMITTED);
  gint64 id = tranche_order_get_id (order);
  g_autoptr (TrancheOrder) returned = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  const TrancheReturnEntry *first = NULL;
  const TrancheReturnEntry *second = NULL;
  const TrancheGoodsReturn *sent = NULL;

  g_assert_cmpint (get_returnable (fixture, order), ==, FAKE_AMOUNT);
  give_back_well (fixture, order, 100000);
  assert_settled (fixture, tranche_order_get_id (order));
  g_assert_cmpint (get_returnable (fixture, order), ==, FAKE_AMOUNT - 100000);
  g_assert_cmpint (fake_bank_get_stage (fixture->bank, "A-1"), ==, TRANCHE_STAGE_COMMITTED);

  give_back_well (fixture, order, FAKE_AMOUNT - 100000);
  assert_settled (fixture, tranche_order_get_id (order));
  g_assert_cmpuint (fake_bank_get_n_effects (fixture->bank, FAKE_RETURN), ==, 2);

  entries = list_returns (fixture, order);
  g_assert_cmpuint (entries->len, ==, 2);
  first = g_ptr_array_index (entries, 0);
  second = g_ptr_array_index (entries, 1);
  sent = g_ptr_array_index (fake_bank_get_returns (fixture->bank, "A-1"), 0);
  g_assert_cmpint (first->outcome, ==, TRANCHE_OUTCOME_DONE);
  g_assert_cmpint (first->goods->amount.minor, ==, 100000);
  g_assert_true (first->goods->to_card);
  g_assert_true (sent->to_card);
  g_assert_cmpstr (first->goods->id, ==, sent->id);
  g_assert_cmpstr (first->goods->id, !=, second->goods->id);

  /* The state is fetched by itself. */
  while (TRUE) {
    g_clear_object (&returned);
    returned = fixture_load (fixture, id);
    if (tranche_order_get_stage (returned) == TRANCHE_STAGE_RETURNED)
      break;
    wait_once ();
  }
}

/* Never more than is left, by the bank's list or by ours. */
static void
test_too_much (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_COMMITTED);
  gboolean details = GPOINTER_TO_INT (data);
  const gint64 amounts[] = { FAKE_AMOUNT - 50000 - (details ? 30000 : 0) + 1, 0, -5 };
  TrancheMoney elsewhere = tranche_money (30000, "RUB");
  g_autoptr (GPtrArray) entries = NULL;

  give_back_well (fixture, order, 50000);
  fake_bank_add_return (fixture->bank, "A-1", &elsewhere, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++) {
    g_autoptr (GError) error = NULL;
    const TrancheFieldProblem *problem = NULL;

    g_assert_null (give_back (fixture, order, amounts[i], &error));
    g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_VALIDATION);
    problem = g_ptr_array_index (tranche_bank_error_get_problems (error), 0);
    g_assert_cmpint (problem->field, ==, TRANCHE_FIELD_SUM);
    g_assert_cmpint (problem->flaw, ==, i == 0 ? TRANCHE_FLAW_TOO_LARGE : TRANCHE_FLAW_TOO_SMALL);
    g_assert_cmpint (problem->limit, ==, i == 0 ? amounts[0] - 1 : 0);
  }

  /* Nothing was sent, and nothing noted. */
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_RETURN), ==, 1);
  entries = list_returns (fixture, order);
  g_assert_cmpuint (entries->len, ==, 1);
  assert_settled (fixture, tranche_order_get_id (order));
}

static void
test_not_committed (Fixture       *fixture,
                    gconstpointer  data)
{
  static const TrancheStage stages[] = {
    TRANCHE_STAGE_WAITING, TRANCHE_STAGE_READY, TRANCHE_STAGE_CLOSED, TRANCHE_STAGE_RETURNED,
  };

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++) {
    g_autofree char *number = g_strdup_printf ("A-%u", i);
    g_autoptr (TrancheOrder) order = fixture_add_order (fixture, number, stages[i]);
    g_autoptr (GError) error = NULL;

    g_assert_null (give_back (fixture, order, 100, &error));
    g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_CONFLICT);
    assert_settled (fixture, tranche_order_get_id (order));
  }

  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_RETURN), ==, 0);
}

static void
test_not_offered (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_COMMITTED);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  fake_bank_set_capabilities (fixture->bank, TRANCHE_CAPABILITY_INFO_BY_NUMBER);
  g_assert_null (give_back (fixture, order, 100, &error));
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_NOT_SUPPORTED);
  entries = list_returns (fixture, order);
  g_assert_cmpuint (entries->len, ==, 0);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_COMMITTED);
  g_autoptr (GError) error = NULL;

  fake_bank_plan (fixture->bank, FAKE_RETURN,
                  tranche_bank_error_new (TRANCHE_BANK_ERROR_CONFLICT, 400, "Not today"), FALSE);
  g_assert_null (give_back (fixture, order, 100, &error));
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_CONFLICT);
  assert_settled (fixture, tranche_order_get_id (order));
  g_assert_cmpint (get_return_outcome (fixture, order, 0), ==, TRANCHE_OUTCOME_REFUSED);

  /* Another try is another return. */
  give_back_well (fixture, order, 100);
  g_assert_cmpint (get_return_outcome (fixture, order, 1), ==, TRANCHE_OUTCOME_DONE);
}

static void
test_nothing_to_repeat (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_COMMITTED);
  g_autoptr (GError) error = NULL;

  g_assert_null (repeat_return (fixture, order, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_NOT_FOUND);
}

/* A second click while the first one is on its way. */
static void
test_one_at_a_time (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_COMMITTED);
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (TrancheOrder) after = NULL;
  g_autoptr (GError) error = NULL;
  TrancheMoney amount = tranche_money (100, "RUB");

  fake_bank_hold (fixture->bank, FAKE_RETURN);
  tranche_operations_return_async (fixture->operations, order, &amount, FALSE, NULL,
                                   store_result_cb, &first);
  WAIT_UNTIL (fake_bank_get_n_held (fixture->bank, FAKE_RETURN) == 1);

  g_assert_null (give_back (fixture, order, 100, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_null (repeat_return (fixture, order, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_BUSY);
  g_clear_error (&error);

  fake_bank_let_go (fixture->bank, FAKE_RETURN);
  wait_for_result (&first);
  after = tranche_operations_return_finish (fixture->operations, first, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_RETURN), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, data, set_up, function) \
  g_test_add ("/returns/" path, Fixture, GINT_TO_POINTER (data), set_up, function, \
              fixture_tear_down)
  ADD ("parts", 0, returns_set_up, test_parts);
  ADD ("too-much", TRUE, returns_set_up, test_too_much);
  ADD ("too-much-by-the-book", FALSE, returns_set_up_without_details, test_too_much);
  ADD ("not-committed", 0, returns_set_up, test_not_committed);
  ADD ("not-offered", 0, returns_set_up, test_not_offered);
  ADD ("refused", 0, returns_set_up, test_refused);
  ADD ("nothing-to-repeat", 0, returns_set_up, test_nothing_to_repeat);
  ADD ("one-at-a-time", 0, returns_set_up, test_one_at_a_time);

  return g_test_run ();
}
