/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/account.h"
#include "core/field-problem.h"
#include "core/order.h"
#include "core/sale.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_SALE_GROUP (tranche_sale_group_get_type ())
G_DECLARE_FINAL_TYPE (TrancheSaleGroup, tranche_sale_group, TRANCHE, SALE_GROUP, AdwPreferencesGroup)

/**
 * TrancheSaleGroup:
 *
 * How the goods are sold, for banks that want to know it: the number of
 * payments, the point of sale, the invoice, the first payment at the till.
 */
/* Offers the account's points of sale; a code can be typed where it has none. */
void         tranche_sale_group_set_account   (TrancheSaleGroup     *self,
                                               TrancheAccount       *account);
/* Offers the numbers of payments of @product. (nullable) */
void         tranche_sale_group_set_product   (TrancheSaleGroup     *self,
                                               const TrancheProduct *product);
/* What stands in the field for the invoice's number until it is edited. */
void         tranche_sale_group_set_number    (TrancheSaleGroup     *self,
                                               const char           *number);
/* Chooses what @order was sold with, as far as it is offered. */
void         tranche_sale_group_repeat        (TrancheSaleGroup     *self,
                                               TrancheOrder         *order);
/* The invoice and the first payment of a draft. */
void         tranche_sale_group_fill_invoice  (TrancheSaleGroup     *self,
                                               TrancheOrder         *order);
/* What was typed. A first payment that is not an amount adds a problem to
 * @problems (element-type TrancheFieldProblem). (transfer full) */
TrancheSale *tranche_sale_group_collect       (TrancheSaleGroup     *self,
                                               GPtrArray            *problems);
/* Shows @text at @field and returns its row; NULL for a field of others. */
GtkWidget   *tranche_sale_group_show_problem  (TrancheSaleGroup     *self,
                                               TrancheField          field,
                                               const char           *text);
void         tranche_sale_group_clear         (TrancheSaleGroup     *self);

G_END_DECLS
