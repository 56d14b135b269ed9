/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/http-failure.h"
#include "banks/http-reply.h"

#include <string.h>

#include "core/bank-error.h"

#define UNKNOWN TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME

static const struct {
  guint status;
  int question;
  int effect;
} statuses[] = {
  { 200, 0, 0 },
  { 201, 0, 0 },
  { 204, 0, 0 },
  { 301, TRANCHE_BANK_ERROR_PROTOCOL, TRANCHE_BANK_ERROR_PROTOCOL },
  { 302, TRANCHE_BANK_ERROR_PROTOCOL, UNKNOWN },
  { 303, TRANCHE_BANK_ERROR_PROTOCOL, UNKNOWN },
  { 307, TRANCHE_BANK_ERROR_PROTOCOL, TRANCHE_BANK_ERROR_PROTOCOL },
  { 308, TRANCHE_BANK_ERROR_PROTOCOL, TRANCHE_BANK_ERROR_PROTOCOL },
  { 400, TRANCHE_BANK_ERROR_VALIDATION, TRANCHE_BANK_ERROR_VALIDATION },
  { 401, TRANCHE_BANK_ERROR_AUTHENTICATION, TRANCHE_BANK_ERROR_AUTHENTICATION },
  { 403, TRANCHE_BANK_ERROR_FORBIDDEN, TRANCHE_BANK_ERROR_FORBIDDEN },
  { 404, TRANCHE_BANK_ERROR_NOT_FOUND, TRANCHE_BANK_ERROR_NOT_FOUND },
  { 405, TRANCHE_BANK_ERROR_PROTOCOL, TRANCHE_BANK_ERROR_PROTOCOL },
  { 408, TRANCHE_BANK_ERROR_TIMEOUT, UNKNOWN },
  { 409, TRANCHE_BANK_ERROR_CONFLICT, TRANCHE_BANK_ERROR_CONFLICT },
  { 418, TRANCHE_BANK_ERROR_PROTOCOL, TRANCHE_BANK_ERROR_PROTOCOL },
  { 422, TRANCHE_BANK_ERROR_CONFLICT, TRANCHE_BANK_ERROR_CONFLICT },
  { 429, TRANCHE_BANK_ERROR_RATE_LIMITED, TRANCHE_BANK_ERROR_RATE_LIMITED },
  { 500, TRANCHE_BANK_ERROR_SERVER, UNKNOWN },
  { 502, TRANCHE_BANK_ERROR_SERVER, UNKNOWN },
  { 503, TRANCHE_BANK_ERROR_SERVER, UNKNOWN },
  { 504, TRANCHE_BANK_ERROR_SERVER, UNKNOWN },
  { 599, TRANCHE_BANK_ERROR_SERVER, UNKNOWN },
  { 600, TRANCHE_BANK_ERROR_PROTOCOL, UNKNOWN },
};

static void
assert_meaning (TrancheHttpReply *reply,
                gboolean          effect,
                int               code,
                int               cause)
{
  g_autoptr (GError) error = tranche_http_reply_to_error (reply, "commit", effect);

  if (code == 0) {
    g_assert_no_error (error);
    return;
  }

  g_assert_error (error, TRANCHE_BANK_ERROR, code);
  g_assert_cmpuint (tranche_bank_error_get_http_status (error), ==, reply->status);
  g_assert_cmpint (tranche_bank_error_get_cause (error), ==, cause);
  g_assert_cmpstr (tranche_bank_error_get_trace_id (error), ==, "abc-1");
  g_assert_cmpuint (tranche_bank_error_get_retry_after (error), ==, 7);
}

static void
test_statuses (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++) {
    g_autoptr (TrancheHttpReply) reply = tranche_http_reply_new (statuses[i].status,
                                                                 g_bytes_new (NULL, 0));

    g_test_message ("%u", statuses[i].status);
    reply->trace_id = g_strdup ("abc-1");
    reply->retry_after = 7;
    assert_meaning (reply, FALSE, statuses[i].question, statuses[i].question);
    assert_meaning (reply, TRUE, statuses[i].effect, statuses[i].question);
  }
}

static void
test_unreadable (void)
{
  g_autoptr (TrancheHttpReply) reply = tranche_http_reply_new (200, g_bytes_new (NULL, 0));
  g_autoptr (GError) question = NULL;
  g_autoptr (GError) effect = NULL;

  question = tranche_http_reply_unreadable (
    reply, FALSE, tranche_bank_error_new (TRANCHE_BANK_ERROR_PROTOCOL, 0, "no JSON"));
  g_assert_error (question, TRANCHE_BANK_ERROR, TRANCHE_BANK_ERROR_PROTOCOL);
  g_assert_cmpuint (tranche_bank_error_get_http_status (question), ==, 200);

  effect = tranche_http_reply_unreadable (
    reply, TRUE, tranche_bank_error_new (TRANCHE_BANK_ERROR_PROTOCOL, 0, "no JSON"));
  g_assert_error (effect, TRANCHE_BANK_ERROR, UNKNOWN);
  g_assert_cmpint (tranche_bank_error_get_cause (effect), ==, TRANCHE_BANK_ERROR_PROTOCOL);
}

static void
test_page (void)
{
  static const struct {
    const char *body;
    gboolean page;
  } rows[] = {
    { "<html>", TRUE },
    { "\r\n <!DOCTYPE html>", TRUE },
    { "", FALSE },
    { " ", FALSE },
    { "{\"message\":\"<html>\"}", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TrancheHttpReply) reply =
      tranche_http_reply_new (404, g_bytes_new (rows[i].body, strlen (rows[i].body)));

    g_assert_true (tranche_http_reply_is_page (reply) == rows[i].page);
  }
}

