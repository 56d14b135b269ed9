/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A long book of version 1, on its way to the present schema. */

#include <signal.h>
#include <unistd.h>

#include "book-calls.h"
#include "store/schema.h"

#define N_ORDERS 1500

#define BOOK "TRANCHE_BOOK"
#define STATEMENT "TRANCHE_STATEMENT"

static const char more_orders[] =
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 1500)"
  "  INSERT INTO orders (account, number, demo, stage, reason, currency, amount, term,"
  "                      last_name, created_at, last_error_code)"
  "  SELECT (SELECT min (key) FROM account_keys), 'N-' || i, 0, 1 + i % 10, 0, 'RUB', i * 100, 0,"
  "         'Иванова', i, 0 FROM n;"
  "INSERT INTO search_text SELECT id, number FROM orders WHERE number LIKE 'N-%'";

static TrancheSql *
open_sql (const char *path)
{
  g_autoptr (GError) error = NULL;
  TrancheSql *sql =
    tranche_sql_open (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &error);

  g_assert_no_error (error);
  return sql;
}

static void
execute (TrancheSql *sql,
         const char *text)
{
  g_autoptr (GError) error = NULL;

  tranche_sql_execute (sql, text, &error);
  g_assert_no_error (error);
}

static char *
get_text (TrancheSql *sql,
          const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3_stmt) statement = tranche_sql_compile (sql, text, &error);
  gboolean row = FALSE;

  g_assert_no_error (error);
  g_assert_true (tranche_sql_step (sql, statement, &row, &error));
  g_assert_true (row);
  return g_strdup ((const char *) sqlite3_column_text (statement, 0));
}

