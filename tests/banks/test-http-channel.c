/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/http-channel.h"

#include <libsoup/soup.h>
#include <string.h>

#include "await.h"
#include "raw-server.h"

#define RATE 1000
#define UNKNOWN TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME

static TrancheHttpChannel *
channel_new (const char *base_url)
{
  g_autoptr (TrancheRateLimiter) limiter = tranche_rate_limiter_new (RATE);

  return tranche_http_channel_new (base_url, limiter);
}

static TrancheHttpChannel *
channel_new_with_limit (const char *base_url,
                        guint       milliseconds)
{
  g_autoptr (TrancheRateLimiter) limiter = tranche_rate_limiter_new (RATE);

  return g_object_new (TRANCHE_TYPE_HTTP_CHANNEL,
                       "base-url", base_url,
                       "limiter", limiter,
                       "time-limit", milliseconds,
                       NULL);
}

static TrancheHttpRequest *
request_new (gboolean effect)
{
  TrancheHttpRequest *request = tranche_http_request_new (effect ? "POST" : "GET", "/orders/a%2Fb",
                                                          effect ? "commit" : "info");

  request->effect = effect;
  tranche_http_request_add_header (request, "Authorization", "Basic c2VjcmV0");

  return request;
}

static TrancheHttpReply *
send_request (TrancheHttpChannel  *channel,
              TrancheHttpRequest  *request,
              GError             **error)
{
  Await await = AWAIT_INIT;
  g_autoptr (GAsyncResult) result = NULL;

  tranche_http_channel_send_async (channel, request, NULL, await_cb, &await);
  g_assert_cmpuint (await.n_calls, ==, 0);
  result = await_result (&await);

  return tranche_http_channel_send_finish (channel, result, error);
}

static TrancheHttpReply *
send_well (TrancheHttpChannel *channel,
           gboolean            effect)
{
  g_autoptr (GError) error = NULL;
  TrancheHttpReply *reply = send_request (channel, request_new (effect), &error);

  g_assert_no_error (error);

  return reply;
}

static void
assert_body (TrancheHttpReply *reply,
             const char       *expected)
{
  g_autofree char *body = g_strndup (g_bytes_get_data (reply->body, NULL),
                                     g_bytes_get_size (reply->body));

  g_assert_cmpstr (body, ==, expected);
}

/* A question has @code, an effect too or, when it was sent, an unknown outcome. */
static void
assert_fails (TrancheHttpChannel *channel,
              gboolean            effect,
              int                 code,
              gboolean            sent)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheHttpReply) reply = send_request (channel, request_new (effect), &error);

  g_assert_null (reply);
  g_assert_error (error, TRANCHE_BANK_ERROR, (int) (effect && sent ? UNKNOWN : code));
  g_assert_cmpint (tranche_bank_error_get_cause (error), ==, code);
  g_assert_null (strstr (error->message, "c2VjcmV0"));
}

static void
test_request (void)
{
  g_autoptr (RawServer) server =
    raw_server_new (RAW_REPLY_AND_CLOSE, "HTTP/1.1 201 Created\r\nTrace-Id: abc-1\r\n"
                                         "Content-Length: 4\r\n\r\n{\"\"}");
  g_autofree char *base_url = g_strconcat (raw_server_get_base_url (server), "/proxy", NULL);
  g_autoptr (TrancheHttpChannel) channel = channel_new (base_url);
  TrancheHttpRequest *request = request_new (TRUE);
  g_autoptr (TrancheHttpReply) reply = NULL;
  g_autofree char *received = NULL;
  g_autofree char *bodiless = NULL;

  request->body = g_bytes_new_static ("{\"sum\":2499.99}", 15);
  reply = send_request (channel, request, NULL);
  g_assert_cmpuint (reply->status, ==, 201);
  g_assert_cmpstr (reply->trace_id, ==, "abc-1");
  g_assert_cmpuint (reply->retry_after, ==, 0);
  assert_body (reply, "{\"\"}");

  received = raw_server_dup_request (server);
  g_assert_true (g_str_has_prefix (received, "POST /proxy/orders/a%2Fb HTTP/1.1\r\n"));
  g_assert_true (g_str_has_suffix (received, "\r\n\r\n{\"sum\":2499.99}"));
  g_assert_nonnull (strstr (received, "\r\nAuthorization: Basic c2VjcmV0\r\n"));
  g_assert_nonnull (strstr (received, "\r\nContent-Type: application/json\r\n"));
  g_assert_nonnull (strstr (received, "\r\nContent-Length: 15\r\n"));
  g_assert_nonnull (strstr (received, "\r\nAccept: application/json\r\n"));
  g_assert_null (strstr (received, "Accept-Encoding"));

  g_clear_pointer (&reply, tranche_http_reply_free);
  reply = send_well (channel, TRUE);
  bodiless = raw_server_dup_request (server);
  g_assert_nonnull (strstr (bodiless, "\r\nContent-Length: 0\r\n"));
  g_assert_nonnull (strstr (bodiless, "\r\nContent-Type: application/json\r\n"));
}

