/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/http-channel.h"

#include "config.h"

#include <libsoup/soup.h>

#include "banks/http-send.h"
#include "banks/web-address.h"

#define TIME_LIMIT 30000
/* 25 requests a second that take 400 ms each are ten at once. */
#define MAX_CONNECTIONS 16
#define IDLE_SECONDS 60

struct _TrancheHttpChannel {
  GObject parent_instance;

  char *base_url;
  TrancheRateLimiter *limiter;
  SoupSession *session;
  guint time_limit;
};

enum {
  PROP_0,
  PROP_BASE_URL,
  PROP_LIMITER,
  PROP_TIME_LIMIT,
  PROP_TLS_DATABASE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TrancheHttpChannel, tranche_http_channel, G_TYPE_OBJECT)

static void
tranche_http_channel_constructed (GObject *object)
{
  TrancheHttpChannel *self = TRANCHE_HTTP_CHANNEL (object);

  G_OBJECT_CLASS (tranche_http_channel_parent_class)->constructed (object);

  if (tranche_is_loopback_address (self->base_url))
    soup_session_set_proxy_resolver (self->session, NULL);
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
tranche_http_channel_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  TrancheHttpChannel *self = TRANCHE_HTTP_CHANNEL (object);

  switch (prop_id) {
  case PROP_BASE_URL:
    self->base_url = g_value_dup_string (value);
    break;
  case PROP_LIMITER:
    self->limiter = g_value_dup_object (value);
    break;
  case PROP_TIME_LIMIT:
    self->time_limit = g_value_get_uint (value);
    break;
  case PROP_TLS_DATABASE:
    /* Without one the session takes the system's. */
    if (g_value_get_object (value))
      soup_session_set_tls_database (self->session, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_http_channel_class_init (TrancheHttpChannelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = tranche_http_channel_constructed;
  object_class->dispose = tranche_http_channel_dispose;
  object_class->finalize = tranche_http_channel_finalize;
  object_class->set_property = tranche_http_channel_set_property;

  properties[PROP_BASE_URL] = g_param_spec_string ("base-url", NULL, NULL, NULL, flags);
  properties[PROP_LIMITER] =
    g_param_spec_object ("limiter", NULL, NULL, TRANCHE_TYPE_RATE_LIMITER, flags);
  properties[PROP_TIME_LIMIT] =
    g_param_spec_uint ("time-limit", NULL, NULL, 1, G_MAXINT, TIME_LIMIT, flags);
  properties[PROP_TLS_DATABASE] =
    g_param_spec_object ("tls-database", NULL, NULL, G_TYPE_TLS_DATABASE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tranche_http_channel_init (TrancheHttpChannel *self)
{
  self->session = soup_session_new_with_options ("user-agent", "Tranche/" TRANCHE_VERSION,
                                                 "max-conns", MAX_CONNECTIONS,
                                                 "max-conns-per-host", MAX_CONNECTIONS,
                                                 "idle-timeout", IDLE_SECONDS,
                                                 "timeout", 0,
                                                 NULL);
  /* Without it no reply is compressed, and none grows when it is unpacked. */
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_CONTENT_DECODER);
}

TrancheHttpChannel *
tranche_http_channel_new (const char         *base_url,
                          TrancheRateLimiter *limiter)
{
  return g_object_new (TRANCHE_TYPE_HTTP_CHANNEL,
                       "base-url", base_url,
                       "limiter", limiter,
                       NULL);
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
  /* No login is tried again. Were the manager taken off the session, libsoup
   * would wait for it all the same, and gather the whole of a 401. */
  soup_message_disable_feature (message, SOUP_TYPE_AUTH_MANAGER);
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
  TrancheHttpSend *send = g_task_get_task_data (task);
  SoupMessage *message;
  GError *error = NULL;

  if (!tranche_rate_limiter_acquire_finish (TRANCHE_RATE_LIMITER (source), result, &error)) {
    g_task_return_error (task, error);
    return;
  }

  message = make_message (self, tranche_http_send_get_request (send));
  tranche_http_send_run (g_steal_pointer (&task), self->session, message, self->limiter,
                         self->time_limit);
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
  TrancheHttpSend *send;

  g_return_if_fail (TRANCHE_IS_HTTP_CHANNEL (self));
  g_return_if_fail (request != NULL && request->path[0] == '/');

  send = tranche_http_send_new (request, cancellable);

  /* Whether a cancellation still counts is decided by what was sent. */
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tranche_http_channel_send_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, send, (GDestroyNotify) tranche_http_send_free);

  if (!tranche_check_bank_address (self->base_url, &error)) {
    g_task_return_error (task, error);
    return;
  }

  tranche_rate_limiter_acquire_async (self->limiter, request->priority,
                                      tranche_http_send_get_cancellable (send),
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
