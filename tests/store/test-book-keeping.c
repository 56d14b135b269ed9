/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "fixture.h"
#include "store/backup-folder.h"
#include "store/book-file.h"
#include "store/book-keeping.h"
#include "store/sql.h"

static char *
in_folder (Fixture    *fixture,
           const char *name)
{
  return g_build_filename (fixture->folder, "data", name, NULL);
}

static gboolean
back_up (const char    *from,
         const char    *to,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_book_back_up_async (from, to, NULL, NULL, cancellable, ready_cb, &result);
  await (&result);
  return tranche_book_back_up_finish (result, error);
}

static void
must_back_up (const char *from,
              const char *to)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (back_up (from, to, NULL, &error));
  g_assert_no_error (error);
}

static TrancheBookSummary *
summarize (const char  *path,
           GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_book_summarize_async (path, NULL, ready_cb, &result);
  await (&result);
  return tranche_book_summarize_finish (result, error);
}

static guint
count_orders (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheBookSummary) summary = summarize (path, &error);

  g_assert_no_error (error);
  return summary->n_orders;
}

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
execute (const char *path,
         const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheSql) sql =
    tranche_sql_open (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &error);

  g_assert_no_error (error);
  g_assert_true (tranche_sql_execute (sql, text, &error));
  g_assert_no_error (error);
}

/* Overwrites the middle of a file, where no header is. */
static void
damage (const char *path)
{
  static const char rubbish[6000] = "rubbish";
  g_autofd int fd = g_open (path, O_RDWR | O_CLOEXEC, 0);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (pwrite (fd, rubbish, sizeof rubbish, 4096), ==, sizeof rubbish);
}

static guint
count_files (Fixture *fixture)
{
  g_autofree char *folder = in_folder (fixture, "");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir))
    n++;
  return n;
}

static void
test_back_up (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autofree char *to = g_build_filename (fixture->folder, "made", "copy.db", NULL);
  g_autofree char *log = g_strconcat (to, "-wal", NULL);
  g_autoptr (TrancheBookSummary) summary = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  add_in_stage (fixture, "A-1", TRANCHE_STAGE_WAITING);
  add_in_stage (fixture, "A-2", TRANCHE_STAGE_READY);
  must_back_up (fixture->path, to);

  g_assert_cmpint (g_stat (to, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, 0600);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));

  summary = summarize (to, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (summary->n_orders, ==, 2);
  g_assert_cmpuint (summary->n_open, ==, 0);
  g_assert_cmpint (g_date_time_get_year (summary->newest), ==, 2026);
  g_assert_cmpint (g_date_time_get_month (summary->newest), ==, 3);

  /* A later one takes its place. */
  add_in_stage (fixture, "A-3", TRANCHE_STAGE_WAITING);
  must_back_up (fixture->path, to);
  g_assert_cmpuint (count_orders (to), ==, 3);
}

/* What is written meanwhile is written, and the copy is of one moment. */
static void
test_back_up_while_writing (Fixture       *fixture,
                            gconstpointer  unused)
{
  g_autofree char *to = in_folder (fixture, "copy.db");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  for (; n < 50; n++) {
    g_autofree char *number = g_strdup_printf ("A-%u", n);

    add_in_stage (fixture, number, TRANCHE_STAGE_WAITING);
  }

  tranche_book_back_up_async (fixture->path, to, NULL, NULL, NULL, ready_cb, &result);
  while (!result) {
    g_autofree char *number = g_strdup_printf ("A-%u", n++);

    add_in_stage (fixture, number, TRANCHE_STAGE_WAITING);
  }
  g_assert_true (tranche_book_back_up_finish (result, &error));
  g_assert_no_error (error);

  g_assert_cmpuint (count_orders (to), >=, 50);
  g_assert_cmpuint (count_orders (to), <=, n);
  g_assert_cmpuint (count_orders (fixture->path), ==, n);
}

static void
count_cb (goffset  done,
          goffset  total,
          gpointer user_data)
{
  guint *n = user_data;

  g_assert_cmpint (done, <=, total);
  (*n)++;
}