static void
test_retry_after (void)
{
  static const struct {
    const char *text;
    guint seconds;
  } rows[] = {
    { NULL, 0 },
    { "", 0 },
    { "0", 0 },
    { "1", 1 },
    { "120", 120 },
    { "99999999999", G_MAXINT },
    { "-1", 0 },
    { "1.5", 0 },
    { "soon", 0 },
    { "Fri, 21 Nov 2025 10:00:30 GMT", 30 },
    { "Fri, 21 Nov 2025 09:59:30 GMT", 0 },
    { "Fri, 21 Nov 2025 10:00:00 GMT", 0 },
  };
  g_autoptr (GDateTime) now = g_date_time_new_utc (2025, 11, 21, 10, 0, 0.0);
  g_autoptr (GDateTime) between = g_date_time_new_utc (2025, 11, 21, 10, 0, 0.5);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (tranche_http_parse_retry_after (rows[i].text, now), ==, rows[i].seconds);
  g_assert_cmpuint (tranche_http_parse_retry_after ("Fri, 21 Nov 2025 10:00:30 GMT", between), ==,
                    30);
}

static const struct {
  gboolean tls;
  int io_code;
  TrancheHttpFate fate;
  int question_unsent;
  int question_sent;
  int effect_unsent;
  /* The cause of an effect's unknown outcome. */
  int effect_sent;
} failures[] = {
  { FALSE, G_IO_ERROR_CONNECTION_REFUSED, TRANCHE_HTTP_FATE_FAILED,
    TRANCHE_BANK_ERROR_NETWORK, TRANCHE_BANK_ERROR_NETWORK,
    TRANCHE_BANK_ERROR_NETWORK, TRANCHE_BANK_ERROR_NETWORK },
  { FALSE, G_IO_ERROR_TIMED_OUT, TRANCHE_HTTP_FATE_FAILED,
    TRANCHE_BANK_ERROR_TIMEOUT, TRANCHE_BANK_ERROR_TIMEOUT,
    TRANCHE_BANK_ERROR_NETWORK, TRANCHE_BANK_ERROR_TIMEOUT },
  { FALSE, G_IO_ERROR_CANCELLED, TRANCHE_HTTP_FATE_LATE,
    TRANCHE_BANK_ERROR_TIMEOUT, TRANCHE_BANK_ERROR_TIMEOUT,
    TRANCHE_BANK_ERROR_NETWORK, TRANCHE_BANK_ERROR_TIMEOUT },
  { TRUE, G_TLS_ERROR_BAD_CERTIFICATE, TRANCHE_HTTP_FATE_FAILED,
    TRANCHE_BANK_ERROR_TLS, TRANCHE_BANK_ERROR_NETWORK,
    TRANCHE_BANK_ERROR_TLS, TRANCHE_BANK_ERROR_NETWORK },
  { FALSE, G_IO_ERROR_MESSAGE_TOO_LARGE, TRANCHE_HTTP_FATE_REFUSED,
    TRANCHE_BANK_ERROR_PROTOCOL, TRANCHE_BANK_ERROR_PROTOCOL,
    TRANCHE_BANK_ERROR_PROTOCOL, TRANCHE_BANK_ERROR_PROTOCOL },
};

static void
assert_failure (const GError    *cause,
                TrancheHttpFate  fate,
                gboolean         effect,
                gboolean         sent,
                int              code)
{
  g_autoptr (GError) error = tranche_http_failure_new (cause, fate, "commit", effect, sent);

  g_assert_error (error, TRANCHE_BANK_ERROR, (int) (effect && sent ? UNKNOWN : code));
  g_assert_cmpint (tranche_bank_error_get_cause (error), ==, code);
}

static void
test_failures (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (failures); i++) {
    g_autoptr (GError) cause = g_error_new_literal (failures[i].tls ? G_TLS_ERROR : G_IO_ERROR,
                                                    failures[i].io_code, "it failed");
    TrancheHttpFate fate = failures[i].fate;

    assert_failure (cause, fate, FALSE, FALSE, failures[i].question_unsent);
    assert_failure (cause, fate, FALSE, TRUE, failures[i].question_sent);
    assert_failure (cause, fate, TRUE, FALSE, failures[i].effect_unsent);
    assert_failure (cause, fate, TRUE, TRUE, failures[i].effect_sent);
  }
}

static void
test_cancelled (void)
{
  g_autoptr (GError) cause = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");

  for (int i = 0; i < 3; i++) {
    g_autoptr (GError) error = tranche_http_failure_new (cause, TRANCHE_HTTP_FATE_CANCELLED,
                                                         "commit", i & 1, i & 2);

    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  }

  assert_failure (cause, TRANCHE_HTTP_FATE_CANCELLED, TRUE, TRUE, TRANCHE_BANK_ERROR_TIMEOUT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/http-reply/statuses", test_statuses);
  g_test_add_func ("/http-reply/unreadable", test_unreadable);
  g_test_add_func ("/http-reply/page", test_page);
  g_test_add_func ("/http-reply/retry-after", test_retry_after);
  g_test_add_func ("/http-failure/failures", test_failures);
  g_test_add_func ("/http-failure/cancelled", test_cancelled);

  return g_test_run ();
}
