/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/callback-listener.h"

#include <libsoup/soup.h>

#include "banks/callback-door.h"
#include "banks/callback-listener-private.h"
#include "banks/callback-token.h"
#include "core/log.h"

#define MAX_PATH 256
#define MAX_BODY (64 * 1024)
/* libsoup has no name for it. */
#define STATUS_TOO_MANY_REQUESTS 429

struct _TrancheCallbackListener {
  GObject parent_instance;

  TrancheCallbackDoor *door;
  SoupServer *server;
  /* (element-type TrancheCallbackRoute) */
  GPtrArray *routes;
};

enum {
  HINTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrancheCallbackListener, tranche_callback_listener, G_TYPE_OBJECT)

static void
tranche_callback_listener_dispose (GObject *object)
{
  TrancheCallbackListener *self = TRANCHE_CALLBACK_LISTENER (object);

  if (self->server)
    tranche_callback_listener_stop (self);

  g_clear_object (&self->server);
  g_clear_object (&self->door);

  G_OBJECT_CLASS (tranche_callback_listener_parent_class)->dispose (object);
}

static void
tranche_callback_listener_finalize (GObject *object)
{
  TrancheCallbackListener *self = TRANCHE_CALLBACK_LISTENER (object);

  g_ptr_array_unref (self->routes);

  G_OBJECT_CLASS (tranche_callback_listener_parent_class)->finalize (object);
}

static void
tranche_callback_listener_class_init (TrancheCallbackListenerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tranche_callback_listener_dispose;
  object_class->finalize = tranche_callback_listener_finalize;

  signals[HINTED] =
    g_signal_new ("hinted", TRANCHE_TYPE_CALLBACK_LISTENER, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
}

/* All are compared, so that the time does not tell which one was nearest. */
static TrancheCallbackRoute *
find_route (TrancheCallbackListener *self,
            const char              *path)
{
  TrancheCallbackRoute *found = NULL;

  if (strnlen (path, MAX_PATH + 1) > MAX_PATH)
    return NULL;

  for (guint i = 0; i < self->routes->len; i++) {
    TrancheCallbackRoute *route = self->routes->pdata[i];

    if (tranche_callback_token_matches (tranche_callback_route_get_token (route), path))
      found = route;
  }

  return found;
}

static void
answer (SoupServerMessage *message,
        guint              status)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  /* One request a connection, whose time is limited. */
  soup_message_headers_replace (headers, "Connection", "close");
  if (status == SOUP_STATUS_METHOD_NOT_ALLOWED)
    soup_message_headers_replace (headers, "Allow", "POST");
  else if (status == STATUS_TOO_MANY_REQUESTS)
    soup_message_headers_replace (headers, "Retry-After", "1");

  soup_server_message_set_status (message, status,
                                  status == STATUS_TOO_MANY_REQUESTS ? "Too Many Requests" : NULL);
}

/* What is still to come of the body is read, for the client may not listen
 * before it has sent everything, but it is not kept. */
static void
refuse (SoupServerMessage    *message,
        TrancheCallbackRoute *route,
        guint                 status)
{
  tranche_debug ("banks", "A callback for account %s is refused: %u",
                 route ? tranche_callback_route_get_account_id (route) : "(none)", status);

  soup_message_body_set_accumulate (soup_server_message_get_request_body (message), FALSE);
  answer (message, status);
}

static void
count_chunk_cb (SoupServerMessage *message,
                GBytes            *chunk,
                gsize             *length)
{
  gboolean was_too_large = *length > MAX_BODY;

  *length += g_bytes_get_size (chunk);
  if (*length > MAX_BODY && !was_too_large)
    refuse (message, NULL, SOUP_STATUS_REQUEST_ENTITY_TOO_LARGE);
}

static void
free_length (gpointer  length,
             GClosure *closure)
{
  g_free (length);
}

static gboolean
comes_from_bank (SoupServerMessage    *message,
                 TrancheCallbackRoute *route)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  GSocketAddress *address = soup_server_message_get_remote_address (message);
  GInetAddress *peer = g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address));

  return tranche_callback_route_allows_source (route, peer,
                                               soup_message_headers_get_list (headers, "X-Forwarded-For"),
                                               soup_message_headers_get_list (headers, "X-Real-IP"));
}

static gboolean
is_declared_too_large (SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);

  return soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH &&
         soup_message_headers_get_content_length (headers) > MAX_BODY;
}

/* What is wrong with a request by its head alone; 0 where nothing is. */
static guint
judge_head (SoupServerMessage    *message,
            TrancheCallbackRoute *route)
{
  if (!route)
    return SOUP_STATUS_NOT_FOUND;
  if (!g_str_equal (soup_server_message_get_method (message), "POST"))
    return SOUP_STATUS_METHOD_NOT_ALLOWED;
  if (!tranche_callback_route_take (route, g_get_monotonic_time ()))
    return STATUS_TOO_MANY_REQUESTS;
  if (!comes_from_bank (message, route))
    return SOUP_STATUS_FORBIDDEN;
  if (is_declared_too_large (message))
    return SOUP_STATUS_REQUEST_ENTITY_TOO_LARGE;

  return 0;
}

/* Called before the body is there. The other handler is not called for a
 * message that has a status already. */
