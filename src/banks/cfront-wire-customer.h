/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/customer.h"

G_BEGIN_DECLS

/* The answer to client/validate: `{found, client: {first_name, last_name,
 * middle_name, inn}}` in the first version, `{found}` in the second. A bank that
 * tells the name has found the customer, whether it says so or not.
 *
 * %NULL with %TRANCHE_BANK_ERROR_NOT_FOUND for `found: false`, and with
 * %TRANCHE_BANK_ERROR_PROTOCOL. (transfer full) */
TrancheCustomer *tranche_cfront_read_customer (GBytes  *body,
                                               GError **error);

G_END_DECLS
