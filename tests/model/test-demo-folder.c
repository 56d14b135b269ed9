/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "model/demo-folder.h"

/* A folder with a book and its lock, which is held where @lock is given. */
static char *
make_folder (int *lock)
{
  g_autoptr (GError) error = NULL;
  char *path = tranche_demo_folder_make (&error);
  g_autofree char *book = NULL;
  g_autofree char *lock_path = NULL;

  g_assert_no_error (error);
  book = g_build_filename (path, "orders.db", NULL);
  lock_path = g_build_filename (path, "orders.db-lock", NULL);
  g_assert_true (g_file_set_contents (book, "x", 1, NULL));
  g_assert_true (g_file_set_contents (lock_path, "", 0, NULL));
  if (lock != NULL) {
    *lock = open (lock_path, O_RDWR | O_CLOEXEC);
    g_assert_cmpint (flock (*lock, LOCK_EX | LOCK_NB), ==, 0);
  }

  return path;
}

static void
test_stale (void)
{
  int lock = -1;
  g_autofree char *left = make_folder (NULL);
  g_autofree char *running = make_folder (&lock);
  g_autofree char *starting = tranche_demo_folder_make (NULL);

  tranche_demo_folder_remove_stale ();
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (running, G_FILE_TEST_IS_DIR));
  g_assert_true (g_file_test (starting, G_FILE_TEST_IS_DIR));

  close (lock);
  tranche_demo_folder_remove_stale ();
  g_assert_false (g_file_test (running, G_FILE_TEST_EXISTS));
  g_rmdir (starting);
}

/* What is not ours to touch. */
static void
test_links (void)
{
  g_autofree char *home = g_dir_make_tmp ("tranche-test-XXXXXX", NULL);
  g_autofree char *precious = g_build_filename (home, "orders.db-lock", NULL);
  g_autofree char *link_path = g_build_filename (g_get_tmp_dir (), "tranche-demo-LINKED", NULL);

  g_assert_true (g_file_set_contents (precious, "", 0, NULL));
  g_unlink (link_path);
  g_assert_cmpint (symlink (home, link_path), ==, 0);
  tranche_demo_folder_remove_stale ();
  g_assert_true (g_file_test (precious, G_FILE_TEST_EXISTS));

  g_unlink (link_path);
  g_unlink (precious);
  g_rmdir (home);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = NULL;
  int result;

  /* Of its own: other tests have demos of theirs. */
  folder = g_dir_make_tmp ("tranche-test-XXXXXX", NULL);
  g_setenv ("TMPDIR", folder, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo-folder/stale", test_stale);
  g_test_add_func ("/demo-folder/links", test_links);

  result = g_test_run ();
  g_rmdir (folder);
  return result;
}
