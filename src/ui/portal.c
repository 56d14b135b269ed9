/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/portal.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define NAME     "org.freedesktop.portal.Desktop"
#define PATH     "/org/freedesktop/portal/desktop"
#define PATIENCE 1000 /* ms */

static const char * const interfaces[] = {
  [TRANCHE_PORTAL_FILES] = "org.freedesktop.portal.FileChooser",
  [TRANCHE_PORTAL_PRINT] = "org.freedesktop.portal.Print",
  [TRANCHE_PORTAL_LINKS] = "org.freedesktop.portal.OpenURI",
  [TRANCHE_PORTAL_NOTIFICATIONS] = "org.freedesktop.portal.Notification",
  [TRANCHE_PORTAL_BACKGROUND] = "org.freedesktop.portal.Background",
};

static const struct {
  const char *title;
  const char *reason;
} words[] = {
  [TRANCHE_PORTAL_FILES] = {
    N_("This Desktop Cannot Choose Files"),
    N_("The program runs in a sandbox and sees only the files that you choose."),
  },
  [TRANCHE_PORTAL_PRINT] = {
    N_("This Desktop Cannot Print"),
    N_("The program runs in a sandbox and reaches no printer by itself."),
  },
  [TRANCHE_PORTAL_LINKS] = {
    N_("This Desktop Cannot Open Links"),
    N_("The program runs in a sandbox and starts no other program by itself."),
  },
};

/* Who is slow is there. */
static gboolean
is_slow (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_TIMEOUT) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NO_REPLY);
}

gboolean
tranche_portal_is_missing (TranchePortal portal)
{
  g_autoptr (GDBusConnection) bus = NULL;
  g_autoptr (GVariant) version = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail ((gsize) portal < G_N_ELEMENTS (interfaces), FALSE);

  if (!g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    return FALSE;

  bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  if (bus == NULL)
    return TRUE;

  version = g_dbus_connection_call_sync (bus, NAME, PATH, "org.freedesktop.DBus.Properties", "Get",
                                         g_variant_new ("(ss)", interfaces[portal], "version"),
                                         G_VARIANT_TYPE ("(v)"), G_DBUS_CALL_FLAGS_NONE, PATIENCE,
                                         NULL, &error);
  return version == NULL && !is_slow (error);
}

const char *
tranche_portal_get_advice (void)
{
  return _("Install xdg-desktop-portal and its part for this desktop, and log in again.");
}

gboolean
tranche_portal_check (GtkWidget     *parent,
                      TranchePortal  portal)
{
  g_autofree char *body = NULL;
  AdwDialog *dialog;

  g_return_val_if_fail ((gsize) portal < G_N_ELEMENTS (words), TRUE);

  if (!tranche_portal_is_missing (portal))
    return TRUE;

  body = g_strdup_printf ("%s %s", _(words[portal].reason), tranche_portal_get_advice ());
  dialog = adw_alert_dialog_new (_(words[portal].title), body);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, parent);

  return FALSE;
}
