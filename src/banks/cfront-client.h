/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "banks/http-channel.h"
#include "core/account.h"
#include "core/bank.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_CFRONT_CLIENT (tranche_cfront_client_get_type ())
G_DECLARE_FINAL_TYPE (TrancheCfrontClient, tranche_cfront_client, TRANCHE, CFRONT_CLIENT, GObject)

/**
 * TrancheCfrontClient:
 *
 * A bank that speaks CFRONT, such as Globus and monobank, as a #TrancheBank.
 * What one of them has and another has not is told by the account's agreement:
 * services and names of headers. The shop's id at the bank is the account's
 * showcase id.
 *
 * Every method but create wants the id that the bank gave to the order; without
 * one it ends in %TRANCHE_BANK_ERROR_NOT_FOUND. Where create's answer was lost,
 * create with the same number brings the id of the order that there is.
 *
 * A customer is looked up by the first version of the service where the
 * agreement has it, for only that tells the name; the letter is that of the
 * second version where the agreement has it, for only that has the contract with
 * the shop.
 */
/* @account: not changed any more; @secret: the shop's, kept in memory only, as
 * long as the client lives. (transfer full) */
TrancheBank *tranche_cfront_client_new (TrancheAccount *account,
                                        const char     *secret);
/* The same over a @channel to the account's address. */
TrancheBank *tranche_cfront_client_new_with_channel (TrancheAccount     *account,
                                                     const char         *secret,
                                                     TrancheHttpChannel *channel);

G_END_DECLS
