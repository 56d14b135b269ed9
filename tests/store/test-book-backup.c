/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/book-keeping.h"

#include <glib/gstdio.h>
#include <string.h>

#include "book-calls.h"
#include "keeping-calls.h"
#include "store/backup-folder.h"

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

  summary = summarize_book (to, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (summary->n_orders, ==, 2);
  g_assert_cmpuint (summary->n_open, ==, 0);
  g_assert_cmpint (g_date_time_get_year (summary->newest), ==, 2026);
  g_assert_cmpint (g_date_time_get_month (summary->newest), ==, 3);

  /* A later one takes its place. */
  add_in_stage (fixture, "A-3", TRANCHE_STAGE_WAITING);
  must_back_up (fixture->path, to);
  g_assert_cmpuint (count_book_orders (to), ==, 3);
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

  g_assert_cmpuint (count_book_orders (to), >=, 50);
  g_assert_cmpuint (count_book_orders (to), <=, n);
  g_assert_cmpuint (count_book_orders (fixture->path), ==, n);
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
  damage_file (fixture->path);
  n_files = count_files (fixture);

  g_assert_false (back_up (fixture->path, to, NULL, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_DAMAGED);
  g_assert_cmpuint (count_book_orders (to), ==, 1);
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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/book-backup/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

  ADD ("back-up", test_back_up);
  ADD ("back-up-while-writing", test_back_up_while_writing);
  ADD ("progress", test_progress);
  ADD ("cancelled", test_cancelled);
  ADD ("back-up-damaged", test_back_up_damaged);
  ADD ("refused-targets", test_refused_targets);
  ADD ("folder", test_folder);

#undef ADD

  return g_test_run ();
}
