/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "demo/demo-server.h"
#include "model/adoption-list.h"
#include "model/bank-registry.h"

static TrancheOrder *
adopt (Fixture             *fixture,
       const char          *key,
       const TrancheMoney  *amount,
       gboolean            *known,
       GError             **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_operations_adopt_async (fixture->operations, fixture->connection, key, amount, NULL,
                                  store_result_cb, &result);
  wait_for_result (&result);

  return tranche_operations_adopt_finish (fixture->operations, result, known, error);
}

static guint
count_orders (Fixture *fixture)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (TrancheOrderQuery) query =
    tranche_order_query_new (TRANCHE_VIEW_ALL, NULL, NULL, TRANCHE_SORT_CREATED, TRUE);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TrancheOrderListing) listing = NULL;
  g_autoptr (GError) error = NULL;

  tranche_order_book_query_async (fixture->book, query, now, 0, NULL, store_result_cb, &result);
  wait_for_result (&result);
  listing = tranche_order_book_query_finish (fixture->book, result, &error);
  g_assert_no_error (error);

  return listing->ids->len;
}

/* The fake bank tells sums on demand only. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_set_up (fixture, data);
  fake_bank_set_capabilities (fixture->bank, TRANCHE_CAPABILITY_DETAILS |
                                             TRANCHE_CAPABILITY_INFO_BY_NUMBER);
}

static void
test_added (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (TrancheOrder) stored = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;
  TrancheHistoryEntry *entry;
  gboolean known = TRUE;

  fake_bank_set_stage (fixture->bank, "W-1", TRANCHE_STAGE_READY);
  order = adopt (fixture, "W-1", NULL, &known, &error);
  g_assert_no_error (error);
  g_assert_false (known);
  g_assert_cmpint (tranche_order_get_id (order), !=, 0);

  stored = fixture_load (fixture, tranche_order_get_id (order));
  g_assert_cmpstr (tranche_order_get_number (stored), ==, "W-1");
  g_assert_cmpint (tranche_order_get_stage (stored), ==, TRANCHE_STAGE_READY);
  g_assert_cmpint (tranche_order_get_amount (stored)->minor, ==, 249999);
  /* The earliest that it can have been signed. */
  g_assert_true (g_date_time_equal (tranche_order_get_signed_at (stored),
                                    tranche_order_get_created_at (stored)));

  tranche_order_book_history_async (fixture->book, tranche_order_get_id (order), NULL,
                                    store_result_cb, &result);
  wait_for_result (&result);
  history = tranche_order_book_history_finish (fixture->book, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 1);
  entry = history->pdata[0];
  g_assert_cmpint (tranche_history_entry_get_operation (entry), ==, TRANCHE_OPERATION_ADOPT);
  g_assert_cmpint (tranche_history_entry_get_origin (entry), ==, TRANCHE_ORIGIN_USER);
  g_assert_nonnull (tranche_history_entry_get_user (entry));
}

/* What is in the book is not asked for, and never stands in it twice. */
static void
test_known (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TrancheOrder) before = fixture_add_order (fixture, "W-1", TRANCHE_STAGE_WAITING);
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GError) error = NULL;
  gboolean known = FALSE;

  order = adopt (fixture, "W-1", NULL, &known, &error);
  g_assert_no_error (error);
  g_assert_true (known);
  g_assert_cmpint (tranche_order_get_id (order), ==, tranche_order_get_id (before));
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_INFO), ==, 0);
  g_assert_cmpuint (count_orders (fixture), ==, 1);
}

/* Two windows ask for the same order at the same time. */
static void
test_at_once (Fixture       *fixture,
              gconstpointer  data)
{
  GAsyncResult *results[2] = { NULL, NULL };
  gint64 ids[2];
  guint n_known = 0;

  fake_bank_set_stage (fixture->bank, "W-1", TRANCHE_STAGE_WAITING);
  fake_bank_hold (fixture->bank, FAKE_DETAILS);
  for (guint i = 0; i < 2; i++)
    tranche_operations_adopt_async (fixture->operations, fixture->connection, "W-1", NULL, NULL,
                                    store_result_cb, &results[i]);
  WAIT_UNTIL (fake_bank_get_n_held (fixture->bank, FAKE_DETAILS) == 2);
  fake_bank_let_go (fixture->bank, FAKE_DETAILS);

  for (guint i = 0; i < 2; i++) {
    g_autoptr (TrancheOrder) order = NULL;
    g_autoptr (GError) error = NULL;
    gboolean known = FALSE;

    wait_for_result (&results[i]);
    order = tranche_operations_adopt_finish (fixture->operations, results[i], &known, &error);
    g_assert_no_error (error);
    ids[i] = tranche_order_get_id (order);
    n_known += known;
    g_clear_object (&results[i]);
  }

  g_assert_cmpint (ids[0], ==, ids[1]);
  g_assert_cmpuint (n_known, ==, 1);
  g_assert_cmpuint (count_orders (fixture), ==, 1);
}

