/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fake-portal.h"

#include "bus-service.h"

#define NAME "org.freedesktop.portal.Desktop"
#define PATH "/org/freedesktop/portal/desktop"

struct _FakePortal {
  BusService *service;
  char *interface;
  guint n_questions;
  GPtrArray *unanswered;
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

FakePortal *
fake_portal_new (const char *interface)
{
  static const GDBusInterfaceVTable vtable = { .method_call = method_called_cb };
  FakePortal *self = g_new0 (FakePortal, 1);

  self->interface = g_strdup (interface);
  self->unanswered = g_ptr_array_new_with_free_func (g_object_unref);
  self->service = bus_service_new (NAME, PATH, properties, &vtable, self);

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
  bus_service_free (self->service);
  g_ptr_array_unref (self->unanswered);
  g_free (self->interface);
  g_free (self);
}
