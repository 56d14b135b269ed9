/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/json-writer.h"
#include "demo/demo-cfront-bank.h"
#include "demo/demo-request.h"

G_BEGIN_DECLS

/* The part of /demo/ that is about orders of the CFRONT dialect. */

/* Writes all orders as elements of the array that is being written. */
void tranche_demo_cfront_control_list (TrancheDemoCfrontBank *bank,
                                       TrancheJsonWriter     *writer);
/* Lets happen what the body of @request says to the order of any store. */
void tranche_demo_cfront_control_act  (TrancheDemoCfrontBank *bank,
                                       TrancheDemoRequest    *request,
                                       const char            *number);

G_END_DECLS
