/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "operation-calls.h"

static void
test_commit_done (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_READY);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) committed = commit_order (fixture, order, &error);

  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_stage (committed), ==, TRANCHE_STAGE_COMMITTED);
  g_assert_cmpuint (fake_bank_get_n_effects (fixture->bank, FAKE_COMMIT), ==, 1);
  assert_settled (fixture, tranche_order_get_id (order));
}

static void
test_commit_not_ready (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_COOLING);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) committed = commit_order (fixture, order, &error);

  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_CONFLICT);
  g_assert_null (committed);
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_COMMIT), ==, 0);
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_INFO), ==, 0);
  assert_settled (fixture, tranche_order_get_id (order));
}

/* The book says ready, and the bank knows better. */
static void
test_commit_stale (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_READY);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) committed = NULL;
  g_autoptr (TrancheOrder) stored = NULL;

  fake_bank_set_stage (fixture->bank, "A-1", TRANCHE_STAGE_CANCELED);
  committed = commit_order (fixture, order, &error);
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_CONFLICT);
  g_assert_null (committed);
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_COMMIT), ==, 0);

  stored = fixture_load (fixture, tranche_order_get_id (order));
  g_assert_cmpint (tranche_order_get_stage (stored), ==, TRANCHE_STAGE_CANCELED);
}

static void
test_commit_refused (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_READY);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) committed = NULL;
  g_autoptr (TrancheOrder) stored = NULL;

  fake_bank_plan (fixture->bank, FAKE_COMMIT,
                  tranche_bank_error_new (TRANCHE_BANK_ERROR_CONFLICT, 422, "Cooling off"), FALSE);
  committed = commit_order (fixture, order, &error);
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_CONFLICT);
  assert_settled (fixture, tranche_order_get_id (order));
  stored = fixture_load (fixture, tranche_order_get_id (order));
  g_assert_cmpint (tranche_order_get_stage (stored), ==, TRANCHE_STAGE_READY);
  g_assert_cmpint (tranche_order_get_last_error_code (stored), ==, TRANCHE_BANK_ERROR_CONFLICT);
}

static void
test_commit_lost_but_done (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_READY);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) committed = NULL;

  fake_bank_plan (fixture->bank, FAKE_COMMIT, new_lost_error (), TRUE);
  committed = commit_order (fixture, order, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_stage (committed), ==, TRANCHE_STAGE_COMMITTED);
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_COMMIT), ==, 1);
  assert_settled (fixture, tranche_order_get_id (order));
}

/* A bank's failure page is no answer: the commit may have come through. */
static void
test_commit_garbled (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_READY);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) committed = NULL;

  fake_bank_plan (fixture->bank, FAKE_COMMIT,
                  tranche_bank_error_new (TRANCHE_BANK_ERROR_PROTOCOL, 200, "Not JSON"), TRUE);
  committed = commit_order (fixture, order, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_stage (committed), ==, TRANCHE_STAGE_COMMITTED);
}

static void
test_commit_lost_and_never_done (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_READY);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) committed = NULL;

  fake_bank_plan (fixture->bank, FAKE_COMMIT, new_lost_error (), FALSE);
  committed = commit_order (fixture, order, &error);
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_TIMEOUT);
  g_assert_null (committed);
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_COMMIT), ==, 1);
  assert_settled (fixture, tranche_order_get_id (order));

  /* So that the manager can do it again. */
  g_clear_error (&error);
  committed = commit_order (fixture, order, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fake_bank_get_n_effects (fixture->bank, FAKE_COMMIT), ==, 1);
}

/* The bank takes the commit, and shows it only later. */
static void
test_commit_shows_late (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_READY);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) committed = NULL;

  fake_bank_plan_idle (fixture->bank, FAKE_COMMIT);
  committed = commit_order (fixture, order, &error);
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME);
  g_assert_null (committed);
  assert_unsettled (fixture, tranche_order_get_id (order));

  fake_bank_set_stage (fixture->bank, "A-1", TRANCHE_STAGE_COMMITTED);
  g_clear_error (&error);
  committed = refresh_order (fixture, order, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_stage (committed), ==, TRANCHE_STAGE_COMMITTED);
  assert_settled (fixture, tranche_order_get_id (order));
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_WAITING);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) canceled = NULL;
  g_autoptr (TrancheOrder) again = NULL;

  fake_bank_plan (fixture->bank, FAKE_CANCEL, new_lost_error (), TRUE);
  canceled = cancel_order (fixture, order, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_stage (canceled), ==, TRANCHE_STAGE_CANCELED);
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_CANCEL), ==, 1);

  again = cancel_order (fixture, canceled, &error);
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_CONFLICT);
  g_assert_null (again);
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_CANCEL), ==, 1);
}

#define ADD(path, function) \
  g_test_add ("/operations-commit/" path, Fixture, NULL, fixture_set_up, function, \
              fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("done", test_commit_done);
  ADD ("not-ready", test_commit_not_ready);
  ADD ("stale", test_commit_stale);
  ADD ("refused", test_commit_refused);
  ADD ("lost-but-done", test_commit_lost_but_done);
  ADD ("garbled", test_commit_garbled);
  ADD ("lost-and-never-done", test_commit_lost_and_never_done);
  ADD ("shows-late", test_commit_shows_late);
  ADD ("cancel", test_cancel);

  return g_test_run ();
}