/* Every connection dies behind the reply that promised to keep it: questions
 * and effects all arrive, and none of them twice. */
static void
test_dead_connections (void)
{
  g_autoptr (RawServer) server =
    raw_server_new (RAW_REPLY_AND_CLOSE, "HTTP/1.1 200 OK\r\nConnection: keep-alive\r\n"
                                         "Content-Length: 2\r\n\r\n{}");
  g_autoptr (TrancheHttpChannel) channel = channel_new (raw_server_get_base_url (server));

  for (int i = 0; i < 10; i++) {
    g_autoptr (TrancheHttpReply) question = send_well (channel, FALSE);
    g_autoptr (TrancheHttpReply) effect = send_well (channel, TRUE);

    assert_body (question, "{}");
    assert_body (effect, "{}");
  }
  g_assert_cmpuint (raw_server_count_requests (server), ==, 20);
}

/* A connection that looks alive swallows the next request. That must never be
 * an effect, and an effect must never be sent again. */
static void
test_stale_connection (void)
{
  g_autoptr (RawServer) server =
    raw_server_new (RAW_REPLY_ONCE, "HTTP/1.1 200 OK\r\nConnection: keep-alive\r\n"
                                    "Content-Length: 2\r\n\r\n{}");
  g_autoptr (TrancheHttpChannel) channel = channel_new (raw_server_get_base_url (server));
  g_autoptr (TrancheHttpReply) question = send_well (channel, FALSE);

  for (int i = 1; i < 5; i++) {
    g_autoptr (TrancheHttpReply) effect = send_well (channel, TRUE);

    assert_body (effect, "{}");
    g_assert_cmpuint (raw_server_count_requests (server), ==, 1 + i);
  }
}

/* Questions whose connections die under them are asked again on others. Of so
 * many at a time some find theirs dead at the first look for an answer. */
static void
test_dying_connections (void)
{
  g_autoptr (RawServer) server =
    raw_server_new (RAW_REPLY_ONCE, "HTTP/1.1 200 OK\r\nConnection: keep-alive\r\n"
                                    "Content-Length: 2\r\n\r\n{}");
  g_autoptr (TrancheHttpChannel) channel = channel_new (raw_server_get_base_url (server));

  for (int i = 0; i < 60; i++) {
    Await awaits[8] = { 0 };

    for (gsize j = 0; j < G_N_ELEMENTS (awaits); j++)
      tranche_http_channel_send_async (channel, request_new (FALSE), NULL, await_cb, &awaits[j]);
    for (gsize j = 0; j < G_N_ELEMENTS (awaits); j++) {
      g_autoptr (GAsyncResult) result = await_result (&awaits[j]);
      g_autoptr (GError) error = NULL;
      g_autoptr (TrancheHttpReply) question =
        tranche_http_channel_send_finish (channel, result, &error);

      g_assert_no_error (error);
      assert_body (question, "{}");
    }
  }
}

