/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/archive-name.h"

#include <glib/gstdio.h>

#include "store/archive.h"

#define SUFFIX ".db"
#define PENDING "-pending"

/* "orders-archive-" of "/…/orders.db". (transfer full) */
static char *
make_prefix (const char *book_path)
{
  g_autofree char *name = g_path_get_basename (book_path);

  if (g_str_has_suffix (name, SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';

  return g_strconcat (name, "-archive-", NULL);
}

static gboolean
is_free (const char *pending)
{
  g_autofree char *finished = tranche_archive_name_finished (pending);

  return !g_file_test (pending, G_FILE_TEST_EXISTS) && !g_file_test (finished, G_FILE_TEST_EXISTS);
}

char *
tranche_archive_name_pending (const char *book_path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *folder = g_path_get_dirname (book_path);
  g_autofree char *prefix = make_prefix (book_path);
  char *path = g_strconcat (folder, "/", prefix, date, SUFFIX PENDING, NULL);

  for (guint i = 2; !is_free (path); i++) {
    g_free (path);
    path = g_strdup_printf ("%s/%s%s-%u" SUFFIX PENDING, folder, prefix, date, i);
  }

  return path;
}

char *
tranche_archive_name_finished (const char *pending)
{
  return g_strndup (pending, strlen (pending) - strlen (PENDING));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return -strcmp (*(char * const *) a, *(char * const *) b);
}

/* The files beside the book that begin and end so. */
static GStrv
list (const char *book_path,
      const char *before,
      const char *suffix)
{
  g_autofree char *folder = g_path_get_dirname (book_path);
  g_autofree char *plain = make_prefix (book_path);
  g_autofree char *prefix = g_strconcat (before, plain, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *paths = g_ptr_array_new ();
  const char *name;

  while (dir && (name = g_dir_read_name (dir))) {
    if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, suffix))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  }

  g_ptr_array_sort (paths, compare_names);
  g_ptr_array_add (paths, NULL);
  return (GStrv) g_ptr_array_free (paths, FALSE);
}

GStrv
tranche_archive_list_pending (const char *book_path)
{
  g_auto (GStrv) rests = list (book_path, ".", "");

  /* Copies that were being written when the program ended. */
  for (guint i = 0; rests[i]; i++)
    g_unlink (rests[i]);

  return list (book_path, "", SUFFIX PENDING);
}

GStrv
tranche_archive_list (const char *book_path)
{
  return list (book_path, "", SUFFIX);
}
