/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "core/order.h"
#include "ui/shop-sign.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_SLIP_PAPER (tranche_slip_paper_get_type ())
G_DECLARE_FINAL_TYPE (TrancheSlipPaper, tranche_slip_paper, TRANCHE, SLIP_PAPER, GObject)

/**
 * TrancheSlipPaper:
 *
 * The slip that a customer takes along: shop, sum, product, number and the code
 * that leads to the bank's form, one under the other in a strip of paper.
 *
 * All measures are points; @context has to be of 72 dots per inch. The origin is
 * the upper left corner of what the printer can reach.
 */
/* @product: what the customer knows the product by; may be empty. */
TrancheSlipPaper *tranche_slip_paper_new        (PangoContext          *context,
                                                 const TrancheShopSign *sign,
                                                 TrancheOrder          *order,
                                                 const char            *product,
                                                 double                 width);
double            tranche_slip_paper_get_height (TrancheSlipPaper      *self);
void              tranche_slip_paper_draw       (TrancheSlipPaper      *self,
                                                 cairo_t               *cr);

G_END_DECLS