static void
test_broken (void)
{
  static const struct {
    RawAction action;
    const char *reply;
    int code;
  } rows[] = {
    { RAW_CLOSE, NULL, TRANCHE_BANK_ERROR_NETWORK },
    { RAW_READ_AND_CLOSE, NULL, TRANCHE_BANK_ERROR_NETWORK },
    { RAW_REPLY_AND_CLOSE, "HTTP/1.1 20", TRANCHE_BANK_ERROR_PROTOCOL },
    { RAW_REPLY_AND_CLOSE, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"id",
      TRANCHE_BANK_ERROR_NETWORK },
    { RAW_REPLY_AND_CLOSE, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"id",
      TRANCHE_BANK_ERROR_NETWORK },
    { RAW_REPLY_AND_CLOSE, "SSH-2.0-OpenSSH_10.0\r\n\r\n", TRANCHE_BANK_ERROR_PROTOCOL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    for (int effect = 0; effect < 2; effect++) {
      g_autoptr (RawServer) server = raw_server_new (rows[i].action, rows[i].reply);
      g_autoptr (TrancheHttpChannel) channel = channel_new (raw_server_get_base_url (server));

      g_test_message ("%" G_GSIZE_FORMAT ", %s", i, effect ? "effect" : "question");
      assert_fails (channel, effect, rows[i].code, TRUE);
      if (rows[i].action != RAW_CLOSE)
        g_assert_cmpuint (raw_server_count_requests (server), ==, 1);
    }
  }
}

/* What was said before the connection broke is enough to know. */
static void
test_broken_refusal (void)
{
  g_autoptr (RawServer) server =
    raw_server_new (RAW_REPLY_AND_CLOSE, "HTTP/1.1 422 No\r\nContent-Length: 99\r\n\r\n{\"mess");
  g_autoptr (TrancheHttpChannel) channel = channel_new (raw_server_get_base_url (server));
  g_autoptr (TrancheHttpReply) reply = send_well (channel, TRUE);

  g_assert_cmpuint (reply->status, ==, 422);
  assert_body (reply, "");
}

/* A reply of blanks, that many after its head. */
static char *
large_reply (const char *head,
             gsize       size)
{
  gsize length = strlen (head);
  char *text = g_malloc (length + size + 1);

  memcpy (text, head, length);
  memset (text + length, ' ', size);
  text[length + size] = '\0';

  return text;
}

static void
test_too_large (void)
{
  g_autofree char *endless = large_reply ("HTTP/1.1 200 OK\r\n\r\n", 5 * 1024 * 1024);
  const char *replies[] = {
    "HTTP/1.1 200 OK\r\nContent-Length: 4194305\r\n\r\n{",
    "HTTP/1.1 200 OK\r\nContent-Length: 9223372036854775807\r\n\r\n{",
    endless,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (replies); i++) {
    for (int effect = 0; effect < 2; effect++) {
      g_autoptr (RawServer) server = raw_server_new (RAW_REPLY_AND_HANG, replies[i]);
      g_autoptr (TrancheHttpChannel) channel = channel_new (raw_server_get_base_url (server));

      assert_fails (channel, effect, TRANCHE_BANK_ERROR_PROTOCOL, TRUE);
    }
  }
}

/* A refusal is one however much comes behind it, and libsoup must not wait for
 * the end of what it would act upon itself. */
static void
test_endless_refusal (void)
{
  static const guint statuses[] = { 401, 407, 421, 500 };

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++) {
    for (int effect = 0; effect < 2; effect++) {
      g_autofree char *head = g_strdup_printf ("HTTP/1.1 %u No\r\n\r\n", statuses[i]);
      g_autofree char *endless = large_reply (head, 5 * 1024 * 1024);
      g_autoptr (RawServer) server = raw_server_new (RAW_REPLY_AND_HANG, endless);
      g_autoptr (TrancheHttpChannel) channel =
        channel_new_with_limit (raw_server_get_base_url (server), G_MAXINT);
      g_autoptr (TrancheHttpReply) reply = send_well (channel, effect);

      g_assert_cmpuint (reply->status, ==, statuses[i]);
      g_assert_cmpuint (g_bytes_get_size (reply->body), ==, 0);
      g_assert_cmpuint (raw_server_count_requests (server), ==, 1);
    }
  }
}

