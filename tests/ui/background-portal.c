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
  g_dbus_connection_emit_signal (bus_service_get_connection (self->service), sender, request,
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

BackgroundPortal *
background_portal_new (void)
{
  static const GDBusInterfaceVTable vtable = {
    .method_call = method_called_cb,
    .get_property = get_property_cb,
  };
  BackgroundPortal *self = g_new0 (BackgroundPortal, 1);

  self->service = bus_service_new (NAME, PATH, interface, &vtable, self);

  return self;
}

void
background_portal_free (BackgroundPortal *self)
{
  bus_service_free (self->service);
  g_free (self->command);
  g_free (self);
}
