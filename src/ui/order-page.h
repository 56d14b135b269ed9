/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/order-row.h"
#include "model/shop.h"
#include "ui/clock.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ORDER_PAGE (tranche_order_page_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOrderPage, tranche_order_page, TRANCHE, ORDER_PAGE, AdwBin)

/**
 * TrancheOrderPage:
 *
 * Everything about one order, following its row: what to do now and the
 * buttons for it, amounts, customer, goods, link, contract, what the bank
 * says, and history. The buttons activate actions of the window: `win.commit`,
 * `win.cancel-order`, `win.check-payout`, `win.refresh-order`,
 * `win.show-link`. Properties:
 *
 * - `shop` (TrancheShop, nullable)
 * - `row` (TrancheOrderRow, nullable): %NULL shows that nothing is selected
 * - `clock` (TrancheClock): what tells the present; one of its own unless set
 * - `order`, `operation`, `connection`, `account`, `book`: read-only, of the
 *   row and the shop, for the parts of the page
 */
TrancheShop     *tranche_order_page_get_shop (TrancheOrderPage *self);
void             tranche_order_page_set_shop (TrancheOrderPage *self,
                                              TrancheShop      *shop);
TrancheOrderRow *tranche_order_page_get_row  (TrancheOrderPage *self);
void             tranche_order_page_set_row  (TrancheOrderPage *self,
                                              TrancheOrderRow  *row);

G_END_DECLS
