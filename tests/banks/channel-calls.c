/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "channel-calls.h"

#include <string.h>

#include "await.h"

#define RATE 1000

TrancheHttpChannel *
channel_new (const char *base_url)
{
  g_autoptr (TrancheRateLimiter) limiter = tranche_rate_limiter_new (RATE);

  return tranche_http_channel_new (base_url, limiter);
}

TrancheHttpChannel *
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

TrancheHttpRequest *
request_new (gboolean effect)
{
  TrancheHttpRequest *request = tranche_http_request_new (effect ? "POST" : "GET", "/orders/a%2Fb",
                                                          effect ? "commit" : "info");

  request->effect = effect;
  tranche_http_request_add_header (request, "Authorization", "Basic c2VjcmV0");

  return request;
}

TrancheHttpReply *
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

TrancheHttpReply *
send_well (TrancheHttpChannel *channel,
           gboolean            effect)
{
  g_autoptr (GError) error = NULL;
  TrancheHttpReply *reply = send_request (channel, request_new (effect), &error);

  g_assert_no_error (error);

  return reply;
}

void
assert_body (TrancheHttpReply *reply,
             const char       *expected)
{
  g_autofree char *body = g_strndup (g_bytes_get_data (reply->body, NULL),
                                     g_bytes_get_size (reply->body));

  g_assert_cmpstr (body, ==, expected);
}

void
assert_fails (TrancheHttpChannel *channel,
              gboolean            effect,
              int                 code,
              gboolean            sent)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrancheHttpReply) reply = send_request (channel, request_new (effect), &error);

  g_assert_null (reply);
  if (effect && sent)
    g_assert_error (error, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME);
  else
    g_assert_error (error, TRANCHE_BANK_ERROR, code);
  g_assert_cmpint (tranche_bank_error_get_cause (error), ==, code);
  g_assert_null (strstr (error->message, "c2VjcmV0"));
}