static void
test_largest (void)
{
  gsize size = 4 * 1024 * 1024;
  g_autofree char *text = large_reply ("HTTP/1.1 200 OK\r\nContent-Length: 4194304\r\n\r\n", size);
  g_autoptr (RawServer) server = raw_server_new (RAW_REPLY_AND_CLOSE, text);
  g_autoptr (TrancheHttpChannel) channel = channel_new (raw_server_get_base_url (server));
  g_autoptr (TrancheHttpReply) reply = send_well (channel, FALSE);

  g_assert_cmpuint (g_bytes_get_size (reply->body), ==, size);
}

static const struct {
  RawAction action;
  const char *reply;
} slow_servers[] = {
  { RAW_REPLY_AND_HANG, "" },
  { RAW_REPLY_AND_HANG, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{" },
  { RAW_DRIP, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n{" },
  { RAW_DRIP, "HTTP/1.1 200 OK\r\nX-Slow:" },
};

/* A question and an effect to a server that never comes to an end. */
typedef struct {
  RawServer *server;
  TrancheHttpChannel *channel;
  Await awaits[2];
} Slow;

static void
slow_start (Slow *slow,
            gsize which)
{
  slow->server = raw_server_new (slow_servers[which].action, slow_servers[which].reply);
  /* Long enough to be sent on any machine. */
  slow->channel = channel_new_with_limit (raw_server_get_base_url (slow->server), 1500);
  for (int effect = 0; effect < 2; effect++)
    tranche_http_channel_send_async (slow->channel, request_new (effect), NULL, await_cb,
                                     &slow->awaits[effect]);
}

static void
slow_finish (Slow *slow)
{
  for (int effect = 0; effect < 2; effect++) {
    g_autoptr (GAsyncResult) result = await_result (&slow->awaits[effect]);
    g_autoptr (GError) error = NULL;

    g_assert_null (tranche_http_channel_send_finish (slow->channel, result, &error));
    g_assert_error (error, TRANCHE_BANK_ERROR,
                    (int) (effect ? UNKNOWN : TRANCHE_BANK_ERROR_TIMEOUT));
    g_assert_cmpint (tranche_bank_error_get_cause (error), ==, TRANCHE_BANK_ERROR_TIMEOUT);
  }

  g_assert_finalize_object (slow->channel);
  raw_server_free (slow->server);
}

static void
test_time_limit (void)
{
  Slow slow[G_N_ELEMENTS (slow_servers)] = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (slow); i++)
    slow_start (&slow[i], i);
  for (gsize i = 0; i < G_N_ELEMENTS (slow); i++)
    slow_finish (&slow[i]);
}

static void
test_no_server (void)
{
  g_autoptr (RawServer) server = raw_server_new (RAW_CLOSE, NULL);
  g_autoptr (TrancheHttpChannel) channel = channel_new (raw_server_get_base_url (server));

  g_clear_pointer (&server, raw_server_free);
  assert_fails (channel, FALSE, TRANCHE_BANK_ERROR_NETWORK, FALSE);
  assert_fails (channel, TRUE, TRANCHE_BANK_ERROR_NETWORK, FALSE);
}

static void
test_bad_addresses (void)
{
  g_autoptr (TrancheHttpChannel) open = channel_new ("http://bank.example");
  g_autoptr (TrancheHttpChannel) none = channel_new (NULL);
  g_autoptr (TrancheHttpChannel) word = channel_new ("bank");

  assert_fails (open, FALSE, TRANCHE_BANK_ERROR_TLS, FALSE);
  assert_fails (open, TRUE, TRANCHE_BANK_ERROR_TLS, FALSE);
  assert_fails (none, TRUE, TRANCHE_BANK_ERROR_VALIDATION, FALSE);
  assert_fails (word, FALSE, TRANCHE_BANK_ERROR_VALIDATION, FALSE);
}

/* A SoupServer for what is polite. */
typedef struct {
  SoupServer *server;
  char *base_url;
  GPtrArray *paths;
  GPtrArray *held;
  guint status;
} Polite;

static void
handle_cb (SoupServer        *server,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  Polite *polite = user_data;
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  g_ptr_array_add (polite->paths, g_strdup (path));
  g_assert_null (soup_message_headers_get_one (soup_server_message_get_request_headers (message),
                                               "Cookie"));
  soup_message_headers_append (headers, "Set-Cookie", "session=1; Path=/");
  soup_message_headers_append (headers, "WWW-Authenticate", "Basic realm=\"bank\"");
  soup_message_headers_append (headers, "Location", "/elsewhere");
  soup_message_headers_append (headers, "Retry-After", "3600");
  soup_server_message_set_status (message, polite->status, NULL);
}

static void
polite_start (Polite *polite)
{
  g_autoptr (GError) error = NULL;
  GSList *uris;

  *polite = (Polite) { 0 };
  polite->paths = g_ptr_array_new_with_free_func (g_free);
  polite->held = g_ptr_array_new_with_free_func (g_object_unref);
  polite->server = soup_server_new (NULL, NULL);
  soup_server_listen_local (polite->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);

  uris = soup_server_get_uris (polite->server);
  polite->base_url = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
}

static void
polite_stop (Polite *polite)
{
  soup_server_disconnect (polite->server);
  g_object_unref (polite->server);
  g_ptr_array_unref (polite->paths);
  g_ptr_array_unref (polite->held);
  g_free (polite->base_url);
}

/* No status makes libsoup do anything by itself: no redirection is followed,
 * no login tried again, no cookie kept. */
static void
test_statuses (void)
{
  static const guint statuses[] = { 200, 204, 301, 302, 303, 307, 308, 401, 403, 407, 421, 500, 503 };
  Polite polite;

  polite_start (&polite);
  soup_server_add_handler (polite.server, NULL, handle_cb, &polite, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++) {
    for (int effect = 0; effect < 2; effect++) {
      g_autoptr (TrancheHttpChannel) channel = channel_new (polite.base_url);
      g_autoptr (TrancheHttpReply) first = NULL;
      g_autoptr (TrancheHttpReply) second = NULL;

      polite.status = statuses[i];
      g_ptr_array_set_size (polite.paths, 0);
      first = send_well (channel, effect);
      second = send_well (channel, effect);
      g_assert_cmpuint (first->status, ==, statuses[i]);
      g_assert_cmpuint (second->status, ==, statuses[i]);
      g_assert_cmpuint (polite.paths->len, ==, 2);
      g_assert_cmpstr (polite.paths->pdata[0], ==, "/orders/a/b");
      g_assert_cmpstr (polite.paths->pdata[1], ==, "/orders/a/b");
    }
  }
  polite_stop (&polite);
}

/* After a 429 nothing leaves before its time. */
static void
test_rate_limited (void)
{
  Polite polite;
  g_autoptr (TrancheHttpChannel) channel = NULL;
  g_autoptr (TrancheHttpReply) reply = NULL;
  g_autoptr (TrancheHttpReply) none = NULL;
  g_autoptr (GError) error = NULL;

  polite_start (&polite);
  soup_server_add_handler (polite.server, NULL, handle_cb, &polite, NULL);
  polite.status = 429;
  channel = channel_new (polite.base_url);

  reply = send_well (channel, TRUE);
  g_assert_cmpuint (reply->status, ==, 429);
  g_assert_cmpuint (reply->retry_after, ==, 3600);

  none = send_request (channel, request_new (TRUE), &error);
  g_assert_null (none);
  g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_RATE_LIMITED);
  g_assert_cmpuint (tranche_bank_error_get_retry_after (error), >, 3000);
  g_assert_cmpuint (polite.paths->len, ==, 1);
  polite_stop (&polite);
}

static void
test_untrusted (void)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "banks", "untrusted.pem", NULL);
  g_autoptr (RawServer) server =
    raw_server_new_tls (RAW_REPLY_AND_CLOSE, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
                        file);
  g_autoptr (TrancheHttpChannel) channel = channel_new (raw_server_get_base_url (server));

  assert_fails (channel, FALSE, TRANCHE_BANK_ERROR_TLS, FALSE);
  assert_fails (channel, TRUE, TRANCHE_BANK_ERROR_TLS, FALSE);
  g_assert_cmpuint (raw_server_count_requests (server), ==, 0);
}

