/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "banks/callback-wire.h"
#include "banks/http-channel.h"
#include "core/account.h"
#include "core/bank.h"
#include "model/shop.h"

G_BEGIN_DECLS

/* Every bank that the program knows; what the shop hands on. (array length=n_banks) */
const TrancheBankInfo *tranche_bank_registry_list        (guint          *n_banks);
/* (nullable) */
const TrancheBankInfo *tranche_bank_registry_find        (const char     *bank_id);
/* (transfer full) */
TrancheAccount        *tranche_bank_registry_new_account (const char     *bank_id);
/* The client for @account. (transfer full) (nullable): for a bank that this
 * version of the program does not know. */
TrancheBank           *tranche_bank_registry_build       (TrancheAccount *account,
                                                          const char     *secret);
/* The same with the @limiter of all accounts at the bank's host. */
TrancheBank           *tranche_bank_registry_build_with_limiter
                                                         (TrancheAccount     *account,
                                                          const char         *secret,
                                                          TrancheRateLimiter *limiter);
/* The same over a @channel to the account's address. */
TrancheBank           *tranche_bank_registry_build_with_channel
                                                         (TrancheAccount     *account,
                                                          const char         *secret,
                                                          TrancheHttpChannel *channel);
/* How the bank tells by itself that an order has changed. */
TrancheCallbackDialect tranche_bank_registry_get_callbacks (const char     *bank_id);

G_END_DECLS
