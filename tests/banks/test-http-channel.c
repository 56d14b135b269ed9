/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "channel-calls.h"

#include <string.h>

#include "raw-server.h"

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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/http-channel/request", test_request);
  g_test_add_func ("/http-channel/broken", test_broken);
  g_test_add_func ("/http-channel/broken-refusal", test_broken_refusal);
  g_test_add_func ("/http-channel/too-large", test_too_large);
  g_test_add_func ("/http-channel/endless-refusal", test_endless_refusal);
  g_test_add_func ("/http-channel/largest", test_largest);
  g_test_add_func ("/http-channel/no-server", test_no_server);
  g_test_add_func ("/http-channel/bad-addresses", test_bad_addresses);
  g_test_add_func ("/http-channel/untrusted", test_untrusted);
  g_test_add_func ("/http-channel/not-tls", test_not_tls);

  return g_test_run ();
}
