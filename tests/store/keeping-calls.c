/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "keeping-calls.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "store/sql.h"

char *
in_folder (Fixture    *fixture,
           const char *name)
{
  return g_build_filename (fixture->folder, "data", name, NULL);
}

gboolean
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

void
must_back_up (const char *from,
              const char *to)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (back_up (from, to, NULL, &error));
  g_assert_no_error (error);
}

TrancheBookSummary *
summarize_book (const char  *path,
                GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tranche_book_summarize_async (path, NULL, ready_cb, &result);
  await (&result);
  return tranche_book_summarize_finish (result, error);
}

guint
count_book_orders (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheBookSummary) summary = summarize_book (path, &error);

  g_assert_no_error (error);
  return summary->n_orders;
}

void
execute_in_file (const char *path,
                 const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheSql) sql =
    tranche_sql_open (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &error);

  g_assert_no_error (error);
  g_assert_true (tranche_sql_execute (sql, text, &error));
  g_assert_no_error (error);
}

void
damage_file (const char *path)
{
  static const char rubbish[6000] = "rubbish";
  g_autofd int fd = g_open (path, O_RDWR | O_CLOEXEC, 0);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (pwrite (fd, rubbish, sizeof rubbish, 4096), ==, sizeof rubbish);
}

guint
count_files (Fixture *fixture)
{
  g_autofree char *folder = in_folder (fixture, "");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir))
    n++;
  return n;
}
