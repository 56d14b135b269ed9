/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

/* What an order of the fixture costs. */
#define WHOLE 249999

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_set_up (fixture, data);
  fake_bank_set_capabilities (fixture->bank, TRANCHE_CAPABILITY_RETURN |
                                             TRANCHE_CAPABILITY_DETAILS |
                                             TRANCHE_CAPABILITY_INFO_BY_NUMBER);
}

/* A bank that does not tell of returns but by the state. */
static void
set_up_without_details (Fixture       *fixture,
                        gconstpointer  data)
{
  fixture_set_up (fixture, data);
  fake_bank_set_capabilities (fixture->bank, TRANCHE_CAPABILITY_RETURN |
                                             TRANCHE_CAPABILITY_INFO_BY_NUMBER);
}

static TrancheOrder *
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

static void
give_back_well (Fixture      *fixture,
                TrancheOrder *order,
                gint64        minor)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) after = give_back (fixture, order, minor, &error);

  g_assert_no_error (error);
  g_assert_nonnull (after);
}

static TrancheOrder *
repeat (Fixture       *fixture,
        TrancheOrder  *order,
        GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_operations_repeat_return_async (fixture->operations, order, NULL, store_result_cb,
                                          &result);
  wait_for_result (&result);

  return tranche_operations_repeat_return_finish (fixture->operations, result, error);
}

static TrancheOrder *
refresh (Fixture       *fixture,
         TrancheOrder  *order,
         GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_operations_refresh_async (fixture->operations, order, TRANCHE_PRIORITY_USER, NULL,
                                    store_result_cb, &result);
  wait_for_result (&result);

  return tranche_operations_refresh_finish (fixture->operations, result, error);
}

static GPtrArray *
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

static gint64
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

static GError *
new_lost (void)
{
  GError *error = tranche_bank_error_new (TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME, 0, "Connection lost");

  tranche_bank_error_set_cause (error, TRANCHE_BANK_ERROR_TIMEOUT);

  return error;
}

static TrancheOutcome
get_outcome (Fixture      *fixture,
             TrancheOrder *order,
             guint         position)
{
  g_autoptr (GPtrArray) entries = list_returns (fixture, order);

  g_assert_cmpuint (entries->len, >, position);

  return ((TrancheReturnEntry *) g_ptr_array_index (entries, position))->outcome;
}

static void
assert_settled (Fixture      *fixture,
                TrancheOrder *order)
{
  g_autoptr (GArray) open = fixture_list_open (fixture);

  g_assert_cmpuint (open->len, ==, 0);
  g_assert_false (tranche_operations_is_busy (fixture->operations, tranche_order_get_id (order)));
}

static void
assert_open (Fixture      *fixture,
             TrancheOrder *order)
{
  gint64 id = tranche_order_get_id (order);
  g_autoptr (GArray) open = fixture_list_open (fixture);

  g_assert_cmpuint (open->len, ==, 1);
  g_assert_true (tranche_operations_is_unsettled (fixture->operations, id));
  g_assert_cmpint (tranche_operations_get_current (fixture->operations, id), ==,
                   TRANCHE_OPERATION_RETURN);
}

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

  g_assert_cmpint (get_returnable (fixture, order), ==, WHOLE);
  give_back_well (fixture, order, 100000);
  assert_settled (fixture, order);
  g_assert_cmpint (get_returnable (fixture, order), ==, WHOLE - 100000);
  g_assert_cmpint (fake_bank_get_stage (fixture->bank, "A-1"), ==, TRANCHE_STAGE_COMMITTED);

  give_back_well (fixture, order, WHOLE - 100000);
  assert_settled (fixture, order);
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
  const gint64 amounts[] = { WHOLE - 50000 - (details ? 30000 : 0) + 1, 0, -5 };
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
  assert_settled (fixture, order);
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
    assert_settled (fixture, order);
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
  assert_settled (fixture, order);
  g_assert_cmpint (get_outcome (fixture, order, 0), ==, TRANCHE_OUTCOME_REFUSED);

  /* Another try is another return. */
  give_back_well (fixture, order, 100);
  g_assert_cmpint (get_outcome (fixture, order, 1), ==, TRANCHE_OUTCOME_DONE);
}

/* The bank's list shows what was lost. */
static void
test_lost_but_done (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_COMMITTED);

  give_back_well (fixture, order, 50000);
  fake_bank_plan (fixture->bank, FAKE_RETURN, new_lost (), TRUE);
  give_back_well (fixture, order, 50000);
  assert_settled (fixture, order);
  g_assert_cmpint (get_outcome (fixture, order, 1), ==, TRANCHE_OUTCOME_DONE);
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

  fake_bank_plan (fixture->bank, FAKE_RETURN, new_lost (), TRUE);
  returned = give_back (fixture, order, WHOLE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_stage (returned), ==, TRANCHE_STAGE_RETURNED);
  assert_settled (fixture, order);
  g_assert_cmpint (get_outcome (fixture, order, 0), ==, TRANCHE_OUTCOME_DONE);
}

