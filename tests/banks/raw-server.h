/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * RawServer:
 *
 * A server on the loopback interface that behaves as no library would let one
 * behave. It works in threads of its own.
 */
typedef struct _RawServer RawServer;

/**
 * RawAction:
 * @RAW_CLOSE: takes the connection and closes it, without reading
 * @RAW_READ_AND_CLOSE: reads the request and closes the connection
 * @RAW_REPLY_AND_CLOSE: says its reply, and closes the connection without a word
 * @RAW_REPLY_ONCE: says its reply, reads one more request, and closes the connection
 * @RAW_REPLY_AND_HANG: says its reply and nothing more, but does not close
 * @RAW_DRIP: says its reply, and then one more byte again and again
 *
 * What it does with every connection.
 */
typedef enum {
  RAW_CLOSE,
  RAW_READ_AND_CLOSE,
  RAW_REPLY_AND_CLOSE,
  RAW_REPLY_ONCE,
  RAW_REPLY_AND_HANG,
  RAW_DRIP,
} RawAction;

/* @reply: (nullable): what is said, status line and all */
RawServer  *raw_server_new             (RawAction   action,
                                        const char *reply);
/* Speaks TLS, with the certificate and the key in @file. */
RawServer  *raw_server_new_tls         (RawAction   action,
                                        const char *reply,
                                        const char *file);
void        raw_server_free            (RawServer  *self);

const char *raw_server_get_base_url    (RawServer  *self);
/* Requests that were read to their end. */
guint       raw_server_count_requests  (RawServer  *self);
/* Replies that were said to their end. */
guint       raw_server_count_replies   (RawServer  *self);
/* The last of the requests as received. (transfer full) (nullable) */
char       *raw_server_dup_request     (RawServer  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RawServer, raw_server_free)

G_END_DECLS
