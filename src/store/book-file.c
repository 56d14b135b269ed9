/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/book-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* Every SQLite file begins with this and the zero after it. */
#define MAGIC "SQLite format 3"

struct _TrancheBookFile {
  char *path;
  int lock;
  gboolean is_new;
};

static gboolean
set_error_from_errno (const char  *path,
                      int          number,
                      GError     **error)
{
  TrancheStoreError code = TRANCHE_STORE_ERROR_ACCESS;

  if (number == ENOSPC || number == EDQUOT)
    code = TRANCHE_STORE_ERROR_FULL;
  g_set_error (error, TRANCHE_STORE_ERROR, code, "%s: %s", path, g_strerror (number));
  return FALSE;
}

/* The lock has to be beside the real file, where every process finds it
 * whatever link it came by. */
static char *
resolve (const char  *path,
         GError     **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute);
  g_autofree char *name = g_path_get_basename (absolute);
  char *real;

  if (g_mkdir_with_parents (folder, 0700) != 0) {
    set_error_from_errno (folder, errno, error);
    return NULL;
  }

  real = realpath (absolute, NULL);
  if (!real && errno == ENOENT) {
    g_autofree char *real_folder = realpath (folder, NULL);

    return g_build_filename (real_folder ? real_folder : folder, name, NULL);
  }
  if (!real)
    set_error_from_errno (absolute, errno, error);
  return real;
}

static gboolean
take_lock (TrancheBookFile  *self,
           GError          **error)
{
  g_autofree char *path = g_strconcat (self->path, "-lock", NULL);

  self->lock = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (self->lock < 0)
    return set_error_from_errno (path, errno, error);

  /* flock() and not fcntl(): it also parts two openings in one process, and
   * is not lost when some library closes the file. */
  if (flock (self->lock, LOCK_EX | LOCK_NB) == 0)
    return TRUE;
  if (errno != EWOULDBLOCK)
    return set_error_from_errno (path, errno, error);

  g_set_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_LOCKED,
               "%s: another process has it open for writing", self->path);
  return FALSE;
}

/* The name of a file that was just made must survive a power cut as well. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofd int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd >= 0)
    fsync (fd);
}

static gboolean
check_empty (TrancheBookFile  *self,
             GError          **error)
{
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
  GStatBuf status;

  self->is_new = TRUE;
  if (g_stat (wal, &status) != 0 || status.st_size == 0)
    return TRUE;

  /* SQLite would throw away what only the log still has. */
  g_set_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_DAMAGED,
               "%s: the file is empty, but its log is not", self->path);
  return FALSE;
}

static gboolean
check_start (TrancheBookFile  *self,
             int               fd,
             GError          **error)
{
  char start[sizeof MAGIC];
  ssize_t size = pread (fd, start, sizeof start, 0);

  if (size < 0)
    return set_error_from_errno (self->path, errno, error);
  if (size == 0)
    return check_empty (self, error);
  if (size == sizeof start && memcmp (start, MAGIC, sizeof start) == 0)
    return TRUE;

  g_set_error (error, TRANCHE_STORE_ERROR, TRANCHE_STORE_ERROR_DAMAGED,
               "%s: the file is not a database", self->path);
  return FALSE;
}

/* Makes the file before SQLite would, whose mode is the umask's. */
static gboolean
check_file (TrancheBookFile  *self,
            GError          **error)
{
  g_autofd int fd = open (self->path, O_RDWR | O_CLOEXEC);
  struct stat status;

  if (fd < 0 && errno == ENOENT) {
    fd = open (self->path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd >= 0)
      sync_folder (self->path);
  }
  if (fd < 0 || fstat (fd, &status) != 0)
    return set_error_from_errno (self->path, errno, error);
  if (!S_ISREG (status.st_mode))
    return set_error_from_errno (self->path, EISDIR, error);

  return check_start (self, fd, error);
}

TrancheBookFile *
tranche_book_file_lock (const char  *path,
                        GError     **error)
{
  g_autoptr (TrancheBookFile) self = g_new0 (TrancheBookFile, 1);

  self->lock = -1;
  self->path = resolve (path, error);
  if (!self->path || !take_lock (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

TrancheBookFile *
tranche_book_file_open (const char  *path,
                        GError     **error)
{
  g_autoptr (TrancheBookFile) self = tranche_book_file_lock (path, error);

  return self && check_file (self, error) ? g_steal_pointer (&self) : NULL;
}

const char *
tranche_book_file_get_path (TrancheBookFile *self)
{
  return self->path;
}

gboolean
tranche_book_file_get_new (TrancheBookFile *self)
{
  return self->is_new;
}

gboolean
tranche_book_file_protect (TrancheBookFile  *self,
                           GError          **error)
{
  GStatBuf status;

  if (g_stat (self->path, &status) != 0)
    return set_error_from_errno (self->path, errno, error);
  if ((status.st_mode & 0077) == 0 || g_chmod (self->path, 0600) == 0)
    return TRUE;

  return set_error_from_errno (self->path, errno, error);
}

void
tranche_book_file_close (TrancheBookFile *self)
{
  g_clear_fd (&self->lock, NULL);
  g_free (self->path);
  g_free (self);
}
