/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/history-entry.h"
#include "core/order.h"

G_BEGIN_DECLS

/*
 * What the program says of an order, in the user's language. Pure functions:
 * they see an order, what is under way with it and a clock that is given.
 */

/* "Committing…" while @operation is under way; "" for NONE. */
const char *tranche_operation_progress (TrancheOperation  operation);

/* The sentence that says what to do now, such as "Signed. Hand over the goods
 * and commit before 3 December." (transfer full) (not nullable) */
char       *tranche_order_what_now     (TrancheOrder     *order,
                                        TrancheOperation  current,
                                        GDateTime        *now);

G_END_DECLS
