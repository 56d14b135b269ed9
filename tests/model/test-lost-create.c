/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "operation-calls.h"

static void
give_sale (TrancheOrderDraft *draft)
{
  g_autoptr (TrancheSale) sale = tranche_sale_new ();

  sale->invoice_number = g_strdup ("РН-17");
  sale->invoice_date = g_strdup ("2026-03-14");
  sale->point_code = g_strdup ("K-1");
  sale->parts = 6;
  sale->first_payment = tranche_money (5000, "RUB");
  tranche_order_draft_set_sale (draft, sale);
}

/* After a restart the order is created again as it was. */
static void
test_create_lost_over_restart (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TrancheOrderDraft) draft = fixture_new_draft ("A-1");
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (TrancheOrder) made = NULL;
  g_autoptr (GError) error = NULL;
  const TrancheSale *sale = NULL;
  gint64 id;

  fake_bank_set_capabilities (fixture->bank, TRANCHE_CAPABILITY_IDEMPOTENT_CREATE |
                                             TRANCHE_CAPABILITY_SALE);
  give_sale (draft);
  for (guint i = 0; i < 2; i++)
    fake_bank_plan (fixture->bank, FAKE_CREATE, new_lost_error (), i == 0);
  tranche_operations_create_async (fixture->operations, fixture->connection, draft, 0, NULL,
                                   store_result_cb, &result);
  order = finish_create_order (fixture, &result, &error);
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME);
  g_clear_error (&error);
  id = find_order_id (fixture, "A-1");
  assert_unsettled (fixture, id);

  g_clear_object (&result);
  fixture_close (fixture);
  fixture_open (fixture);
  recover_operations (fixture);
  assert_settled (fixture, id);
  made = fixture_load (fixture, id);
  g_assert_cmpint (tranche_order_get_stage (made), ==, TRANCHE_STAGE_WAITING);
  g_assert_cmpstr (tranche_order_get_bank_order_id (made), ==, "fa4a8249");

  g_assert_true (fake_bank_get_last_draft (fixture->bank) != draft);
  sale = tranche_order_draft_get_sale (fake_bank_get_last_draft (fixture->bank));
  g_assert_cmpstr (sale->invoice_number, ==, "РН-17");
  g_assert_cmpstr (sale->invoice_date, ==, "2026-03-14");
  g_assert_cmpstr (sale->point_code, ==, "K-1");
  g_assert_cmpuint (sale->parts, ==, 6);
  g_assert_cmpint (sale->first_payment.minor, ==, 5000);
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_INFO), ==, 0);
}

static void
test_create_lost_but_made (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) order = NULL;

  fake_bank_plan (fixture->bank, FAKE_CREATE, new_lost_error (), TRUE);
  order = create_order (fixture, "A-1", &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_stage (order), ==, TRANCHE_STAGE_WAITING);
  assert_settled (fixture, tranche_order_get_id (order));

  /* The state has no link; only the order's existence allows to repeat. */
  g_assert_cmpstr (tranche_order_get_link (order), ==, "https://bank.example/form");
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_CREATE), ==, 2);
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_INFO), >=, 1);
}

static void
test_create_lost_and_never_made (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (TrancheOrder) stored = NULL;
  gint64 id;

  fake_bank_plan (fixture->bank, FAKE_CREATE, new_lost_error (), FALSE);
  order = create_order (fixture, "A-1", &error);
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_TIMEOUT);
  g_assert_null (order);

  id = find_order_id (fixture, "A-1");
  assert_settled (fixture, id);
  stored = fixture_load (fixture, id);
  g_assert_cmpint (tranche_order_get_stage (stored), ==, TRANCHE_STAGE_DRAFT);

  /* It is asked for more than once, for a request may be slow; never sent twice. */
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_INFO), ==, 3);
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_CREATE), ==, 1);
}

static void
test_create_unknown (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (TrancheOrder) stored = NULL;
  g_autoptr (TrancheOrder) settled = NULL;
  gint64 id;

  fake_bank_plan (fixture->bank, FAKE_CREATE, new_lost_error (), TRUE);
  fake_bank_plan (fixture->bank, FAKE_INFO,
                  tranche_bank_error_new (TRANCHE_BANK_ERROR_NETWORK, 0, "No route"), FALSE);
  order = create_order (fixture, "A-1", &error);
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME);
  g_assert_null (order);

  id = find_order_id (fixture, "A-1");
  assert_unsettled (fixture, id);
  g_assert_cmpint (tranche_operations_get_current (fixture->operations, id), ==,
                   TRANCHE_OPERATION_CREATE);
  stored = fixture_load (fixture, id);
  g_assert_cmpint (tranche_order_get_stage (stored), ==, TRANCHE_STAGE_SENDING);

  /* A refresh settles it. */
  g_clear_error (&error);
  settled = refresh_order (fixture, stored, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_stage (settled), ==, TRANCHE_STAGE_WAITING);
  g_assert_nonnull (tranche_order_get_link (settled));
  assert_settled (fixture, id);
  g_assert_cmpuint (fake_bank_get_n_effects (fixture->bank, FAKE_CREATE), ==, 2);
}

