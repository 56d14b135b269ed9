/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "banks/http-channel.h"

G_BEGIN_DECLS

typedef struct _TrancheHttpSend TrancheHttpSend;

/* One request on its way from @callers: (nullable), which takes @request. */
TrancheHttpSend    *tranche_http_send_new             (TrancheHttpRequest *request,
                                                       GCancellable       *callers);
void                tranche_http_send_free            (TrancheHttpSend    *send);
/* (transfer none) */
TrancheHttpRequest *tranche_http_send_get_request     (TrancheHttpSend    *send);
/* Follows the caller's, and is cancelled when the time is over. (transfer none) */
GCancellable       *tranche_http_send_get_cancellable (TrancheHttpSend    *send);

/* Sends @message, which is the request of @task, whose data is a send, and
 * returns the reply. @time_limit in milliseconds. Takes @task and @message. */
void                tranche_http_send_run             (GTask              *task,
                                                       SoupSession        *session,
                                                       SoupMessage        *message,
                                                       TrancheRateLimiter *limiter,
                                                       guint               time_limit);

G_END_DECLS
