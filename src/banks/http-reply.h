/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrancheHttpReply:
 * @status: the HTTP status
 * @body: its bytes as received; empty where a refusal's body could not be read
 * @trace_id: (nullable): the header Trace-Id, which the bank's support asks for
 * @signature: (nullable): of the body, where the request names its header
 * @retry_after: seconds of the header Retry-After; 0 where there is none
 *
 * What came back for a request, whatever its status.
 */
typedef struct {
  guint status;
  GBytes *body;
  char *trace_id;
  char *signature;
  guint retry_after;
} TrancheHttpReply;

/* Takes @body. */
TrancheHttpReply *tranche_http_reply_new         (guint             status,
                                                  GBytes           *body);
void              tranche_http_reply_free        (TrancheHttpReply *self);

/* The error that a status means, with status, trace id and seconds set; %NULL
 * for 200 to 299. @name: the request's, for the message. For an @effect
 * everything that leaves open whether it was done, such as any 5xx, is
 * %TRANCHE_BANK_ERROR_UNKNOWN_OUTCOME. (transfer full) (nullable) */
GError           *tranche_http_reply_to_error    (TrancheHttpReply *self,
                                                  const char       *name,
                                                  gboolean          effect);
/* A reply that says "done" and cannot be read: @error, of which it takes
 * ownership, as what it means for the request. (transfer full) */
GError           *tranche_http_reply_unreadable  (TrancheHttpReply *self,
                                                  gboolean          effect,
                                                  GError           *error);

/* Whether the body is a page for a browser, which no bank's interface sends. */
gboolean          tranche_http_reply_is_page     (TrancheHttpReply *self);

/* Seconds from @now that the header Retry-After asks for, be it a number or a
 * date; 0 for anything else, and for what is over. */
guint             tranche_http_parse_retry_after (const char       *text,
                                                  GDateTime        *now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheHttpReply, tranche_http_reply_free)

G_END_DECLS
