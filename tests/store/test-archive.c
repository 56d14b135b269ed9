/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>

#include "book-calls.h"
#include "store/archive.h"
#include "store/order-book-archive.h"
#include "store/sql.h"

/* Where this test is run again by itself, to be killed. */
static const char *program;

static GDateTime *
make_time (void)
{
  return g_date_time_new_utc (2027, 1, 1, 0, 0, 0);
}

/* Orders that were made in March 2026 and changed then. */
static void
make_old (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheSql) sql = tranche_sql_open (path, SQLITE_OPEN_READWRITE, &error);

  g_assert_no_error (error);
  g_assert_true (tranche_sql_execute (sql, "UPDATE orders SET changed_at = created_at", &error));
  g_assert_no_error (error);
}

static char *
archive (Fixture *fixture,
         guint   *n)
{
  g_autoptr (GDateTime) before = make_time ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *path = NULL;

  tranche_order_book_archive_async (fixture->book, before, NULL, ready_cb, &result);
  await (&result);
  tranche_order_book_archive_finish (fixture->book, result, n, &path, &error);
  g_assert_no_error (error);
  return path;
}

static guint
settle (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  tranche_order_book_settle_archives_async (fixture->book, NULL, ready_cb, &result);
  await (&result);
  g_assert_true (tranche_order_book_archive_finish (fixture->book, result, &n, &path, &error));
  g_assert_no_error (error);
  return n;
}

static gint64
get (const char *path,
     const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheSql) sql = tranche_sql_open_reader (path, &error);
  gint64 value;

  g_assert_no_error (error);
  g_assert_true (tranche_sql_get_int64 (sql, text, &value, &error));
  g_assert_no_error (error);
  return value;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_archive (Fixture       *fixture,
              gconstpointer  unused)
{
  static const TrancheStage over[] = {
    TRANCHE_STAGE_COMMITTED, TRANCHE_STAGE_CLOSED, TRANCHE_STAGE_RETURNED, TRANCHE_STAGE_CANCELED,
    TRANCHE_STAGE_REJECTED,
  };
  static const TrancheStage open[] = {
    TRANCHE_STAGE_DRAFT, TRANCHE_STAGE_WAITING, TRANCHE_STAGE_APPROVED, TRANCHE_STAGE_COOLING,
    TRANCHE_STAGE_READY, TRANCHE_STAGE_UNKNOWN,
  };
  g_autofree char *path = NULL;
  g_autofree char *none = NULL;
  g_autoptr (GError) error = NULL;
  gint64 disputed;
  guint n = 0, n_told = 0;

  for (guint i = 0; i < G_N_ELEMENTS (over); i++) {
    g_autofree char *number = g_strdup_printf ("OVER-%u", i);

    add_in_stage (fixture, number, over[i]);
  }
  for (guint i = 0; i < G_N_ELEMENTS (open); i++) {
    g_autofree char *number = g_strdup_printf ("OPEN-%u", i);

    add_in_stage (fixture, number, open[i]);
  }
  /* Over, but for an operation without an outcome. */
  disputed = add_in_stage (fixture, "DISPUTED", TRANCHE_STAGE_COMMITTED);
  begin_operation (fixture, disputed, TRANCHE_OPERATION_CANCEL, &error);
  g_assert_no_error (error);
  make_old (fixture->path);

  g_signal_connect_swapped (fixture->book, "removed", G_CALLBACK (count_cb), &n_told);
  path = archive (fixture, &n);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (over));
  g_assert_cmpuint (n_told, ==, n);

  g_assert_cmpint (get (path, "SELECT count(*) FROM orders WHERE number LIKE 'OVER-%'"), ==, n);
  g_assert_cmpint (get (path, "SELECT count(*) FROM orders"), ==, n);
  g_assert_cmpint (get (path, "SELECT count(*) FROM history"), >=, n);
  g_assert_cmpint (get (path, "SELECT sum(n) FROM order_counts"), ==, n);
  g_assert_cmpint (get (fixture->path, "SELECT count(*) FROM orders WHERE number LIKE 'OVER-%'"),
                   ==, 0);
  g_assert_cmpint (get (fixture->path, "SELECT count(*) FROM orders"), ==,
                   G_N_ELEMENTS (open) + 1);
  g_assert_cmpint (get (fixture->path, "SELECT sum(n) FROM order_counts"), ==,
                   G_N_ELEMENTS (open) + 1);
  g_assert_cmpint (get (fixture->path, "SELECT count(*) FROM leaving"), ==, 0);

  /* And there is nothing more to be done. */
  none = archive (fixture, &n);
  g_assert_null (none);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (settle (fixture), ==, 0);
}

static void
test_young_stays (Fixture       *fixture,
                  gconstpointer  unused)
{
  g_autoptr (GDateTime) before = g_date_time_new_utc (2026, 1, 1, 0, 0, 0);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *path = NULL;
  guint n;

  add_in_stage (fixture, "A-1", TRANCHE_STAGE_CLOSED);
  make_old (fixture->path);
  tranche_order_book_archive_async (fixture->book, before, NULL, ready_cb, &result);
  await (&result);
  g_assert_true (tranche_order_book_archive_finish (fixture->book, result, &n, &path, NULL));
  g_assert_null (path);
  g_assert_cmpuint (n, ==, 0);
}