static void
migrate (TrancheSql *sql,
         gsize       n)
{
  gsize newest;
  const TrancheMigration *steps = tranche_schema_get_migrations (&newest);
  g_autoptr (GError) error = NULL;

  tranche_schema_migrate (sql, steps, n > 0 ? n : newest, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
put_old_book (Fixture *fixture)
{
  g_autofree char *kept = g_test_build_filename (G_TEST_DIST, "store", "book-version-1.db", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheSql) sql = NULL;
  gsize length;

  fixture_close (fixture);
  g_file_get_contents (kept, &contents, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents_full (fixture->path, contents, length, G_FILE_SET_CONTENTS_NONE, 0600,
                            &error);
  g_assert_no_error (error);
  sql = open_sql (fixture->path);
  execute (sql, more_orders);
}

/* Whether the file is whole and of one version: all of that, and nothing of a later. */
static int
check_version (Fixture *fixture)
{
  static const char schema[] =
    "SELECT group_concat (name || ':' || sql, char (10)) FROM"
    "  (SELECT * FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name)";
  g_autoptr (TrancheSql) sql = open_sql (fixture->path);
  g_autoptr (TrancheSql) fresh = open_sql (":memory:");
  g_autofree char *version = get_text (sql, "PRAGMA user_version");
  g_autofree char *sound = get_text (sql, "PRAGMA integrity_check");
  g_autofree char *n = get_text (sql, "SELECT count (*) FROM orders WHERE last_name = 'Иванова'"
                                      "  AND number LIKE 'N-%'");
  g_autofree char *found = get_text (sql, schema);
  g_autofree char *expected = NULL;

  migrate (fresh, (gsize) g_ascii_strtoll (version, NULL, 10));
  expected = get_text (fresh, schema);
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpstr (sound, ==, "ok");
  g_assert_cmpint (g_ascii_strtoll (n, NULL, 10), ==, N_ORDERS);
  return (int) g_ascii_strtoll (version, NULL, 10);
}

static void
check_upgraded (Fixture *fixture)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 3, 14, 12, 0, 0);
  g_autoptr (TrancheOrderQuery) query =
    tranche_order_query_new (TRANCHE_VIEW_ALL, NULL, "иванова n-1234", TRANCHE_SORT_CREATED, FALSE);
  g_autoptr (GArray) found = NULL;
  g_autoptr (GArray) counts = NULL;

  fixture_open (fixture);
  found = query_ids (fixture, query, now);
  g_assert_cmpuint (found->len, ==, 1);
  counts = count_views (fixture, now);
  g_assert_cmpuint (g_array_index (counts, guint, TRANCHE_VIEW_ALL), ==, N_ORDERS + 4);
}

static int
kill_cb (unsigned int  event,
         void         *data,
         void         *statement,
         void         *text)
{
  int *left = data;

  if (--*left <= 0)
    kill (getpid (), SIGKILL);
  return 0;
}

/* With so small a cache, what is not committed is in the file as well. */
static void
test_killed_child (void)
{
  g_autoptr (TrancheSql) sql = open_sql (g_getenv (BOOK));
  int left = atoi (g_getenv (STATEMENT));

  execute (sql, "PRAGMA journal_mode = WAL; PRAGMA cache_size = 10");
  sqlite3_trace_v2 (tranche_sql_get_handle (sql), SQLITE_TRACE_STMT, kill_cb, &left);
  migrate (sql, 0);
}

/* Killed at a statement after the other, the book is what it was before one step of the
 * schema or after it, and the next start ends the work. */
static void
test_killed (Fixture       *fixture,
             gconstpointer  unused)
{
  gsize newest;
  gboolean killed_between = FALSE;

  tranche_schema_get_migrations (&newest);
  for (guint at = 3; at < 1000; at = at * 5 / 4 + 1) {
    g_auto (GStrv) environment = g_get_environ ();
    g_autofree char *statement = g_strdup_printf ("%u", at);
    int version;

    put_old_book (fixture);
    environment = g_environ_setenv (environment, BOOK, fixture->path, TRUE);
    environment = g_environ_setenv (environment, STATEMENT, statement, TRUE);
    g_test_trap_subprocess_with_envp ("/upgrade/subprocess/killed",
                                      (const char * const *) environment, 0,
                                      G_TEST_SUBPROCESS_DEFAULT);
    version = check_version (fixture);
    g_test_message ("killed at statement %u: version %d", at, version);
    if (g_test_trap_has_passed ()) {
      g_assert_cmpint (version, ==, newest);
      break;
    }
    killed_between |= version > 1 && version < (int) newest;
    check_upgraded (fixture);
  }

  g_assert_true (killed_between);
}

static void
fraction_cb (TrancheBookUpgrade *upgrade,
             GParamSpec         *pspec,
             gpointer            user_data)
{
  GArray *fractions = user_data;
  double fraction = tranche_book_upgrade_get_fraction (upgrade);

  if (fractions->len > 0)
    g_assert_cmpfloat (fraction, >, g_array_index (fractions, double, fractions->len - 1));
  g_array_append_val (fractions, fraction);
}

static void
test_told (Fixture       *fixture,
           gconstpointer  unused)
{
  g_autoptr (TrancheBookUpgrade) upgrade = tranche_book_upgrade_new ();
  g_autoptr (GArray) fractions = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  put_old_book (fixture);
  g_signal_connect (upgrade, "notify::fraction", G_CALLBACK (fraction_cb), fractions);
  tranche_order_book_open_async (fixture->path, upgrade, NULL, ready_cb, &result);
  await (&result);
  fixture->book = tranche_order_book_open_finish (result, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (fractions->len, >, 3);
  g_assert_cmpfloat (tranche_book_upgrade_get_fraction (upgrade), >, 0.5);
  g_assert_cmpfloat (tranche_book_upgrade_get_fraction (upgrade), <=, 1);
}

static void
cancel_cb (TrancheBookUpgrade *upgrade,
           GParamSpec         *pspec,
           gpointer            user_data)
{
  g_cancellable_cancel (user_data);
}

/* Whoever closes the window does not wait for the end. */
static void
test_canceled (Fixture       *fixture,
               gconstpointer  unused)
{
  g_autoptr (TrancheBookUpgrade) upgrade = tranche_book_upgrade_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gsize newest;

  tranche_schema_get_migrations (&newest);
  put_old_book (fixture);
  g_signal_connect (upgrade, "notify::fraction", G_CALLBACK (cancel_cb), cancellable);
  tranche_order_book_open_async (fixture->path, upgrade, cancellable, ready_cb, &result);
  await (&result);
  g_assert_null (tranche_order_book_open_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  g_assert_cmpint (check_version (fixture), <, newest);
  check_upgraded (fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/upgrade/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("killed", test_killed);
  ADD ("told", test_told);
  ADD ("canceled", test_canceled);
  g_test_add_func ("/upgrade/subprocess/killed", test_killed_child);

  return g_test_run ();
}
