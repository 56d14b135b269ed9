/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "banks/callback-route.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_CALLBACK_LISTENER (tranche_callback_listener_get_type ())
G_DECLARE_FINAL_TYPE (TrancheCallbackListener, tranche_callback_listener, TRANCHE, CALLBACK_LISTENER, GObject)

/**
 * TrancheCallbackListener:
 *
 * Takes what banks send by themselves when an order has changed, for one or
 * several accounts, at one address and port. A proxy that faces the net speaks
 * HTTPS with the bank and forwards to it.
 *
 * The last segment of a path tells the account; what stands before it is the
 * proxy's business. Only POST is taken, of 64 KiB at most, no more than
 * %TRANCHE_CALLBACK_RATE a second an account, and from T-Bank's addresses alone
 * where nothing is signed. The signature is checked on the bytes that came
 * before anything reads them. No answer has a body: 404 for any other path, 405,
 * 413, 429, 403 for what is not the bank's, 400 for what names no order, and 200.
 *
 * A callback may be old, late, or sent twice: it is never believed, and only
 * hints at an order that the bank is to be asked about.
 *
 * Signal `hinted (const char *account_id, const char *number, const char
 * *bank_order_id)`: see #TrancheCallbackHint. It is emitted before the answer
 * is sent, so that a handler has to leave real work for later.
 */
TrancheCallbackListener *tranche_callback_listener_new          (void);
/* See tranche_callback_door_open(). */
gboolean                 tranche_callback_listener_start        (TrancheCallbackListener  *self,
                                                                 const char               *address,
                                                                 guint                     port,
                                                                 GError                  **error);
void                     tranche_callback_listener_stop         (TrancheCallbackListener  *self);
/* 0 while it does not listen. */
guint                    tranche_callback_listener_get_port     (TrancheCallbackListener  *self);
/* Takes the place of another route of the same account. */
void                     tranche_callback_listener_add_route    (TrancheCallbackListener  *self,
                                                                 TrancheCallbackRoute     *route);
void                     tranche_callback_listener_remove_route (TrancheCallbackListener  *self,
                                                                 const char               *account_id);
guint                    tranche_callback_listener_get_n_routes (TrancheCallbackListener  *self);

G_END_DECLS
