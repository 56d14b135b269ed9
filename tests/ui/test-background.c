/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "background-portal.h"
#include "ui/autostart.h"
#include "ui/background.h"

#define WAIT_UNTIL(condition) \
  G_STMT_START { \
    gint64 wait_end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC; \
    while (!(condition)) { \
      g_assert_cmpint (g_get_monotonic_time (), <, wait_end); \
      g_main_context_iteration (NULL, FALSE); \
    } \
  } G_STMT_END

typedef struct {
  GtkApplication *application;
  GSettings *settings;
  TrancheBackground *background;
  guint n_refused;
} Program;

static void
refused_cb (Program    *program,
            const char *title)
{
  g_assert_cmpstr (title, !=, "");
  program->n_refused++;
}

static void
start (Program  *program,
       gboolean  sandboxed)
{
  program->background = tranche_background_new (program->application, program->settings, sandboxed);
  g_signal_connect_swapped (program->background, "refused", G_CALLBACK (refused_cb), program);
}

static void
set_up (Program       *program,
        gconstpointer  data)
{
  program->application = gtk_application_new (NULL, G_APPLICATION_DEFAULT_FLAGS);
  program->settings = g_settings_new (TRANCHE_APPLICATION_ID);
}

static void
tear_down (Program       *program,
           gconstpointer  data)
{
  g_clear_object (&program->background);
  g_settings_reset (program->settings, "run-in-background");
  g_settings_reset (program->settings, "start-at-login");
  g_clear_object (&program->settings);
  g_clear_object (&program->application);
  tranche_autostart_set (FALSE, NULL);
}

/* Without a sandbox nobody has to be asked, and a file starts the program. */
static void
test_native (Program       *program,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_get_user_config_dir (), "autostart",
                                            TRANCHE_APPLICATION_ID ".desktop", NULL);
  g_autofree char *command = NULL;
  g_autoptr (GKeyFile) entry = g_key_file_new ();
  g_autoptr (GError) error = NULL;

  start (program, FALSE);
  g_assert_false (tranche_background_stays (program->background));
  g_settings_set_boolean (program->settings, "run-in-background", TRUE);
  g_assert_true (tranche_background_stays (program->background));
  g_assert_false (tranche_autostart_exists ());

  g_settings_set_boolean (program->settings, "start-at-login", TRUE);
  g_assert_true (tranche_autostart_exists ());
  g_key_file_load_from_file (entry, path, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  command = g_key_file_get_string (entry, "Desktop Entry", "Exec", &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (command, " --background"));
  g_assert_true (g_key_file_has_key (entry, "Desktop Entry", "Name", NULL));

  g_settings_set_boolean (program->settings, "start-at-login", FALSE);
  g_assert_false (tranche_autostart_exists ());
  g_assert_cmpuint (program->n_refused, ==, 0);
}

/* What somebody has removed meanwhile is off, and is not put back. */
static void
test_file_removed (Program       *program,
                   gconstpointer  data)
{
  g_settings_set_boolean (program->settings, "start-at-login", TRUE);
  start (program, FALSE);
  g_assert_false (g_settings_get_boolean (program->settings, "start-at-login"));
  g_assert_false (tranche_autostart_exists ());
}

/* A switch does not promise what cannot be. */
static void
test_no_file (Program       *program,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_get_user_config_dir (), "autostart", NULL);

  g_rmdir (path);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  start (program, FALSE);
  g_settings_set_boolean (program->settings, "start-at-login", TRUE);
  g_assert_false (g_settings_get_boolean (program->settings, "start-at-login"));
  g_assert_cmpuint (program->n_refused, ==, 1);
  g_unlink (path);
}

static void
test_portal (Program       *program,
             gconstpointer  data)
{
  g_autoptr (BackgroundPortal) portal = background_portal_new ();

  portal->background = TRUE;
  start (program, TRUE);
  g_settings_set_boolean (program->settings, "run-in-background", TRUE);
  WAIT_UNTIL (portal->n_requests == 1);
  g_assert_false (portal->autostart);

  g_settings_set_boolean (program->settings, "start-at-login", TRUE);
  WAIT_UNTIL (portal->n_requests == 2);
  g_assert_true (portal->autostart);
  g_assert_cmpstr (portal->command, ==, "tranche --background");

  g_settings_set_boolean (program->settings, "start-at-login", FALSE);
  WAIT_UNTIL (portal->n_requests == 3);
  g_assert_false (portal->autostart);
  g_assert_true (tranche_background_stays (program->background));
  g_assert_cmpuint (program->n_refused, ==, 0);
  g_assert_false (tranche_autostart_exists ());

  /* What was allowed may have been forbidden since the last run. */
  g_clear_object (&program->background);
  portal->background = FALSE;
  start (program, TRUE);
  WAIT_UNTIL (program->n_refused == 1);
  g_assert_false (tranche_background_stays (program->background));
}

static void
test_portal_refuses (Program       *program,
                     gconstpointer  data)
{
  g_autoptr (BackgroundPortal) portal = background_portal_new ();

  start (program, TRUE);
  for (guint response = 1; response <= 2; response++) {
    portal->response = response;
    g_settings_set_boolean (program->settings, "run-in-background", TRUE);
    WAIT_UNTIL (program->n_refused == response);
    g_assert_false (tranche_background_stays (program->background));
  }
}

static void
test_no_portal (Program       *program,
                gconstpointer  data)
{
  start (program, TRUE);
  g_settings_set_boolean (program->settings, "start-at-login", TRUE);
  WAIT_UNTIL (program->n_refused == 1);
  g_assert_false (g_settings_get_boolean (program->settings, "start-at-login"));
  g_assert_false (tranche_autostart_exists ());
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/background/" path, Program, NULL, set_up, function, tear_down)
  ADD ("native", test_native);
  ADD ("file-removed", test_file_removed);
  ADD ("no-file", test_no_file);
  ADD ("portal", test_portal);
  ADD ("portal-refuses", test_portal_refuses);
  ADD ("no-portal", test_no_portal);

  return g_test_run ();
}
