/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "prompter.h"

#define PROMPTER_NAME "org.gnome.keyring.SystemPrompter"
#define PROMPTER_PATH "/org/gnome/keyring/Prompter"
#define CALLBACK_INTERFACE "org.gnome.keyring.internal.Prompter.Callback"

static const char introspection[] =
  "<node><interface name='org.gnome.keyring.internal.Prompter'>"
  "  <method name='BeginPrompting'>"
  "    <arg name='callback' type='o' direction='in'/>"
  "  </method>"
  "  <method name='PerformPrompt'>"
  "    <arg name='callback' type='o' direction='in'/>"
  "    <arg name='type' type='s' direction='in'/>"
  "    <arg name='properties' type='a{sv}' direction='in'/>"
  "    <arg name='exchange' type='s' direction='in'/>"
  "  </method>"
  "  <method name='StopPrompting'>"
  "    <arg name='callback' type='o' direction='in'/>"
  "  </method>"
  "</interface></node>";

struct _Prompter {
  GDBusConnection *connection;
  GDBusNodeInfo *info;
  guint object;
  gboolean closes;
  guint prompts;
};

static void
tell (Prompter   *self,
      const char *client,
      const char *callback,
      const char *method,
      GVariant   *parameters)
{
  g_dbus_connection_call (self->connection, client, callback, CALLBACK_INTERFACE, method,
                          parameters, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
}

static GVariant *
ready (const char *reply)
{
  return g_variant_new ("(s@a{sv}s)", reply, g_variant_new ("a{sv}", NULL), "");
}

static void
method_called_cb (GDBusConnection       *connection,
                  const char            *sender,
                  const char            *path,
                  const char            *interface,
                  const char            *method,
                  GVariant              *parameters,
                  GDBusMethodInvocation *invocation,
                  gpointer               user_data)
{
  Prompter *self = user_data;
  g_autofree char *callback = NULL;

  g_variant_get_child (parameters, 0, "o", &callback);
  g_dbus_method_invocation_return_value (invocation, NULL);

  if (g_str_equal (method, "BeginPrompting")) {
    self->prompts++;
    if (self->closes)
      tell (self, sender, callback, "PromptReady", ready (""));
  } else if (g_str_equal (method, "PerformPrompt")) {
    tell (self, sender, callback, "PromptReady", ready ("no"));
  } else {
    tell (self, sender, callback, "PromptDone", NULL);
  }
}

Prompter *
prompter_new (gboolean closes)
{
  static const GDBusInterfaceVTable vtable = { .method_call = method_called_cb };
  Prompter *self = g_new0 (Prompter, 1);
  g_autoptr (GVariant) owned = NULL;
  g_autoptr (GError) error = NULL;

  self->closes = closes;
  self->connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  self->info = g_dbus_node_info_new_for_xml (introspection, &error);
  g_assert_no_error (error);
  self->object = g_dbus_connection_register_object (self->connection, PROMPTER_PATH,
                                                    self->info->interfaces[0], &vtable, self,
                                                    NULL, &error);
  g_assert_no_error (error);
  owned = g_dbus_connection_call_sync (self->connection, "org.freedesktop.DBus",
                                       "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                       "RequestName", g_variant_new ("(su)", PROMPTER_NAME, 4),
                                       NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  return self;
}

void
prompter_free (Prompter *self)
{
  g_dbus_connection_unregister_object (self->connection, self->object);
  g_dbus_node_info_unref (self->info);
  g_object_unref (self->connection);
  g_free (self);
}

void
prompter_set_closes (Prompter *self,
                     gboolean  closes)
{
  self->closes = closes;
}

guint
prompter_get_prompts (Prompter *self)
{
  return self->prompts;
}
