/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "book-calls.h"
#include "store/account-book.h"
#include "store/schema.h"

static TrancheSql *
open_memory (void)
{
  g_autoptr (GError) error = NULL;
  TrancheSql *sql = tranche_sql_open (":memory:", SQLITE_OPEN_READWRITE, &error);

  g_assert_no_error (error);
  return sql;
}

static gint64
get (TrancheSql *sql,
     const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  g_assert_true (tranche_sql_get_int64 (sql, text, &value, &error));
  g_assert_no_error (error);
  return value;
}

/* From each version to each later one, with what the earlier ones held. */
static void
test_steps (void)
{
  static const TrancheMigration steps[] = {
    { 1, "CREATE TABLE a (x INTEGER); INSERT INTO a VALUES (1)" },
    { 2, "ALTER TABLE a ADD COLUMN y INTEGER NOT NULL DEFAULT 5" },
    { 3, "UPDATE a SET x = x + y" },
  };

  for (gsize from = 0; from <= G_N_ELEMENTS (steps); from++) {
    g_autoptr (TrancheSql) sql = open_memory ();
    g_autoptr (GError) error = NULL;

    g_assert_true (tranche_schema_migrate (sql, steps, from, NULL, NULL, &error));
    g_assert_no_error (error);
    g_assert_cmpint (get (sql, "PRAGMA user_version"), ==, from);
    g_assert_true (tranche_schema_migrate (sql, steps, G_N_ELEMENTS (steps), NULL, NULL, &error));
    g_assert_no_error (error);
    g_assert_cmpint (get (sql, "PRAGMA user_version"), ==, 3);
    g_assert_cmpint (get (sql, "SELECT x FROM a"), ==, 6);
  }
}

