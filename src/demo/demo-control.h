/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo/demo-bank.h"
#include "demo/demo-cfront-bank.h"
#include "demo/demo-request.h"

G_BEGIN_DECLS

/* Answers what tests and trainers ask below /demo/, which no bank has:
 *
 * GET /demo/orders lists all that the bank holds and how often the shop's
 * commits and cancels took effect. POST /demo/orders/NUMBER/act with
 * {"do": "sign"} lets something happen to an order; "demo": true means the one
 * of the test world, "cooling_seconds": N makes a signed one cool off for so
 * many real seconds. "dialect" is "tbank" or "cfront" where both have an order
 * of that number. Only from this computer. */
void tranche_demo_control_handle (TrancheDemoBank       *bank,
                                  TrancheDemoCfrontBank *cfront_bank,
                                  TrancheDemoRequest    *request);

G_END_DECLS
