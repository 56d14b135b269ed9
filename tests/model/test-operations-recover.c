/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "operation-calls.h"

static void
begin (Fixture          *fixture,
       gint64            id,
       TrancheOperation  operation)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tranche_order_book_begin_async (fixture->book, id, operation, "u@c", NULL,
                                  store_result_cb, &result);
  wait_for_result (&result);
  g_assert_cmpint (tranche_order_book_begin_finish (fixture->book, result, &error), !=, 0);
  g_assert_no_error (error);
}

/* The program was killed at any moment after the intent was written. */
static void
test_recover (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct {
    const char *number;
    TrancheStage stage;
    TrancheOperation operation;
    TrancheStage at_bank; /* DRAFT: not known there */
    TrancheStage expected;
  } rows[] = {
    { "A-1", TRANCHE_STAGE_DRAFT, TRANCHE_OPERATION_CREATE, TRANCHE_STAGE_WAITING, TRANCHE_STAGE_WAITING },
    { "A-2", TRANCHE_STAGE_DRAFT, TRANCHE_OPERATION_CREATE, TRANCHE_STAGE_DRAFT, TRANCHE_STAGE_DRAFT },
    { "A-3", TRANCHE_STAGE_READY, TRANCHE_OPERATION_COMMIT, TRANCHE_STAGE_COMMITTED, TRANCHE_STAGE_COMMITTED },
    { "A-4", TRANCHE_STAGE_READY, TRANCHE_OPERATION_COMMIT, TRANCHE_STAGE_READY, TRANCHE_STAGE_READY },
    { "A-5", TRANCHE_STAGE_READY, TRANCHE_OPERATION_CANCEL, TRANCHE_STAGE_CANCELED, TRANCHE_STAGE_CANCELED },
    { "A-6", TRANCHE_STAGE_READY, TRANCHE_OPERATION_CANCEL, TRANCHE_STAGE_COMMITTED, TRANCHE_STAGE_COMMITTED },
  };
  gint64 ids[G_N_ELEMENTS (rows)];

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TrancheOrder) order = fixture_add_order (fixture, rows[i].number, rows[i].stage);

    ids[i] = tranche_order_get_id (order);
    begin (fixture, ids[i], rows[i].operation);
    if (rows[i].at_bank != TRANCHE_STAGE_DRAFT)
      fake_bank_set_stage (fixture->bank, rows[i].number, rows[i].at_bank);
  }

  fixture_close (fixture);
  fixture_open (fixture);
  recover_operations (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TrancheOrder) order = fixture_load (fixture, ids[i]);

    g_test_message ("%s", rows[i].number);
    g_assert_cmpint (tranche_order_get_stage (order), ==, rows[i].expected);
    assert_settled (fixture, ids[i]);
  }

  /* Nothing was repeated, but the create whose order is known to exist. */
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_COMMIT), ==, 0);
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_CANCEL), ==, 0);
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_CREATE), ==, 1);
  g_assert_cmpstr (fake_bank_get_last_number (fixture->bank, FAKE_CREATE), ==, "A-1");
}

/* Without a connection it stays open, and busy. */
static void
test_recover_without_bank (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_READY);
  g_autoptr (TrancheOrder) after = NULL;
  g_autoptr (GError) error = NULL;

  begin (fixture, tranche_order_get_id (order), TRANCHE_OPERATION_COMMIT);
  fixture_close (fixture);
  fixture_open (fixture);
  tranche_connection_set_bank (fixture->connection, NULL);
  recover_operations (fixture);
  assert_unsettled (fixture, tranche_order_get_id (order));

  after = commit_order (fixture, order, &error);
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_CREDENTIALS);
  g_clear_error (&error);

  tranche_connection_set_bank (fixture->connection, fake_bank_as_bank (fixture->bank));
  after = commit_order (fixture, order, &error);
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_BUSY);
  g_clear_error (&error);

  after = refresh_order (fixture, order, &error);
  g_assert_no_error (error);
  assert_settled (fixture, tranche_order_get_id (order));
}

#define ADD(path, function) \
  g_test_add ("/operations-recover/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("recover", test_recover);
  ADD ("recover-without-bank", test_recover_without_bank);

  return g_test_run ();
}
