/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/guidance.h"

#include <glib/gi18n.h>

#include "ui/sandbox.h"

static void
tell_no_help (GtkWindow  *window,
              const char *reason)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("The Manual Cannot Be Shown"), reason);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (window));
}

static void
help_opened_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GtkWindow) window = user_data;
  g_autoptr (GError) error = NULL;

  if (gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;

  tell_no_help (window, _("Install Yelp, the program that shows manuals."));
}

void
tranche_guidance_show_manual (GtkWindow *window)
{
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new ("help:tranche");

  g_return_if_fail (GTK_IS_WINDOW (window));

  /* Flatpak gives no manuals to the desktop: Yelp would come and find nothing. */
  if (tranche_sandbox_is_around ())
    tell_no_help (window, _("Yelp, which shows manuals, does not see into the sandbox that "
                            "the program runs in."));
  else
    gtk_uri_launcher_launch (launcher, window, NULL, help_opened_cb, g_object_ref (window));
}

void
tranche_guidance_show_shortcuts (GtkWindow *window)
{
  g_autoptr (GtkBuilder) builder = NULL;

  g_return_if_fail (GTK_IS_WINDOW (window));

  builder = gtk_builder_new_from_resource ("/io/github/tranche/Tranche/ui/shortcuts.ui");
  adw_dialog_present (ADW_DIALOG (gtk_builder_get_object (builder, "shortcuts")),
                      GTK_WIDGET (window));
}

void
tranche_guidance_show_about (GtkWindow *window)
{
  AdwDialog *about;

  g_return_if_fail (GTK_IS_WINDOW (window));

  about = adw_about_dialog_new ();
  g_object_set (about,
                "application-name", _("Tranche"),
                "application-icon", TRANCHE_APPLICATION_ID,
                "version", TRANCHE_VERSION,
                "comments", _("Installment orders at several banks, from one window"),
                "license-type", GTK_LICENSE_GPL_3_0,
                /* Translators: put your names here, one a line. */
                "translator-credits", _("translator-credits"),
                NULL);
  adw_dialog_present (about, GTK_WIDGET (window));
}
