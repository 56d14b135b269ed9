/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "operation-calls.h"
#include "return-calls.h"

static TrancheOrder *
disown (Fixture       *fixture,
        TrancheOrder  *order,
        GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_operations_disown_return_async (fixture->operations, order, NULL, store_result_cb,
                                          &result);
  wait_for_result (&result);

  return tranche_operations_disown_return_finish (fixture->operations, result, error);
}

static TrancheHistoryEntry *
load_last_history (Fixture      *fixture,
                   TrancheOrder *order)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  tranche_order_book_history_async (fixture->book, tranche_order_get_id (order), NULL,
                                    store_result_cb, &result);
  wait_for_result (&result);
  entries = tranche_order_book_history_finish (fixture->book, result, &error);
  g_assert_no_error (error);

  return g_object_ref (g_ptr_array_index (entries, entries->len - 1));
}

/* What the bank does not show can be said not to have been carried out, with a
 * line in the history; then the order can have another return. */
static void
test_disowned (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_COMMITTED);
  g_autoptr (TrancheOrder) after = NULL;
  g_autoptr (TrancheHistoryEntry) entry = NULL;
  g_autofree char *user = g_strdup_printf ("%s@%s", g_get_user_name (), g_get_host_name ());
  g_autoptr (GError) error = NULL;

  lose_return (fixture, order, 70000, FALSE);
  after = disown (fixture, order, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_last_error_code (after), ==, 0);
  assert_settled (fixture, tranche_order_get_id (order));
  g_assert_cmpint (get_return_outcome (fixture, order, 0), ==, TRANCHE_OUTCOME_REFUSED);
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_RETURN), ==, 1);

  entry = load_last_history (fixture, order);
  g_assert_cmpint (tranche_history_entry_get_operation (entry), ==, TRANCHE_OPERATION_RETURN);
  g_assert_cmpint (tranche_history_entry_get_outcome (entry), ==, TRANCHE_OUTCOME_REFUSED);
  g_assert_cmpint (tranche_history_entry_get_origin (entry), ==, TRANCHE_ORIGIN_USER);
  g_assert_true (g_str_has_prefix (tranche_history_entry_get_detail (entry), user));

  give_back_well (fixture, order, 70000);
  g_assert_null (disown (fixture, order, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_NOT_FOUND);
}

/* Nobody says so against the bank, nor without having asked it. */
static void
test_not_disowned (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_COMMITTED);
  g_autoptr (TrancheOrder) after = NULL;
  g_autoptr (GError) error = NULL;
  TrancheMoney amount = tranche_money (70000, "RUB");

  lose_return (fixture, order, 70000, FALSE);

  fake_bank_plan (fixture->bank, FAKE_INFO,
                  tranche_bank_error_new (TRANCHE_BANK_ERROR_TIMEOUT, 0, "Late"), FALSE);
  g_assert_null (disown (fixture, order, &error));
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_TIMEOUT);
  g_clear_error (&error);
  assert_return_open (fixture, order);

  fake_bank_plan (fixture->bank, FAKE_DETAILS,
                  tranche_bank_error_new (TRANCHE_BANK_ERROR_TIMEOUT, 0, "Late"), FALSE);
  g_assert_null (disown (fixture, order, &error));
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_TIMEOUT);
  g_clear_error (&error);
  assert_return_open (fixture, order);

  /* A word that nobody knows says nothing. */
  fake_bank_set_stage (fixture->bank, "A-1", TRANCHE_STAGE_UNKNOWN);
  g_assert_null (disown (fixture, order, &error));
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME);
  g_clear_error (&error);
  assert_return_open (fixture, order);

  fake_bank_set_stage (fixture->bank, "A-1", TRANCHE_STAGE_COMMITTED);
  fake_bank_add_return (fixture->bank, "A-1", &amount, NULL);
  after = disown (fixture, order, &error);
  g_assert_no_error (error);
  assert_settled (fixture, tranche_order_get_id (order));
  g_assert_cmpint (get_return_outcome (fixture, order, 0), ==, TRANCHE_OUTCOME_DONE);
}

/* A bank that does not list returns: its staff can tell. */
static void
test_disowned_without_details (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_COMMITTED);
  g_autoptr (TrancheOrder) after = NULL;
  g_autoptr (GError) error = NULL;

  lose_return (fixture, order, 70000, FALSE);
  after = disown (fixture, order, &error);
  g_assert_no_error (error);
  assert_settled (fixture, tranche_order_get_id (order));
  g_assert_cmpint (get_return_outcome (fixture, order, 0), ==, TRANCHE_OUTCOME_REFUSED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, data, set_up, function) \
  g_test_add ("/disowned-returns/" path, Fixture, GINT_TO_POINTER (data), set_up, function, \
              fixture_tear_down)
  ADD ("disowned", 0, returns_set_up, test_disowned);
  ADD ("not-disowned", 0, returns_set_up, test_not_disowned);
  ADD ("disowned-without-details", 0, returns_set_up_without_details,
       test_disowned_without_details);

  return g_test_run ();
}
