/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "banks/http-channel.h"
#include "core/account.h"
#include "core/bank.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_TBANK_CLIENT (tranche_tbank_client_get_type ())
G_DECLARE_FINAL_TYPE (TrancheTbankClient, tranche_tbank_client, TRANCHE, TBANK_CLIENT, GObject)

/**
 * TrancheTbankClient:
 *
 * T-Bank's online broker "Forma", API v2, as a #TrancheBank: create (or
 * create-demo for a demo account), info, commit and cancel under
 * `/api/partners/v2/orders/` of the account's base URL.
 *
 * The login is the account's showcase id, with "demo-" before it for orders of
 * the bank's test world, which are told by tranche_order_get_demo(): the order
 * that is asked for must have it right. Create needs no login.
 */
/* @account: not changed any more; @password: the API password from the bank's
 * cabinet, kept in memory only, as long as the client lives. (transfer full) */
TrancheBank *tranche_tbank_client_new (TrancheAccount *account,
                                       const char     *password);
/* The same over a @channel to the account's address. */
TrancheBank *tranche_tbank_client_new_with_channel (TrancheAccount     *account,
                                                    const char         *password,
                                                    TrancheHttpChannel *channel);

G_END_DECLS
