/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo-cfront-client.h"

#define PATIENCE (30 * G_USEC_PER_SEC)

char *
cfront_sign (const char *data,
             gsize       length)
{
  g_autoptr (GHmac) hmac = g_hmac_new (G_CHECKSUM_SHA256, (const guchar *) TRANCHE_DEMO_STORE_SECRET,
                                       strlen (TRANCHE_DEMO_STORE_SECRET));
  guint8 digest[32];
  gsize digest_length = sizeof digest;

  if (length > 0)
    g_hmac_update (hmac, (const guchar *) data, length);
  g_hmac_get_digest (hmac, digest, &digest_length);

  return g_base64_encode (digest, digest_length);
}

DemoReply *
cfront_send (DemoClient *client,
             const char *method,
             const char *path,
             const char *store_id,
             const char *signature,
             const char *body)
{
  g_autofree char *url = g_strconcat (tranche_demo_server_get_base_url (client->server), path, NULL);
  SoupMessage *message = soup_message_new (method, url);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);
  g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));
  DemoReply *reply;

  if (store_id)
    soup_message_headers_replace (headers, "store-id", store_id);
  if (signature)
    soup_message_headers_replace (headers, "signature", signature);
  soup_message_set_request_body_from_bytes (message, "application/json", bytes);

  reply = demo_client_send_message (client, message);
  g_assert_true (g_uuid_string_is_valid (
    soup_message_headers_get_one (reply->headers, "Trace-Id")));

  return reply;
}

DemoReply *
cfront_call_as (DemoClient *client,
                const char *store_id,
                const char *path,
                const char *body)
{
  g_autofree char *signature = cfront_sign (body, strlen (body));
  g_autofree char *expected = NULL;
  DemoReply *reply = cfront_send (client, "POST", path, store_id, signature, body);

  expected = cfront_sign (reply->body, reply->length);
  g_assert_cmpstr (soup_message_headers_get_one (reply->headers, "signature"), ==, expected);

  return reply;
}

DemoReply *
cfront_call (DemoClient *client,
             const char *path,
             const char *body)
{
  return cfront_call_as (client, TRANCHE_DEMO_STORE_ID, path, body);
}

DemoReply *
cfront_call_order (DemoClient *client,
                   const char *path,
                   const char *order_id)
{
  g_autofree char *body = g_strdup_printf ("{\"order_id\":\"%s\"}", order_id);

  return cfront_call (client, path, body);
}

char *
cfront_order_body (const char *number,
                   const char *phone,
                   const char *extra)
{
  return g_strdup_printf (
    "{\"store_order_id\": \"%s\", \"client_phone\": \"%s\", \"total_sum\": 2499.99,"
    " \"invoice\": {\"date\": \"2026-01-23\", \"number\": \"INV-7\", \"source\": \"STORE\","
    " \"point_id\": \"POINT-002\"},"
    " \"available_programs\": [{\"available_parts_count\": [6],"
    " \"type\": \"payment_installments\"}],"
    " \"products\": [{\"name\": \"Стілець\", \"count\": 1, \"sum\": 2499.99}]%s}",
    number, phone, extra);
}

char *
cfront_create (DemoClient *client,
               const char *number,
               const char *phone)
{
  g_autofree char *body = cfront_order_body (number, phone, "");
  g_autoptr (DemoReply) reply = cfront_call (client, "/api/order/create", body);

  g_assert_cmpuint (reply->status, ==, 201);
  g_assert_cmpuint (json_object_get_size (demo_reply_get_object (reply)), ==, 1);
  g_assert_true (g_uuid_string_is_valid (demo_reply_get_string (reply, "order_id")));

  return g_strdup (demo_reply_get_string (reply, "order_id"));
}

void
cfront_assert_state (DemoClient *client,
                     const char *order_id,
                     const char *state,
                     const char *sub_state)
{
  g_autoptr (DemoReply) reply = cfront_call_order (client, "/api/order/state", order_id);

  g_assert_cmpuint (reply->status, ==, 200);
  g_assert_cmpstr (demo_reply_get_string (reply, "order_id"), ==, order_id);
  g_assert_cmpstr (demo_reply_get_string (reply, "state"), ==, state);
  g_assert_cmpstr (demo_reply_get_string (reply, "order_sub_state"), ==, sub_state);
}

void
cfront_wait (DemoClient *client,
             const char *order_id,
             const char *sub_state)
{
  gint64 start = g_get_monotonic_time ();

  while (g_get_monotonic_time () - start < PATIENCE) {
    g_autoptr (DemoReply) reply = cfront_call_order (client, "/api/order/state", order_id);

    g_assert_cmpuint (reply->status, ==, 200);
    if (g_str_equal (demo_reply_get_string (reply, "order_sub_state"), sub_state))
      return;
  }

  g_error ("the order never became %s", sub_state);
}

void
cfront_assert_refusal (DemoReply  *reply,
                       guint       status,
                       const char *text)
{
  demo_assert_message (reply, status);
  if (!strstr (demo_reply_get_string (reply, "message"), text))
    g_error ("“%s” is not in %s", text, reply->body);
}
