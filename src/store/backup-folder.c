/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/backup-folder.h"

#include <glib/gstdio.h>
#include <stdio.h>

#define SUFFIX ".db"

void
tranche_backup_free (TrancheBackup *self)
{
  g_date_time_unref (self->day);
  g_free (self->path);
  g_free (self);
}

char *
tranche_backup_folder_usual (const char *book_path)
{
  g_autofree char *folder = g_path_get_dirname (book_path);

  return g_build_filename (folder, "backups", NULL);
}

/* "orders-" of "/…/orders.db". (transfer full) */
static char *
make_prefix (const char *book_path)
{
  g_autofree char *name = g_path_get_basename (book_path);

  if (g_str_has_suffix (name, SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';

  return g_strconcat (name, "-", NULL);
}

char *
tranche_backup_folder_file (const char *folder,
                            const char *book_path,
                            GDateTime  *day)
{
  g_autofree char *prefix = make_prefix (book_path);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");
  g_autofree char *name = g_strconcat (prefix, date, SUFFIX, NULL);

  return g_build_filename (folder, name, NULL);
}

/* (nullable) (transfer full): for a name that is no daily backup's. */
static GDateTime *
parse_day (const char *name,
           const char *prefix)
{
  int year, month, day, length = 0;

  if (!g_str_has_prefix (name, prefix))
    return NULL;

  name += strlen (prefix);
  if (sscanf (name, "%4d-%2d-%2d%n", &year, &month, &day, &length) != 3 || length != 10 ||
      strcmp (name + length, SUFFIX) != 0)
    return NULL;

  return g_date_time_new_local (year, month, day, 0, 0, 0);
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  const TrancheBackup *first = *(TrancheBackup * const *) a;
  const TrancheBackup *second = *(TrancheBackup * const *) b;

  return g_date_time_compare (second->day, first->day);
}

GPtrArray *
tranche_backup_folder_list (const char *folder,
                            const char *book_path)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_backup_free);
  g_autofree char *prefix = make_prefix (book_path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir))) {
    g_autoptr (GDateTime) day = parse_day (name, prefix);
    TrancheBackup *backup;

    if (!day)
      continue;

    backup = g_new0 (TrancheBackup, 1);
    backup->path = g_build_filename (folder, name, NULL);
    backup->day = g_steal_pointer (&day);
    g_ptr_array_add (backups, backup);
  }

  g_ptr_array_sort (backups, compare_newest_first);
  return backups;
}

void
tranche_backup_folder_prune (const char *folder,
                             const char *book_path)
{
  g_autoptr (GPtrArray) backups = tranche_backup_folder_list (folder, book_path);

  for (guint i = TRANCHE_BACKUPS_KEPT; i < backups->len; i++) {
    const TrancheBackup *backup = g_ptr_array_index (backups, i);

    g_unlink (backup->path);
  }
}