static void
test_not_found (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GError) error = NULL;

  order = adopt (fixture, "W-1", NULL, NULL, &error);
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_NOT_FOUND);
  g_assert_null (order);
  g_assert_cmpuint (count_orders (fixture), ==, 0);
}

/* Where the bank does not tell the sum, a person has to. */
static void
test_sum (Fixture       *fixture,
          gconstpointer  data)
{
  TrancheMoney sum = tranche_money (123400, "RUB");
  g_autoptr (TrancheOrder) none = NULL;
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *problems;

  fake_bank_set_capabilities (fixture->bank, TRANCHE_CAPABILITY_INFO_BY_NUMBER);
  fake_bank_set_stage (fixture->bank, "W-1", TRANCHE_STAGE_WAITING);

  none = adopt (fixture, "W-1", NULL, NULL, &error);
  g_assert_null (none);
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_VALIDATION);
  problems = tranche_bank_error_get_problems (error);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpint (((TrancheFieldProblem *) problems->pdata[0])->field, ==, TRANCHE_FIELD_SUM);
  g_assert_cmpuint (count_orders (fixture), ==, 0);
  g_clear_error (&error);

  order = adopt (fixture, "W-1", &sum, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_amount (order)->minor, ==, 123400);
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TrancheOrder) before = fixture_add_order (fixture, "A-2", TRANCHE_STAGE_WAITING);
  g_autoptr (TrancheAdoptionList) list = NULL;

  for (guint i = 0; i < 3; i++)
    fake_bank_set_stage (fixture->bank, (const char *[]) { "A-1", "A-3", "A-5" }[i],
                         TRANCHE_STAGE_READY);
  list = tranche_adoption_list_new (fixture->operations, fixture->connection,
                                    "A-1\nA-2\nA-3\nA-4\nA-5\nA-1\n");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 5);

  tranche_adoption_list_start (list);
  g_assert_true (tranche_adoption_list_get_running (list));
  WAIT_UNTIL (!tranche_adoption_list_get_running (list));

  g_assert_cmpuint (tranche_adoption_list_count (list, TRANCHE_ADOPTION_ADDED), ==, 3);
  g_assert_cmpuint (tranche_adoption_list_count (list, TRANCHE_ADOPTION_KNOWN), ==, 1);
  g_assert_cmpuint (tranche_adoption_list_count (list, TRANCHE_ADOPTION_NOT_FOUND), ==, 1);
  g_assert_cmpuint (count_orders (fixture), ==, 4);
}

static void
test_stopped (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TrancheAdoptionList) list =
    tranche_adoption_list_new (fixture->operations, fixture->connection, "A-1\nA-2\nA-3\nA-4\n");

  fake_bank_hold (fixture->bank, FAKE_INFO);
  tranche_adoption_list_start (list);
  WAIT_UNTIL (fake_bank_get_n_held (fixture->bank, FAKE_INFO) == 3);
  tranche_adoption_list_stop (list);
  WAIT_UNTIL (!tranche_adoption_list_get_running (list));

  g_assert_cmpuint (tranche_adoption_list_count (list, TRANCHE_ADOPTION_STOPPED), ==, 4);
  g_assert_cmpuint (fake_bank_get_n_calls (fixture->bank, FAKE_INFO), ==, 3);
  g_assert_cmpuint (count_orders (fixture), ==, 0);
}

typedef struct {
  const char *bank;
  const char *showcase;
  const char *secret;
  GPtrArray *(*dup_day) (TrancheDemoServer *server);
} Dialect;

static const Dialect tbank = {
  "tbank", TRANCHE_DEMO_SHOWCASE_ID, TRANCHE_DEMO_PASSWORD, tranche_demo_server_dup_day,
};

static const Dialect monobank = {
  "monobank", TRANCHE_DEMO_STORE_ID, TRANCHE_DEMO_STORE_SECRET, tranche_demo_server_dup_cfront_day,
};

static TrancheConnection *
connect_to (const Dialect     *dialect,
            TrancheDemoServer *server)
{
  g_autoptr (TrancheAccount) account = tranche_bank_registry_new_account (dialect->bank);
  g_autoptr (TrancheBank) bank = NULL;
  TrancheConnection *connection;

  tranche_account_set_base_url (account, tranche_demo_server_get_base_url (server));
  tranche_account_set_shop_id (account, TRANCHE_DEMO_SHOP_ID);
  tranche_account_set_showcase_id (account, dialect->showcase);

  bank = tranche_bank_registry_build (account, dialect->secret);
  connection = tranche_connection_new (account);
  tranche_connection_set_bank (connection, bank);
  tranche_connection_set_state (connection, TRANCHE_CONNECTION_READY);

  return connection;
}

