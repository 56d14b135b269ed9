/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "return-calls.h"

#include "operation-calls.h"

void
returns_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  fixture_set_up (fixture, data);
  fake_bank_set_capabilities (fixture->bank, TRANCHE_CAPABILITY_RETURN |
                                             TRANCHE_CAPABILITY_DETAILS |
                                             TRANCHE_CAPABILITY_INFO_BY_NUMBER);
}

void
returns_set_up_without_details (Fixture       *fixture,
                                gconstpointer  data)
{
  fixture_set_up (fixture, data);
  fake_bank_set_capabilities (fixture->bank, TRANCHE_CAPABILITY_RETURN |
                                             TRANCHE_CAPABILITY_INFO_BY_NUMBER);
}

TrancheOrder *
give_back (Fixture       *fixture,
           TrancheOrder  *order,
           gint64         minor,
           GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  TrancheMoney amount = tranche_money (minor, "RUB");

  tranche_operations_return_async (fixture->operations, order, &amount, TRUE, NULL,
                                   store_result_cb, &result);
  wait_for_result (&result);

  return tranche_operations_return_finish (fixture->operations, result, error);
}

void
give_back_well (Fixture      *fixture,
                TrancheOrder *order,
                gint64        minor)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) after = give_back (fixture, order, minor, &error);

  g_assert_no_error (error);
  g_assert_nonnull (after);
}

TrancheOrder *
repeat_return (Fixture       *fixture,
               TrancheOrder  *order,
               GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_operations_repeat_return_async (fixture->operations, order, NULL, store_result_cb,
                                          &result);
  wait_for_result (&result);

  return tranche_operations_repeat_return_finish (fixture->operations, result, error);
}

GPtrArray *
list_returns (Fixture      *fixture,
              TrancheOrder *order)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = NULL;

  tranche_operations_list_returns_async (fixture->operations, order, NULL, store_result_cb,
                                         &result);
  wait_for_result (&result);
  entries = tranche_operations_list_returns_finish (fixture->operations, result, &error);
  g_assert_no_error (error);

  return entries;
}

gint64
get_returnable (Fixture      *fixture,
                TrancheOrder *order)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TrancheMoney left = TRANCHE_MONEY_UNSET;

  tranche_operations_get_returnable_async (fixture->operations, order, NULL, store_result_cb,
                                           &result);
  wait_for_result (&result);
  tranche_operations_get_returnable_finish (fixture->operations, result, &left, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (left.currency, ==, "RUB");

  return left.minor;
}

TrancheOutcome
get_return_outcome (Fixture      *fixture,
                    TrancheOrder *order,
                    guint         position)
{
  g_autoptr (GPtrArray) entries = list_returns (fixture, order);

  g_assert_cmpuint (entries->len, >, position);

  return ((TrancheReturnEntry *) g_ptr_array_index (entries, position))->outcome;
}

void
assert_return_open (Fixture      *fixture,
                    TrancheOrder *order)
{
  gint64 id = tranche_order_get_id (order);
  g_autoptr (GArray) open = fixture_list_open (fixture);

  g_assert_cmpuint (open->len, ==, 1);
  g_assert_true (tranche_operations_is_unsettled (fixture->operations, id));
  g_assert_cmpint (tranche_operations_get_current (fixture->operations, id), ==,
                   TRANCHE_OPERATION_RETURN);
}

void
lose_return (Fixture      *fixture,
             TrancheOrder *order,
             gint64        minor,
             gboolean      effect)
{
  g_autoptr (GError) error = NULL;

  fake_bank_plan (fixture->bank, FAKE_RETURN, new_lost_error (), effect);
  g_assert_null (give_back (fixture, order, minor, &error));
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME);
  assert_return_open (fixture, order);
  g_assert_cmpint (get_return_outcome (fixture, order, 0), ==, TRANCHE_OUTCOME_UNKNOWN);
}
