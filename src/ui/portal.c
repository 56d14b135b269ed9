/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/portal.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define PORTAL "org.freedesktop.portal.Desktop"
#define PATIENCE 1000 /* ms */

static GVariant *
ask_bus (GDBusConnection *bus,
         const char      *method,
         GVariant        *arguments,
         const char      *type)
{
  return g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                      "org.freedesktop.DBus", method, arguments,
                                      G_VARIANT_TYPE (type), G_DBUS_CALL_FLAGS_NONE, PATIENCE,
                                      NULL, NULL);
}

static gboolean
is_running (GDBusConnection *bus)
{
  g_autoptr (GVariant) reply =
    ask_bus (bus, "NameHasOwner", g_variant_new ("(s)", PORTAL), "(b)");
  gboolean owned = FALSE;

  if (reply != NULL)
    g_variant_get (reply, "(b)", &owned);

  return owned;
}

static gboolean
can_be_started (GDBusConnection *bus)
{
  g_autoptr (GVariant) reply = ask_bus (bus, "ListActivatableNames", NULL, "(as)");
  g_autofree const char **names = NULL;

  if (reply == NULL)
    return FALSE;

  g_variant_get (reply, "(^a&s)", &names);
  return g_strv_contains (names, PORTAL);
}

static gboolean
is_missing (void)
{
  g_autoptr (GDBusConnection) bus = NULL;

  if (!g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    return FALSE;

  bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  return bus == NULL || (!is_running (bus) && !can_be_started (bus));
}

gboolean
tranche_portal_check (GtkWidget *parent)
{
  AdwDialog *dialog;

  if (!is_missing ())
    return TRUE;

  dialog = adw_alert_dialog_new (
    _("This Desktop Cannot Choose Files"),
    _("The program runs in a sandbox and sees only the files that you choose. "
      "Install xdg-desktop-portal, which asks you, and log in again."));
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, parent);

  return FALSE;
}
