/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/http-channel.h"

#include "config.h"

#include <libsoup/soup.h>
#include <string.h>

#include "banks/http-failure.h"
#include "banks/web-address.h"
#include "core/log.h"

#define TIME_LIMIT 30000
#define MAX_REPLY (4 * 1024 * 1024)
#define CHUNK (16 * 1024)
/* 25 requests a second that take 400 ms each are ten at once. */
#define MAX_CONNECTIONS 16
#define IDLE_SECONDS 60
/* RFC 6585; libsoup has no name for it. */
#define TOO_MANY_REQUESTS 429

struct _TrancheHttpChannel {
  GObject parent_instance;

  char *base_url;
  TrancheRateLimiter *limiter;
  SoupSession *session;
  guint time_limit;
};

G_DEFINE_FINAL_TYPE (TrancheHttpChannel, tranche_http_channel, G_TYPE_OBJECT)

/* One request on its way. */
typedef struct {
  TrancheHttpRequest *request;
  SoupMessage *message;
  GInputStream *stream;
  GByteArray *body;
  guint8 chunk[CHUNK];
  /* Follows the caller's, and is cancelled when the time is over. */
  GCancellable *cancellable;
  GCancellable *callers;
  gulong cancelled_id;
  guint timer;
  gint64 began;
  gboolean sent;
  gboolean late;
} Send;

static void
send_free (Send *send)
{
  g_cancellable_disconnect (send->callers, send->cancelled_id);
  g_clear_handle_id (&send->timer, g_source_remove);
  g_clear_object (&send->callers);
  g_clear_object (&send->cancellable);
  if (send->message)
    g_signal_handlers_disconnect_by_data (send->message, send);
  g_clear_object (&send->message);
  g_clear_object (&send->stream);
  g_clear_pointer (&send->body, g_byte_array_unref);
  tranche_http_request_free (send->request);
  g_free (send);
}

static void
tranche_http_channel_dispose (GObject *object)
{
  TrancheHttpChannel *self = TRANCHE_HTTP_CHANNEL (object);

  if (self->session)
    soup_session_abort (self->session);
  g_clear_object (&self->session);
  g_clear_object (&self->limiter);

  G_OBJECT_CLASS (tranche_http_channel_parent_class)->dispose (object);
}

static void
tranche_http_channel_finalize (GObject *object)
{
  TrancheHttpChannel *self = TRANCHE_HTTP_CHANNEL (object);

  g_free (self->base_url);

  G_OBJECT_CLASS (tranche_http_channel_parent_class)->finalize (object);
}

static void
tranche_http_channel_class_init (TrancheHttpChannelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tranche_http_channel_dispose;
  object_class->finalize = tranche_http_channel_finalize;
}

static void
tranche_http_channel_init (TrancheHttpChannel *self)
{
  self->time_limit = TIME_LIMIT;
  self->session = soup_session_new_with_options ("user-agent", "Tranche/" TRANCHE_VERSION,
                                                 "max-conns", MAX_CONNECTIONS,
                                                 "max-conns-per-host", MAX_CONNECTIONS,
                                                 "idle-timeout", IDLE_SECONDS,
                                                 "timeout", 0,
                                                 NULL);
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_AUTH_MANAGER);
  /* Without it no reply is compressed, and none grows when it is unpacked. */
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_CONTENT_DECODER);
}

TrancheHttpChannel *
tranche_http_channel_new (const char         *base_url,
                          TrancheRateLimiter *limiter)
{
  TrancheHttpChannel *self = g_object_new (TRANCHE_TYPE_HTTP_CHANNEL, NULL);

  g_set_object (&self->limiter, limiter);
  g_set_str (&self->base_url, base_url);
  if (tranche_is_loopback_address (base_url))
    soup_session_set_proxy_resolver (self->session, NULL);

  return self;
}

void
tranche_http_channel_set_time_limit (TrancheHttpChannel *self,
                                     guint               milliseconds)
{
  g_return_if_fail (TRANCHE_IS_HTTP_CHANNEL (self));

  self->time_limit = milliseconds;
}

