/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/order.h"

G_BEGIN_DECLS

/* The answer to T-Bank's info, commit and cancel ("Forma", "Параметры ответа"):
 * the order with everything that it says, amounts in @currency, and @now, by
 * which the cooling-off is judged, as checked-at. The answer's `id` is the
 * shop's number.
 *
 * Fields and values that are not known are passed over, and an optional field
 * may be null; a required field that is missing, a wrong type, an amount that
 * is not exact, a field that stands there twice are
 * %TRANCHE_BANK_ERROR_PROTOCOL. (transfer full) */
TrancheOrder *tranche_tbank_read_order   (GBytes      *body,
                                          const char  *currency,
                                          GDateTime   *now,
                                          GError     **error);

G_END_DECLS
