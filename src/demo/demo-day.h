/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo/demo-bank.h"

G_BEGIN_DECLS

/* Fills @bank with what a lively shop has made in the last two days, and a
 * little that has waited for too long: some forty orders in every stage. The
 * same seed gives the same orders, at the same distance from now. */
void tranche_demo_day_fill (TrancheDemoBank *bank);

G_END_DECLS