/* A step that fails leaves the version before it, whole. */
static void
test_failing_step (void)
{
  static const TrancheMigration steps[] = {
    { 1, "CREATE TABLE a (x INTEGER NOT NULL); INSERT INTO a VALUES (1)" },
    { 2, "UPDATE a SET x = 2; INSERT INTO a VALUES (NULL)" },
  };
  g_autoptr (TrancheSql) sql = open_memory ();
  g_autoptr (GError) error = NULL;

  g_assert_false (tranche_schema_migrate (sql, steps, G_N_ELEMENTS (steps), NULL, NULL, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_FAILED);
  g_assert_false (tranche_sql_in_transaction (sql));
  g_assert_cmpint (get (sql, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (get (sql, "SELECT x FROM a"), ==, 1);
}

static void
test_versions (void)
{
  gsize n;
  const TrancheMigration *steps = tranche_schema_get_migrations (&n);
  g_autoptr (TrancheSql) sql = open_memory ();
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < n; i++)
    g_assert_cmpint (steps[i].version, ==, i + 1);

  g_assert_true (tranche_schema_migrate (sql, steps, n, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (get (sql, "PRAGMA application_id"), ==, TRANCHE_SCHEMA_APPLICATION_ID);
  g_assert_true (tranche_schema_inspect (sql, n, &error));
  g_assert_no_error (error);
}

static void
execute (TrancheSql *sql,
         const char *text)
{
  g_autoptr (GError) error = NULL;

  tranche_sql_execute (sql, text, &error);
  g_assert_no_error (error);
}

static void
add_made_at (TrancheSql *sql,
             gint64      created)
{
  g_autofree char *text =
    g_strdup_printf ("INSERT INTO orders (account, number, demo, stage, reason, currency, amount,"
                     "                    term, created_at, last_error_code)"
                     "  SELECT 1, count (*), 0, 1, 0, 'RUB', 100, 0, %" G_GINT64_FORMAT ", 0"
                     "  FROM orders", created);

  execute (sql, text);
}

/* The others have their ids in the order of their making. */
static void
test_belated (void)
{
  static const char belated[] = "SELECT coalesce (sum (1 << id), 0) FROM orders WHERE belated";
  gsize n;
  const TrancheMigration *steps = tranche_schema_get_migrations (&n);
  g_autoptr (TrancheSql) sql = open_memory ();

  g_assert_true (tranche_schema_migrate (sql, steps, 7, NULL, NULL, NULL));
  execute (sql, "INSERT INTO account_keys VALUES (1, 'account')");
  add_made_at (sql, 10);
  add_made_at (sql, 30);
  add_made_at (sql, 20);
  add_made_at (sql, 25);
  add_made_at (sql, 40);
  g_assert_true (tranche_schema_migrate (sql, steps, n, NULL, NULL, NULL));
  g_assert_cmpint (get (sql, belated), ==, 1 << 3 | 1 << 4);

  add_made_at (sql, 40);
  add_made_at (sql, 39);
  add_made_at (sql, 41);
  g_assert_cmpint (get (sql, belated), ==, 1 << 3 | 1 << 4 | 1 << 7);

  execute (sql, "UPDATE orders SET created_at = 50 WHERE id = 1");
  execute (sql, "UPDATE orders SET created_at = 41 WHERE id = 8");
  g_assert_cmpint (get (sql, belated), ==, 1 << 1 | 1 << 3 | 1 << 4 | 1 << 7);
  /* The first one is not the measure of others now. */
  add_made_at (sql, 45);
  g_assert_cmpint (get (sql, belated), ==, 1 << 1 | 1 << 3 | 1 << 4 | 1 << 7);
}

/* Puts a book that was kept where the fixture's was. */
static void
open_kept (Fixture    *fixture,
           const char *name)
{
  g_autofree char *kept = g_test_build_filename (G_TEST_DIST, "store", name, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  fixture_close (fixture);
  g_free (fixture->path);
  fixture->path = g_build_filename (fixture->folder, "old.db", NULL);
  g_file_get_contents (kept, &contents, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents_full (fixture->path, contents, length, G_FILE_SET_CONTENTS_NONE, 0600,
                            &error);
  g_assert_no_error (error);
  fixture_open (fixture);
}

static void
assert_accounts (Fixture *fixture)
{
  g_autoptr (TrancheAccountBook) accounts = tranche_account_book_new (fixture->book);
  g_autoptr (TrancheAgreement) none = tranche_agreement_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) loaded = NULL;
  g_autoptr (GError) error = NULL;
  TrancheAccount *account;

  tranche_account_book_load_async (accounts, NULL, ready_cb, &result);
  await (&result);
  loaded = tranche_account_book_load_finish (accounts, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (loaded->len, ==, 1);
  account = g_ptr_array_index (loaded, 0);
  g_assert_cmpstr (tranche_account_get_id (account), ==, FIXTURE_ACCOUNT);
  g_assert_cmpstr (tranche_account_get_name (account), ==, "Магазин");
  g_assert_true (tranche_account_get_ask_handover (account));
  g_assert_cmpuint (tranche_account_get_rate (account), ==, 7);
  g_assert_cmpuint (tranche_account_get_products (account)->len, ==, 1);
  g_assert_true (tranche_agreement_equal (tranche_account_get_agreement (account), none));
}

static guint
count_found (Fixture     *fixture,
             TrancheView  view,
             const char  *text)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 3, 14, 12, 0, 0);
  g_autoptr (TrancheOrderQuery) query =
    tranche_order_query_new (view, FIXTURE_ACCOUNT, text, TRANCHE_SORT_URGENCY, FALSE);
  g_autoptr (GArray) found = query_ids (fixture, query, now);

  return found->len;
}

/* A book that version 1 of the program wrote: with an order whose commit has no
 * answer, a draft, one that the bank does not know and a refused cancel. */
static void
test_version_1 (Fixture       *fixture,
                gconstpointer  unused)
{
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (TrancheOrder) committed = NULL;
  g_autoptr (TrancheOrder) answer = make_answer (TRANCHE_STAGE_COMMITTED, "signed, committed");
  g_autoptr (GArray) open = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GPtrArray) returns = NULL;
  g_autoptr (GError) error = NULL;

  open_kept (fixture, "book-version-1.db");
  assert_accounts (fixture);

  order = load_order (fixture, 1);
  g_assert_cmpstr (tranche_order_get_number (order), ==, "A-1");
  g_assert_cmpint (tranche_order_get_stage (order), ==, TRANCHE_STAGE_READY);
  g_assert_cmpstr (tranche_order_get_account_id (order), ==, FIXTURE_ACCOUNT);
  g_assert_cmpint (tranche_order_get_amount (order)->minor, ==, 2500100);
  g_assert_cmpint (g_date_time_get_microsecond (tranche_order_get_created_at (order)), ==, 250000);
  g_assert_cmpstr (tranche_order_get_loan_number (order), ==, "L-17");
  g_assert_cmpuint (tranche_order_get_items (order)->len, ==, 1);
  g_assert_null (tranche_order_get_invoice_number (order));
  g_assert_null (tranche_order_get_trace_id (order));

  history = load_history (fixture, 1);
  g_assert_cmpuint (history->len, ==, 6);
  g_assert_null (tranche_history_entry_get_trace_id (g_ptr_array_index (history, 5)));
  returns = load_returns (fixture, 1);
  g_assert_cmpuint (returns->len, ==, 0);

  g_assert_cmpuint (count_found (fixture, TRANCHE_VIEW_NEEDS_ACTION, "Иван 7766"), ==, 2);
  g_assert_cmpuint (count_found (fixture, TRANCHE_VIEW_ALL, "a-3"), ==, 1);
  g_assert_cmpuint (count_found (fixture, TRANCHE_VIEW_ALL, NULL), ==, 4);

  open = load_open_operations (fixture);
  g_assert_cmpuint (open->len, ==, 1);
  g_assert_cmpint (g_array_index (open, TrancheOpenOperation, 0).operation, ==,
                   TRANCHE_OPERATION_COMMIT);
  g_assert_cmpint (g_array_index (open, TrancheOpenOperation, 0).outcome, ==,
                   TRANCHE_OUTCOME_UNKNOWN);
  committed = settle_operation (fixture, g_array_index (open, TrancheOpenOperation, 0).id,
                                TRANCHE_OUTCOME_DONE, answer, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_stage (committed), ==, TRANCHE_STAGE_COMMITTED);
}

/* The numbers that the conditions of the schema stand on. */
static void
test_numbers (void)
{
  g_assert_cmpint (TRANCHE_STAGE_UNKNOWN, ==, 11);
  g_assert_cmpint (TRANCHE_STAGE_COOLING, ==, 4);
  g_assert_cmpint (TRANCHE_STAGE_CANCELED, ==, 9);
  g_assert_cmpint (TRANCHE_STAGE_REJECTED, ==, 10);
  g_assert_cmpint (TRANCHE_OUTCOME_INTENDED, ==, 0);
  g_assert_cmpint (TRANCHE_OUTCOME_SENT, ==, 1);
  g_assert_cmpint (TRANCHE_OUTCOME_UNKNOWN, ==, 4);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schema/steps", test_steps);
  g_test_add_func ("/schema/failing-step", test_failing_step);
  g_test_add_func ("/schema/versions", test_versions);
  g_test_add_func ("/schema/belated", test_belated);
  g_test_add_func ("/schema/numbers", test_numbers);
  g_test_add ("/schema/version-1", Fixture, NULL, fixture_set_up, test_version_1,
              fixture_tear_down);

  return g_test_run ();
}
