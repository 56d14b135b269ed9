/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/order-item.h"

G_BEGIN_DECLS

/**
 * TrancheDemoCfrontApplication:
 * @store_id: the shop
 * @number: its own number of the order
 * @phone: "+380" and nine digits
 * @sum: what the customer borrows
 * @invoice_number: of the invoice
 * @invoice_date: yyyy-MM-dd
 * @source: "STORE" or "INTERNET"
 * @point_id: (nullable): the point of sale
 * @product: (nullable): the name of the agreed product
 * @parts: (element-type guint): the numbers of payments to choose from
 * @items: (element-type TrancheOrderItem): the goods
 * @result_callback: (nullable): where the outcome is sent to
 * @initial_sum: what was paid at the till, or unset
 *
 * What a shop asked for, after it was checked. Not changed any more.
 */
typedef struct {
  char *store_id;
  char *number;
  char *phone;
  TrancheMoney sum;
  char *invoice_number;
  char *invoice_date;
  char *source;
  char *point_id;
  char *product;
  GArray *parts;
  GPtrArray *items;
  char *result_callback;
  TrancheMoney initial_sum;
} TrancheDemoCfrontApplication;

TrancheDemoCfrontApplication *tranche_demo_cfront_application_new  (void);
void                          tranche_demo_cfront_application_free (TrancheDemoCfrontApplication *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheDemoCfrontApplication, tranche_demo_cfront_application_free)

G_END_DECLS
