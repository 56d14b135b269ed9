/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/bank.h"
#include "model/shop.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_CUSTOMER_GROUP (tranche_customer_group_get_type ())
G_DECLARE_FINAL_TYPE (TrancheCustomerGroup, tranche_customer_group, TRANCHE, CUSTOMER_GROUP, AdwPreferencesGroup)

/**
 * TrancheCustomerGroup:
 *
 * Who buys, phone first. Where the bank can look a customer up by the phone,
 * a button does so and fills the name in. A customer whom the book knows by the
 * phone is offered.
 *
 * Signal `orders-changed ()`: tranche_customer_group_get_orders() says something
 * else now.
 */
/* Where customers are known from. (nullable) */
void             tranche_customer_group_set_book     (TrancheCustomerGroup *self,
                                                      TrancheOrderBook     *book);
/* The last orders of the phone that was typed, newest first.
 * (element-type TrancheOrder) (transfer none) (nullable): while none is typed. */
GPtrArray       *tranche_customer_group_get_orders   (TrancheCustomerGroup *self);
void             tranche_customer_group_fill         (TrancheCustomerGroup  *self,
                                                      const TrancheCustomer *customer);
/* @bank: (nullable): the one to look the customer up at. */
void             tranche_customer_group_set_bank     (TrancheCustomerGroup *self,
                                                      TrancheBank          *bank);
/* What was typed or found. (transfer full) */
TrancheCustomer *tranche_customer_group_collect      (TrancheCustomerGroup *self);
/* Shows @text at @field and returns its row; NULL for a field of others. */
GtkWidget       *tranche_customer_group_show_problem (TrancheCustomerGroup *self,
                                                      TrancheField          field,
                                                      const char           *text);
void             tranche_customer_group_clear        (TrancheCustomerGroup *self);

G_END_DECLS