/* Ends what is left of the connection's use; whatever was not read is dropped. */
static void
stop (Send *send)
{
  g_clear_handle_id (&send->timer, g_source_remove);
  if (send->stream)
    g_input_stream_close_async (send->stream, G_PRIORITY_DEFAULT, NULL, NULL, NULL);
  g_clear_object (&send->stream);
}

static void
write_log (Send       *send,
           const char *outcome)
{
  tranche_debug ("banks", "%s %s: %s after %" G_GINT64_FORMAT " ms", send->request->method,
                 send->request->name, outcome,
                 (g_get_monotonic_time () - send->began) / G_TIME_SPAN_MILLISECOND);
}

static TrancheHttpReply *
make_reply (Send *send)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (send->message);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  TrancheHttpReply *reply =
    tranche_http_reply_new (soup_message_get_status (send->message),
                            g_byte_array_free_to_bytes (g_steal_pointer (&send->body)));

  reply->trace_id = g_strdup (soup_message_headers_get_one (headers, "Trace-Id"));
  if (send->request->signature_header)
    reply->signature =
      g_strdup (soup_message_headers_get_one (headers, send->request->signature_header));
  reply->retry_after =
    tranche_http_parse_retry_after (soup_message_headers_get_one (headers, "Retry-After"), now);

  return reply;
}

static void
return_reply (GTask *task)
{
  TrancheHttpChannel *self = g_task_get_source_object (task);
  Send *send = g_task_get_task_data (task);
  TrancheHttpReply *reply = make_reply (send);
  g_autofree char *outcome = g_strdup_printf ("HTTP %u", reply->status);

  stop (send);
  write_log (send, outcome);
  if (reply->status == TOO_MANY_REQUESTS)
    tranche_rate_limiter_pause (self->limiter, MAX (reply->retry_after, 1));
  g_task_return_pointer (task, reply, (GDestroyNotify) tranche_http_reply_free);
}

/* Takes @cause. */
static void
return_failure (GTask           *task,
                TrancheHttpFate  fate,
                GError          *cause)
{
  Send *send = g_task_get_task_data (task);
  g_autoptr (GError) owned = cause;

  if (send->late)
    fate = TRANCHE_HTTP_FATE_LATE;
  else if (g_cancellable_is_cancelled (send->callers))
    fate = TRANCHE_HTTP_FATE_CANCELLED;

  /* A refusal stays one when the rest of it is lost. */
  if (fate != TRANCHE_HTTP_FATE_CANCELLED && soup_message_get_status (send->message) >= 400) {
    g_byte_array_set_size (send->body, 0);
    return_reply (task);
    return;
  }

  stop (send);
  write_log (send, cause->message);
  g_task_return_error (task, tranche_http_failure_new (cause, fate, send->request->name,
                                                       send->request->effect, send->sent));
}

static void
return_too_large (GTask *task)
{
  return_failure (task, TRANCHE_HTTP_FATE_REFUSED,
                  g_error_new_literal (G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                                       "the reply is too large"));
}

static void read_more (GTask *task);

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Send *send = g_task_get_task_data (task);
  GError *error = NULL;
  gssize length = g_input_stream_read_finish (G_INPUT_STREAM (source), result, &error);

  if (length < 0) {
    return_failure (task, TRANCHE_HTTP_FATE_FAILED, error);
    return;
  }
  if (length == 0) {
    return_reply (task);
    return;
  }
  if (send->body->len + length > MAX_REPLY) {
    return_too_large (task);
    return;
  }

  g_byte_array_append (send->body, send->chunk, length);
  read_more (g_steal_pointer (&task));
}

/* Takes @task. */
static void
read_more (GTask *task)
{
  Send *send = g_task_get_task_data (task);

  g_input_stream_read_async (send->stream, send->chunk, CHUNK, G_PRIORITY_DEFAULT,
                             send->cancellable, read_cb, task);
}

static void
send_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Send *send = g_task_get_task_data (task);
  GError *error = NULL;

  send->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (!send->stream)
    return_failure (task, TRANCHE_HTTP_FATE_FAILED, error);
  else if (soup_message_headers_get_content_length (
             soup_message_get_response_headers (send->message)) > MAX_REPLY)
    return_too_large (task);
  else
    read_more (g_steal_pointer (&task));
}

