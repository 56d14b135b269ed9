/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/callback-door.h"

#define MAX_VISITS 64
#define TIME_LIMIT 10000

struct _TrancheCallbackDoor {
  GObject parent_instance;

  /* From open to close. */
  GSocketService *service;
  guint port;
  guint time_limit;
  /* (element-type Visit) */
  GQueue visits;
};

/* A connection that is open. */
typedef struct {
  TrancheCallbackDoor *door;
  /* Not owned: whoever took it over lets it go when it has ended. */
  GSocketConnection *connection;
  guint timer;
} Visit;

enum {
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrancheCallbackDoor, tranche_callback_door, G_TYPE_OBJECT)

/* Whoever reads the connection sees its end. It is not closed here, for the
 * others still look at its file descriptor. */
static void
end_visit (Visit *visit)
{
  g_socket_shutdown (g_socket_connection_get_socket (visit->connection), TRUE, TRUE, NULL);
}

static void
time_is_up_cb (gpointer user_data)
{
  Visit *visit = user_data;

  visit->timer = 0;
  end_visit (visit);
}

static void
visit_free (Visit *visit)
{
  g_clear_handle_id (&visit->timer, g_source_remove);
  g_free (visit);
}

static void
left_cb (gpointer  user_data,
         GObject  *where_the_object_was)
{
  Visit *visit = user_data;

  g_queue_remove (&visit->door->visits, visit);
  visit_free (visit);
}

static gboolean
incoming_cb (GSocketService      *service,
             GSocketConnection   *connection,
             GObject             *source,
             TrancheCallbackDoor *self)
{
  Visit *visit;

  if (g_queue_get_length (&self->visits) >= MAX_VISITS)
    return TRUE;

  visit = g_new0 (Visit, 1);
  visit->door = self;
  visit->connection = connection;
  visit->timer = g_timeout_add_once (self->time_limit, time_is_up_cb, visit);
  g_object_weak_ref (G_OBJECT (connection), left_cb, visit);
  g_queue_push_tail (&self->visits, visit);

  g_signal_emit (self, signals[ENTERED], 0, connection);

  return TRUE;
}

static void
tranche_callback_door_dispose (GObject *object)
{
  tranche_callback_door_close (TRANCHE_CALLBACK_DOOR (object));

  G_OBJECT_CLASS (tranche_callback_door_parent_class)->dispose (object);
}

static void
tranche_callback_door_class_init (TrancheCallbackDoorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tranche_callback_door_dispose;

  signals[ENTERED] =
    g_signal_new ("entered", TRANCHE_TYPE_CALLBACK_DOOR, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_SOCKET_CONNECTION);
}

static void
tranche_callback_door_init (TrancheCallbackDoor *self)
{
  self->time_limit = TIME_LIMIT;
}

TrancheCallbackDoor *
tranche_callback_door_new (void)
{
  return g_object_new (TRANCHE_TYPE_CALLBACK_DOOR, NULL);
}

static GSocketAddress *
parse_address (const char  *text,
               guint        port,
               GError     **error)
{
  g_autoptr (GInetAddress) address = text ? g_inet_address_new_from_string (text)
                                          : g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);

  if (address && port <= G_MAXUINT16)
    return g_inet_socket_address_new (address, port);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       "No address and port to listen on");
  return NULL;
}

gboolean
tranche_callback_door_open (TrancheCallbackDoor  *self,
                            const char           *address,
                            guint                 port,
                            GError              **error)
{
  g_autoptr (GSocketAddress) wanted = NULL;
  g_autoptr (GSocketAddress) effective = NULL;
  g_autoptr (GSocketService) service = NULL;

  g_return_val_if_fail (TRANCHE_IS_CALLBACK_DOOR (self), FALSE);
  g_return_val_if_fail (!self->service, FALSE);

  wanted = parse_address (address, port, error);
  if (!wanted)
    return FALSE;

  service = g_socket_service_new ();
  if (!g_socket_listener_add_address (G_SOCKET_LISTENER (service), wanted, G_SOCKET_TYPE_STREAM,
                                      G_SOCKET_PROTOCOL_TCP, NULL, &effective, error))
    return FALSE;

  g_signal_connect_object (service, "incoming", G_CALLBACK (incoming_cb), self, G_CONNECT_DEFAULT);
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (effective));
  self->service = g_steal_pointer (&service);

  return TRUE;
}

void
tranche_callback_door_close (TrancheCallbackDoor *self)
{
  Visit *visit;

  g_return_if_fail (TRANCHE_IS_CALLBACK_DOOR (self));

  if (self->service) {
    g_socket_service_stop (self->service);
    g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  }
  g_clear_object (&self->service);
  self->port = 0;

  while ((visit = g_queue_pop_head (&self->visits))) {
    g_object_weak_unref (G_OBJECT (visit->connection), left_cb, visit);
    end_visit (visit);
    visit_free (visit);
  }
}

guint
tranche_callback_door_get_port (TrancheCallbackDoor *self)
{
  g_return_val_if_fail (TRANCHE_IS_CALLBACK_DOOR (self), 0);

  return self->port;
}

void
tranche_callback_door_set_time_limit (TrancheCallbackDoor *self,
                                      guint                limit)
{
  g_return_if_fail (TRANCHE_IS_CALLBACK_DOOR (self));

  self->time_limit = limit;
}
