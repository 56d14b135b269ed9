/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "demo/demo-server.h"
#include "model/bank-registry.h"
#include "model/day-check.h"

/* How far back the demo bank's orders go, and a day more. */
#define N_DAYS 8

/* The demo bank with its day, and a shop that took the orders over. */
typedef struct {
  Fixture base;

  TrancheDemoServer *server;
  TrancheConnection *connection;
  GTimeZone *zone;
} CheckFixture;

static void
connect_bank (CheckFixture *fixture)
{
  g_autoptr (TrancheAccount) account = tranche_bank_registry_new_account ("monobank");
  g_autoptr (TrancheBank) bank = NULL;

  tranche_account_set_base_url (account, tranche_demo_server_get_base_url (fixture->server));
  tranche_account_set_showcase_id (account, TRANCHE_DEMO_STORE_ID);
  bank = tranche_bank_registry_build (account, TRANCHE_DEMO_STORE_SECRET);
  fixture->connection = tranche_connection_new (account);
  tranche_connection_set_bank (fixture->connection, bank);
  tranche_connection_set_state (fixture->connection, TRANCHE_CONNECTION_READY);
  g_list_store_append (fixture->base.connections, fixture->connection);
}

static TrancheOrder *
ask_state (CheckFixture *fixture,
           TrancheOrder *order)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TrancheOrder *after = NULL;

  tranche_operations_refresh_async (fixture->base.operations, order, TRANCHE_PRIORITY_USER, NULL,
                                    store_result_cb, &result);
  wait_for_result (&result);
  after = tranche_operations_refresh_finish (fixture->base.operations, result, &error);
  g_assert_no_error (error);

  return after;
}

static TrancheOrder *
take_over (CheckFixture *fixture,
           TrancheOrder *memory)
{
  TrancheAccount *account = tranche_connection_get_account (fixture->connection);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GError) error = NULL;

  tranche_order_set_account_id (memory, tranche_account_get_id (account));
  tranche_order_book_add_async (fixture->base.book, memory, TRANCHE_ORIGIN_BANK, NULL,
                                store_result_cb, &result);
  wait_for_result (&result);
  order = tranche_order_book_add_finish (fixture->base.book, result, &error);
  g_assert_no_error (error);

  return ask_state (fixture, order);
}

/* The first one taken over that is committed and of which nothing came back. */
static TrancheOrder *
take_all_over (CheckFixture *fixture)
{
  g_autoptr (GPtrArray) memories = tranche_demo_server_dup_cfront_day (fixture->server);
  TrancheOrder *committed = NULL;

  for (guint i = 0; i < memories->len; i++) {
    g_autoptr (TrancheOrder) order = take_over (fixture, memories->pdata[i]);

    if (committed == NULL && tranche_order_get_stage (order) == TRANCHE_STAGE_COMMITTED)
      committed = g_steal_pointer (&order);
  }

  g_assert_nonnull (committed);

  return committed;
}

static void
set_up (CheckFixture  *fixture,
        gconstpointer  data)
{
  TrancheDemoOptions options = TRANCHE_DEMO_OPTIONS_INIT;
  g_autoptr (GError) error = NULL;

  fixture_set_up (&fixture->base, data);
  options.customers = FALSE;
  fixture->server = tranche_demo_server_new (&options);
  g_assert_true (tranche_demo_server_start (fixture->server, &error));
  g_assert_no_error (error);
  fixture->zone = g_time_zone_new_identifier ("Europe/Kyiv");
  g_assert_nonnull (fixture->zone);
  connect_bank (fixture);
}

static void
tear_down (CheckFixture  *fixture,
           gconstpointer  data)
{
  g_list_store_remove (fixture->base.connections, 1);
  g_clear_object (&fixture->connection);
  fixture_tear_down (&fixture->base, data);
  tranche_demo_server_stop (fixture->server);
  g_clear_object (&fixture->server);
  g_clear_pointer (&fixture->zone, g_time_zone_unref);
}

static TrancheDayReport *
check (CheckFixture  *fixture,
       int            days_ago,
       GCancellable  *cancellable,
       GError       **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now (fixture->zone);
  g_autoptr (GDateTime) day = g_date_time_add_days (now, -days_ago);
  g_autoptr (GAsyncResult) result = NULL;

  tranche_day_check_async (fixture->base.book, fixture->connection, day, cancellable,
                           store_result_cb, &result);
  wait_for_result (&result);

  return tranche_day_check_finish (result, error);
}