static void
test_not_tls (void)
{
  g_autoptr (RawServer) server =
    raw_server_new (RAW_REPLY_AND_CLOSE, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
  g_autofree char *base_url =
    g_strconcat ("https", raw_server_get_base_url (server) + strlen ("http"), NULL);
  g_autoptr (TrancheHttpChannel) channel = channel_new_with_limit (base_url, 500);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheHttpReply) reply = NULL;

  reply = send_request (channel, request_new (TRUE), &error);
  g_assert_null (reply);
  /* Whatever it is called, it is certain that nothing was sent. */
  g_assert_false (tranche_bank_error_is_unknown (error));
  g_assert_cmpint (error->domain, ==, TRANCHE_BANK_ERROR);
}

static gboolean
has_request (gpointer data)
{
  return raw_server_count_requests (data) == 1;
}

static void
test_cancel_sent (void)
{
  for (int effect = 0; effect < 2; effect++) {
    g_autoptr (RawServer) server = raw_server_new (RAW_REPLY_AND_HANG, "");
    g_autoptr (TrancheHttpChannel) channel = channel_new (raw_server_get_base_url (server));
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (TrancheHttpReply) reply = NULL;
    g_autoptr (GError) error = NULL;
    Await await = AWAIT_INIT;

    tranche_http_channel_send_async (channel, request_new (effect), cancellable, await_cb, &await);
    await_until (has_request, server);
    g_cancellable_cancel (cancellable);
    g_assert_cmpuint (await.n_calls, ==, 0);
    result = await_result (&await);
    reply = tranche_http_channel_send_finish (channel, result, &error);
    g_assert_null (reply);
    if (effect)
      g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME);
    else
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    await_idle ();
  }
}

