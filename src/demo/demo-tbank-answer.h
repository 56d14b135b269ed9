/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo/demo-order.h"

G_BEGIN_DECLS

/* What create answers. (transfer full) */
char *tranche_demo_tbank_created (const TrancheDemoOrder *order,
                                  const char             *link);
/* What info, commit and cancel answer: only what the bank knows so far.
 * (transfer full) */
char *tranche_demo_tbank_answer  (const TrancheDemoOrder *order);

G_END_DECLS
