/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/autostart.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define GROUP G_KEY_FILE_DESKTOP_GROUP

static char *
get_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "autostart",
                           TRANCHE_APPLICATION_ID ".desktop", NULL);
}

/* As it is called from the path, or else this very program. Quoted as the
 * specification of desktop entries has it. */
static char *
get_command (void)
{
  g_autofree char *installed = g_find_program_in_path (GETTEXT_PACKAGE);
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *quoted = NULL;

  if (installed != NULL || program == NULL)
    return g_strdup (GETTEXT_PACKAGE " --background");

  quoted = g_strescape (program, NULL);

  return g_strdup_printf ("\"%s\" --background", quoted);
}

gboolean
tranche_autostart_exists (void)
{
  g_autofree char *path = get_path ();

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static gboolean
write_entry (const char  *path,
             GError     **error)
{
  g_autoptr (GKeyFile) entry = g_key_file_new ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *command = get_command ();

  if (g_mkdir_with_parents (folder, 0700) != 0) {
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", folder,
                 g_strerror (errno));
    return FALSE;
  }

  g_key_file_set_string (entry, GROUP, G_KEY_FILE_DESKTOP_KEY_TYPE,
                         G_KEY_FILE_DESKTOP_TYPE_APPLICATION);
  g_key_file_set_string (entry, GROUP, G_KEY_FILE_DESKTOP_KEY_NAME, _("Tranche"));
  g_key_file_set_string (entry, GROUP, G_KEY_FILE_DESKTOP_KEY_ICON, TRANCHE_APPLICATION_ID);
  g_key_file_set_string (entry, GROUP, G_KEY_FILE_DESKTOP_KEY_EXEC, command);

  return g_key_file_save_to_file (entry, path, error);
}

gboolean
tranche_autostart_set (gboolean   on,
                       GError   **error)
{
  g_autofree char *path = get_path ();

  if (on)
    return write_entry (path, error);
  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", path,
               g_strerror (errno));

  return FALSE;
}