static void
test_cancel_waiting (void)
{
  g_autoptr (RawServer) server = raw_server_new (RAW_REPLY_AND_HANG, "");
  g_autoptr (TrancheHttpChannel) channel = channel_new (raw_server_get_base_url (server));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  for (int before = 0; before < 2; before++) {
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (TrancheHttpReply) reply = NULL;
    g_autoptr (GError) error = NULL;
    Await await = AWAIT_INIT;

    tranche_http_channel_send_async (channel, request_new (TRUE), cancellable, await_cb, &await);
    g_cancellable_cancel (cancellable);
    g_assert_cmpuint (await.n_calls, ==, 0);
    result = await_result (&await);
    reply = tranche_http_channel_send_finish (channel, result, &error);
    g_assert_null (reply);
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  }
  g_assert_cmpuint (raw_server_count_requests (server), ==, 0);
}

/* Makes a reply be there when libsoup looks for it for the first time. */
typedef struct {
  RawServer *server;
  GCancellable *cancellable;
  /* In monotonic time; nothing is looked for before. */
  gint64 until;
} AtOnce;

static gboolean
cancel_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);

  return G_SOURCE_REMOVE;
}

static gboolean
wrote_body_hook (GSignalInvocationHint *hint,
                 guint                  n_values,
                 const GValue          *values,
                 gpointer               user_data)
{
  AtOnce *at_once = user_data;

  while (raw_server_count_replies (at_once->server) == 0 ||
         g_get_monotonic_time () < at_once->until)
    g_usleep (1000);
  if (at_once->cancellable)
    g_idle_add_full (G_PRIORITY_HIGH, cancel_cb, at_once->cancellable, NULL);

  return FALSE;
}

/* The head of the reply is read, and libsoup has yet to hear of that. It would
 * take a cancellation for another end of the message, and free it too early. */
