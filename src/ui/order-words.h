/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/bank.h"
#include "core/history-entry.h"
#include "core/order.h"
#include "model/connection.h"

G_BEGIN_DECLS

/*
 * What the program says of an order, in the user's language. Pure functions:
 * they see an order, what is under way with it and a clock that is given.
 */

const char *tranche_stage_label         (TrancheStage         stage);
const char *tranche_stage_icon_name     (TrancheStage         stage);
/* One of "accent", "success", "warning", "error", "dimmed": classes of
 * libadwaita, for a pill or an icon. */
const char *tranche_stage_css_class     (TrancheStage         stage);

/* Why the order failed: "The customer canceled". "" for NONE. */
const char *tranche_reason_label        (TrancheReason        reason);
/* What helps: "Lower the sum and make a new order." "" where nothing is known
 * to help. */
const char *tranche_reason_advice       (TrancheReason        reason);

/* "Committing…" while @operation is under way; "" for NONE. */
const char *tranche_operation_progress  (TrancheOperation     operation);

/* The sentence that says what to do now, such as "Signed. Hand over the goods
 * and commit before 3 December." (transfer full) (not nullable) */
char       *tranche_order_what_now      (TrancheOrder        *order,
                                         TrancheOperation     current,
                                         GDateTime           *now);

/* Why an action is not allowed at this moment, in a few words that stand beside
 * its button: "Cooling off until 16:40". NULL where it is allowed. (transfer full)
 * (nullable) */
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
/* Why there is no bank to ask; NULL where there is one. */
const char *tranche_why_no_bank         (TrancheConnectionState state);

G_END_DECLS
