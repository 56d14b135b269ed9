/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fake-portal.h"

#define NAME "org.freedesktop.portal.Desktop"
#define PATH "/org/freedesktop/portal/desktop"

struct _FakePortal {
  GDBusConnection *connection;
  char *interface;
  guint owner_id;
  guint object_id;
  guint n_questions;
  GPtrArray *unanswered;
  gboolean ready;
};

static const char properties[] =
  "<node><interface name='org.freedesktop.DBus.Properties'>"
  "<method name='Get'>"
  "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='v' direction='out'/>"
  "</method>"
  "</interface></node>";

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
  FakePortal *self = user_data;
  const char *interface;

  self->n_questions++;
  g_variant_get (parameters, "(&s&s)", &interface, NULL);

  if (self->interface == NULL)
    g_ptr_array_add (self->unanswered, invocation);
  else if (g_str_equal (interface, self->interface))
    g_dbus_method_invocation_return_value (invocation,
                                           g_variant_new ("(v)", g_variant_new_uint32 (1)));
  else
    g_dbus_method_invocation_return_error_literal (invocation, G_DBUS_ERROR,
                                                   G_DBUS_ERROR_INVALID_ARGS,
                                                   "There is no such interface");
}

static void
name_acquired_cb (GDBusConnection *connection,
                  const char      *name,
                  gpointer         user_data)
{
  FakePortal *self = user_data;

  self->ready = TRUE;
}

FakePortal *
fake_portal_new (const char *interface)
{
  static const GDBusInterfaceVTable vtable = { .method_call = method_called_cb };
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (properties, NULL);
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  FakePortal *self = g_new0 (FakePortal, 1);

  self->interface = g_strdup (interface);
  self->unanswered = g_ptr_array_new_with_free_func (g_object_unref);
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

guint
fake_portal_count_questions (FakePortal *self)
{
  return self->n_questions;
}

void
fake_portal_free (FakePortal *self)
{
  g_bus_unown_name (self->owner_id);
  g_dbus_connection_unregister_object (self->connection, self->object_id);
  g_dbus_connection_close_sync (self->connection, NULL, NULL);
  g_ptr_array_unref (self->unanswered);
  g_object_unref (self->connection);
  g_free (self->interface);
  g_free (self);
}
