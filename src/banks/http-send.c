/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/http-send.h"

#include "banks/http-failure.h"
#include "core/log.h"

#define MAX_REPLY (4 * 1024 * 1024)
#define CHUNK (16 * 1024)
/* RFC 6585; libsoup has no name for it. */
#define TOO_MANY_REQUESTS 429
/* libsoup 3.6 reads the head of a reply and hears of that in a later turn of the
 * main loop. Where a cancellation comes in between, it ends the message twice
 * and frees what is still in use. It hears of it at the default priority, so
 * whatever comes after all of that priority never comes in between. */
#define CANCEL_PRIORITY (G_PRIORITY_DEFAULT + 1)

struct _TrancheHttpSend {
  TrancheHttpRequest *request;
  TrancheRateLimiter *limiter; /* (nullable) until it runs */
  SoupMessage *message;
  GInputStream *stream;
  GByteArray *body;
  guint8 chunk[CHUNK];
  /* Follows the caller's, and is cancelled when the time is over. */
  GCancellable *cancellable;
  GCancellable *callers;
  gulong cancelled_id;
  guint timer;
  guint canceller;
  gint64 began;
  gboolean sent;
  gboolean late;
};

static gboolean
cancel_cb (gpointer user_data)
{
  TrancheHttpSend *send = user_data;

  send->canceller = 0;
  g_cancellable_cancel (send->cancellable);

  return G_SOURCE_REMOVE;
}

/* What has not come to libsoup must not come to it any more. */
static void
cancelled_cb (GCancellable    *callers,
              TrancheHttpSend *send)
{
  if (!send->message)
    g_cancellable_cancel (send->cancellable);
  else if (send->canceller == 0)
    send->canceller = g_idle_add_full (CANCEL_PRIORITY, cancel_cb, send, NULL);
}

TrancheHttpSend *
tranche_http_send_new (TrancheHttpRequest *request,
                       GCancellable       *callers)
{
  TrancheHttpSend *send = g_new0 (TrancheHttpSend, 1);

  send->request = request;
  send->body = g_byte_array_new ();
  send->cancellable = g_cancellable_new ();
  if (callers) {
    send->callers = g_object_ref (callers);
    send->cancelled_id = g_cancellable_connect (callers, G_CALLBACK (cancelled_cb), send, NULL);
  }

  return send;
}

void
tranche_http_send_free (TrancheHttpSend *send)
{
  g_cancellable_disconnect (send->callers, send->cancelled_id);
  g_clear_handle_id (&send->timer, g_source_remove);
  g_clear_handle_id (&send->canceller, g_source_remove);
  g_clear_object (&send->callers);
  g_clear_object (&send->cancellable);
  if (send->message)
    g_signal_handlers_disconnect_by_data (send->message, send);
  g_clear_object (&send->message);
  g_clear_object (&send->stream);
  g_clear_object (&send->limiter);
  g_clear_pointer (&send->body, g_byte_array_unref);
  tranche_http_request_free (send->request);
  g_free (send);
}

TrancheHttpRequest *
tranche_http_send_get_request (TrancheHttpSend *send)
{
  return send->request;
}

GCancellable *
tranche_http_send_get_cancellable (TrancheHttpSend *send)
{
  return send->cancellable;
}

/* Ends what is left of the connection's use; whatever was not read is dropped. */
static void
stop (TrancheHttpSend *send)
{
  g_clear_handle_id (&send->timer, g_source_remove);
  if (send->stream)
    g_input_stream_close_async (send->stream, G_PRIORITY_DEFAULT, NULL, NULL, NULL);
  g_clear_object (&send->stream);
}

static void
write_log (TrancheHttpSend *send,
           const char      *outcome)
{
  tranche_debug ("banks", "%s %s: %s after %" G_GINT64_FORMAT " ms", send->request->method,
                 send->request->name, outcome,
                 (g_get_monotonic_time () - send->began) / G_TIME_SPAN_MILLISECOND);
}

static TrancheHttpReply *
make_reply (TrancheHttpSend *send)
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
  TrancheHttpSend *send = g_task_get_task_data (task);
  TrancheHttpReply *reply = make_reply (send);
  g_autofree char *outcome = g_strdup_printf ("HTTP %u", reply->status);

  stop (send);
  write_log (send, outcome);
  if (reply->status == TOO_MANY_REQUESTS)
    tranche_rate_limiter_pause (send->limiter, MAX (reply->retry_after, 1));
  g_task_return_pointer (task, reply, (GDestroyNotify) tranche_http_reply_free);
}

/* Takes @cause. */
static void
return_failure (GTask           *task,
                TrancheHttpFate  fate,
                GError          *cause)
{
  TrancheHttpSend *send = g_task_get_task_data (task);
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
  TrancheHttpSend *send = g_task_get_task_data (task);
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
  TrancheHttpSend *send = g_task_get_task_data (task);

  g_input_stream_read_async (send->stream, send->chunk, CHUNK, G_PRIORITY_DEFAULT,
                             send->cancellable, read_cb, task);
}

static void
send_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TrancheHttpSend *send = g_task_get_task_data (task);
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
starting_cb (SoupMessage     *message,
             TrancheHttpSend *send)
{
  send->sent = TRUE;
}

/* libsoup asks a question again whose connection was dead. Where another idle
 * connection is at hand, libsoup 3.6 does so before it has heard of the end of
 * the first attempt, takes that for the end of the second, and crashes when the
 * second is answered. Connecting anew takes long enough to keep them apart. */
static void
restarted_cb (SoupMessage     *message,
              TrancheHttpSend *send)
{
  soup_message_add_flags (message, SOUP_MESSAGE_NEW_CONNECTION);
}

/* libsoup would gather all of such a reply, however long it is, and send the
 * request once more, even where it moves money. */
static void
misdirected_cb (SoupMessage     *message,
                TrancheHttpSend *send)
{
  g_cancellable_cancel (send->cancellable);
}

static gboolean
time_over_cb (gpointer user_data)
{
  TrancheHttpSend *send = user_data;

  send->timer = 0;
  send->late = TRUE;
  g_cancellable_cancel (send->cancellable);

  return G_SOURCE_REMOVE;
}

void
tranche_http_send_run (GTask              *task,
                       SoupSession        *session,
                       SoupMessage        *message,
                       TrancheRateLimiter *limiter,
                       guint               time_limit)
{
  TrancheHttpSend *send = g_task_get_task_data (task);

  send->began = g_get_monotonic_time ();
  send->timer = g_timeout_add_full (CANCEL_PRIORITY, time_limit, time_over_cb, send, NULL);
  send->limiter = g_object_ref (limiter);
  send->message = message;
  g_signal_connect (message, "starting", G_CALLBACK (starting_cb), send);
  g_signal_connect (message, "restarted", G_CALLBACK (restarted_cb), send);
  soup_message_add_status_code_handler (message, "got-headers", SOUP_STATUS_MISDIRECTED_REQUEST,
                                        G_CALLBACK (misdirected_cb), send);
  soup_session_send_async (session, message, G_PRIORITY_DEFAULT, send->cancellable, send_cb, task);
}
