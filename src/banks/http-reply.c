/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/http-reply.h"

#include <libsoup/soup.h>

#include "core/bank-error.h"

TrancheHttpReply *
tranche_http_reply_new (guint   status,
                        GBytes *body)
{
  TrancheHttpReply *self = g_new0 (TrancheHttpReply, 1);

  self->status = status;
  self->body = body;

  return self;
}

void
tranche_http_reply_free (TrancheHttpReply *self)
{
  if (!self)
    return;

  g_bytes_unref (self->body);
  g_free (self->trace_id);
  g_free (self->signature);
  g_free (self);
}

static const struct {
  guint status;
  TrancheBankError code;
} codes[] = {
  { 400, TRANCHE_BANK_ERROR_VALIDATION },
  { 401, TRANCHE_BANK_ERROR_AUTHENTICATION },
  { 403, TRANCHE_BANK_ERROR_FORBIDDEN },
  { 404, TRANCHE_BANK_ERROR_NOT_FOUND },
  { 408, TRANCHE_BANK_ERROR_TIMEOUT },
  { 409, TRANCHE_BANK_ERROR_CONFLICT },
  { 422, TRANCHE_BANK_ERROR_CONFLICT },
  { 429, TRANCHE_BANK_ERROR_RATE_LIMITED },
};

static TrancheBankError
code_of_status (guint status)
{
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (codes[i].status == status)
      return codes[i].code;

  return status >= 500 && status < 600 ? TRANCHE_BANK_ERROR_SERVER : TRANCHE_BANK_ERROR_PROTOCOL;
}

/* After these the request may have been carried out all the same. 302 and 303
 * are what a form answers after it has done its work; the other redirections
 * say that the address is wrong. */
static gboolean
leaves_open (guint status)
{
  return status == 302 || status == 303 || status == 408 || status >= 500;
}

static void
fill_in (TrancheHttpReply *self,
         GError           *error)
{
  tranche_bank_error_set_trace_id (error, self->trace_id);
  tranche_bank_error_set_retry_after (error, self->retry_after);
}

GError *
tranche_http_reply_to_error (TrancheHttpReply *self,
                             const char       *name,
                             gboolean          effect)
{
  TrancheBankError code = code_of_status (self->status);
  GError *error;

  if (self->status >= 200 && self->status < 300)
    return NULL;

  if (effect && leaves_open (self->status)) {
    error = tranche_bank_error_new (TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME, self->status,
                                    "%s: HTTP %u", name, self->status);
    tranche_bank_error_set_cause (error, code);
  } else {
    error = tranche_bank_error_new (code, self->status, "%s: HTTP %u", name, self->status);
  }
  fill_in (self, error);

  return error;
}

GError *
tranche_http_reply_unreadable (TrancheHttpReply *self,
                               gboolean          effect,
                               GError           *error)
{
  TrancheBankError code = effect ? TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME
                                 : TRANCHE_BANK_ERROR_PROTOCOL;
  GError *result = tranche_bank_error_new (code, self->status, "%s", error->message);

  if (effect)
    tranche_bank_error_set_cause (result, TRANCHE_BANK_ERROR_PROTOCOL);
  fill_in (self, result);
  g_error_free (error);

  return result;
}

gboolean
tranche_http_reply_is_page (TrancheHttpReply *self)
{
  gsize length;
  const char *text = g_bytes_get_data (self->body, &length);
  gsize i = 0;

  while (i < length && g_ascii_isspace (text[i]))
    i++;

  return i < length && text[i] == '<';
}

guint
tranche_http_parse_retry_after (const char *text,
                                GDateTime  *now)
{
  g_autoptr (GDateTime) then = NULL;
  guint64 seconds;

  if (!text)
    return 0;
  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT64, &seconds, NULL))
    return MIN (seconds, G_MAXINT);

  then = soup_date_time_new_from_http_string (text);
  if (!then || g_date_time_compare (then, now) <= 0)
    return 0;

  /* Rounded up, for a moment too early is too early. */
  return MIN ((g_date_time_difference (then, now) + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC, G_MAXINT);
}
