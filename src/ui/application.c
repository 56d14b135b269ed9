/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/application.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

#include "ui/accels.h"
#include "ui/accounts-dialog.h"
#include "ui/background.h"
#include "ui/book-path.h"
#include "ui/entrance.h"
#include "ui/guidance.h"
#include "ui/portal.h"
#include "ui/preferences-dialog.h"
#include "ui/sandbox.h"
#include "ui/shop-settings.h"
#include "ui/shortcut-row.h"
#include "ui/window.h"

struct _TrancheApplication {
  AdwApplication parent_instance;

  gboolean demo;
  gboolean in_background; /* until it is called for */
  TrancheBackground *background;
  char *book_path;
  GSettings *settings;
  guint signal_ids[2];
};

G_DEFINE_FINAL_TYPE (TrancheApplication, tranche_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "demo", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Try the program with demo banks"), NULL },
  { "book", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Open another order book"), N_("FILE") },
  { "background", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Watch the orders without a window"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version"), NULL },
  G_OPTION_ENTRY_NULL
};

/* (nullable) */
static TrancheWindow *
find_window (TrancheApplication *self,
             gboolean            demo)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l != NULL; l = l->next) {
    if (TRANCHE_IS_WINDOW (l->data) && tranche_window_get_demo (l->data) == demo &&
        tranche_window_get_archive (l->data) == NULL)
      return l->data;
  }

  return NULL;
}

static void
update_actions (TrancheApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));
  gboolean demo = TRANCHE_IS_WINDOW (active) && tranche_window_get_demo (TRANCHE_WINDOW (active));
  GAction *try_demo = g_action_map_lookup_action (G_ACTION_MAP (self), "demo");
  GAction *leave_demo = g_action_map_lookup_action (G_ACTION_MAP (self), "leave-demo");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (try_demo), !demo);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (leave_demo), demo);
}

static TrancheWindow *
present_window (TrancheApplication *self,
                gboolean            demo)
{
  TrancheWindow *window = find_window (self, demo);

  if (window == NULL)
    window = tranche_window_new (ADW_APPLICATION (self), demo ? NULL : self->book_path);

  gtk_window_present (GTK_WINDOW (window));
  update_actions (self);

  return window;
}

static void
demo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  TrancheApplication *self = user_data;
  TrancheWindow *real = find_window (self, FALSE);

  present_window (self, TRUE);

  /* Nothing is in it that anybody could miss meanwhile. */
  if (real != NULL && tranche_window_is_welcome (real))
    tranche_window_finish (real);
}

/* A program that was started for the demo must not open the book, which another
 * one may have open: this one starts, or shows, the other. */
static void
start_program (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  char *argv[] = { program, NULL };
  g_autoptr (GError) error = NULL;

  if (program == NULL ||
      !g_spawn_async (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &error))
    g_warning ("The program could not be started: %s", error != NULL ? error->message : "no path");
}

static void
leave_demo_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  TrancheApplication *self = user_data;
  TrancheWindow *demo = find_window (self, TRUE);

  if (self->demo)
    start_program ();
  else
    present_window (self, FALSE);

  if (demo != NULL)
    gtk_window_close (GTK_WINDOW (demo));
}

static AdwDialog *
create_accounts_dialog (TrancheApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  TrancheShop *shop = NULL;

  if (TRANCHE_IS_WINDOW (window))
    shop = tranche_window_get_shop (TRANCHE_WINDOW (window));
  if (shop == NULL ||
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) != NULL ||
      tranche_window_ask_to_unlock (TRANCHE_WINDOW (window)))
    return NULL;

  return tranche_accounts_dialog_new (shop);
}

static void
accounts_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  AdwDialog *dialog = create_accounts_dialog (user_data);

  if (dialog != NULL)
    adw_dialog_present (dialog, GTK_WIDGET (gtk_application_get_active_window (user_data)));
}

static void
add_account_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  AdwDialog *dialog = create_accounts_dialog (user_data);

  if (dialog == NULL)
    return;

  tranche_accounts_dialog_add (TRANCHE_ACCOUNTS_DIALOG (dialog));
  adw_dialog_present (dialog, GTK_WIDGET (gtk_application_get_active_window (user_data)));
}

