/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/order-details.h"

G_BEGIN_DECLS

/* The answer to order/data: sum, invoice, point of sale, the shop's number, the
 * masked card, and the returns of `reverse_list`, which come out oldest first.
 * Every field may be missing; but a sum that cannot be read exactly is
 * %TRANCHE_BANK_ERROR_PROTOCOL, for what can still be returned is counted with
 * it. (transfer full) */
TrancheOrderDetails *tranche_cfront_read_details (GBytes      *body,
                                                  const char  *currency,
                                                  GError     **error);

G_END_DECLS