/* Every day of the bank, and how many differences they show. */
static guint
check_all_days (CheckFixture *fixture,
                guint        *n_operations)
{
  guint n_differences = 0;

  *n_operations = 0;
  for (int i = 0; i < N_DAYS; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (TrancheDayReport) report = check (fixture, i, NULL, &error);

    g_assert_no_error (error);
    n_differences += report->n_differences;
    *n_operations += report->n_operations;
  }

  return n_differences;
}

/* What was taken over from the bank does not differ from it: neither the day of a
 * commit, nor what came back before. */
static void
test_taken_over (CheckFixture  *fixture,
                 gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = take_all_over (fixture);
  guint n_operations = 0;

  g_assert_cmpuint (check_all_days (fixture, &n_operations), ==, 0);
  g_assert_cmpuint (n_operations, >=, 6);
}

static void
test_empty_book (CheckFixture  *fixture,
                 gconstpointer  data)
{
  guint n_operations = 0;
  guint n_differences = check_all_days (fixture, &n_operations);

  g_assert_cmpuint (n_operations, >, 0);
  g_assert_cmpuint (n_differences, ==, n_operations);
}

static const TrancheDayEntry *
find_entry (TrancheDayReport *report,
            TrancheDayMatch   match)
{
  for (guint i = 0; i < report->entries->len; i++) {
    if (tranche_day_entry_get_match (report->entries->pdata[i]) == match)
      return report->entries->pdata[i];
  }

  return NULL;
}

static void
give_back_here (CheckFixture       *fixture,
                TrancheOrder       *order,
                const TrancheMoney *amount)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TrancheOrder) after = NULL;
  g_autoptr (GError) error = NULL;

  tranche_operations_return_async (fixture->base.operations, order, amount, FALSE, NULL,
                                   store_result_cb, &result);
  wait_for_result (&result);
  after = tranche_operations_return_finish (fixture->base.operations, result, &error);
  g_assert_no_error (error);
}

/* As another computer of the shop does. */
static void
give_back_elsewhere (CheckFixture       *fixture,
                     TrancheOrder       *order,
                     const TrancheMoney *amount)
{
  TrancheBank *bank = tranche_connection_get_bank (fixture->connection);
  g_autoptr (TrancheGoodsReturn) goods = tranche_goods_return_new ("R-7", amount, FALSE, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tranche_bank_return_goods_async (bank, order, goods, NULL, store_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (tranche_bank_return_goods_finish (bank, result, &error));
  g_assert_no_error (error);
}

static void
test_returns (CheckFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = take_all_over (fixture);
  TrancheMoney here = tranche_money (10000, "UAH");
  TrancheMoney elsewhere = tranche_money (12345, "UAH");
  g_autoptr (TrancheDayReport) report = NULL;
  g_autoptr (GError) error = NULL;
  const TrancheDayEntry *entry = NULL;

  /* The bank's clock has only seconds. */
  g_usleep (G_USEC_PER_SEC);
  give_back_here (fixture, order, &here);
  report = check (fixture, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->n_differences, ==, 0);
  g_clear_pointer (&report, tranche_day_report_free);

  give_back_elsewhere (fixture, order, &elsewhere);
  report = check (fixture, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->n_differences, ==, 1);
  entry = find_entry (report, TRANCHE_DAY_RETURN_NOT_IN_BOOK);
  g_assert_nonnull (entry);
  g_assert_cmpint (tranche_day_entry_get_line ((TrancheDayEntry *) entry)->amount.minor, ==, -12345);
}

static void
test_failures (CheckFixture  *fixture,
               gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (check (fixture, 0, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  tranche_demo_server_stop (fixture->server);
  g_assert_null (check (fixture, 0, NULL, &error));
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_NETWORK);
  g_clear_error (&error);

  tranche_connection_set_bank (fixture->connection, NULL);
  g_assert_null (check (fixture, 0, NULL, &error));
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_CREDENTIALS);
}

#define ADD(path, function) \
  g_test_add (path, CheckFixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/day-check/taken-over", test_taken_over);
  ADD ("/day-check/empty-book", test_empty_book);
  ADD ("/day-check/returns", test_returns);
  ADD ("/day-check/failures", test_failures);

  return g_test_run ();
}