static void
lose (Fixture      *fixture,
      TrancheOrder *order,
      gint64        minor,
      gboolean      effect)
{
  g_autoptr (GError) error = NULL;

  fake_bank_plan (fixture->bank, FAKE_RETURN, new_lost (), effect);
  g_assert_null (give_back (fixture, order, minor, &error));
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME);
  assert_open (fixture, order);
  g_assert_cmpint (get_outcome (fixture, order, 0), ==, TRANCHE_OUTCOME_UNKNOWN);
}

/* Open over a restart, no other beside it, and again with the same id. */
static void
test_lost_and_repeated (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_COMMITTED);
  gint64 id = tranche_order_get_id (order);
  g_autoptr (TrancheOrder) after = NULL;
  g_autoptr (GAsyncResult) recovered = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  const TrancheGoodsReturn *sent = NULL;

  lose (fixture, order, 70000, FALSE);

  fixture_close (fixture);
  fixture_open (fixture);
  tranche_operations_recover_async (fixture->operations, NULL, store_result_cb, &recovered);
  wait_for_result (&recovered);
  tranche_operations_recover_finish (fixture->operations, recovered, &error);
  g_assert_no_error (error);
  assert_open (fixture, order);

  g_assert_null (give_back (fixture, order, 100, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_RETURN), ==, 1);

  after = repeat (fixture, order, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_id (after), ==, id);
  assert_settled (fixture, order);
  g_assert_cmpuint (fake_bank_get_n_effects (fixture->bank, FAKE_RETURN), ==, 1);

  entries = list_returns (fixture, order);
  g_assert_cmpuint (entries->len, ==, 1);
  sent = g_ptr_array_index (fake_bank_get_returns (fixture->bank, "A-1"), 0);
  g_assert_cmpstr (((TrancheReturnEntry *) g_ptr_array_index (entries, 0))->goods->id, ==, sent->id);
  g_assert_cmpint (sent->amount.minor, ==, 70000);
  g_assert_true (sent->to_card);
}

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

  lose (fixture, order, 70000, FALSE);
  after = disown (fixture, order, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_last_error_code (after), ==, 0);
  assert_settled (fixture, order);
  g_assert_cmpint (get_outcome (fixture, order, 0), ==, TRANCHE_OUTCOME_REFUSED);
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

  lose (fixture, order, 70000, FALSE);

  fake_bank_plan (fixture->bank, FAKE_INFO,
                  tranche_bank_error_new (TRANCHE_BANK_ERROR_TIMEOUT, 0, "Late"), FALSE);
  g_assert_null (disown (fixture, order, &error));
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_TIMEOUT);
  g_clear_error (&error);
  assert_open (fixture, order);

  fake_bank_plan (fixture->bank, FAKE_DETAILS,
                  tranche_bank_error_new (TRANCHE_BANK_ERROR_TIMEOUT, 0, "Late"), FALSE);
  g_assert_null (disown (fixture, order, &error));
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_TIMEOUT);
  g_clear_error (&error);
  assert_open (fixture, order);

  /* A word that nobody knows says nothing. */
  fake_bank_set_stage (fixture->bank, "A-1", TRANCHE_STAGE_UNKNOWN);
  g_assert_null (disown (fixture, order, &error));
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME);
  g_clear_error (&error);
  assert_open (fixture, order);

  fake_bank_set_stage (fixture->bank, "A-1", TRANCHE_STAGE_COMMITTED);
  fake_bank_add_return (fixture->bank, "A-1", &amount, NULL);
  after = disown (fixture, order, &error);
  g_assert_no_error (error);
  assert_settled (fixture, order);
  g_assert_cmpint (get_outcome (fixture, order, 0), ==, TRANCHE_OUTCOME_DONE);
}

/* A bank that does not list returns: its staff can tell. */
static void
test_disowned_without_details (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_COMMITTED);
  g_autoptr (TrancheOrder) after = NULL;
  g_autoptr (GError) error = NULL;

  lose (fixture, order, 70000, FALSE);
  after = disown (fixture, order, &error);
  g_assert_no_error (error);
  assert_settled (fixture, order);
  g_assert_cmpint (get_outcome (fixture, order, 0), ==, TRANCHE_OUTCOME_REFUSED);
}

