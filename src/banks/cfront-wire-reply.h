/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/order.h"
#include "core/payout.h"

G_BEGIN_DECLS

/* What CFRONT answers about the life of an order. Errors are of
 * %TRANCHE_BANK_ERROR_PROTOCOL. */

/* The answer to create, `{order_id}`. The order has the bank's id, the stage
 * "waiting", the raw answer and @now as checked-at. (transfer full) */
TrancheOrder  *tranche_cfront_read_created (GBytes        *body,
                                            GDateTime     *now,
                                            GError       **error);
/* The state object, `{order_id, state, order_sub_state, message}`, which
 * state, confirm and reject answer and callbacks bring. The order has the
 * bank's id where it is told, stage and reason by tranche_cfront_stage(), the
 * words as raw state, "IN_PROCESS/WAITING_FOR_CLIENT", the raw answer, with the
 * message, and @now as checked-at. (transfer full) */
TrancheOrder  *tranche_cfront_read_state   (GBytes        *body,
                                            GDateTime     *now,
                                            GError       **error);
/* The answer to check/paid, `{fully_paid, bank_can_return_money_to_card}`, for
 * @order, the fresh answer to state. The bank says "paid" by the first field and
 * by a state that only follows the payment; either field may be left out, but
 * not both. (transfer full) */
TranchePayout *tranche_cfront_read_paid    (GBytes        *body,
                                            TrancheOrder  *order,
                                            GError       **error);
/* Whether the shop is still to be paid, or was, by the state of @order alone. */
TranchePayoutState
               tranche_cfront_payout_state (TrancheOrder  *order);
/* The answer to return, `{status: "OK"}`. */
gboolean       tranche_cfront_read_return  (GBytes        *body,
                                            GError       **error);

G_END_DECLS
