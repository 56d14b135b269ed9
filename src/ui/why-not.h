/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/bank.h"
#include "core/history-entry.h"
#include "core/order.h"
#include "model/connection.h"

G_BEGIN_DECLS

/*
 * The rules by which something can be done with an order, one a function and
 * each pure; tranche_order_why_not() puts them together.
 *
 * Why an action is not allowed at this moment, in a few words that stand beside
 * its button: "Cooling off until 16:40". NULL where it is allowed. (transfer full)
 * (nullable)
 */

char       *tranche_why_not_commit      (TrancheOrder        *order,
                                         TrancheOperation     current,
                                         GDateTime           *now);
/* @capabilities and @auto_commit are of the order's bank and account. */
char       *tranche_why_not_cancel      (TrancheOrder        *order,
                                         TrancheOperation     current,
                                         TrancheCapabilities  capabilities,
                                         gboolean             auto_commit);
char       *tranche_why_not_check_payout (TrancheOrder       *order,
                                          TrancheOperation    current);
char       *tranche_why_not_refresh     (TrancheOrder        *order);
char       *tranche_why_not_show_link   (TrancheOrder        *order);
/* Whether the bank offers these at all is not looked at. */
char       *tranche_why_not_return      (TrancheOrder        *order,
                                         TrancheOperation     current);
char       *tranche_why_not_contract    (TrancheOrder        *order);
/* Why a draft cannot be gone on with or deleted. */
char       *tranche_why_not_change_draft (TrancheOrder       *order,
                                          TrancheOperation    current);
/* Why there is no bank to ask; NULL where there is one. */
const char *tranche_why_no_bank         (TrancheConnectionState state);

G_END_DECLS
