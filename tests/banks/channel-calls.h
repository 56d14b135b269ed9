/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "banks/http-channel.h"

G_BEGIN_DECLS

/* Requests of one shop through an HTTP channel, and what is to come of them. */

/* A channel that no rate holds back. @base_url: (nullable) */
TrancheHttpChannel *channel_new            (const char          *base_url);
/* The same that waits for an answer so many milliseconds. */
TrancheHttpChannel *channel_new_with_limit (const char          *base_url,
                                            guint                milliseconds);
/* A commit, or with %FALSE for @effect a question, of "/orders/a%2Fb". */
TrancheHttpRequest *request_new            (gboolean             effect);

/* Sends @request (transfer full) and waits. (transfer full) (nullable) */
TrancheHttpReply   *send_request           (TrancheHttpChannel  *channel,
                                            TrancheHttpRequest  *request,
                                            GError             **error);
/* The same for a request of ours that must be answered. */
TrancheHttpReply   *send_well              (TrancheHttpChannel  *channel,
                                            gboolean             effect);

void                assert_body            (TrancheHttpReply    *reply,
                                            const char          *expected);
/* A question has @code, an effect too or, when it was sent, an unknown outcome. */
void                assert_fails           (TrancheHttpChannel  *channel,
                                            gboolean             effect,
                                            int                  code,
                                            gboolean             sent);

G_END_DECLS