/* A bank that knows orders by its own id only: create is sent again with the
 * same number, whether or not the first one arrived. */
static void
test_create_lost_nameless (Fixture       *fixture,
                           gconstpointer  data)
{
  gboolean made = GPOINTER_TO_INT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) order = NULL;

  fake_bank_set_capabilities (fixture->bank, TRANCHE_CAPABILITY_IDEMPOTENT_CREATE);
  fake_bank_plan (fixture->bank, FAKE_CREATE, new_lost_error (), made);
  order = create_order (fixture, "A-1", &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_stage (order), ==, TRANCHE_STAGE_WAITING);
  assert_settled (fixture, tranche_order_get_id (order));
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_CREATE), ==, 2);
  g_assert_cmpstr (fake_bank_get_last_number (fixture->bank, FAKE_CREATE), ==, "A-1");
}

/* Its word that the order is wrong is believed once the first one had the time
 * to arrive. */
static void
test_create_nameless_refused (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (TrancheOrder) stored = NULL;
  gint64 id;

  fake_bank_set_capabilities (fixture->bank, TRANCHE_CAPABILITY_IDEMPOTENT_CREATE);
  fake_bank_plan (fixture->bank, FAKE_CREATE, new_lost_error (), FALSE);
  for (int i = 0; i < 3; i++)
    fake_bank_plan (fixture->bank, FAKE_CREATE,
                    tranche_bank_error_new (TRANCHE_BANK_ERROR_VALIDATION, 400, "Wrong"), FALSE);

  order = create_order (fixture, "A-1", &error);
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_VALIDATION);
  g_assert_null (order);
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_CREATE), ==, 4);
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_INFO), ==, 0);

  id = find_order_id (fixture, "A-1");
  assert_settled (fixture, id);
  stored = fixture_load (fixture, id);
  g_assert_cmpint (tranche_order_get_stage (stored), ==, TRANCHE_STAGE_DRAFT);
}

static void
test_create_nameless_unknown (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (TrancheOrder) stored = NULL;
  g_autoptr (TrancheOrder) settled = NULL;
  gint64 id;

  fake_bank_set_capabilities (fixture->bank, TRANCHE_CAPABILITY_IDEMPOTENT_CREATE);
  fake_bank_plan (fixture->bank, FAKE_CREATE, new_lost_error (), TRUE);
  fake_bank_plan (fixture->bank, FAKE_CREATE,
                  tranche_bank_error_new (TRANCHE_BANK_ERROR_NETWORK, 0, "No route"), FALSE);
  order = create_order (fixture, "A-1", &error);
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME);
  g_assert_null (order);

  id = find_order_id (fixture, "A-1");
  assert_unsettled (fixture, id);
  stored = fixture_load (fixture, id);
  g_assert_cmpint (tranche_order_get_stage (stored), ==, TRANCHE_STAGE_SENDING);

  /* A refresh settles it, from what the book has of the order. */
  g_clear_error (&error);
  settled = refresh_order (fixture, stored, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_stage (settled), ==, TRANCHE_STAGE_WAITING);
  assert_settled (fixture, id);
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_CREATE), ==, 3);
}

/* Nothing can be asked and nothing may be repeated. */
static void
test_create_nameless_forever (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) order = NULL;

  fake_bank_set_capabilities (fixture->bank, 0);
  fake_bank_plan (fixture->bank, FAKE_CREATE, new_lost_error (), TRUE);
  order = create_order (fixture, "A-1", &error);
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME);
  g_assert_null (order);
  assert_unsettled (fixture, find_order_id (fixture, "A-1"));
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_CREATE), ==, 1);
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_INFO), ==, 0);
}

#define ADD(path, function) \
  g_test_add ("/lost-create/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("lost-over-restart", test_create_lost_over_restart);
  ADD ("lost-but-made", test_create_lost_but_made);
  ADD ("lost-and-never-made", test_create_lost_and_never_made);
  ADD ("unknown", test_create_unknown);
  g_test_add ("/lost-create/nameless/made", Fixture, GINT_TO_POINTER (TRUE),
              fixture_set_up, test_create_lost_nameless, fixture_tear_down);
  g_test_add ("/lost-create/nameless/never-made", Fixture, GINT_TO_POINTER (FALSE),
              fixture_set_up, test_create_lost_nameless, fixture_tear_down);
  ADD ("nameless/refused", test_create_nameless_refused);
  ADD ("nameless/unknown", test_create_nameless_unknown);
  ADD ("nameless/forever", test_create_nameless_forever);

  return g_test_run ();
}
