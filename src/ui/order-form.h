/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/shop.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ORDER_FORM (tranche_order_form_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOrderForm, tranche_order_form, TRANCHE, ORDER_FORM, AdwBin)

/**
 * TrancheOrderForm:
 *
 * The fields of a new order. Read-only properties, which notify:
 *
 * - `total`: the sum of the items as text
 * - `warning` (nullable): what should be looked at before it is sent
 */
/* Fills the choice of accounts; once, after construction. @preferred: (nullable). */
void               tranche_order_form_set_shop       (TrancheOrderForm  *self,
                                                      TrancheShop       *shop,
                                                      TrancheConnection *preferred);
/* Fills the form in from @order, which came to nothing: with a fresh number, and
 * with the advice that the reason calls for. */
void               tranche_order_form_repeat         (TrancheOrderForm  *self,
                                                      TrancheOrder      *order);
/* Fills in all that the draft @order holds, its number, too. */
void               tranche_order_form_fill           (TrancheOrderForm  *self,
                                                      TrancheOrder      *order);
/* The chosen account. (nullable) (transfer none) */
TrancheConnection *tranche_order_form_get_connection (TrancheOrderForm  *self);
const char        *tranche_order_form_get_total      (TrancheOrderForm  *self);
/* (nullable) */
const char        *tranche_order_form_get_warning    (TrancheOrderForm  *self);
/* As it is typed. */
const char        *tranche_order_form_get_number     (TrancheOrderForm  *self);
/* What is typed now is in the order book. */
void               tranche_order_form_keep           (TrancheOrderForm  *self);
/* Whether anything was typed since then, or at all, that would be missed. */
gboolean           tranche_order_form_is_touched     (TrancheOrderForm  *self);
/* What was typed, when all of it is valid by the rules of the chosen bank;
 * else NULL, with the problems shown at their fields and the first one
 * focused. (transfer full) (nullable) */
TrancheOrderDraft *tranche_order_form_collect        (TrancheOrderForm  *self);
/* Shows what a bank found wrong. (element-type TrancheFieldProblem) */
void               tranche_order_form_show_problems  (TrancheOrderForm  *self,
                                                      GPtrArray         *problems);

G_END_DECLS