static void
open_archive_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  const char *path = g_variant_get_bytestring (parameter);
  TrancheWindow *window = NULL;

  for (GList *l = gtk_application_get_windows (user_data); l != NULL; l = l->next) {
    if (TRANCHE_IS_WINDOW (l->data) &&
        g_strcmp0 (tranche_window_get_archive (l->data), path) == 0)
      window = l->data;
  }

  if (window == NULL)
    window = tranche_window_new_archive (user_data, path);
  gtk_window_present (GTK_WINDOW (window));
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  TrancheApplication *self = user_data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (TRANCHE_IS_WINDOW (window) &&
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) == NULL &&
      !tranche_window_ask_to_unlock (TRANCHE_WINDOW (window)))
    adw_dialog_present (tranche_preferences_dialog_new (self->settings), GTK_WIDGET (window));
}

static void
shortcuts_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  if (window != NULL)
    tranche_guidance_show_shortcuts (window);
}

static void
help_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  if (window != NULL)
    tranche_guidance_show_manual (window);
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  if (window != NULL)
    tranche_guidance_show_about (window);
}

/* Each window closes its shop before it goes, and the program ends with the
 * last of them. */
static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *l = windows; l != NULL; l = l->next) {
    if (TRANCHE_IS_WINDOW (l->data))
      tranche_window_finish (l->data);
    else
      gtk_window_close (l->data);
  }
}

static gboolean
terminate_cb (gpointer user_data)
{
  /* Nobody may be there to answer a question. */
  for (GList *l = gtk_application_get_windows (user_data); l != NULL; l = l->next) {
    if (TRANCHE_IS_WINDOW (l->data))
      tranche_window_drop_dialogs (l->data);
  }
  quit_cb (NULL, NULL, user_data);

  return G_SOURCE_CONTINUE;
}

static const GActionEntry entries[] = {
  { .name = "demo", .activate = demo_cb },
  { .name = "leave-demo", .activate = leave_demo_cb },
  { .name = "accounts", .activate = accounts_cb },
  { .name = "add-account", .activate = add_account_cb },
  { .name = "open-archive", .activate = open_archive_cb, .parameter_type = "ay" },
  { .name = "preferences", .activate = preferences_cb },
  { .name = "shortcuts", .activate = shortcuts_cb },
  { .name = "help", .activate = help_cb },
  { .name = "about", .activate = about_cb },
  { .name = "quit", .activate = quit_cb },
};

/* Each book has one program, whose window a second start raises; the name that
 * the programs find each other by is made of the book's. */
static void
set_book (TrancheApplication *self,
          const char         *path)
{
  g_autofree char *usual = tranche_book_path_usual ();
  g_autofree char *chosen = g_canonicalize_filename (path != NULL ? path : usual, NULL);
  g_autofree char *sum = NULL;
  g_autofree char *id = NULL;

  g_set_str (&self->book_path, chosen);
  if (g_str_equal (chosen, usual))
    return;

  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, chosen, -1);
  id = g_strdup_printf ("%s.book-%.16s", TRANCHE_APPLICATION_ID, sum);
  g_application_set_application_id (G_APPLICATION (self), id);
}

/* One that runs already need not be called for, and its window stays as it is.
 * Returns what handle_local_options() has to. */
static int
stay_in_background (TrancheApplication *self)
{
  g_autoptr (GError) error = NULL;

  if (!g_application_register (G_APPLICATION (self), NULL, &error)) {
    g_printerr ("%s\n", error->message);
    return 1;
  }

  self->in_background = TRUE;

  return g_application_get_is_remote (G_APPLICATION (self)) ? 0 : -1;
}

static int
tranche_application_handle_local_options (GApplication *application,
                                          GVariantDict *dict)
{
  TrancheApplication *self = TRANCHE_APPLICATION (application);
  g_autofree char *path = NULL;

  if (g_variant_dict_contains (dict, "version")) {
    g_print ("%s %s\n", GETTEXT_PACKAGE, TRANCHE_VERSION);
    return 0;
  }

  self->demo = g_variant_dict_contains (dict, "demo");
  g_variant_dict_lookup (dict, "book", "^ay", &path);
  set_book (self, path);

  if (self->demo)
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  else if (g_variant_dict_contains (dict, "background"))
    return stay_in_background (self);

  return -1;
}

