/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/book-keeping.h"

#include <glib/gstdio.h>
#include <string.h>

#include "book-calls.h"
#include "keeping-calls.h"
#include "store/book-file.h"

static gboolean
restore (const char  *path,
         const char  *source,
         char       **kept,
         GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_book_restore_async (path, source, NULL, ready_cb, &result);
  await (&result);
  return tranche_book_restore_finish (result, kept, error);
}

static void
test_restore (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autofree char *backup = in_folder (fixture, "copy.db");
  g_autofree char *kept = NULL;
  g_autofree char *kept_again = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  add_in_stage (fixture, "A-1", TRANCHE_STAGE_WAITING);
  must_back_up (fixture->path, backup);
  add_in_stage (fixture, "A-2", TRANCHE_STAGE_WAITING);

  /* Not under an open book. */
  g_assert_false (restore (fixture->path, backup, &kept, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_LOCKED);
  g_clear_error (&error);

  fixture_close (fixture);
  g_assert_true (restore (fixture->path, backup, &kept, &error));
  g_assert_no_error (error);
  g_assert_nonnull (strstr (kept, "/orders-kept-20"));
  g_assert_cmpuint (count_book_orders (fixture->path), ==, 1);
  g_assert_cmpuint (count_book_orders (kept), ==, 2);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, 0600);

  /* And back: no kept book is lost by another. */
  g_assert_true (restore (fixture->path, kept, &kept_again, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (kept_again, !=, kept);
  g_assert_cmpuint (count_book_orders (kept_again), ==, 1);

  fixture_open (fixture);
  g_assert_cmpuint (count_book_orders (fixture->path), ==, 2);
}

/* What the log alone has is kept as well, and does not get into the next book. */
static void
test_restore_over_log (Fixture       *fixture,
                       gconstpointer  unused)
{
  g_autofree char *backup = in_folder (fixture, "copy.db");
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *saved = NULL;
  g_autofree char *saved_log = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  gsize length, log_length;

  must_back_up (fixture->path, backup);
  add_in_stage (fixture, "A-1", TRANCHE_STAGE_WAITING);
  g_assert_true (g_file_get_contents (fixture->path, &saved, &length, NULL));
  g_assert_true (g_file_get_contents (log, &saved_log, &log_length, NULL));
  g_assert_cmpuint (log_length, >, 0);
  fixture_close (fixture);
  /* As a power cut leaves it. */
  g_assert_true (g_file_set_contents (fixture->path, saved, length, NULL));
  g_assert_true (g_file_set_contents (log, saved_log, log_length, NULL));

  g_assert_true (restore (fixture->path, backup, &kept, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_book_orders (kept), ==, 1);
  g_assert_cmpuint (count_book_orders (fixture->path), ==, 0);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
}

static void
test_restore_over_damage (Fixture       *fixture,
                          gconstpointer  unused)
{
  g_autofree char *backup = in_folder (fixture, "copy.db");
  g_autofree char *damaged = NULL;
  g_autofree char *kept_content = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  gsize length, kept_length;

  add_in_stage (fixture, "A-1", TRANCHE_STAGE_WAITING);
  must_back_up (fixture->path, backup);
  fixture_close (fixture);
  g_assert_true (g_file_set_contents (fixture->path, "This is no database.", -1, NULL));
  g_assert_true (g_file_get_contents (fixture->path, &damaged, &length, NULL));

  g_assert_true (restore (fixture->path, backup, &kept, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (kept, &kept_content, &kept_length, NULL));
  g_assert_cmpmem (kept_content, kept_length, damaged, length);
  g_clear_pointer (&kept, g_free);

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_true (restore (fixture->path, backup, &kept, &error));
  g_assert_no_error (error);
  g_assert_null (kept);

  fixture_open (fixture);
  g_assert_cmpuint (count_book_orders (fixture->path), ==, 1);
}

static void
assert_not_restored (Fixture           *fixture,
                     const char        *source,
                     TrancheStoreError  code)
{
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) summary_error = NULL;
  guint n_files = count_files (fixture);

  g_assert_null (summarize_book (source, &summary_error));
  g_assert_error (summary_error, TRANCHE_STORE_ERROR, (int) code);
  g_assert_false (restore (fixture->path, source, &kept, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, (int) code);
  g_assert_null (kept);
  g_assert_cmpuint (count_files (fixture), ==, n_files);
  g_assert_cmpuint (count_book_orders (fixture->path), ==, 1);
}

static void
test_refused_sources (Fixture       *fixture,
                      gconstpointer  unused)
{
  g_autofree char *source = in_folder (fixture, "copy.db");
  g_autofree char *missing = in_folder (fixture, "missing.db");

  add_in_stage (fixture, "A-1", TRANCHE_STAGE_WAITING);
  must_back_up (fixture->path, source);
  fixture_close (fixture);

  execute_in_file (source, "PRAGMA user_version = 9999");
  assert_not_restored (fixture, source, TRANCHE_STORE_ERROR_NEWER);
  execute_in_file (source, "PRAGMA user_version = 1; PRAGMA application_id = 7");
  assert_not_restored (fixture, source, TRANCHE_STORE_ERROR_DAMAGED);
  g_assert_true (g_file_set_contents (source, "This is no database.", -1, NULL));
  assert_not_restored (fixture, source, TRANCHE_STORE_ERROR_DAMAGED);
  g_assert_true (g_file_set_contents (source, "", 0, NULL));
  assert_not_restored (fixture, source, TRANCHE_STORE_ERROR_DAMAGED);
  assert_not_restored (fixture, missing, TRANCHE_STORE_ERROR_ACCESS);

  must_back_up (fixture->path, source);
  damage_file (source);
  assert_not_restored (fixture, source, TRANCHE_STORE_ERROR_DAMAGED);
}

/* A plan that was dropped after the backup must not come back with it. */
static void
test_restore_drops_plans (Fixture       *fixture,
                          gconstpointer  unused)
{
  g_autofree char *backup = in_folder (fixture, "copy.db");
  g_autofree char *kept = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) planned = NULL;
  g_autoptr (TrancheOrder) order = NULL;
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = add_in_stage (fixture, "A-1", TRANCHE_STAGE_COOLING);

  tranche_order_book_plan_commit_async (fixture->book, id, TRUE, "me", NULL, ready_cb, &result);
  await (&result);
  order = tranche_order_book_plan_commit_finish (fixture->book, result, &error);
  g_assert_no_error (error);
  g_clear_object (&result);
  must_back_up (fixture->path, backup);
  fixture_close (fixture);
  g_assert_true (restore (fixture->path, backup, &kept, &error));
  g_assert_no_error (error);

  fixture_open (fixture);
  tranche_order_book_planned_async (fixture->book, NULL, ready_cb, &planned);
  await (&planned);
  plans = tranche_order_book_planned_finish (fixture->book, planned, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plans->len, ==, 0);
}

/* A backup that an older program made. */
static void
test_restore_old (Fixture       *fixture,
                  gconstpointer  unused)
{
  g_autofree char *old = g_test_build_filename (G_TEST_DIST, "store", "book-version-1.db", NULL);
  g_autofree char *kept = NULL;
  g_autoptr (GArray) open = NULL;
  g_autoptr (GError) error = NULL;

  fixture_close (fixture);
  g_assert_true (restore (fixture->path, old, &kept, &error));
  g_assert_no_error (error);

  fixture_open (fixture);
  g_assert_cmpuint (count_book_orders (fixture->path), ==, 4);
  open = load_open_operations (fixture);
  g_assert_cmpuint (open->len, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/book-restore/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

  ADD ("restore", test_restore);
  ADD ("restore-over-log", test_restore_over_log);
  ADD ("restore-over-damage", test_restore_over_damage);
  ADD ("refused-sources", test_refused_sources);
  ADD ("restore-drops-plans", test_restore_drops_plans);
  ADD ("restore-old", test_restore_old);

#undef ADD

  return g_test_run ();
}
