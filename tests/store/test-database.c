/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "book-calls.h"
#include "store/schema.h"

static void
assert_mode (const char *path,
             guint       mode)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, mode);
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

/* Opening must fail, name the file and leave it as it is. */
static void
assert_refused (const char        *path,
                TrancheStoreError  code)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize length_before, length_after;

  g_assert_true (g_file_get_contents (path, &before, &length_before, NULL));
  g_assert_null (open_book (path, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (after, length_after, before, length_before);
}

static void
test_modes (Fixture       *fixture,
            gconstpointer  unused)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  static const char *const suffixes[] = { "", "-wal", "-shm", "-lock" };

  add_in_stage (fixture, "1", TRANCHE_STAGE_DRAFT);
  assert_mode (folder, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++) {
    g_autofree char *path = g_strconcat (fixture->path, suffixes[i], NULL);

    assert_mode (path, 0600);
  }

  /* A book that was copied here with a wider mode is closed to others; a
   * folder that is there already is somebody's business. */
  fixture_close (fixture);
  g_assert_cmpint (g_chmod (fixture->path, 0644), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
  fixture_open (fixture);
  assert_mode (fixture->path, 0600);
  assert_mode (folder, 0755);
}

static void
test_second_opener (Fixture       *fixture,
                    gconstpointer  unused)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (open_book (fixture->path, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_clear_error (&error);

  /* By another name it is the same book. */
  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  g_assert_null (open_book (link, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_LOCKED);

  fixture_close (fixture);
  g_free (fixture->path);
  fixture->path = g_strdup (link);
  fixture_open (fixture);
}

static void
test_second_process (Fixture       *fixture,
                     gconstpointer  unused)
{
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GError) error = NULL;

  child = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "/proc/self/exe", "--open",
                            fixture->path, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait (child, NULL, &error));
  g_assert_cmpint (g_subprocess_get_exit_status (child), ==, TRANCHE_STORE_ERROR_LOCKED);
}

static void
test_not_a_database (Fixture       *fixture,
                     gconstpointer  unused)
{
  static const struct {
    const char *contents;
    gssize length;
  } cases[] = {
    { "This is not a database, but something that somebody needs.", -1 },
    { "SQLite", -1 },
    { "SQLite format 3\0and nothing else", 32 },
    { "\0", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *name = g_strdup_printf ("file-%u", i);
    g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

    g_assert_true (g_file_set_contents (path, cases[i].contents, cases[i].length, NULL));
    assert_refused (path, TRANCHE_STORE_ERROR_DAMAGED);
  }
}

static void
test_foreign_database (Fixture       *fixture,
                       gconstpointer  unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "foreign.db", NULL);

  execute (path, "CREATE TABLE orders (id INTEGER PRIMARY KEY)");
  assert_refused (path, TRANCHE_STORE_ERROR_DAMAGED);
}

static void
test_newer (Fixture       *fixture,
            gconstpointer  unused)
{
  gsize newest;
  g_autofree char *stamp = NULL;

  tranche_schema_get_migrations (&newest);
  stamp = g_strdup_printf ("PRAGMA user_version = %d", (int) newest + 1);
  fixture_close (fixture);
  execute (fixture->path, stamp);
  assert_refused (fixture->path, TRANCHE_STORE_ERROR_NEWER);
}

/* Every page of a small book in turn is overwritten: each is either found out
 * at the start or was one that nothing uses. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autofree char *sound = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "damaged.db", NULL);
  gsize length;
  guint refused = 0;

  add_in_stage (fixture, "1", TRANCHE_STAGE_READY);
  fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &sound, &length, NULL));
  g_assert_cmpuint (length, >, 10 * 4096);

  for (gsize page = 4096; page < length; page += 4096) {
    g_autofree char *damaged = g_memdup2 (sound, length);
    g_autoptr (TrancheOrderBook) book = NULL;
    g_autoptr (GError) error = NULL;

    memset (damaged + page, 0xa5, 4096);
    g_assert_true (g_file_set_contents (path, damaged, length, NULL));
    book = open_book (path, &error);
    if (book) {
      g_autoptr (GAsyncResult) closed = NULL;

      tranche_order_book_close_async (book, ready_cb, &closed);
      await (&closed);
    } else {
      g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_DAMAGED);
      refused++;
    }
  }
  g_assert_cmpuint (refused, >, length / 4096 / 2);

  /* Cut off. */
  g_assert_true (g_file_set_contents (path, sound, length / 2, NULL));
  assert_refused (path, TRANCHE_STORE_ERROR_DAMAGED);
}

/* SQLite would throw such a log away. */
static void
test_lost_file (Fixture       *fixture,
                gconstpointer  unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "lost.db", NULL);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_true (g_file_set_contents (wal, "something", -1, NULL));
  assert_refused (path, TRANCHE_STORE_ERROR_DAMAGED);
  g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS));
}

