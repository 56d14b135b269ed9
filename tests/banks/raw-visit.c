/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "raw-visit.h"

#include <string.h>

#include "await.h"

struct _RawVisit {
  GSocketConnection *connection;
  char *request;
  char answer[4096];
  Await sent;
  Await received;
};

RawVisit *
raw_visit_new (guint       port,
               const char *request)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, port);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  Await connected = AWAIT_INIT;
  RawVisit *self = g_new0 (RawVisit, 1);
  GIOStream *stream;

  self->request = g_strdup (request ? request : "");
  g_socket_client_set_enable_proxy (client, FALSE);
  g_socket_client_connect_async (client, G_SOCKET_CONNECTABLE (address), NULL, await_cb,
                                 &connected);
  result = await_result (&connected);
  self->connection = g_socket_client_connect_finish (client, result, &error);
  g_assert_no_error (error);

  stream = G_IO_STREAM (self->connection);
  g_output_stream_write_all_async (g_io_stream_get_output_stream (stream), self->request,
                                   strlen (self->request), G_PRIORITY_DEFAULT, NULL, await_cb,
                                   &self->sent);
  g_input_stream_read_all_async (g_io_stream_get_input_stream (stream), self->answer,
                                 sizeof self->answer - 1, G_PRIORITY_DEFAULT, NULL, await_cb,
                                 &self->received);

  return self;
}

gboolean
raw_visit_has_ended (RawVisit *self)
{
  return self->received.result != NULL;
}

guint
raw_visit_wait (RawVisit  *self,
                char     **answer)
{
  GInputStream *input = g_io_stream_get_input_stream (G_IO_STREAM (self->connection));
  g_autoptr (GAsyncResult) received = await_result (&self->received);
  guint status = 0;

  /* Where the server has not read everything, the end is an error. */
  g_input_stream_read_all_finish (input, received, NULL, NULL);
  if (g_str_has_prefix (self->answer, "HTTP/1.1 "))
    status = g_ascii_strtoull (self->answer + strlen ("HTTP/1.1 "), NULL, 10);
  if (answer)
    *answer = g_strdup (self->answer);

  return status;
}

void
raw_visit_free (RawVisit *self)
{
  /* Whatever is under way ends with this. */
  g_socket_shutdown (g_socket_connection_get_socket (self->connection), TRUE, TRUE, NULL);
  if (self->sent.n_calls == 0 || self->sent.result)
    g_object_unref (await_result (&self->sent));
  if (self->received.n_calls == 0 || self->received.result)
    g_object_unref (await_result (&self->received));

  g_object_unref (self->connection);
  g_free (self->request);
  g_free (self);
}

guint
raw_visit_once (guint        port,
                const char  *request,
                char       **answer)
{
  g_autoptr (RawVisit) self = raw_visit_new (port, request);

  return raw_visit_wait (self, answer);
}