static void
starting_cb (SoupMessage *message,
             Send        *send)
{
  send->sent = TRUE;
}

/* libsoup asks a question again whose connection was dead. Where another idle
 * connection is at hand, libsoup 3.6 does so before it has heard of the end of
 * the first attempt, takes that for the end of the second, and crashes when the
 * second is answered. Connecting anew takes long enough to keep them apart. */
static void
restarted_cb (SoupMessage *message,
              Send        *send)
{
  soup_message_add_flags (message, SOUP_MESSAGE_NEW_CONNECTION);
}

static void
time_over_cb (gpointer user_data)
{
  Send *send = user_data;

  send->timer = 0;
  send->late = TRUE;
  g_cancellable_cancel (send->cancellable);
}

static SoupMessage *
make_message (TrancheHttpChannel *self,
              TrancheHttpRequest *request)
{
  g_autofree char *url = g_strconcat (self->base_url, request->path, NULL);
  SoupMessage *message = soup_message_new (request->method, url);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);
  SoupMessageFlags flags = SOUP_MESSAGE_NO_REDIRECT;

  if (request->effect)
    flags |= SOUP_MESSAGE_NEW_CONNECTION;
  soup_message_set_flags (message, flags);
  /* One connection a request and one request a connection at a time: what may
   * have been sent is then easy to tell. */
  soup_message_set_force_http1 (message, TRUE);
  if (request->priority == TRANCHE_PRIORITY_USER)
    soup_message_set_priority (message, SOUP_MESSAGE_PRIORITY_HIGH);

  soup_message_headers_append (headers, "Accept",
                               request->accept ? request->accept : "application/json");
  for (guint i = 0; i + 1 < request->headers->len; i += 2)
    soup_message_headers_append (headers, request->headers->pdata[i],
                                 request->headers->pdata[i + 1]);
  if (request->body)
    soup_message_set_request_body_from_bytes (message, "application/json", request->body);
  else if (g_str_equal (request->method, SOUP_METHOD_POST))
    soup_message_headers_set_content_type (headers, "application/json", NULL);

  return message;
}

static void
acquired_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheHttpChannel *self = g_task_get_source_object (task);
  Send *send = g_task_get_task_data (task);
  GError *error = NULL;

  if (!tranche_rate_limiter_acquire_finish (TRANCHE_RATE_LIMITER (source), result, &error)) {
    g_task_return_error (task, error);
    return;
  }

  send->began = g_get_monotonic_time ();
  send->timer = g_timeout_add_once (self->time_limit, time_over_cb, send);
  send->message = make_message (self, send->request);
  g_signal_connect (send->message, "starting", G_CALLBACK (starting_cb), send);
  g_signal_connect (send->message, "restarted", G_CALLBACK (restarted_cb), send);
  soup_session_send_async (self->session, send->message, G_PRIORITY_DEFAULT, send->cancellable,
                           send_cb, g_steal_pointer (&task));
}

static void
cancelled_cb (GCancellable *callers,
              GCancellable *own)
{
  g_cancellable_cancel (own);
}

void
tranche_http_channel_send_async (TrancheHttpChannel  *self,
                                 TrancheHttpRequest  *request,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  Send *send;

  g_return_if_fail (TRANCHE_IS_HTTP_CHANNEL (self));
  g_return_if_fail (request != NULL && request->path[0] == '/');

  send = g_new0 (Send, 1);
  send->request = request;
  send->body = g_byte_array_new ();
  send->cancellable = g_cancellable_new ();

  /* Whether a cancellation still counts is decided by what was sent. */
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tranche_http_channel_send_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, send, (GDestroyNotify) send_free);

  if (!tranche_check_bank_address (self->base_url, &error)) {
    g_task_return_error (task, error);
    return;
  }

  if (cancellable) {
    send->callers = g_object_ref (cancellable);
    send->cancelled_id = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb),
                                                g_object_ref (send->cancellable), g_object_unref);
  }
  tranche_rate_limiter_acquire_async (self->limiter, request->priority, send->cancellable,
                                      acquired_cb, g_steal_pointer (&task));
}

TrancheHttpReply *
tranche_http_channel_send_finish (TrancheHttpChannel  *self,
                                  GAsyncResult        *result,
                                  GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