static char *
list_keys (TrancheConnection *connection,
           GPtrArray         *day)
{
  TrancheCapabilities capabilities =
    tranche_bank_get_capabilities (tranche_connection_get_bank (connection));
  GString *keys = g_string_new (NULL);

  for (guint i = 0; i < MIN (day->len, 5); i++) {
    TrancheOrder *order = day->pdata[i];

    g_string_append (keys, (capabilities & TRANCHE_CAPABILITY_INFO_BY_NUMBER) != 0
                             ? tranche_order_get_number (order)
                             : tranche_order_get_bank_order_id (order));
    g_string_append_c (keys, '\n');
  }

  return g_string_free_and_steal (keys);
}

static void
adopt_all (Fixture              *fixture,
           TrancheConnection    *connection,
           GPtrArray            *day,
           TrancheAdoptionState  state)
{
  g_autofree char *keys = list_keys (connection, day);
  g_autoptr (TrancheAdoptionList) list =
    tranche_adoption_list_new (fixture->operations, connection, keys);

  tranche_adoption_list_start (list);
  WAIT_UNTIL (!tranche_adoption_list_get_running (list));

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 5);
  for (guint i = 0; i < 5; i++) {
    g_autoptr (TrancheAdoption) adoption = g_list_model_get_item (G_LIST_MODEL (list), i);
    TrancheOrder *order = tranche_adoption_get_order (adoption);
    TrancheOrder *made = day->pdata[i];

    if (tranche_adoption_get_error (adoption) != NULL)
      g_test_message ("%s", tranche_adoption_get_error (adoption)->message);
    g_assert_cmpint (tranche_adoption_get_state (adoption), ==, state);
    g_assert_cmpstr (tranche_order_get_number (order), ==, tranche_order_get_number (made));
    g_assert_true (tranche_money_equal (tranche_order_get_amount (order),
                                        tranche_order_get_amount (made)));
    g_assert_cmpint (tranche_order_get_stage (order), !=, TRANCHE_STAGE_DRAFT);
  }
}

/* The demo bank, with orders of its day that the book has never seen: what the
 * book has of them afterwards is what the bank says. */
static void
test_demo_bank (Fixture       *fixture,
                gconstpointer  data)
{
  TrancheDemoOptions options = TRANCHE_DEMO_OPTIONS_INIT;
  g_autoptr (TrancheDemoServer) server = NULL;
  g_autoptr (TrancheConnection) connection = NULL;
  g_autoptr (GPtrArray) day = NULL;
  g_autoptr (GError) error = NULL;

  options.customers = FALSE;
  server = tranche_demo_server_new (&options);
  g_assert_true (tranche_demo_server_start (server, &error));
  g_assert_no_error (error);

  connection = connect_to (data, server);
  g_list_store_append (fixture->connections, connection);
  day = ((const Dialect *) data)->dup_day (server);

  adopt_all (fixture, connection, day, TRANCHE_ADOPTION_ADDED);
  adopt_all (fixture, connection, day, TRANCHE_ADOPTION_KNOWN);
  g_assert_cmpuint (count_orders (fixture), ==, 5);

  g_list_store_remove (fixture->connections, 1);
  tranche_demo_server_stop (server);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/adoption/added", Fixture, NULL, set_up, test_added, fixture_tear_down);
  g_test_add ("/adoption/known", Fixture, NULL, set_up, test_known, fixture_tear_down);
  g_test_add ("/adoption/at-once", Fixture, NULL, set_up, test_at_once, fixture_tear_down);
  g_test_add ("/adoption/not-found", Fixture, NULL, set_up, test_not_found, fixture_tear_down);
  g_test_add ("/adoption/sum", Fixture, NULL, set_up, test_sum, fixture_tear_down);
  g_test_add ("/adoption/list", Fixture, NULL, set_up, test_list, fixture_tear_down);
  g_test_add ("/adoption/stopped", Fixture, NULL, set_up, test_stopped, fixture_tear_down);
  g_test_add ("/adoption/demo-tbank", Fixture, &tbank, fixture_set_up, test_demo_bank,
              fixture_tear_down);
  g_test_add ("/adoption/demo-monobank", Fixture, &monobank, fixture_set_up, test_demo_bank,
              fixture_tear_down);

  return g_test_run ();
}