/* What changes between the writing and the removing stays, in the book alone. */
static void
test_changed_meanwhile (Fixture       *fixture,
                        gconstpointer  unused)
{
  g_autoptr (GDateTime) before = make_time ();
  g_autoptr (GError) error = NULL;
  g_autofree char *pending = NULL;
  g_auto (GStrv) archives = NULL;
  gint64 changed = add_in_stage (fixture, "A-1", TRANCHE_STAGE_COMMITTED);
  g_autoptr (TrancheOrder) failed = NULL;

  add_in_stage (fixture, "A-2", TRANCHE_STAGE_COMMITTED);
  make_old (fixture->path);
  pending = tranche_archive_write (fixture->path, g_date_time_to_unix_usec (before), NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (pending);
  failed = fail_order (fixture, changed, 4);

  g_assert_cmpuint (settle (fixture), ==, 1);
  archives = tranche_archive_list (fixture->path);
  g_assert_cmpuint (g_strv_length (archives), ==, 1);
  g_assert_cmpint (get (archives[0], "SELECT count(*) FROM orders WHERE number = 'A-2'"), ==, 1);
  g_assert_cmpint (get (archives[0], "SELECT count(*) FROM orders"), ==, 1);
  g_assert_cmpint (get (fixture->path, "SELECT count(*) FROM orders WHERE number = 'A-1'"), ==, 1);
  g_assert_false (g_file_test (pending, G_FILE_TEST_EXISTS));
}

#define N_ORDERS 450

/* Each order is in the book or in one archive, and in no two. */
static void
assert_once (const char *path)
{
  g_auto (GStrv) archives = tranche_archive_list (path);
  gint64 n = get (path, "SELECT count(*) FROM orders");
  gint64 sum = get (path, "SELECT coalesce (sum (CAST (number AS INTEGER)), 0) FROM orders");

  g_assert_cmpint (get (path, "SELECT count(*) FROM pragma_foreign_key_check"), ==, 0);
  for (guint i = 0; archives[i] != NULL; i++) {
    n += get (archives[i], "SELECT count(*) FROM orders");
    sum += get (archives[i], "SELECT sum (CAST (number AS INTEGER)) FROM orders");
  }
  g_assert_cmpint (n, ==, N_ORDERS);
  g_assert_cmpint (sum, ==, N_ORDERS * (N_ORDERS - 1) / 2);
}

static void
kill_after (const char *path,
            guint       microseconds)
{
  const char *argv[] = { program, "--archive", path, NULL };
  g_autoptr (GError) error = NULL;
  GPid pid;

  g_assert_true (g_spawn_async (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                                &pid, &error));
  g_assert_no_error (error);
  g_usleep (microseconds);
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
}

/* However often it is killed, at whatever moment. */
static void
test_killed (Fixture       *fixture,
             gconstpointer  unused)
{
  g_autofree char *saved = NULL;
  gsize length;

  for (guint i = 0; i < N_ORDERS; i++) {
    g_autofree char *number = g_strdup_printf ("%u", i);

    add_in_stage (fixture, number, TRANCHE_STAGE_COMMITTED);
  }
  make_old (fixture->path);
  fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &saved, &length, NULL));

  for (guint round = 0; round < 12; round++) {
    g_auto (GStrv) archives = tranche_archive_list (fixture->path);

    for (guint i = 0; archives[i] != NULL; i++)
      g_unlink (archives[i]);
    g_assert_true (g_file_set_contents (fixture->path, saved, length, NULL));

    for (guint i = 0; i < 3; i++)
      kill_after (fixture->path, (guint) g_test_rand_int_range (0, 400000));
    fixture_open (fixture);
    settle (fixture);
    fixture_close (fixture);
    assert_once (fixture->path);
  }
}

/* The program that is killed. */
static int
archive_only (const char *path)
{
  Fixture fixture = { .path = (char *) path };
  g_autofree char *archived = NULL;
  guint n;

  fixture_open (&fixture);
  settle (&fixture);
  archived = archive (&fixture, &n);
  fixture_close (&fixture);
  return EXIT_SUCCESS;
}

int
main (int    argc,
      char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--archive"))
    return archive_only (argv[2]);

  g_test_init (&argc, &argv, NULL);
  program = argv[0];

  g_test_add ("/archive/archive", Fixture, NULL, fixture_set_up, test_archive, fixture_tear_down);
  g_test_add ("/archive/young-stays", Fixture, NULL, fixture_set_up, test_young_stays,
              fixture_tear_down);
  g_test_add ("/archive/changed-meanwhile", Fixture, NULL, fixture_set_up, test_changed_meanwhile,
              fixture_tear_down);
  g_test_add ("/archive/killed", Fixture, NULL, fixture_set_up, test_killed, fixture_tear_down);

  return g_test_run ();
}
