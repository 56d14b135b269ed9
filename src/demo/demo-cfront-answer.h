/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "demo/demo-cfront-order.h"

G_BEGIN_DECLS

/* The bodies of the answers, as the specification of 2026 has them.
 * (transfer full) */

/* What create answers. */
char *tranche_demo_cfront_created (const TrancheDemoCfrontOrder *order);
/* What state, confirm and reject answer, and what a callback says. */
char *tranche_demo_cfront_state   (const TrancheDemoCfrontOrder *order);
/* What check/paid answers. */
char *tranche_demo_cfront_paid    (const TrancheDemoCfrontOrder *order);
/* What data answers; without the returns, what info answers. */
char *tranche_demo_cfront_data    (const TrancheDemoCfrontOrder *order,
                                   gboolean                      with_returns);
/* What client/validate answers. */
char *tranche_demo_cfront_found   (gboolean                      found,
                                   const TrancheCustomer        *client);

/* What report answers for @date, yyyy-MM-dd: the orders that became active on
 * that day, and the returns of that day as negative sums. The days are those
 * of this computer, for the demo bank is next door.
 * @orders: (element-type TrancheDemoCfrontOrder) */
char *tranche_demo_cfront_report  (GPtrArray                    *orders,
                                   const char                   *store_id,
                                   const char                   *date);

/* yyyy-MM-dd'T'HH:mm:ss in local time, as the specification of 2025 prescribes
 * it, and its first ten characters. (transfer full) */
char *tranche_demo_cfront_time    (gint64                        time);
char *tranche_demo_cfront_day     (gint64                        time);

G_END_DECLS
