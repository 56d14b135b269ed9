/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What any version of the program wrote opens in this one. The books were made
 * by make-kept-book.c as it stood then; that of version 1 is in test-schema.c.
 */

#include "book-calls.h"
#include "store/account-book.h"
#include "store/schema.h"

static char *
find_kept (int version)
{
  g_autofree char *name = g_strdup_printf ("book-version-%d.db", version);

  return g_test_build_filename (G_TEST_DIST, "store", name, NULL);
}

/* Whoever gives the schema a version keeps a book of the one before. */
static void
test_complete (void)
{
  gsize newest;

  tranche_schema_get_migrations (&newest);
  for (int version = 1; version < (int) newest; version++) {
    g_autofree char *kept = find_kept (version);

    if (!g_file_test (kept, G_FILE_TEST_EXISTS))
      g_error ("There is no %s: see make-kept-book.c", kept);
  }
}

static void
open_kept (Fixture    *fixture,
           const char *kept)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

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
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) loaded = NULL;
  g_autoptr (GError) error = NULL;
  const TrancheAgreement *agreement;

  tranche_account_book_load_async (accounts, NULL, ready_cb, &result);
  await (&result);
  loaded = tranche_account_book_load_finish (accounts, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (loaded->len, ==, 2);
  g_assert_cmpstr (tranche_account_get_name (g_ptr_array_index (loaded, 0)), ==, "Крамниця");
  agreement = tranche_account_get_agreement (g_ptr_array_index (loaded, 0));
  g_assert_cmpint (agreement->services, ==, TRANCHE_SERVICE_RETURN | TRANCHE_SERVICE_REPORT);
  g_assert_cmpstr (agreement->id_header, ==, "store-id");
  g_assert_true (agreement->points_checked);
  g_assert_true (tranche_agreement_has_point (agreement, "K-1"));
  g_assert_cmpstr (tranche_account_get_name (g_ptr_array_index (loaded, 1)), ==, "Магазин");
  g_assert_cmpuint (tranche_account_get_rate (g_ptr_array_index (loaded, 1)), ==, 7);
}

static void
assert_order (Fixture      *fixture,
              gint64        id,
              TrancheStage  stage,
              guint         n_history)
{
  g_autoptr (TrancheOrder) order = load_order (fixture, id);
  g_autoptr (GPtrArray) history = load_history (fixture, id);
  g_autofree char *number = g_strdup_printf ("A-%d", (int) id);

  g_assert_cmpstr (tranche_order_get_number (order), ==, number);
  g_assert_cmpint (tranche_order_get_stage (order), ==, stage);
  g_assert_cmpint (tranche_order_get_amount (order)->minor, ==, 2500100);
  g_assert_cmpstr (tranche_order_get_account_id (order), ==, FIXTURE_ACCOUNT);
  g_assert_cmpstr (tranche_order_get_customer (order)->first_name, ==, "Алёна");
  g_assert_cmpuint (tranche_order_get_items (order)->len, ==, 1);
  g_assert_cmpuint (history->len, ==, n_history);
}

static guint
count_found (Fixture    *fixture,
             const char *text)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 3, 14, 12, 0, 0);
  g_autoptr (TrancheOrderQuery) query =
    tranche_order_query_new (TRANCHE_VIEW_ALL, NULL, text, TRANCHE_SORT_CREATED, FALSE);
  g_autoptr (GArray) found = query_ids (fixture, query, now);

  return found->len;
}

static void
assert_operations (Fixture *fixture)
{
  g_autoptr (GArray) open = load_open_operations (fixture);
  g_autoptr (GPtrArray) returns = load_returns (fixture, 5);
  g_autoptr (TrancheOrder) settled = NULL;
  g_autoptr (TrancheOrder) answer = make_answer (TRANCHE_STAGE_COMMITTED, "signed, committed");
  g_autoptr (GError) error = NULL;
  const TrancheOpenOperation *operation;

  g_assert_cmpuint (returns->len, ==, 1);
  g_assert_cmpuint (open->len, ==, 1);
  operation = &g_array_index (open, TrancheOpenOperation, 0);
  g_assert_cmpint (operation->order_id, ==, 1);
  g_assert_cmpint (operation->operation, ==, TRANCHE_OPERATION_COMMIT);
  settled = settle_operation (fixture, operation->id, TRANCHE_OUTCOME_DONE, answer, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tranche_order_get_stage (settled), ==, TRANCHE_STAGE_COMMITTED);
}

static gboolean
is_sound (Fixture *fixture)
{
  g_autoptr (TrancheSql) sql = tranche_sql_open (fixture->path, SQLITE_OPEN_READONLY, NULL);
  gint64 n_strays;

  g_assert_true (tranche_sql_get_int64 (sql, "SELECT count(*) FROM pragma_foreign_key_check",
                                        &n_strays, NULL));
  return n_strays == 0;
}

static void
test_version (gconstpointer data)
{
  int version = GPOINTER_TO_INT (data);
  g_autofree char *kept = find_kept (version);
  g_autoptr (TrancheOrder) planned = NULL;
  g_autoptr (TrancheOrder) sold = NULL;
  Fixture fixture;

  fixture_set_up (&fixture, NULL);
  fixture_close (&fixture);
  open_kept (&fixture, kept);

  assert_accounts (&fixture);
  assert_order (&fixture, 1, TRANCHE_STAGE_READY, 2);
  assert_order (&fixture, 2, TRANCHE_STAGE_WAITING, 3);
  assert_order (&fixture, 3, TRANCHE_STAGE_DRAFT, 1);
  assert_order (&fixture, 4, TRANCHE_STAGE_COOLING, version >= 3 ? 2 : 1);
  assert_order (&fixture, 5, TRANCHE_STAGE_COMMITTED, 4);

  planned = load_order (&fixture, 4);
  g_assert_cmpint (tranche_order_get_commit_planned (planned), ==, version >= 3);
  sold = load_order (&fixture, 5);
  g_assert_cmpstr (tranche_order_get_point_code (sold), ==, "K-1");
  g_assert_cmpstr (tranche_order_get_invoice_number (sold), ==, "I-9");

  g_assert_cmpuint (count_found (&fixture, NULL), ==, 5);
  g_assert_cmpuint (count_found (&fixture, "иванова 7766"), ==, 5);
  g_assert_cmpuint (count_found (&fixture, "a-3"), ==, 1);
  assert_operations (&fixture);
  g_assert_true (is_sound (&fixture));

  fixture_tear_down (&fixture, NULL);
}

int
main (int    argc,
      char **argv)
{
  gsize newest;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kept-books/complete", test_complete);
  tranche_schema_get_migrations (&newest);
  for (int version = 2; version <= (int) newest; version++) {
    g_autofree char *kept = find_kept (version);
    g_autofree char *name = g_strdup_printf ("/kept-books/version-%d", version);

    if (g_file_test (kept, G_FILE_TEST_EXISTS))
      g_test_add_data_func (name, GINT_TO_POINTER (version), test_version);
  }

  return g_test_run ();
}