static void
background_found_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (AdwAlertDialog) dialog = user_data;
  g_autoptr (GError) error = NULL;

  if (!tranche_portal_find_finish (result, &error) &&
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    adw_alert_dialog_set_body (dialog, tranche_portal_get_advice ());
}

/* What the desktop refuses is said where somebody has just wanted it. */
static void
background_refused_cb (TrancheApplication *self,
                       const char         *title)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  AdwDialog *dialog;

  if (window == NULL || !gtk_widget_get_visible (GTK_WIDGET (window)))
    return;

  dialog = adw_alert_dialog_new (title, NULL);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (window));
  tranche_portal_find_async (TRANCHE_PORTAL_BACKGROUND, NULL, background_found_cb,
                             g_object_ref (dialog));
}

static void
start_background (TrancheApplication *self)
{
  self->background = tranche_background_new (GTK_APPLICATION (self), self->settings,
                                             tranche_sandbox_is_around ());
  g_signal_connect_object (self->background, "refused",
                           G_CALLBACK (background_refused_cb), self, G_CONNECT_SWAPPED);
}

static void
tranche_application_startup (GApplication *application)
{
  TrancheApplication *self = TRANCHE_APPLICATION (application);

  G_APPLICATION_CLASS (tranche_application_parent_class)->startup (application);

  self->settings = g_settings_new (TRANCHE_APPLICATION_ID);
  tranche_log_settings_bind (self->settings);
  gtk_window_set_default_icon_name (TRANCHE_APPLICATION_ID);
  g_type_ensure (TRANCHE_TYPE_SHORTCUT_ROW);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  tranche_entrance_install (self);
  if (!self->demo)
    start_background (self);
  tranche_accels_install (GTK_APPLICATION (self));

  g_signal_connect (self, "notify::active-window", G_CALLBACK (update_actions), NULL);
  self->signal_ids[0] = g_unix_signal_add (SIGTERM, terminate_cb, self);
  self->signal_ids[1] = g_unix_signal_add (SIGINT, terminate_cb, self);
}

static void
tranche_application_activate (GApplication *application)
{
  TrancheApplication *self = TRANCHE_APPLICATION (application);

  /* The first time only: who calls later wants to see it. */
  if (self->in_background) {
    self->in_background = FALSE;
    tranche_window_new (ADW_APPLICATION (self), self->book_path);
  } else {
    present_window (self, self->demo);
  }
}

static void
tranche_application_open (GApplication  *application,
                          GFile        **files,
                          int            n_files,
                          const char    *hint)
{
  tranche_entrance_open (TRANCHE_APPLICATION (application), files, n_files);
}

static void
tranche_application_shutdown (GApplication *application)
{
  TrancheApplication *self = TRANCHE_APPLICATION (application);

  for (guint i = 0; i < G_N_ELEMENTS (self->signal_ids); i++)
    g_clear_handle_id (&self->signal_ids[i], g_source_remove);

  g_clear_object (&self->background);

  G_APPLICATION_CLASS (tranche_application_parent_class)->shutdown (application);
}

static void
tranche_application_finalize (GObject *object)
{
  TrancheApplication *self = TRANCHE_APPLICATION (object);

  g_clear_object (&self->settings);
  g_free (self->book_path);

  G_OBJECT_CLASS (tranche_application_parent_class)->finalize (object);
}

static void
tranche_application_class_init (TrancheApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tranche_application_finalize;
  application_class->handle_local_options = tranche_application_handle_local_options;
  application_class->startup = tranche_application_startup;
  application_class->activate = tranche_application_activate;
  application_class->open = tranche_application_open;
  application_class->shutdown = tranche_application_shutdown;
}

static void
tranche_application_init (TrancheApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[LINK]"));
}

TrancheApplication *
tranche_application_new (void)
{
  return g_object_new (TRANCHE_TYPE_APPLICATION,
                       "application-id", TRANCHE_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/tranche/Tranche",
                       NULL);
}

TrancheWindow *
tranche_application_present (TrancheApplication *self)
{
  g_return_val_if_fail (TRANCHE_IS_APPLICATION (self), NULL);

  return present_window (self, self->demo);
}
