/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/portal.h"

#include <glib/gi18n.h>

#include "ui/sandbox.h"

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

/* Who is slow is there. */
static gboolean
is_slow (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_TIMEOUT) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NO_REPLY);
}

/* A task that was cancelled fails for that reason, whatever is returned. */
static void
return_not_found (GTask        *task,
                  const GError *error)
{
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           "no portal for this: %s", error->message);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GVariant) version = NULL;
  g_autoptr (GError) error = NULL;

  version = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  if (version != NULL || is_slow (error))
    g_task_return_boolean (task, TRUE);
  else
    return_not_found (task, error);
}

static void
connected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);
  TranchePortal portal = GPOINTER_TO_UINT (g_task_get_task_data (task));
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (bus == NULL) {
    return_not_found (task, error);
    return;
  }

  g_dbus_connection_call (bus, NAME, PATH, "org.freedesktop.DBus.Properties", "Get",
                          g_variant_new ("(ss)", interfaces[portal], "version"),
                          G_VARIANT_TYPE ("(v)"), G_DBUS_CALL_FLAGS_NONE, PATIENCE,
                          cancellable, answered_cb, g_steal_pointer (&task));
}

void
tranche_portal_find_async (TranchePortal        portal,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail ((gsize) portal < G_N_ELEMENTS (interfaces));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, tranche_portal_find_async);
  g_task_set_task_data (task, GUINT_TO_POINTER (portal), NULL);

  if (tranche_sandbox_is_around ())
    g_bus_get (G_BUS_TYPE_SESSION, cancellable, connected_cb, g_steal_pointer (&task));
  else
    g_task_return_boolean (task, TRUE);
}

gboolean
tranche_portal_find_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tranche_portal_find_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

const char *
tranche_portal_get_advice (void)
{
  return _("Install xdg-desktop-portal and its part for this desktop, and log in again.");
}
