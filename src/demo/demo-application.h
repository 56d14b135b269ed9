/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/customer.h"
#include "core/order-item.h"
#include "demo/demo-product.h"

G_BEGIN_DECLS

/**
 * TrancheDemoApplication:
 * @shop_id: the company
 * @showcase_id: its shop or site
 * @number: (nullable): the shop's own number
 * @product: what it is sold on
 * @sum: what the goods cost together
 * @items: (element-type TrancheOrderItem): the goods
 * @customer: what the shop said of the customer
 * @success_url: (nullable): where a customer who has signed goes
 * @fail_url: (nullable): where a customer who was refused goes
 * @return_url: (nullable): where a customer who has canceled goes
 * @demo_flow: (nullable): how the simulated customer behaves
 * @initial_stage: (nullable): where the simulated customer begins
 *
 * What a shop asked for, after it was checked. Not changed any more.
 */
typedef struct {
  char *shop_id;
  char *showcase_id;
  char *number;
  const TrancheDemoProduct *product;
  TrancheMoney sum;
  GPtrArray *items;
  TrancheCustomer *customer;
  char *success_url;
  char *fail_url;
  char *return_url;
  char *demo_flow;
  char *initial_stage;
} TrancheDemoApplication;

TrancheDemoApplication *tranche_demo_application_new        (void);
void                    tranche_demo_application_free       (TrancheDemoApplication       *self);

/* Whether both are the same order: product, sum and goods. */
gboolean                tranche_demo_application_same_order (const TrancheDemoApplication *a,
                                                             const TrancheDemoApplication *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheDemoApplication, tranche_demo_application_free)

G_END_DECLS
