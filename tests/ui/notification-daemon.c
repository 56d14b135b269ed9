/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notification-daemon.h"

#define NAME "org.freedesktop.Notifications"
#define PATH "/org/freedesktop/Notifications"

static const char interface[] =
  "<node><interface name='" NAME "'>"
  "<method name='Notify'>"
  "<arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>"
  "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='as' direction='in'/>"
  "<arg type='a{sv}' direction='in'/><arg type='i' direction='in'/><arg type='u' direction='out'/>"
  "</method>"
  "<method name='CloseNotification'><arg type='u' direction='in'/></method>"
  "</interface></node>";

static void
shown_free (NotificationShown *self)
{
  g_free (self->title);
  g_free (self->body);
  g_strfreev (self->actions);
  g_free (self);
}

static void
close_shown (NotificationDaemon *self,
             guint               id)
{
  for (guint i = 0; i < self->shown->len; i++) {
    NotificationShown *shown = g_ptr_array_index (self->shown, i);

    if (shown->id == id) {
      g_ptr_array_remove_index (self->shown, i);
      return;
    }
  }
}

static guint
show (NotificationDaemon *self,
      GVariant           *parameters)
{
  NotificationShown *shown = g_new0 (NotificationShown, 1);
  g_autoptr (GVariant) hints = NULL;
  guint replaced = 0;

  g_variant_get (parameters, "(&su&sss^as@a{sv}i)", NULL, &replaced, NULL, &shown->title,
                 &shown->body, &shown->actions, &hints, NULL);
  g_variant_lookup (hints, "urgency", "y", &shown->urgency);
  close_shown (self, replaced);
  self->n_shown++;
  shown->id = replaced != 0 ? replaced : ++self->last_id;
  g_ptr_array_add (self->shown, shown);

  return shown->id;
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
  NotificationDaemon *self = user_data;
  guint id;

  if (g_str_equal (method, "Notify")) {
    g_dbus_method_invocation_return_value (invocation,
                                           g_variant_new ("(u)", show (self, parameters)));
  } else {
    g_variant_get (parameters, "(u)", &id);
    close_shown (self, id);
    g_dbus_method_invocation_return_value (invocation, NULL);
  }
}

NotificationDaemon *
notification_daemon_new (void)
{
  static const GDBusInterfaceVTable vtable = { .method_call = method_called_cb };
  NotificationDaemon *self = g_new0 (NotificationDaemon, 1);

  self->shown = g_ptr_array_new_with_free_func ((GDestroyNotify) shown_free);
  self->service = bus_service_new (NAME, PATH, interface, &vtable, self);

  return self;
}

void
notification_daemon_free (NotificationDaemon *self)
{
  bus_service_free (self->service);
  g_ptr_array_unref (self->shown);
  g_free (self);
}

NotificationShown *
notification_daemon_find (NotificationDaemon *self,
                          const char         *title)
{
  for (guint i = 0; i < self->shown->len; i++) {
    NotificationShown *shown = g_ptr_array_index (self->shown, i);

    if (g_str_equal (shown->title, title))
      return shown;
  }

  return NULL;
}

gboolean
notification_shown_has (const NotificationShown *self,
                        const char              *action)
{
  for (guint i = 0; self->actions[i] != NULL && self->actions[i + 1] != NULL; i += 2)
    if (g_str_equal (self->actions[i], action))
      return TRUE;

  return FALSE;
}
