/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "channel-calls.h"

#include <libsoup/soup.h>

#include "await.h"
#include "raw-server.h"

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
  g_test_add_func ("/http-channel-connections/dead-connections", test_dead_connections);
  g_test_add_func ("/http-channel-connections/stale-connection", test_stale_connection);
  g_test_add_func ("/http-channel-connections/dying-connections", test_dying_connections);
  g_test_add_func ("/http-channel-connections/statuses", test_statuses);
  g_test_add_func ("/http-channel-connections/rate-limited", test_rate_limited);
  g_test_add_func ("/http-channel-connections/at-once", test_at_once);

  return g_test_run ();
}
