/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/order.h"
#include "ui/shop-sign.h"

G_BEGIN_DECLS

/**
 * TrancheSlip:
 * @sign: over it
 * @order: for whose customer it is
 * @product: may be empty
 *
 * What is printed. Every field is owned.
 */
typedef struct {
  TrancheShopSign *sign;
  TrancheOrder *order;
  char *product;
} TrancheSlip;

/* @sign: (transfer full) */
TrancheSlip  *tranche_slip_new            (TrancheShopSign      *sign,
                                           TrancheOrder         *order,
                                           const char           *product);
/* With the shop's sign, and what @account (nullable) calls the product. */
TrancheSlip  *tranche_slip_new_for_order  (TrancheOrder         *order,
                                           TrancheAccount       *account);
void          tranche_slip_free           (TrancheSlip          *self);

/* Paper as long as the slip is, with the edges that the printer cannot reach.
 * (transfer full) */
GtkPageSetup *tranche_slip_make_page_setup (TrancheSlip         *self);

/* Shows the print dialog over @parent. Completes when the job was handed to the
 * printer; a closed dialog is %G_IO_ERROR_CANCELLED. @slip: (transfer full).
 * @parent: (nullable) */
void          tranche_slip_print_async    (TrancheSlip          *slip,
                                           GtkWindow            *parent,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean      tranche_slip_print_finish   (GAsyncResult         *result,
                                           GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheSlip, tranche_slip_free)

G_END_DECLS
