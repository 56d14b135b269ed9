/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "operation-calls.h"
#include "return-calls.h"

/* The bank's list shows what was lost. */
static void
test_lost_but_done (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_COMMITTED);

  give_back_well (fixture, order, 50000);
  fake_bank_plan (fixture->bank, FAKE_RETURN, new_lost_error (), TRUE);
  give_back_well (fixture, order, 50000);
  assert_settled (fixture, tranche_order_get_id (order));
  g_assert_cmpint (get_return_outcome (fixture, order, 1), ==, TRANCHE_OUTCOME_DONE);
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_RETURN), ==, 2);
}

/* The state shows a return of all that is left. */
static void
test_lost_but_all_returned (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_COMMITTED);
  g_autoptr (TrancheOrder) returned = NULL;
  g_autoptr (GError) error = NULL;

  fake_bank_plan (fixture->bank, FAKE_RETURN, new_lost_error (), TRUE);
  returned = give_back (fixture, order, FAKE_AMOUNT, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_stage (returned), ==, TRANCHE_STAGE_RETURNED);
  assert_settled (fixture, tranche_order_get_id (order));
  g_assert_cmpint (get_return_outcome (fixture, order, 0), ==, TRANCHE_OUTCOME_DONE);
}

/* Open over a restart, no other beside it, and again with the same id. */
static void
test_lost_and_repeated (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_COMMITTED);
  gint64 id = tranche_order_get_id (order);
  g_autoptr (TrancheOrder) after = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  const TrancheGoodsReturn *sent = NULL;

  lose_return (fixture, order, 70000, FALSE);

  fixture_close (fixture);
  fixture_open (fixture);
  recover_operations (fixture);
  assert_return_open (fixture, order);

  g_assert_null (give_back (fixture, order, 100, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_RETURN), ==, 1);

  after = repeat_return (fixture, order, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_id (after), ==, id);
  assert_settled (fixture, tranche_order_get_id (order));
  g_assert_cmpuint (fake_bank_get_n_effects (fixture->bank, FAKE_RETURN), ==, 1);

  entries = list_returns (fixture, order);
  g_assert_cmpuint (entries->len, ==, 1);
  sent = g_ptr_array_index (fake_bank_get_returns (fixture->bank, "A-1"), 0);
  g_assert_cmpstr (((TrancheReturnEntry *) entries->pdata[0])->goods->id, ==, sent->id);
  g_assert_cmpint (sent->amount.minor, ==, 70000);
  g_assert_true (sent->to_card);
}

/* A bank that shows no returns: the same id does not return twice. */
static void
test_repeated_though_done (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_COMMITTED);
  g_autoptr (TrancheOrder) after = NULL;
  g_autoptr (GError) error = NULL;

  lose_return (fixture, order, 70000, TRUE);
  after = repeat_return (fixture, order, &error);
  g_assert_no_error (error);
  assert_settled (fixture, tranche_order_get_id (order));
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_RETURN), ==, 2);
  g_assert_cmpuint (fake_bank_get_n_effects (fixture->bank, FAKE_RETURN), ==, 1);
}

/* Whoever wants it again is told that it is there by now. */
static void
test_shown_before_repeating (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_COMMITTED);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (TrancheOrder) after = NULL;
  TrancheMoney amount = tranche_money (70000, "RUB");
  g_autoptr (GError) error = NULL;

  lose_return (fixture, order, 70000, FALSE);
  fake_bank_add_return (fixture->bank, "A-1", &amount, now);
  after = repeat_return (fixture, order, &error);
  g_assert_no_error (error);
  assert_settled (fixture, tranche_order_get_id (order));
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_RETURN), ==, 1);
}

/* Live status finds it, too. */
static void
test_shown_later (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_COMMITTED);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (TrancheOrder) after = NULL;
  TrancheMoney amount = tranche_money (70000, "RUB");
  g_autoptr (GError) error = NULL;

  lose_return (fixture, order, 70000, FALSE);
  g_assert_null (refresh_order (fixture, order, &error));
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME);
  g_clear_error (&error);
  assert_return_open (fixture, order);

  fake_bank_add_return (fixture->bank, "A-1", &amount, now);
  after = refresh_order (fixture, order, &error);
  g_assert_no_error (error);
  assert_settled (fixture, tranche_order_get_id (order));
  g_assert_cmpint (get_return_outcome (fixture, order, 0), ==, TRANCHE_OUTCOME_DONE);
}

/* Refused when it was sent again: what the bank shows tells of the first time. */
static void
test_repeated_and_refused (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_COMMITTED);
  gboolean details = GPOINTER_TO_INT (data);
  g_autoptr (GError) error = NULL;

  lose_return (fixture, order, 70000, FALSE);
  fake_bank_plan (fixture->bank, FAKE_RETURN,
                  tranche_bank_error_new (TRANCHE_BANK_ERROR_CONFLICT, 400, "Too much"), FALSE);
  g_assert_null (repeat_return (fixture, order, &error));

  if (details) {
    g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_CONFLICT);
    assert_settled (fixture, tranche_order_get_id (order));
    g_assert_cmpint (get_return_outcome (fixture, order, 0), ==, TRANCHE_OUTCOME_REFUSED);
  } else {
    g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME);
    g_assert_cmpint (tranche_bank_error_get_cause (error), ==, TRANCHE_BANK_ERROR_CONFLICT);
    assert_return_open (fixture, order);
  }
}

/* A repetition that surely did not reach the bank says nothing of the first. */
static void
test_repeated_in_vain (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_COMMITTED);
  g_autoptr (GError) error = NULL;

  lose_return (fixture, order, 70000, FALSE);

  fake_bank_plan (fixture->bank, FAKE_RETURN,
                  tranche_bank_error_new (TRANCHE_BANK_ERROR_NETWORK, 0, "No route"), FALSE);
  g_assert_null (repeat_return (fixture, order, &error));
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME);
  g_clear_error (&error);
  assert_return_open (fixture, order);

  /* Nor is it sent while the bank cannot be asked. */
  fake_bank_plan (fixture->bank, FAKE_DETAILS,
                  tranche_bank_error_new (TRANCHE_BANK_ERROR_TIMEOUT, 0, "Timeout"), FALSE);
  g_assert_null (repeat_return (fixture, order, &error));
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_TIMEOUT);
  assert_return_open (fixture, order);
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_RETURN), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, data, set_up, function) \
  g_test_add ("/lost-returns/" path, Fixture, GINT_TO_POINTER (data), set_up, function, \
              fixture_tear_down)
  ADD ("lost-but-done", 0, returns_set_up, test_lost_but_done);
  ADD ("lost-but-all-returned", 0, returns_set_up_without_details, test_lost_but_all_returned);
  ADD ("lost-and-repeated", 0, returns_set_up, test_lost_and_repeated);
  ADD ("repeated-though-done", 0, returns_set_up_without_details, test_repeated_though_done);
  ADD ("shown-before-repeating", 0, returns_set_up, test_shown_before_repeating);
  ADD ("shown-later", 0, returns_set_up, test_shown_later);
  ADD ("repeated-and-refused", TRUE, returns_set_up, test_repeated_and_refused);
  ADD ("repeated-and-refused-unseen", FALSE, returns_set_up_without_details,
       test_repeated_and_refused);
  ADD ("repeated-in-vain", 0, returns_set_up, test_repeated_in_vain);

  return g_test_run ();
}
