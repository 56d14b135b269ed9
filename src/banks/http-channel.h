/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "banks/http-reply.h"
#include "banks/http-request.h"
#include "banks/rate-limiter.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_HTTP_CHANNEL (tranche_http_channel_get_type ())
G_DECLARE_FINAL_TYPE (TrancheHttpChannel, tranche_http_channel, TRANCHE, HTTP_CHANNEL, GObject)

/**
 * TrancheHttpChannel:
 *
 * Carries requests to one bank for one account, and lets nothing through that
 * could harm it:
 *
 * - HTTPS with verified certificates; plain HTTP to this computer only;
 * - no redirection is followed, no cookie, cache, proxy password or login
 *   prompt is known, so that what a client puts into the headers reaches the
 *   account's host and nothing else;
 * - a reply of more than 4 MiB is given up while it comes in;
 * - every request has a total time, however busy the connection looks;
 * - requests wait for their turn at a #TrancheRateLimiter, and a 429 pauses it;
 * - an effect goes out on a connection of its own, and once: one that was kept
 *   open may be dead without looking so, and would swallow it.
 *
 * The log says method, name, status and time of a request and no more.
 *
 * Properties, all construct-only: `base-url` and `limiter` as below, and for whom
 * the usual will not do
 *
 * - `time-limit` (uint): the total time of a request from its turn on, in
 *   milliseconds; 30 seconds.
 * - `tls-database` (GTlsDatabase, nullable): whose signatures of certificates are
 *   believed; the system's.
 */
/* @base_url: the account's; @limiter is shared by all that the bank counts
 * together. */
TrancheHttpChannel *tranche_http_channel_new         (const char           *base_url,
                                                      TrancheRateLimiter   *limiter);

/* Sends @request, of which it takes ownership. Any status is a reply; see
 * tranche_http_reply_to_error(). Fails with %TRANCHE_BANK_ERROR, or
 * %G_IO_ERROR_CANCELLED where nothing can have happened at the bank. */
void                tranche_http_channel_send_async  (TrancheHttpChannel   *self,
                                                      TrancheHttpRequest   *request,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
TrancheHttpReply   *tranche_http_channel_send_finish (TrancheHttpChannel   *self,
                                                      GAsyncResult         *result,
                                                      GError              **error);

G_END_DECLS
