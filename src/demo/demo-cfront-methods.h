/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo/demo-cfront-call.h"

G_BEGIN_DECLS

/* Answers a call. */
typedef void (* TrancheDemoCfrontMethod) (TrancheDemoCfrontCall *call);

/* The method of the path, such as "api/order/create"; @creates says whether it
 * is refused to a store that may not create orders. (nullable) */
TrancheDemoCfrontMethod tranche_demo_cfront_method_find (const char *path,
                                                         gboolean   *creates);

G_END_DECLS
