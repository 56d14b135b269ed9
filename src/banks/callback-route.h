/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "banks/callback-wire.h"

G_BEGIN_DECLS

/* How many requests a route takes at once, and in every second then. */
#define TRANCHE_CALLBACK_BURST 30
#define TRANCHE_CALLBACK_RATE 10

/**
 * TrancheCallbackRoute:
 *
 * Where the callbacks of one account arrive, and what they must be like.
 */
typedef struct _TrancheCallbackRoute TrancheCallbackRoute;

/* @secret: of the account at the bank
 * @signature_header: (nullable): "signature" where it is %NULL */
TrancheCallbackRoute *tranche_callback_route_new            (const char             *account_id,
                                                             TrancheCallbackDialect  dialect,
                                                             const char             *secret,
                                                             const char             *signature_header);
TrancheCallbackRoute *tranche_callback_route_ref            (TrancheCallbackRoute   *self);
void                  tranche_callback_route_unref          (TrancheCallbackRoute   *self);

const char           *tranche_callback_route_get_account_id (TrancheCallbackRoute   *self);
TrancheCallbackDialect
                      tranche_callback_route_get_dialect    (TrancheCallbackRoute   *self);
/* The last segment of its path; see tranche_callback_token_new(). */
const char           *tranche_callback_route_get_token      (TrancheCallbackRoute   *self);
/* (nullable): where nothing is signed. */
const char           *tranche_callback_route_get_signature_header
                                                            (TrancheCallbackRoute   *self);
/* The address that the bank is given: @public_url, which is forwarded to this
 * computer, and the token behind it. (transfer full) (nullable): where that is
 * no address of https with nothing but host, port and path; CFRONT may be given
 * one of http at this computer. */
char                 *tranche_callback_route_make_address   (TrancheCallbackRoute   *self,
                                                             const char             *public_url);

/* Counts a request at @now, in monotonic time; %FALSE for one too many. */
gboolean              tranche_callback_route_take           (TrancheCallbackRoute   *self,
                                                             gint64                  now);
/* Whether the bank sends from there; see tranche_callback_source_is_tbank().
 * What is signed may come from anywhere. */
gboolean              tranche_callback_route_allows_source  (TrancheCallbackRoute   *self,
                                                             GInetAddress           *peer,
                                                             const char             *forwarded_for,
                                                             const char             *real_ip);
/* Whether @body is the bank's by @signature (nullable). What the bank does not
 * sign is taken as it is. */
gboolean              tranche_callback_route_verify         (TrancheCallbackRoute   *self,
                                                             GBytes                 *body,
                                                             const char             *signature);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheCallbackRoute, tranche_callback_route_unref)

G_END_DECLS