static void
head_received_cb (SoupServer        *server,
                  SoupServerMessage *message,
                  const char        *path,
                  GHashTable        *query,
                  gpointer           user_data)
{
  TrancheCallbackListener *self = TRANCHE_CALLBACK_LISTENER (user_data);
  TrancheCallbackRoute *route = find_route (self, path);
  guint status = judge_head (message, route);

  if (status != 0)
    refuse (message, route, status);
  else
    g_signal_connect_data (message, "got-chunk", G_CALLBACK (count_chunk_cb),
                           g_new0 (gsize, 1), free_length, G_CONNECT_DEFAULT);
}

static gboolean
is_genuine (SoupServerMessage    *message,
            TrancheCallbackRoute *route,
            GBytes               *body)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  const char *name = tranche_callback_route_get_signature_header (route);

  return tranche_callback_route_verify (route, body,
                                        name ? soup_message_headers_get_list (headers, name) : NULL);
}

static void
body_received_cb (SoupServer        *server,
                  SoupServerMessage *message,
                  const char        *path,
                  GHashTable        *query,
                  gpointer           user_data)
{
  TrancheCallbackListener *self = TRANCHE_CALLBACK_LISTENER (user_data);
  TrancheCallbackRoute *route = find_route (self, path);
  g_autoptr (GBytes) body = NULL;
  g_autoptr (TrancheCallbackHint) hint = NULL;
  g_autofree char *account_id = NULL;

  /* The account may have gone while the body came. */
  if (!route) {
    refuse (message, route, SOUP_STATUS_NOT_FOUND);
    return;
  }

  body = soup_message_body_flatten (soup_server_message_get_request_body (message));
  if (!is_genuine (message, route, body)) {
    refuse (message, route, SOUP_STATUS_FORBIDDEN);
    return;
  }

  hint = tranche_callback_read (tranche_callback_route_get_dialect (route), body, NULL);
  if (!hint) {
    refuse (message, route, SOUP_STATUS_BAD_REQUEST);
    return;
  }

  answer (message, SOUP_STATUS_OK);
  /* A handler may remove the route. */
  account_id = g_strdup (tranche_callback_route_get_account_id (route));
  g_signal_emit (self, signals[HINTED], 0, account_id, hint->number, hint->bank_order_id);
}

static void
entered_cb (TrancheCallbackDoor     *door,
            GSocketConnection       *connection,
            TrancheCallbackListener *self)
{
  g_autoptr (GSocketAddress) local = g_socket_connection_get_local_address (connection, NULL);
  g_autoptr (GSocketAddress) remote = g_socket_connection_get_remote_address (connection, NULL);

  /* Who has gone again has no address. */
  if (local && remote)
    soup_server_accept_iostream (self->server, G_IO_STREAM (connection), local, remote, NULL);
}

static void
tranche_callback_listener_init (TrancheCallbackListener *self)
{
  self->routes = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_callback_route_unref);
  self->door = tranche_callback_door_new ();
  self->server = soup_server_new ("raw-paths", TRUE, NULL);

  soup_server_add_early_handler (self->server, NULL, head_received_cb, self, NULL);
  soup_server_add_handler (self->server, NULL, body_received_cb, self, NULL);
  g_signal_connect_object (self->door, "entered", G_CALLBACK (entered_cb), self,
                           G_CONNECT_DEFAULT);
}

TrancheCallbackListener *
tranche_callback_listener_new (void)
{
  return g_object_new (TRANCHE_TYPE_CALLBACK_LISTENER, NULL);
}

gboolean
tranche_callback_listener_start (TrancheCallbackListener  *self,
                                 const char               *address,
                                 guint                     port,
                                 GError                  **error)
{
  g_return_val_if_fail (TRANCHE_IS_CALLBACK_LISTENER (self), FALSE);

  return tranche_callback_door_open (self->door, address, port, error);
}

void
tranche_callback_listener_stop (TrancheCallbackListener *self)
{
  g_return_if_fail (TRANCHE_IS_CALLBACK_LISTENER (self));

  tranche_callback_door_close (self->door);
  soup_server_disconnect (self->server);
}

guint
tranche_callback_listener_get_port (TrancheCallbackListener *self)
{
  g_return_val_if_fail (TRANCHE_IS_CALLBACK_LISTENER (self), 0);

  return tranche_callback_door_get_port (self->door);
}

void
tranche_callback_listener_add_route (TrancheCallbackListener *self,
                                     TrancheCallbackRoute    *route)
{
  g_return_if_fail (TRANCHE_IS_CALLBACK_LISTENER (self));
  g_return_if_fail (route != NULL);

  tranche_callback_listener_remove_route (self, tranche_callback_route_get_account_id (route));
  g_ptr_array_add (self->routes, tranche_callback_route_ref (route));
}

void
tranche_callback_listener_remove_route (TrancheCallbackListener *self,
                                        const char              *account_id)
{
  g_return_if_fail (TRANCHE_IS_CALLBACK_LISTENER (self));

  for (guint i = 0; i < self->routes->len; i++) {
    if (g_str_equal (tranche_callback_route_get_account_id (self->routes->pdata[i]), account_id)) {
      g_ptr_array_remove_index_fast (self->routes, i);
      return;
    }
  }
}

guint
tranche_callback_listener_get_n_routes (TrancheCallbackListener *self)
{
  g_return_val_if_fail (TRANCHE_IS_CALLBACK_LISTENER (self), 0);

  return self->routes->len;
}

void
tranche_callback_listener_set_time_limit (TrancheCallbackListener *self,
                                          guint                    limit)
{
  tranche_callback_door_set_time_limit (self->door, limit);
}
