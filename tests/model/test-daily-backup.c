/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "fixture.h"
#include "model/daily-backup.h"
#include "store/backup-folder.h"
#include "store/book-summary.h"

typedef struct {
  TrancheBookKeeper *keeper;
  TrancheDailyBackup *daily;
  GDateTime *now;
  guint n_backed_up;
} Backup;

static void
backed_up_cb (Backup *backup)
{
  backup->n_backed_up++;
}

static void
set_up (Backup  *backup,
        Fixture *fixture)
{
  *backup = (Backup) { NULL };
  backup->keeper = tranche_book_keeper_new (fixture->book);
  backup->daily = tranche_daily_backup_new (fixture->book, backup->keeper);
  backup->now = g_date_time_new_local (2026, 11, 22, 9, 15, 0);
  g_signal_connect_swapped (backup->daily, "backed-up", G_CALLBACK (backed_up_cb), backup);
  tranche_daily_backup_start (backup->daily);
}

static void
tear_down (Backup *backup)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_daily_backup_stop (backup->daily);
  tranche_book_keeper_close_async (backup->keeper, store_result_cb, &result);
  wait_for_result (&result);
  g_assert_true (tranche_book_keeper_close_finish (backup->keeper, result, NULL));
  g_clear_object (&result);
  g_assert_finalize_object (backup->daily);
  g_assert_finalize_object (backup->keeper);
  g_date_time_unref (backup->now);
}

static GPtrArray *
list (Backup *backup)
{
  g_autofree char *folder = tranche_daily_backup_dup_folder (backup->daily);

  return tranche_backup_folder_list (folder, tranche_book_keeper_get_path (backup->keeper));
}

/* Once a day, and whole. */
static void
test_once_a_day (Fixture       *fixture,
                 gconstpointer  unused)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_WAITING);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GDateTime) evening = NULL;
  g_autoptr (GDateTime) tomorrow = NULL;
  g_autoptr (TrancheBookSummary) summary = NULL;
  Backup backup;

  set_up (&backup, fixture);
  tranche_daily_backup_check (backup.daily, backup.now);
  tranche_daily_backup_check (backup.daily, backup.now);
  WAIT_UNTIL (backup.n_backed_up == 1);

  evening = g_date_time_add_hours (backup.now, 10);
  tranche_daily_backup_check (backup.daily, evening);
  settle_main_loop ();
  tomorrow = g_date_time_add_days (backup.now, 1);
  tranche_daily_backup_check (backup.daily, tomorrow);
  WAIT_UNTIL (backup.n_backed_up == 2);

  backups = list (&backup);
  g_assert_cmpuint (backups->len, ==, 2);
  summary = tranche_book_summary_new (((TrancheBackup *) g_ptr_array_index (backups, 0))->path,
                                      NULL);
  g_assert_cmpuint (summary->n_orders, ==, 1);
  g_assert_null (tranche_daily_backup_get_trouble (backup.daily));
  tear_down (&backup);
}

static void
test_seven_kept (Fixture       *fixture,
                 gconstpointer  unused)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_WAITING);
  g_autoptr (GPtrArray) backups = NULL;
  Backup backup;

  set_up (&backup, fixture);
  for (guint i = 1; i <= 9; i++) {
    g_autoptr (GDateTime) day = g_date_time_add_days (backup.now, (int) i);

    tranche_daily_backup_check (backup.daily, day);
    WAIT_UNTIL (backup.n_backed_up == i);
  }

  backups = list (&backup);
  g_assert_cmpuint (backups->len, ==, TRANCHE_BACKUPS_KEPT);
  tear_down (&backup);
}

/* Nothing of an empty book, and nothing when switched off. */
static void
test_not_wanted (Fixture       *fixture,
                 gconstpointer  unused)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (TrancheOrder) order = NULL;
  Backup backup;

  set_up (&backup, fixture);
  tranche_daily_backup_check (backup.daily, backup.now);
  for (guint i = 0; i < 50; i++)
    wait_once ();
  backups = list (&backup);
  g_assert_cmpuint (backups->len, ==, 0);

  order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_WAITING);
  g_object_set (backup.daily, "enabled", FALSE, NULL);
  tranche_daily_backup_check (backup.daily, backup.now);
  for (guint i = 0; i < 50; i++)
    wait_once ();
  g_clear_pointer (&backups, g_ptr_array_unref);
  backups = list (&backup);
  g_assert_cmpuint (backups->len, ==, 0);
  g_assert_cmpuint (backup.n_backed_up, ==, 0);
  tear_down (&backup);
}

/* A failure is told until the next that succeeds. */
static void
test_failure (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (fixture, "A-1", TRANCHE_STAGE_WAITING);
  g_autofree char *blocked = g_build_filename (fixture->path, "backups", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "elsewhere", NULL);
  GLogLevelFlags fatal = g_log_set_always_fatal (G_LOG_FATAL_MASK); /* It is warned of. */
  Backup backup;

  set_up (&backup, fixture);
  /* A folder in a file cannot be made. */
  g_object_set (backup.daily, "folder", blocked, NULL);
  tranche_daily_backup_check (backup.daily, backup.now);
  WAIT_UNTIL (tranche_daily_backup_get_trouble (backup.daily) != NULL);
  g_log_set_always_fatal (fatal);
  g_assert_error (tranche_daily_backup_get_trouble (backup.daily), TRANCHE_STORE_ERROR,
                  TRANCHE_STORE_ERROR_ACCESS);

  g_object_set (backup.daily, "folder", other, NULL);
  tranche_daily_backup_check (backup.daily, backup.now);
  WAIT_UNTIL (backup.n_backed_up == 1);
  g_assert_null (tranche_daily_backup_get_trouble (backup.daily));
  tear_down (&backup);
}

/* The end of the program does not wait for a copy to be finished. */
static void
test_closing (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autofree char *to = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autoptr (TrancheBookKeeper) keeper = tranche_book_keeper_new (fixture->book);
  g_autoptr (GAsyncResult) copied = NULL;
  g_autoptr (GAsyncResult) closed = NULL;
  g_autoptr (GAsyncResult) late = NULL;
  g_autoptr (GError) error = NULL;

  tranche_book_keeper_back_up_async (keeper, to, NULL, NULL, NULL, store_result_cb, &copied);
  tranche_book_keeper_close_async (keeper, store_result_cb, &closed);
  tranche_book_keeper_back_up_async (keeper, to, NULL, NULL, NULL, store_result_cb, &late);
  wait_for_result (&closed);
  wait_for_result (&copied);
  wait_for_result (&late);
  g_assert_true (tranche_book_keeper_close_finish (keeper, closed, NULL));
  g_assert_false (tranche_book_keeper_back_up_finish (keeper, late, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/daily-backup/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

  ADD ("once-a-day", test_once_a_day);
  ADD ("seven-kept", test_seven_kept);
  ADD ("not-wanted", test_not_wanted);
  ADD ("failure", test_failure);
  ADD ("closing", test_closing);

#undef ADD

  return g_test_run ();
}
