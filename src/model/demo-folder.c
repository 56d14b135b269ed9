/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/demo-folder.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define PREFIX "tranche-demo-"

/* Seconds. A folder without a lock may be one whose demo is just starting. */
#define OLD_ENOUGH (60 * 60)

char *
tranche_demo_folder_make (GError **error)
{
  return g_dir_make_tmp (PREFIX "XXXXXX", error);
}

void
tranche_demo_folder_remove (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *file = g_build_filename (path, name, NULL);

    g_unlink (file);
  }

  g_rmdir (path);
}

static gboolean
is_stale (const char *path)
{
  g_autofree char *lock_path = g_build_filename (path, "orders.db-lock", NULL);
  g_autofd int lock = -1;
  GStatBuf status;

  /* Anybody may put anything into a folder that all share. */
  if (g_lstat (path, &status) != 0 || !S_ISDIR (status.st_mode) || status.st_uid != getuid ())
    return FALSE;

  lock = open (lock_path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
  if (lock >= 0)
    return flock (lock, LOCK_EX | LOCK_NB) == 0;

  return g_get_real_time () / G_USEC_PER_SEC - status.st_mtime > OLD_ENOUGH;
}

void
tranche_demo_folder_remove_stale (void)
{
  g_autoptr (GDir) folder = g_dir_open (g_get_tmp_dir (), 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *path = NULL;

    if (!g_str_has_prefix (name, PREFIX))
      continue;

    path = g_build_filename (g_get_tmp_dir (), name, NULL);
    if (is_stale (path))
      tranche_demo_folder_remove (path);
  }
}
