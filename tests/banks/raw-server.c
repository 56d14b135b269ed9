/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "raw-server.h"

#include <string.h>

#define DRIP_INTERVAL (5 * G_TIME_SPAN_MILLISECOND)

struct _RawServer {
  GSocketService *service;
  GCancellable *stopped;
  GTlsCertificate *certificate;
  RawAction action;
  char *reply;
  char *base_url;

  /* What follows is shared with the threads. */
  GMutex mutex;
  GCond idle;
  guint n_running;
  guint n_requests;
  guint n_replies;
  char *request;
};

static gboolean
is_whole (GString *request)
{
  const char *end = strstr (request->str, "\r\n\r\n");
  const char *length;

  if (!end)
    return FALSE;

  length = strcasestr (request->str, "\r\nContent-Length:");
  if (!length || length > end)
    return TRUE;

  return strlen (end + 4) >= g_ascii_strtoull (length + strlen ("\r\nContent-Length:"), NULL, 10);
}

static gboolean
read_request (RawServer    *self,
              GInputStream *input)
{
  g_autoptr (GString) request = g_string_new (NULL);
  char chunk[4096];

  while (!is_whole (request)) {
    gssize length = g_input_stream_read (input, chunk, sizeof chunk, self->stopped, NULL);

    if (length <= 0)
      return FALSE;
    g_string_append_len (request, chunk, length);
  }

  g_mutex_lock (&self->mutex);
  self->n_requests++;
  g_set_str (&self->request, request->str);
  g_mutex_unlock (&self->mutex);
  /* For those who count requests in the main loop. */
  g_main_context_wakeup (NULL);

  return TRUE;
}

static void
serve (RawServer *self,
       GIOStream *stream)
{
  GInputStream *input = g_io_stream_get_input_stream (stream);
  GOutputStream *output = g_io_stream_get_output_stream (stream);
  char byte;

  if (self->action == RAW_CLOSE || !read_request (self, input))
    return;
  if (self->action == RAW_READ_AND_CLOSE)
    return;

  if (!g_output_stream_write_all (output, self->reply, strlen (self->reply), NULL, self->stopped,
                                  NULL))
    return;

  g_mutex_lock (&self->mutex);
  self->n_replies++;
  g_mutex_unlock (&self->mutex);

  if (self->action == RAW_REPLY_ONCE)
    read_request (self, input);

  if (self->action == RAW_REPLY_AND_HANG)
    g_input_stream_read (input, &byte, 1, self->stopped, NULL);

  while (self->action == RAW_DRIP &&
         g_output_stream_write_all (output, " ", 1, NULL, self->stopped, NULL))
    g_usleep (DRIP_INTERVAL);
}

/* Counts the thread before it begins, for raw_server_free() waits for it. */
static gboolean
incoming_cb (GSocketService    *service,
             GSocketConnection *connection,
             GObject           *source,
             RawServer         *self)
{
  g_mutex_lock (&self->mutex);
  self->n_running++;
  g_mutex_unlock (&self->mutex);

  return FALSE;
}

static gboolean
run_cb (GThreadedSocketService *service,
        GSocketConnection      *connection,
        GObject                *source,
        RawServer              *self)
{
  if (self->certificate) {
    g_autoptr (GIOStream) tls = g_tls_server_connection_new (G_IO_STREAM (connection),
                                                             self->certificate, NULL);

    serve (self, tls);
    g_io_stream_close (tls, self->stopped, NULL);
  } else {
    serve (self, G_IO_STREAM (connection));
  }
  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);

  g_mutex_lock (&self->mutex);
  self->n_running--;
  g_cond_signal (&self->idle);
  g_mutex_unlock (&self->mutex);

  return TRUE;
}

static RawServer *
start (RawAction        action,
       const char      *reply,
       GTlsCertificate *certificate)
{
  RawServer *self = g_new0 (RawServer, 1);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) effective = NULL;
  g_autoptr (GError) error = NULL;

  self->certificate = certificate;
  self->action = action;
  self->reply = g_strdup (reply);
  self->stopped = g_cancellable_new ();
  g_mutex_init (&self->mutex);
  g_cond_init (&self->idle);

  self->service = g_threaded_socket_service_new (-1);
  g_signal_connect (self->service, "incoming", G_CALLBACK (incoming_cb), self);
  g_signal_connect (self->service, "run", G_CALLBACK (run_cb), self);
  g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), address, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &effective, &error);
  g_assert_no_error (error);
  self->base_url =
    g_strdup_printf ("%s://127.0.0.1:%u", certificate ? "https" : "http",
                     g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (effective)));

  return self;
}

RawServer *
raw_server_new (RawAction   action,
                const char *reply)
{
  return start (action, reply, NULL);
}

RawServer *
raw_server_new_tls (RawAction   action,
                    const char *reply,
                    const char *file)
{
  g_autoptr (GError) error = NULL;
  GTlsCertificate *certificate = g_tls_certificate_new_from_file (file, &error);

  g_assert_no_error (error);

  return start (action, reply, certificate);
}

void
raw_server_free (RawServer *self)
{
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_cancellable_cancel (self->stopped);

  g_mutex_lock (&self->mutex);
  while (self->n_running > 0)
    g_cond_wait (&self->idle, &self->mutex);
  g_mutex_unlock (&self->mutex);

  g_object_unref (self->service);
  g_object_unref (self->stopped);
  g_clear_object (&self->certificate);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->idle);
  g_free (self->request);
  g_free (self->reply);
  g_free (self->base_url);
  g_free (self);
}

const char *
raw_server_get_base_url (RawServer *self)
{
  return self->base_url;
}

guint
raw_server_count_requests (RawServer *self)
{
  guint n_requests;

  g_mutex_lock (&self->mutex);
  n_requests = self->n_requests;
  g_mutex_unlock (&self->mutex);

  return n_requests;
}

guint
raw_server_count_replies (RawServer *self)
{
  guint n_replies;

  g_mutex_lock (&self->mutex);
  n_replies = self->n_replies;
  g_mutex_unlock (&self->mutex);

  return n_replies;
}

char *
raw_server_dup_request (RawServer *self)
{
  char *request;

  g_mutex_lock (&self->mutex);
  request = g_strdup (self->request);
  g_mutex_unlock (&self->mutex);

  return request;
}