static void
test_cancel_answered (void)
{
  g_autoptr (GTypeClass) messages = g_type_class_ref (SOUP_TYPE_MESSAGE);

  for (int late = 0; late < 2; late++) {
    guint limit = 300;
    g_autoptr (RawServer) server =
      raw_server_new (RAW_REPLY_AND_HANG, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
    g_autoptr (TrancheHttpChannel) channel =
      channel_new_with_limit (raw_server_get_base_url (server), late ? limit : G_MAXINT);
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (TrancheHttpReply) reply = NULL;
    g_autoptr (GError) error = NULL;
    Await await = AWAIT_INIT;
    AtOnce at_once = { .server = server };

    if (late)
      at_once.until = g_get_monotonic_time () + (limit + 100) * G_TIME_SPAN_MILLISECOND;
    else
      at_once.cancellable = cancellable;
    g_signal_add_emission_hook (g_signal_lookup ("wrote-body", SOUP_TYPE_MESSAGE), 0,
                                wrote_body_hook, &at_once, NULL);

    tranche_http_channel_send_async (channel, request_new (FALSE), cancellable, await_cb, &await);
    result = await_result (&await);
    reply = tranche_http_channel_send_finish (channel, result, &error);
    g_assert_no_error (error);
    assert_body (reply, "{}");
    await_idle ();
  }
}

/* As many as may be open. */
#define AT_ONCE 16

static void
hold_cb (SoupServer        *server,
         SoupServerMessage *message,
         const char        *path,
         GHashTable        *query,
         gpointer           user_data)
{
  Polite *polite = user_data;

  soup_server_message_pause (message);
  g_ptr_array_add (polite->held, g_object_ref (message));
}

static gboolean
holds_all (gpointer data)
{
  Polite *polite = data;

  return polite->held->len == AT_ONCE;
}

static gboolean
holds_one (gpointer data)
{
  Polite *polite = data;

  return polite->held->len == 1;
}

static void
release (Polite *polite)
{
  for (guint i = 0; i < polite->held->len; i++) {
    soup_server_message_set_status (polite->held->pdata[i], 200, NULL);
    soup_server_message_unpause (polite->held->pdata[i]);
  }
  g_ptr_array_set_size (polite->held, 0);
}

static void
assert_answered (TrancheHttpChannel *channel,
                 Await              *await)
{
  g_autoptr (GAsyncResult) result = await_result (await);
  g_autoptr (TrancheHttpReply) reply = tranche_http_channel_send_finish (channel, result, NULL);

  g_assert_cmpuint (reply->status, ==, 200);
}

/* A slow bank does not make requests wait for one another; and when as many
 * connections as may be are open and idle, an effect still gets its own. */
static void
test_at_once (void)
{
  Await awaits[AT_ONCE] = { 0 };
  Await effect = AWAIT_INIT;
  g_autoptr (TrancheHttpChannel) channel = NULL;
  Polite polite;

  polite_start (&polite);
  soup_server_add_handler (polite.server, NULL, hold_cb, &polite, NULL);
  channel = channel_new (polite.base_url);

  for (int i = 0; i < AT_ONCE; i++)
    tranche_http_channel_send_async (channel, request_new (FALSE), NULL, await_cb, &awaits[i]);
  await_until (holds_all, &polite);
  release (&polite);
  for (int i = 0; i < AT_ONCE; i++)
    assert_answered (channel, &awaits[i]);

  tranche_http_channel_send_async (channel, request_new (TRUE), NULL, await_cb, &effect);
  await_until (holds_one, &polite);
  release (&polite);
  assert_answered (channel, &effect);
  polite_stop (&polite);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/http-channel/request", test_request);
  g_test_add_func ("/http-channel/dead-connections", test_dead_connections);
  g_test_add_func ("/http-channel/stale-connection", test_stale_connection);
  g_test_add_func ("/http-channel/dying-connections", test_dying_connections);
  g_test_add_func ("/http-channel/broken", test_broken);
  g_test_add_func ("/http-channel/broken-refusal", test_broken_refusal);
  g_test_add_func ("/http-channel/too-large", test_too_large);
  g_test_add_func ("/http-channel/endless-refusal", test_endless_refusal);
  g_test_add_func ("/http-channel/largest", test_largest);
  g_test_add_func ("/http-channel/time-limit", test_time_limit);
  g_test_add_func ("/http-channel/no-server", test_no_server);
  g_test_add_func ("/http-channel/bad-addresses", test_bad_addresses);
  g_test_add_func ("/http-channel/statuses", test_statuses);
  g_test_add_func ("/http-channel/rate-limited", test_rate_limited);
  g_test_add_func ("/http-channel/untrusted", test_untrusted);
  g_test_add_func ("/http-channel/not-tls", test_not_tls);
  g_test_add_func ("/http-channel/cancel-sent", test_cancel_sent);
  g_test_add_func ("/http-channel/cancel-waiting", test_cancel_waiting);
  g_test_add_func ("/http-channel/cancel-answered", test_cancel_answered);
  g_test_add_func ("/http-channel/at-once", test_at_once);

  return g_test_run ();
}
