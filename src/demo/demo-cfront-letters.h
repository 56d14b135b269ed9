/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo/demo-cfront-call.h"

G_BEGIN_DECLS

/* The methods of the guarantee letter, in JSON or XML as the client likes. */
void tranche_demo_cfront_letter_data    (TrancheDemoCfrontCall *call);
/* The same with the contract of shop and bank. */
void tranche_demo_cfront_letter_data_v2 (TrancheDemoCfrontCall *call);
void tranche_demo_cfront_letter_pdf     (TrancheDemoCfrontCall *call);

G_END_DECLS
