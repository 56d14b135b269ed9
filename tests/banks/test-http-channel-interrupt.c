/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "channel-calls.h"

#include <libsoup/soup.h>

#include "await.h"
#include "raw-server.h"

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
                    (int) (effect ? TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME
                                   : TRANCHE_BANK_ERROR_TIMEOUT));
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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/http-channel-interrupt/time-limit", test_time_limit);
  g_test_add_func ("/http-channel-interrupt/cancel-sent", test_cancel_sent);
  g_test_add_func ("/http-channel-interrupt/cancel-waiting", test_cancel_waiting);
  g_test_add_func ("/http-channel-interrupt/cancel-answered", test_cancel_answered);

  return g_test_run ();
}
