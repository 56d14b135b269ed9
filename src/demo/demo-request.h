/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo/demo-ledger.h"
#include "demo/demo-target.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* The largest body that is read. */
#define TRANCHE_DEMO_BODY_LIMIT (1024 * 1024)

/**
 * TrancheDemoRequest:
 * @message: the HTTP message, not owned
 * @method: such as "POST"
 * @segments: the path, split at its slashes and decoded only then, so that an
 *   order number may hold a slash
 * @body: what was sent
 * @target: what it is about
 * @ledger: where its effects are noted, not owned
 * @serial: its number in the ledger; 0 for what no bank is asked
 *
 * A request on its way to the part of the server that answers it.
 */
typedef struct {
  SoupServerMessage *message;
  const char *method;
  GStrv segments;
  GBytes *body;
  TrancheDemoTarget *target;
  TrancheDemoLedger *ledger;
  guint64 serial;
} TrancheDemoRequest;

/* %NULL when the path is not decodable UTF-8. */
TrancheDemoRequest *tranche_demo_request_new      (SoupServerMessage  *message,
                                                   TrancheDemoLedger  *ledger);
void                tranche_demo_request_free     (TrancheDemoRequest *self);

guint               tranche_demo_request_length   (TrancheDemoRequest *self);
/* Whether the request comes from a program on this computer that knows it
 * speaks to this server, not from a web page that was led here. */
gboolean            tranche_demo_request_is_local (TrancheDemoRequest *self);

/* Answers with @json. (transfer full) */
void                tranche_demo_request_reply    (TrancheDemoRequest *self,
                                                   guint               status,
                                                   char               *json);
/* Answers with `{"message": …}`. */
void                tranche_demo_request_refuse   (TrancheDemoRequest *self,
                                                   guint               status,
                                                   const char         *message);
/* Notes in the ledger what the request has done to an order of @bank. */
void                tranche_demo_request_note     (TrancheDemoRequest *self,
                                                   const char         *bank,
                                                   const char         *id,
                                                   const char         *number,
                                                   TrancheDemoEffect   effect);
/* The same when the request was refused. */
void                tranche_demo_request_note_refusal (TrancheDemoRequest *self,
                                                   const char         *bank,
                                                   const char         *id,
                                                   const char         *number,
                                                   TrancheDemoEffect   effect);
/* Whether the method is @method; answers 405 where it is not. */
gboolean            tranche_demo_request_expect   (TrancheDemoRequest *self,
                                                   const char         *method);

/* The same refusal for a message that has not become a request. */
void                tranche_demo_refuse_message   (SoupServerMessage  *message,
                                                   guint               status,
                                                   const char         *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheDemoRequest, tranche_demo_request_free)

G_END_DECLS
