/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo/demo-cfront-bank.h"

#include "core/order.h"

G_BEGIN_DECLS

/* Fills @bank with what a Ukrainian shop has made in the last two days, and a
 * little from longer ago: some twenty-five orders in every state. The same seed
 * gives the same orders, at the same distance from now. */
void          tranche_demo_cfront_day_fill     (TrancheDemoCfrontBank        *bank);

/* The order as the shop remembers it: still waiting, for only the bank knows
 * what has become of it. (transfer full) */
TrancheOrder *tranche_demo_cfront_day_remember (const TrancheDemoCfrontOrder *order);

G_END_DECLS
