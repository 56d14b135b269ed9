/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/account.h"
#include "core/goods-return.h"
#include "core/order-draft.h"

G_BEGIN_DECLS

/* The bodies of CFRONT's requests, byte for byte as they are signed and sent.
 * What has no value is left out, never null. Each is (transfer full). */

/* order/create. @draft has to be valid: tranche_cfront_validate_draft(). The
 * product's name is the type of the program, its term the one number of
 * payments; the sale's channel is the shop. */
GBytes *tranche_cfront_write_create (TrancheAccount           *account,
                                     TrancheOrderDraft        *draft);
/* order/state, confirm, reject, check/paid and data: the order, and nothing else. */
GBytes *tranche_cfront_write_order  (const char               *order_id);
/* The methods of the guarantee letter. @invoice_number, @invoice_date:
 * (nullable): to stand in the letter instead of the order's */
GBytes *tranche_cfront_write_letter (const char               *order_id,
                                     const char               *invoice_number,
                                     const char               *invoice_date);
/* order/return */
GBytes *tranche_cfront_write_return (const char               *order_id,
                                     const TrancheGoodsReturn *goods_return);
/* client/validate. @phone: from tranche_cfront_phone() */
GBytes *tranche_cfront_write_phone  (const char               *phone);
/* store/report. @date: yyyy-MM-dd */
GBytes *tranche_cfront_write_report (const char               *date);

G_END_DECLS
