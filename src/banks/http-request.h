/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/bank.h"

G_BEGIN_DECLS

/**
 * TrancheHttpRequest:
 * @method: "GET" or "POST"
 * @path: beneath the account's base URL, beginning with a slash, escaped
 * @name: what it is called in the log and in errors, such as "commit": the
 *   path has the order's number in it
 * @effect: it may change something at the bank, so that its answer must not
 *   be lost silently, and it is never repeated by itself
 * @priority: who waits for it
 * @body: (nullable): the bytes to be sent, JSON
 * @accept: (nullable): the media type that the reply should have, where it is
 *   not JSON
 * @signature_header: (nullable): the name of the reply's header that has its
 *   signature, which the reply hands on
 * @headers: (element-type utf8): names and values in turn, for Authorization
 *   and signatures; wiped when it is freed
 *
 * A request to a bank, made by its client and sent by a #TrancheHttpChannel.
 */
typedef struct {
  char *method;
  char *path;
  char *name;
  gboolean effect;
  TranchePriority priority;
  GBytes *body;
  char *accept;
  char *signature_header;
  GPtrArray *headers;
} TrancheHttpRequest;

TrancheHttpRequest *tranche_http_request_new        (const char         *method,
                                                     const char         *path,
                                                     const char         *name);
void                tranche_http_request_free       (TrancheHttpRequest *self);

void                tranche_http_request_add_header (TrancheHttpRequest *self,
                                                     const char         *name,
                                                     const char         *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheHttpRequest, tranche_http_request_free)

G_END_DECLS
