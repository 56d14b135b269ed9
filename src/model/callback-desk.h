/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/operations.h"
#include "model/secrets.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_CALLBACK_DESK (tranche_callback_desk_get_type ())
G_DECLARE_FINAL_TYPE (TrancheCallbackDesk, tranche_callback_desk, TRANCHE, CALLBACK_DESK, GObject)

/**
 * TrancheCallbackDesk:
 *
 * Listens for the banks' own messages wherever the agreement of an account
 * names a public address and a port, and has the bank asked about the orders
 * that they speak of. Accounts with the same port share it.
 *
 * Each connection tells whether it works, and where the bank is to send to;
 * see #TrancheCallbackState.
 */
TrancheCallbackDesk *tranche_callback_desk_new  (TrancheOrderBook    *book,
                                                 TrancheOperations   *operations,
                                                 TrancheSecrets      *secrets);
/* Listens no more. */
void                 tranche_callback_desk_stop (TrancheCallbackDesk *self);

G_END_DECLS
