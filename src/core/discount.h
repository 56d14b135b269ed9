/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/order-item.h"

G_BEGIN_DECLS

/* Takes @discount off the sum of @items (element-type TrancheOrderItem), from each
 * line by its part of the sum, so that the new lines add up to exactly what is
 * left. Banks want a price a piece in whole cents: where that does not come out,
 * some pieces of a line cost a cent more than the others and are a line of their
 * own. No line becomes negative, and the same goods give the same lines.
 *
 * @discount: 0 or more, and no more than the sum; else %TRANCHE_MONEY_ERROR_RANGE.
 * @sources: (out) (nullable) (element-type guint) (transfer full): of which of
 * @items each new line is.
 * Returns: (element-type TrancheOrderItem) (transfer full) (nullable). */
GPtrArray *tranche_discount_spread (GPtrArray           *items,
                                    const TrancheMoney  *discount,
                                    GArray             **sources,
                                    GError             **error);

/* What was typed as a discount off @sum: an amount, or a part of it as "10 %",
 * rounded down to the cent. %FALSE with %TRANCHE_MONEY_ERROR for anything else. */
gboolean   tranche_discount_parse  (const char          *text,
                                    const TrancheMoney  *sum,
                                    TrancheMoney        *discount,
                                    GError             **error);

G_END_DECLS
