/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
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

  for (gsize from = 0; from <= G_N_ELEMENTS (steps); from++)
    {
      g_autoptr (TrancheSql) sql = open_memory ();
      g_autoptr (GError) error = NULL;

      g_assert_true (tranche_schema_migrate (sql, steps, from, &error));
      g_assert_no_error (error);
      g_assert_cmpint (get (sql, "PRAGMA user_version"), ==, from);
      g_assert_true (tranche_schema_migrate (sql, steps, G_N_ELEMENTS (steps), &error));
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

  g_assert_false (tranche_schema_migrate (sql, steps, G_N_ELEMENTS (steps), &error));
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

  g_assert_true (tranche_schema_migrate (sql, steps, n, &error));
  g_assert_no_error (error);
  g_assert_cmpint (get (sql, "PRAGMA application_id"), ==, TRANCHE_SCHEMA_APPLICATION_ID);
  g_assert_true (tranche_schema_inspect (sql, n, &error));
  g_assert_no_error (error);
}

/* What version 1 of the program wrote. The numbers in it never change. */
static const char version_1_contents[] =
  "INSERT INTO account_keys VALUES (1, '" FIXTURE_ACCOUNT "');"
  "INSERT INTO orders (id, account, number, demo, stage, reason, raw_state, currency, amount,"
  "    term, last_name, phone, created_at, signed_at, last_error_code, customer_key)"
  "  VALUES (7, 1, 'A-7', 0, 5, 0, 'signed', 'RUB', 2500100, 0, 'Иванова', '+79998887766',"
  "    1773480615250000, 1773480616000000, 0, 'иванова');"
  "INSERT INTO items VALUES (7, 0, 'Диван', 2, 1250050, 'Мебель', NULL);"
  "INSERT INTO search_text VALUES (7, 'a-7' || char (10) || 'иванова' || char (10) ||"
  "    '79998887766');"
  "INSERT INTO journal (id, order_id, operation, outcome, user, begun_at)"
  "  VALUES (3, 7, 2, 4, 'anna@counter-2', 1773480617000000);"
  "INSERT INTO history (order_id, time, origin, operation, outcome, from_stage, to_stage,"
  "    error_code, detail, user)"
  "  VALUES (7, 1773480617000000, 0, 2, 0, 5, 5, 0, NULL, 'anna@counter-2');";

static void
write_version_1 (const char *path)
{
  gsize n;
  const TrancheMigration *steps = tranche_schema_get_migrations (&n);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheSql) sql =
    tranche_sql_open (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &error);

  g_assert_no_error (error);
  g_assert_true (tranche_schema_migrate (sql, steps, 1, &error));
  g_assert_true (tranche_sql_execute (sql, version_1_contents, &error));
  g_assert_no_error (error);
}

static void
test_version_1 (Fixture       *fixture,
                gconstpointer  unused)
{
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GArray) open = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 3, 14, 12, 0, 0);
  g_autoptr (TrancheOrderQuery) query =
    tranche_order_query_new (TRANCHE_VIEW_NEEDS_ACTION, FIXTURE_ACCOUNT, "Иван 7766",
                             TRANCHE_SORT_URGENCY, FALSE);

  fixture_close (fixture);
  g_free (fixture->path);
  fixture->path = g_build_filename (fixture->folder, "old.db", NULL);
  write_version_1 (fixture->path);
  fixture_open (fixture);

  order = load_order (fixture, 7);
  g_assert_cmpstr (tranche_order_get_number (order), ==, "A-7");
  g_assert_cmpint (tranche_order_get_stage (order), ==, TRANCHE_STAGE_READY);
  g_assert_cmpstr (tranche_order_get_account_id (order), ==, FIXTURE_ACCOUNT);
  g_assert_cmpint (tranche_order_get_amount (order)->minor, ==, 2500100);
  g_assert_cmpint (g_date_time_get_microsecond (tranche_order_get_created_at (order)), ==, 250000);
  g_assert_cmpuint (tranche_order_get_items (order)->len, ==, 1);

  open = load_open_operations (fixture);
  g_assert_cmpuint (open->len, ==, 1);
  g_assert_cmpint (g_array_index (open, TrancheOpenOperation, 0).operation, ==,
                   TRANCHE_OPERATION_COMMIT);
  g_assert_cmpint (g_array_index (open, TrancheOpenOperation, 0).outcome, ==,
                   TRANCHE_OUTCOME_UNKNOWN);
  history = load_history (fixture, 7);
  g_assert_cmpuint (history->len, ==, 1);
  found = query_ids (fixture, query, now);
  g_assert_cmpuint (found->len, ==, 1);
}

/* The numbers that the conditions of the schema stand on. */
static void
test_numbers (void)
{
  g_assert_cmpint (TRANCHE_STAGE_UNKNOWN, ==, 11);
  g_assert_cmpint (TRANCHE_STAGE_COOLING, ==, 4);
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
  g_test_add_func ("/schema/numbers", test_numbers);
  g_test_add ("/schema/version-1", Fixture, NULL, fixture_set_up, test_version_1,
              fixture_tear_down);

  return g_test_run ();
}