/* What a start leaves that was cut off before its first transaction. */
static void
test_unfinished (Fixture       *fixture,
                 gconstpointer  unused)
{
  static const char *const starts[] = { "", "PRAGMA journal_mode = WAL; VACUUM" };

  fixture_close (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++) {
    g_autofree char *name = g_strdup_printf ("start-%u.db", i);

    g_free (fixture->path);
    fixture->path = g_build_filename (fixture->folder, name, NULL);
    g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
    execute (fixture->path, starts[i]);
    fixture_open (fixture);
    add_in_stage (fixture, "1", TRANCHE_STAGE_DRAFT);
    fixture_close (fixture);
  }
}

static void
test_no_access (Fixture       *fixture,
                gconstpointer  unused)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "closed", NULL);
  g_autofree char *inside = g_build_filename (folder, "orders.db", NULL);
  g_autofree char *below_file = g_build_filename (fixture->path, "orders.db", NULL);
  g_autoptr (GError) error = NULL;

  /* A file where the folder should be, a folder where the file should be. */
  g_assert_null (open_book (below_file, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_ACCESS);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_clear_error (&error);
  g_assert_null (open_book (fixture->folder, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_ACCESS);
  g_clear_error (&error);

  if (geteuid () == 0) {
    g_test_message ("The modes of folders do not hold for root");
    return;
  }

  g_assert_cmpint (g_mkdir (folder, 0500), ==, 0);
  g_assert_null (open_book (inside, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_ACCESS);
}

/* Deleted while it is open: nothing is told as saved any more. */
static void
test_deleted (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autoptr (TrancheOrder) order = make_order ("2");
  g_autoptr (GError) error = NULL;

  add_in_stage (fixture, "1", TRANCHE_STAGE_DRAFT);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_null (add_order (fixture, order, &error));
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_GONE);
  g_assert_nonnull (strstr (error->message, fixture->path));
}

/* A full disk, by a limit that only the child has. */
static void
test_full_disk (Fixture       *fixture,
                gconstpointer  unused)
{
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheOrder) first = NULL;

  fixture_close (fixture);
  child = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "/proc/self/exe", "--fill",
                            fixture->path, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (child, NULL, &error));
  g_assert_no_error (error);

  /* All that was told as saved is there. */
  fixture_open (fixture);
  first = load_order (fixture, 1);
  g_assert_nonnull (first);
}

/* The other process of test_second_process(): exits with the error's code. */
static int
only_open (const char *path)
{
  g_autoptr (TrancheOrderBook) book = NULL;
  g_autoptr (GError) error = NULL;

  book = open_book (path, &error);
  return error ? error->code : 99;
}

/* The other process of test_full_disk(). */
static int
fill (const char *path)
{
  Fixture fixture = { NULL };
  struct rlimit limit = { 1024 * 1024, 1024 * 1024 };
  g_autoptr (GError) error = NULL;
  guint saved = 0;

  signal (SIGXFSZ, SIG_IGN);
  fixture.path = g_strdup (path);
  fixture_open (&fixture);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);

  while (!error) {
    g_autofree char *number = g_strdup_printf ("%u", saved);
    g_autofree char *answer = g_strnfill (20000, 'x');
    g_autoptr (TrancheOrder) order = make_order (number);
    g_autoptr (TrancheOrder) added = NULL;

    tranche_order_set_raw_answer (order, answer);
    added = add_order (&fixture, order, &error);
    if (added)
      saved++;
    g_assert_cmpuint (saved, <, 1000);
  }
  g_assert_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_FULL);
  g_assert_cmpuint (saved, >, 1);

  /* Nothing of the last one is there, and the others are. */
  for (guint id = 1; id <= saved; id++) {
    g_autoptr (TrancheOrder) kept = load_order (&fixture, id);

    g_assert_nonnull (kept);
  }
  g_assert_null (load_order (&fixture, saved + 1));

  fixture_close (&fixture);
  g_free (fixture.path);
  return 0;
}

int
main (int    argc,
      char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--open"))
    return only_open (argv[2]);
  if (argc == 3 && g_str_equal (argv[1], "--fill"))
    return fill (argv[2]);

  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/database/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("modes", test_modes);
  ADD ("second-opener", test_second_opener);
  ADD ("second-process", test_second_process);
  ADD ("not-a-database", test_not_a_database);
  ADD ("foreign-database", test_foreign_database);
  ADD ("newer", test_newer);
  ADD ("damaged", test_damaged);
  ADD ("lost-file", test_lost_file);
  ADD ("unfinished", test_unfinished);
  ADD ("no-access", test_no_access);
  ADD ("deleted", test_deleted);
  ADD ("full-disk", test_full_disk);

  return g_test_run ();
}
