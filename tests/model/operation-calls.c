/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "operation-calls.h"

TrancheOrder *
finish_create_order (Fixture       *fixture,
                     GAsyncResult **result,
                     GError       **error)
{
  wait_for_result (result);

  return tranche_operations_create_finish (fixture->operations, *result, error);
}

TrancheOrder *
create_order (Fixture    *fixture,
              const char *number,
              GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TrancheOrderDraft) draft = fixture_new_draft (number);

  tranche_operations_create_async (fixture->operations, fixture->connection, draft, 0, NULL,
                                   store_result_cb, &result);

  return finish_create_order (fixture, &result, error);
}

TrancheOrder *
commit_order (Fixture      *fixture,
              TrancheOrder *order,
              GError      **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_operations_commit_async (fixture->operations, order, NULL, store_result_cb, &result);
  wait_for_result (&result);

  return tranche_operations_commit_finish (fixture->operations, result, error);
}

TrancheOrder *
cancel_order (Fixture      *fixture,
              TrancheOrder *order,
              GError      **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_operations_cancel_async (fixture->operations, order, NULL, store_result_cb, &result);
  wait_for_result (&result);

  return tranche_operations_cancel_finish (fixture->operations, result, error);
}

TrancheOrder *
refresh_order (Fixture      *fixture,
               TrancheOrder *order,
               GError      **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_operations_refresh_async (fixture->operations, order, TRANCHE_PRIORITY_USER, NULL,
                                    store_result_cb, &result);
  wait_for_result (&result);

  return tranche_operations_refresh_finish (fixture->operations, result, error);
}

void
recover_operations (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tranche_operations_recover_async (fixture->operations, NULL, store_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (tranche_operations_recover_finish (fixture->operations, result, &error));
  g_assert_no_error (error);
}

GError *
new_lost_error (void)
{
  GError *error = tranche_bank_error_new (TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME, 0, "Connection lost");

  tranche_bank_error_set_cause (error, TRANCHE_BANK_ERROR_TIMEOUT);

  return error;
}

void
assert_settled (Fixture *fixture,
                gint64   id)
{
  g_autoptr (GArray) open = fixture_list_open (fixture);

  g_assert_cmpuint (open->len, ==, 0);
  g_assert_false (tranche_operations_is_busy (fixture->operations, id));
}

void
assert_unsettled (Fixture *fixture,
                  gint64   id)
{
  g_autoptr (GArray) open = fixture_list_open (fixture);

  g_assert_cmpuint (open->len, ==, 1);
  g_assert_true (tranche_operations_is_busy (fixture->operations, id));
  g_assert_true (tranche_operations_is_unsettled (fixture->operations, id));
}

gint64
find_order_id (Fixture    *fixture,
               const char *number)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GError) error = NULL;

  tranche_order_book_find_async (fixture->book, tranche_account_get_id (fixture->account), number,
                                 NULL, store_result_cb, &result);
  wait_for_result (&result);
  order = tranche_order_book_find_finish (fixture->book, result, &error);
  g_assert_no_error (error);

  return tranche_order_get_id (order);
}
