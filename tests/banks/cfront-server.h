/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CfrontServer:
 *
 * A bank that says what it was told to say, over real HTTP in the main loop, and
 * remembers what it was asked.
 */
typedef struct _CfrontServer CfrontServer;

CfrontServer *cfront_server_new            (void);
void          cfront_server_free           (CfrontServer *self);
const char   *cfront_server_get_base_url   (CfrontServer *self);

/* What it says to every request to @path. %NULL is for all that have no answer
 * of their own. Every answer has the Trace-Id "trace-7". */
void          cfront_server_answer         (CfrontServer *self,
                                            const char   *path,
                                            guint         status,
                                            const char   *body);
/* Signs the answers with @secret in the header @name; %NULL for none. */
void          cfront_server_sign           (CfrontServer *self,
                                            const char   *name,
                                            const char   *secret);

guint         cfront_server_count          (CfrontServer *self);
/* Of the last request: its path, body, and a header. (nullable) */
const char   *cfront_server_get_path       (CfrontServer *self);
const char   *cfront_server_get_body       (CfrontServer *self);
const char   *cfront_server_get_header     (CfrontServer *self,
                                            const char   *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CfrontServer, cfront_server_free)

G_END_DECLS