static void
test_progress (Fixture       *fixture,
               gconstpointer  unused)
{
  g_autofree char *to = in_folder (fixture, "copy.db");
  g_autoptr (GAsyncResult) result = NULL;
  guint n_steps = 0;

  tranche_book_back_up_async (fixture->path, to, count_cb, &n_steps, NULL, ready_cb, &result);
  await (&result);
  g_assert_true (tranche_book_back_up_finish (result, NULL));
  g_assert_cmpuint (n_steps, >, 0);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  unused)
{
  g_autofree char *to = in_folder (fixture, "copy.db");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint n_files = count_files (fixture);

  g_cancellable_cancel (cancellable);
  g_assert_false (back_up (fixture->path, to, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (fixture), ==, n_files);
}

/* A copy that is not sound does not count, and takes no sound one's place. */
static void
test_back_up_damaged (Fixture       *fixture,
                      gconstpointer  unused)
{
  g_autofree char *to = in_folder (fixture, "copy.db");
  g_autoptr (GError) error = NULL;
  guint n_files;

  add_in_stage (fixture, "A-1", TRANCHE_STAGE_WAITING);
  must_back_up (fixture->path, to);
  fixture_close (fixture);
  damage (fixture->path);
  n_files = count_files (fixture);

  g_assert_false (back_up (fixture->path, to, NULL, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_DAMAGED);
  g_assert_cmpuint (count_orders (to), ==, 1);
  g_assert_cmpuint (count_files (fixture), ==, n_files);
}

static void
test_refused_targets (Fixture       *fixture,
                      gconstpointer  unused)
{
  g_autofree char *link_path = in_folder (fixture, "link.db");
  g_autofree char *other = in_folder (fixture, "other.db");
  g_autofree char *nowhere = g_build_filename (fixture->path, "copy.db", NULL);
  g_autoptr (TrancheOrderBook) book = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink (fixture->path, link_path), ==, 0);
  g_assert_false (back_up (fixture->path, link_path, NULL, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_LOCKED);
  g_clear_error (&error);

  book = open_book (other, &error);
  g_assert_no_error (error);
  g_assert_false (back_up (fixture->path, other, NULL, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_LOCKED);
  g_clear_error (&error);
  tranche_order_book_close_async (book, ready_cb, &result);
  await (&result);

  g_assert_false (back_up (fixture->path, nowhere, NULL, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_ACCESS);
}

static void
test_folder (Fixture       *fixture,
             gconstpointer  unused)
{
  g_autofree char *folder = tranche_backup_folder_usual (fixture->path);
  g_autofree char *other = g_build_filename (folder, "orders-2026-11-22.txt", NULL);
  g_autofree char *foreign = g_build_filename (folder, "shop-2026-11-22.db", NULL);
  g_autoptr (GPtrArray) backups = tranche_backup_folder_list (folder, fixture->path);

  g_assert_cmpuint (backups->len, ==, 0);
  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (other, "", 0, NULL);
  g_file_set_contents (foreign, "", 0, NULL);
  for (int i = 10; i > 0; i--) {
    g_autoptr (GDateTime) day = g_date_time_new_local (2026, 11, 20 + i % 10, 14, 30, 0);
    g_autofree char *path = tranche_backup_folder_file (folder, fixture->path, day);

    g_assert_true (g_file_set_contents (path, "", 0, NULL));
  }

  g_clear_pointer (&backups, g_ptr_array_unref);
  backups = tranche_backup_folder_list (folder, fixture->path);
  g_assert_cmpuint (backups->len, ==, 10);

  tranche_backup_folder_prune (folder, fixture->path);
  g_clear_pointer (&backups, g_ptr_array_unref);
  backups = tranche_backup_folder_list (folder, fixture->path);
  g_assert_cmpuint (backups->len, ==, TRANCHE_BACKUPS_KEPT);
  for (guint i = 0; i < backups->len; i++) {
    const TrancheBackup *backup = g_ptr_array_index (backups, i);

    g_assert_cmpint (g_date_time_get_day_of_month (backup->day), ==, 29 - (int) i);
    g_assert_cmpint (g_date_time_get_hour (backup->day), ==, 0);
  }
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
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
  g_assert_cmpuint (count_orders (fixture->path), ==, 1);
  g_assert_cmpuint (count_orders (kept), ==, 2);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, 0600);

  /* And back: no kept book is lost by another. */
  g_assert_true (restore (fixture->path, kept, &kept_again, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (kept_again, !=, kept);
  g_assert_cmpuint (count_orders (kept_again), ==, 1);

  fixture_open (fixture);
  g_assert_cmpuint (count_orders (fixture->path), ==, 2);
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
  g_assert_cmpuint (count_orders (kept), ==, 1);
  g_assert_cmpuint (count_orders (fixture->path), ==, 0);
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
  g_assert_cmpuint (count_orders (fixture->path), ==, 1);
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

  g_assert_null (summarize (source, &summary_error));
  g_assert_error (summary_error, TRANCHE_STORE_ERROR, (int) code);
  g_assert_false (restore (fixture->path, source, &kept, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, (int) code);
  g_assert_null (kept);
  g_assert_cmpuint (count_files (fixture), ==, n_files);
  g_assert_cmpuint (count_orders (fixture->path), ==, 1);
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

  execute (source, "PRAGMA user_version = 9999");
  assert_not_restored (fixture, source, TRANCHE_STORE_ERROR_NEWER);
  execute (source, "PRAGMA user_version = 1; PRAGMA application_id = 7");
  assert_not_restored (fixture, source, TRANCHE_STORE_ERROR_DAMAGED);
  g_assert_true (g_file_set_contents (source, "This is no database.", -1, NULL));
  assert_not_restored (fixture, source, TRANCHE_STORE_ERROR_DAMAGED);
  g_assert_true (g_file_set_contents (source, "", 0, NULL));
  assert_not_restored (fixture, source, TRANCHE_STORE_ERROR_DAMAGED);
  assert_not_restored (fixture, missing, TRANCHE_STORE_ERROR_ACCESS);

  must_back_up (fixture->path, source);
  damage (source);
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
  g_assert_cmpuint (count_orders (fixture->path), ==, 4);
  open = load_open_operations (fixture);
  g_assert_cmpuint (open->len, ==, 1);
}

static TrancheBookFaults
check (const char *path)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TrancheBookFaults faults;

  tranche_book_check_async (path, NULL, NULL, NULL, ready_cb, &result);
  await (&result);
  tranche_book_check_finish (result, &faults, &error);
  g_assert_no_error (error);
  return faults;
}

static void
test_check (Fixture       *fixture,
            gconstpointer  unused)
{
  gint64 id = add_in_stage (fixture, "A-1", TRANCHE_STAGE_READY);

  add_in_stage (fixture, "A-2", TRANCHE_STAGE_WAITING);
  begin_operation (fixture, id, TRANCHE_OPERATION_COMMIT, NULL);
  /* Open or not. */
  g_assert_cmpint (check (fixture->path), ==, TRANCHE_BOOK_SOUND);
  fixture_close (fixture);
  g_assert_cmpint (check (fixture->path), ==, TRANCHE_BOOK_SOUND);

  execute (fixture->path, "UPDATE order_counts SET n = n + 1 WHERE stage = 2");
  g_assert_cmpint (check (fixture->path), ==, TRANCHE_BOOK_FAULT_COUNTS);
  execute (fixture->path, "UPDATE order_counts SET n = n - 1 WHERE stage = 2");

  execute (fixture->path, "UPDATE orders SET unknown = 1 WHERE number = 'A-2'");
  g_assert_cmpint (check (fixture->path), ==, TRANCHE_BOOK_FAULT_JOURNAL);
  execute (fixture->path, "UPDATE orders SET unknown = 0 WHERE number = 'A-2'");

  execute (fixture->path, "PRAGMA foreign_keys = OFF; DELETE FROM account_keys");
  g_assert_cmpint (check (fixture->path), ==, TRANCHE_BOOK_FAULT_REFERENCES);

  damage (fixture->path);
  g_assert_cmpint (check (fixture->path) & TRANCHE_BOOK_FAULT_PAGES, !=, 0);
}

static void
hear_cb (goffset  done,
         goffset  total,
         gpointer user_data)
{
  GArray *percents = user_data;
  guint percent = (guint) (100 * done / total);

  if (percents->len > 0)
    g_assert_cmpuint (percent, >, g_array_index (percents, guint, percents->len - 1));
  g_assert_cmpuint (percent, <=, 100);
  g_array_append_val (percents, percent);
}

/* Enough of them for SQLite to be asked on the way. */
static void
add_many (Fixture *fixture)
{
  add_in_stage (fixture, "A-1", TRANCHE_STAGE_WAITING);
  fixture_close (fixture);
  execute (fixture->path,
           "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 2000)"
           "  INSERT INTO orders (account, number, demo, stage, reason, currency, amount, term,"
           "                      last_name, created_at, last_error_code)"
           "  SELECT (SELECT min (key) FROM account_keys), 'N-' || i, 0, 2, 0, 'RUB', i * 100, 0,"
           "         'Иванова', i, 0 FROM n");
}

/* It is known roughly how far it is, not only that it is at work. */
static void
test_check_progress (Fixture       *fixture,
                     gconstpointer  unused)
{
  g_autoptr (GArray) percents = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TrancheBookFaults faults;

  add_many (fixture);
  tranche_book_check_async (fixture->path, hear_cb, percents, NULL, ready_cb, &result);
  await (&result);
  g_assert_true (tranche_book_check_finish (result, &faults, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (percents->len, >, 10);
  g_assert_cmpuint (g_array_index (percents, guint, 0), <, 30);
  g_assert_cmpuint (g_array_index (percents, guint, percents->len - 1), >, 70);
}

static void
test_check_cancelled (Fixture       *fixture,
                      gconstpointer  unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TrancheBookFaults faults;

  tranche_book_check_async (fixture->path, NULL, NULL, cancellable, ready_cb, &result);
  g_cancellable_cancel (cancellable);
  await (&result);
  if (!tranche_book_check_finish (result, &faults, &error))
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/book-keeping/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

  ADD ("back-up", test_back_up);
  ADD ("back-up-while-writing", test_back_up_while_writing);
  ADD ("progress", test_progress);
  ADD ("cancelled", test_cancelled);
  ADD ("back-up-damaged", test_back_up_damaged);
  ADD ("refused-targets", test_refused_targets);
  ADD ("folder", test_folder);
  ADD ("restore", test_restore);
  ADD ("restore-over-log", test_restore_over_log);
  ADD ("restore-over-damage", test_restore_over_damage);
  ADD ("refused-sources", test_refused_sources);
  ADD ("restore-drops-plans", test_restore_drops_plans);
  ADD ("restore-old", test_restore_old);
  ADD ("check", test_check);
  ADD ("check-progress", test_check_progress);
  ADD ("check-cancelled", test_check_cancelled);

#undef ADD

  return g_test_run ();
}
