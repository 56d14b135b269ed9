/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "operation-calls.h"

static void
test_create_done (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) order = create_order (fixture, "A-1", &error);

  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_stage (order), ==, TRANCHE_STAGE_WAITING);
  g_assert_cmpstr (tranche_order_get_link (order), ==, "https://bank.example/form");
  g_assert_cmpstr (tranche_order_get_number (order), ==, "A-1");
  assert_settled (fixture, tranche_order_get_id (order));

  /* The facts that only the state has are fetched by themselves. */
  WAIT_UNTIL (fake_bank_get_n_calls (fixture->bank, FAKE_INFO) == 1);
}

static void
test_create_numbers_itself (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) order = create_order (fixture, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (strlen (tranche_order_get_number (order)), >, 8);
}

static void
test_create_invalid (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) found = NULL;
  g_autoptr (TrancheOrderDraft) draft = tranche_order_draft_new ("RUB");
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) find_error = NULL;

  tranche_order_draft_set_number (draft, "A-1");
  tranche_operations_create_async (fixture->operations, fixture->connection, draft, 0, NULL,
                                   store_result_cb, &result);
  order = finish_create_order (fixture, &result, &error);
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_VALIDATION);
  g_assert_cmpuint (tranche_bank_error_get_problems (error)->len, ==, 1);
  g_assert_null (order);

  tranche_order_book_find_async (fixture->book, tranche_account_get_id (fixture->account), "A-1",
                                 NULL, store_result_cb, &found);
  wait_for_result (&found);
  g_assert_null (tranche_order_book_find_finish (fixture->book, found, &find_error));
  g_assert_error (find_error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_NOT_FOUND);
}

static void
test_create_refused (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (TrancheOrder) stored = NULL;
  g_autoptr (TrancheOrder) sent = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TrancheOrderDraft) draft = fixture_new_draft ("A-1");
  gint64 id;

  fake_bank_plan (fixture->bank, FAKE_CREATE,
                  tranche_bank_error_new (TRANCHE_BANK_ERROR_NETWORK, 0, "No route"), FALSE);
  order = create_order (fixture, "A-1", &error);
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_NETWORK);
  g_assert_null (order);

  id = find_order_id (fixture, "A-1");
  assert_settled (fixture, id);
  stored = fixture_load (fixture, id);
  g_assert_cmpint (tranche_order_get_stage (stored), ==, TRANCHE_STAGE_DRAFT);
  g_assert_cmpint (tranche_order_get_last_error_code (stored), ==, TRANCHE_BANK_ERROR_NETWORK);

  /* And again, as the same order. */
  g_clear_error (&error);
  tranche_operations_create_async (fixture->operations, fixture->connection, draft, id, NULL,
                                   store_result_cb, &result);
  sent = finish_create_order (fixture, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_id (sent), ==, id);
  g_assert_cmpint (tranche_order_get_stage (sent), ==, TRANCHE_STAGE_WAITING);
  g_assert_cmpint (tranche_order_get_last_error_code (sent), ==, 0);
}

static TrancheOrderDraft *
new_dearer_draft (const char *number)
{
  TrancheOrderDraft *draft = fixture_new_draft (number);
  TrancheMoney price = tranche_money (100, "RUB");
  g_autoptr (TrancheOrderItem) item = tranche_order_item_new ("Cushion", 1, &price, NULL, NULL);

  tranche_order_draft_add_item (draft, item);

  return draft;
}

/* Who tries again with the same number means the same order. */
static void
test_create_refused_and_again (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TrancheOrderDraft) draft = new_dearer_draft ("A-1");
  g_autoptr (TrancheOrder) refused = NULL;
  g_autoptr (TrancheOrder) sent = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  fake_bank_plan (fixture->bank, FAKE_CREATE,
                  tranche_bank_error_new (TRANCHE_BANK_ERROR_NETWORK, 0, "No route"), FALSE);
  refused = create_order (fixture, "A-1", &error);
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_NETWORK);
  g_clear_error (&error);
  id = find_order_id (fixture, "A-1");

  tranche_operations_create_async (fixture->operations, fixture->connection, draft, 0, NULL,
                                   store_result_cb, &result);
  sent = finish_create_order (fixture, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_id (sent), ==, id);
  g_assert_cmpint (tranche_order_get_stage (sent), ==, TRANCHE_STAGE_WAITING);
  g_assert_cmpint (tranche_order_get_amount (sent)->minor, ==, 250099);
  g_assert_cmpuint (tranche_order_get_items (sent)->len, ==, 2);
  assert_settled (fixture, id);
}

/* An order that the bank has is never replaced. */
static void
test_create_same_number (Fixture       *fixture,
                         gconstpointer  data)
{
  static const TrancheStage stages[] = {
    TRANCHE_STAGE_WAITING, TRANCHE_STAGE_COMMITTED, TRANCHE_STAGE_REJECTED,
  };

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++) {
    g_autofree char *number = g_strdup_printf ("A-%u", i);
    g_autoptr (TrancheOrder) order = fixture_add_order (fixture, number, stages[i]);
    g_autoptr (TrancheOrder) stored = NULL;
    g_autoptr (GError) error = NULL;

    g_assert_null (create_order (fixture, number, &error));
    g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_EXISTS);
    stored = fixture_load (fixture, tranche_order_get_id (order));
    g_assert_cmpint (tranche_order_get_stage (stored), ==, stages[i]);
    assert_settled (fixture, tranche_order_get_id (order));
  }

  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_CREATE), ==, 0);
}

/* Nor is one that is on its way. */
static void
test_create_same_number_at_once (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TrancheOrderDraft) draft = fixture_new_draft ("A-1");
  g_autoptr (TrancheOrder) first = NULL;
  g_autoptr (GError) error = NULL;

  fake_bank_hold (fixture->bank, FAKE_CREATE);
  tranche_operations_create_async (fixture->operations, fixture->connection, draft, 0, NULL,
                                   store_result_cb, &result);
  WAIT_UNTIL (fake_bank_get_n_held (fixture->bank, FAKE_CREATE) == 1);

  g_assert_null (create_order (fixture, "A-1", &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_EXISTS);
  g_clear_error (&error);

  fake_bank_let_go (fixture->bank, FAKE_CREATE);
  first = finish_create_order (fixture, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_CREATE), ==, 1);
}

#define ADD(path, function) \
  g_test_add ("/operations-create/" path, Fixture, NULL, fixture_set_up, function, \
              fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("done", test_create_done);
  ADD ("numbers-itself", test_create_numbers_itself);
  ADD ("invalid", test_create_invalid);
  ADD ("refused", test_create_refused);
  ADD ("refused-and-again", test_create_refused_and_again);
  ADD ("same-number", test_create_same_number);
  ADD ("same-number-at-once", test_create_same_number_at_once);

  return g_test_run ();
}
