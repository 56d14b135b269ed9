/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/customer.h"
#include "core/order-item.h"
#include "core/sale.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ORDER_DRAFT (tranche_order_draft_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOrderDraft, tranche_order_draft, TRANCHE, ORDER_DRAFT, GObject)

/**
 * TrancheOrderDraft:
 *
 * An order as the manager typed it, before any bank has seen it. It says
 * nothing of whether it is valid: tranche_bank_validate_draft() does, for the
 * rules are each bank's own.
 */
TrancheOrderDraft   *tranche_order_draft_new              (const char            *currency);

const char          *tranche_order_draft_get_currency     (TrancheOrderDraft     *self);
const char          *tranche_order_draft_get_number       (TrancheOrderDraft     *self);
void                 tranche_order_draft_set_number       (TrancheOrderDraft     *self,
                                                           const char            *number);
const char          *tranche_order_draft_get_product_code (TrancheOrderDraft     *self);
void                 tranche_order_draft_set_product_code (TrancheOrderDraft     *self,
                                                           const char            *code);
/* The sum as typed or, when never set, that of the items. */
const TrancheMoney  *tranche_order_draft_get_sum          (TrancheOrderDraft     *self);
void                 tranche_order_draft_set_sum          (TrancheOrderDraft     *self,
                                                           const TrancheMoney    *sum);
/* (element-type TrancheOrderItem) (transfer none) (not nullable) */
GPtrArray           *tranche_order_draft_get_items        (TrancheOrderDraft     *self);
void                 tranche_order_draft_add_item         (TrancheOrderDraft     *self,
                                                           TrancheOrderItem      *item);
/* (transfer none) (not nullable); the setter copies. */
const TrancheCustomer *tranche_order_draft_get_customer   (TrancheOrderDraft     *self);
void                 tranche_order_draft_set_customer     (TrancheOrderDraft     *self,
                                                           const TrancheCustomer *customer);

/* (transfer none) (not nullable); the setter copies. */
const TrancheSale   *tranche_order_draft_get_sale         (TrancheOrderDraft     *self);
void                 tranche_order_draft_set_sale         (TrancheOrderDraft     *self,
                                                           const TrancheSale     *sale);

/* Where the bank reports to and sends the customer back to; all optional. */
const char          *tranche_order_draft_get_webhook_url  (TrancheOrderDraft     *self);
void                 tranche_order_draft_set_webhook_url  (TrancheOrderDraft     *self,
                                                           const char            *url);
const char          *tranche_order_draft_get_success_url  (TrancheOrderDraft     *self);
void                 tranche_order_draft_set_success_url  (TrancheOrderDraft     *self,
                                                           const char            *url);
const char          *tranche_order_draft_get_fail_url     (TrancheOrderDraft     *self);
void                 tranche_order_draft_set_fail_url     (TrancheOrderDraft     *self,
                                                           const char            *url);
const char          *tranche_order_draft_get_return_url   (TrancheOrderDraft     *self);
void                 tranche_order_draft_set_return_url   (TrancheOrderDraft     *self,
                                                           const char            *url);

/* For the bank's test world: how the made-up customer behaves ("sms", "ses",
 * "appointment", "appointment-reject", "reject") and where it begins. */
const char          *tranche_order_draft_get_demo_flow    (TrancheOrderDraft     *self);
void                 tranche_order_draft_set_demo_flow    (TrancheOrderDraft     *self,
                                                           const char            *flow);
const char          *tranche_order_draft_get_initial_stage (TrancheOrderDraft    *self);
void                 tranche_order_draft_set_initial_stage (TrancheOrderDraft    *self,
                                                           const char            *stage);

G_END_DECLS
