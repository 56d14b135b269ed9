/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo/demo-bank.h"
#include "demo/demo-request.h"

G_BEGIN_DECLS

/* The page behind the customer's link, /form/ID: says which order it is and
 * where it stands, and has a button for each thing that the customer or a bank
 * can do now, so that a trainer can play the customer. Russian, as the bank's. */
void tranche_demo_form_handle (TrancheDemoBank    *bank,
                               TrancheDemoRequest *request);

G_END_DECLS