/* A bank that shows no returns: the same id does not return twice. */
static void
test_repeated_though_done (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_COMMITTED);
  g_autoptr (TrancheOrder) after = NULL;
  g_autoptr (GError) error = NULL;

  lose (fixture, order, 70000, TRUE);
  after = repeat (fixture, order, &error);
  g_assert_no_error (error);
  assert_settled (fixture, order);
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

  lose (fixture, order, 70000, FALSE);
  fake_bank_add_return (fixture->bank, "A-1", &amount, now);
  after = repeat (fixture, order, &error);
  g_assert_no_error (error);
  assert_settled (fixture, order);
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

  lose (fixture, order, 70000, FALSE);
  g_assert_null (refresh (fixture, order, &error));
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME);
  g_clear_error (&error);
  assert_open (fixture, order);

  fake_bank_add_return (fixture->bank, "A-1", &amount, now);
  after = refresh (fixture, order, &error);
  g_assert_no_error (error);
  assert_settled (fixture, order);
  g_assert_cmpint (get_outcome (fixture, order, 0), ==, TRANCHE_OUTCOME_DONE);
}

/* Refused when it was sent again: what the bank shows tells of the first time. */
static void
test_repeated_and_refused (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_COMMITTED);
  gboolean details = GPOINTER_TO_INT (data);
  g_autoptr (GError) error = NULL;

  lose (fixture, order, 70000, FALSE);
  fake_bank_plan (fixture->bank, FAKE_RETURN,
                  tranche_bank_error_new (TRANCHE_BANK_ERROR_CONFLICT, 400, "Too much"), FALSE);
  g_assert_null (repeat (fixture, order, &error));

  if (details) {
    g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_CONFLICT);
    assert_settled (fixture, order);
    g_assert_cmpint (get_outcome (fixture, order, 0), ==, TRANCHE_OUTCOME_REFUSED);
  } else {
    g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME);
    g_assert_cmpint (tranche_bank_error_get_cause (error), ==, TRANCHE_BANK_ERROR_CONFLICT);
    assert_open (fixture, order);
  }
}

/* A repetition that surely did not reach the bank says nothing of the first. */
static void
test_repeated_in_vain (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_COMMITTED);
  g_autoptr (GError) error = NULL;

  lose (fixture, order, 70000, FALSE);

  fake_bank_plan (fixture->bank, FAKE_RETURN,
                  tranche_bank_error_new (TRANCHE_BANK_ERROR_NETWORK, 0, "No route"), FALSE);
  g_assert_null (repeat (fixture, order, &error));
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME);
  g_clear_error (&error);
  assert_open (fixture, order);

  /* Nor is it sent while the bank cannot be asked. */
  fake_bank_plan (fixture->bank, FAKE_DETAILS,
                  tranche_bank_error_new (TRANCHE_BANK_ERROR_TIMEOUT, 0, "Timeout"), FALSE);
  g_assert_null (repeat (fixture, order, &error));
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_TIMEOUT);
  assert_open (fixture, order);
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_RETURN), ==, 2);
}

static void
test_nothing_to_repeat (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_COMMITTED);
  g_autoptr (GError) error = NULL;

  g_assert_null (repeat (fixture, order, &error));
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
  g_assert_null (repeat (fixture, order, &error));
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
  ADD ("parts", 0, set_up, test_parts);
  ADD ("too-much", TRUE, set_up, test_too_much);
  ADD ("too-much-by-the-book", FALSE, set_up_without_details, test_too_much);
  ADD ("not-committed", 0, set_up, test_not_committed);
  ADD ("not-offered", 0, set_up, test_not_offered);
  ADD ("refused", 0, set_up, test_refused);
  ADD ("lost-but-done", 0, set_up, test_lost_but_done);
  ADD ("lost-but-all-returned", 0, set_up_without_details, test_lost_but_all_returned);
  ADD ("lost-and-repeated", 0, set_up, test_lost_and_repeated);
  ADD ("disowned", 0, set_up, test_disowned);
  ADD ("not-disowned", 0, set_up, test_not_disowned);
  ADD ("disowned-without-details", 0, set_up_without_details, test_disowned_without_details);
  ADD ("repeated-though-done", 0, set_up_without_details, test_repeated_though_done);
  ADD ("shown-before-repeating", 0, set_up, test_shown_before_repeating);
  ADD ("shown-later", 0, set_up, test_shown_later);
  ADD ("repeated-and-refused", TRUE, set_up, test_repeated_and_refused);
  ADD ("repeated-and-refused-unseen", FALSE, set_up_without_details, test_repeated_and_refused);
  ADD ("repeated-in-vain", 0, set_up, test_repeated_in_vain);
  ADD ("nothing-to-repeat", 0, set_up, test_nothing_to_repeat);
  ADD ("one-at-a-time", 0, set_up, test_one_at_a_time);

  return g_test_run ();
}
