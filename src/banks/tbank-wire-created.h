/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/order.h"

G_BEGIN_DECLS

/* The answer to T-Bank's create: `{id, link}`. The order has the bank's id, the
 * link, the stage "waiting", the raw answer and @now as checked-at. Errors:
 * %TRANCHE_BANK_ERROR_PROTOCOL. (transfer full) */
TrancheOrder *tranche_tbank_read_created (GBytes     *body,
                                          GDateTime  *now,
                                          GError    **error);

G_END_DECLS
