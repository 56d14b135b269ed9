/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/account.h"
#include "core/order.h"
#include "core/order-draft.h"

G_BEGIN_DECLS

/* The order that a draft becomes in the book of @account: a draft still, made
 * now. (transfer full) */
TrancheOrder      *tranche_draft_order_new      (TrancheOrderDraft *draft,
                                                 TrancheAccount    *account);
/* What has to be sent to make the stored @order. (transfer full) */
TrancheOrderDraft *tranche_draft_order_to_draft (TrancheOrder      *order);

G_END_DECLS
