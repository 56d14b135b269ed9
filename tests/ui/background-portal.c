/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "background-portal.h"

#define NAME      "org.freedesktop.portal.Desktop"
#define PATH      "/org/freedesktop/portal/desktop"
#define INTERFACE "org.freedesktop.portal.Background"

static const char interface[] =
  "<node><interface name='" INTERFACE "'>"
  "<method name='RequestBackground'>"
  "<arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>"
  "<arg type='o' direction='out'/>"
  "</method>"
  "<property name='version' type='u' access='read'/>"
  "</interface></node>";

/* Where the one who asks listens for the answer. */
static char *
get_request_path (const char *sender,
                  GVariant   *options)
{
  g_autofree char *name = g_strdelimit (g_strdup (sender + 1), ".", '_');
  const char *token = "t";

  g_variant_lookup (options, "handle_token", "&s", &token);

  return g_strdup_printf (PATH "/request/%s/%s", name, token);
}

static void
respond (BackgroundPortal *self,
         const char       *sender,
         const char       *request)
{
  GVariantDict results;

  g_variant_dict_init (&results, NULL);
  if (self->response == 0) {
    g_variant_dict_insert (&results, "background", "b", self->background);
    g_variant_dict_insert (&results, "autostart", "b", self->background && self->autostart);
  }
  g_dbus_connection_emit_signal (self->connection, sender, request,
                                 "org.freedesktop.portal.Request", "Response",
                                 g_variant_new ("(u@a{sv})", self->response,
                                                g_variant_dict_end (&results)),
                                 NULL);
}

static void
method_called_cb (GDBusConnection       *connection,
                  const char            *sender,
                  const char            *path,
                  const char            *interface_name,
                  const char            *method,
                  GVariant              *parameters,
                  GDBusMethodInvocation *invocation,
                  gpointer               user_data)
{
  BackgroundPortal *self = user_data;
  g_autoptr (GVariant) options = g_variant_get_child_value (parameters, 1);
  g_autofree char *request = get_request_path (sender, options);
  g_auto (GStrv) command = NULL;

  self->n_requests++;
  self->autostart = FALSE;
  g_variant_lookup (options, "autostart", "b", &self->autostart);
  g_clear_pointer (&self->command, g_free);
  if (g_variant_lookup (options, "commandline", "^as", &command))
    self->command = g_strjoinv (" ", command);

  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", request));
  respond (self, sender, request);
}

static GVariant *
get_property_cb (GDBusConnection  *connection,
                 const char       *sender,
                 const char       *path,
                 const char       *interface_name,
                 const char       *property,
                 GError          **error,
                 gpointer          user_data)
{
  return g_variant_new_uint32 (1);
}

static void
name_acquired_cb (GDBusConnection *connection,
                  const char      *name,
                  gpointer         user_data)
{
  BackgroundPortal *self = user_data;

  self->ready = TRUE;
}

BackgroundPortal *
background_portal_new (void)
{
  static const GDBusInterfaceVTable vtable = {
    .method_call = method_called_cb,
    .get_property = get_property_cb,
  };
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (interface, NULL);
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  BackgroundPortal *self = g_new0 (BackgroundPortal, 1);

  /* Of its own, so that it is somebody else than the program. */
  self->connection =
    g_dbus_connection_new_for_address_sync (address,
                                            G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                            G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                            NULL, NULL, NULL);
  g_assert_nonnull (self->connection);
  self->object_id = g_dbus_connection_register_object (self->connection, PATH, info->interfaces[0],
                                                       &vtable, self, NULL, NULL);
  self->owner_id = g_bus_own_name_on_connection (self->connection, NAME,
                                                 G_BUS_NAME_OWNER_FLAGS_NONE,
                                                 name_acquired_cb, NULL, self, NULL);
  while (!self->ready)
    g_main_context_iteration (NULL, TRUE);

  return self;
}

void
background_portal_free (BackgroundPortal *self)
{
  g_bus_unown_name (self->owner_id);
  g_dbus_connection_unregister_object (self->connection, self->object_id);
  g_dbus_connection_close_sync (self->connection, NULL, NULL);
  g_object_unref (self->connection);
  g_free (self->command);
  g_free (self);
}
