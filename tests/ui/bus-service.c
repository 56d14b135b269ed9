/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bus-service.h"

struct _BusService {
  GDBusConnection *connection;
  guint object_id;
  guint owner_id;
  gboolean ready;
};

static void
name_acquired_cb (GDBusConnection *connection,
                  const char      *name,
                  gpointer         user_data)
{
  BusService *self = user_data;

  self->ready = TRUE;
}

BusService *
bus_service_new (const char                 *name,
                 const char                 *path,
                 const char                 *xml,
                 const GDBusInterfaceVTable *vtable,
                 gpointer                    user_data)
{
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (xml, NULL);
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  BusService *self = g_new0 (BusService, 1);

  self->connection =
    g_dbus_connection_new_for_address_sync (address,
                                            G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                            G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                            NULL, NULL, NULL);
  g_assert_nonnull (self->connection);
  self->object_id = g_dbus_connection_register_object (self->connection, path, info->interfaces[0],
                                                       vtable, user_data, NULL, NULL);
  self->owner_id = g_bus_own_name_on_connection (self->connection, name,
                                                 G_BUS_NAME_OWNER_FLAGS_NONE,
                                                 name_acquired_cb, NULL, self, NULL);
  while (!self->ready)
    g_main_context_iteration (NULL, TRUE);

  return self;
}

GDBusConnection *
bus_service_get_connection (BusService *self)
{
  return self->connection;
}

void
bus_service_free (BusService *self)
{
  g_bus_unown_name (self->owner_id);
  g_dbus_connection_unregister_object (self->connection, self->object_id);
  g_dbus_connection_close_sync (self->connection, NULL, NULL);
  g_object_unref (self->connection);
  g_free (self);
}
