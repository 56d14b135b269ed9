/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/shop.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_NEW_ORDER_DIALOG (tranche_new_order_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrancheNewOrderDialog, tranche_new_order_dialog, TRANCHE, NEW_ORDER_DIALOG, AdwDialog)

/**
 * TrancheNewOrderDialog:
 *
 * Takes a new order down and sends it; afterwards it shows the link for the
 * customer. Closing it while the bank is being asked loses nothing: the order
 * is in the book.
 *
 * Signal `created (TrancheOrder *order)`: the bank has made it.
 */
/* @preferred: (nullable): the account to begin with; else the last used one. */
AdwDialog *tranche_new_order_dialog_new (TrancheShop       *shop,
                                         TrancheConnection *preferred);

/* The same filled in from @order, which came to nothing. */
AdwDialog *tranche_new_order_dialog_new_repeat
                                        (TrancheShop       *shop,
                                         TrancheOrder      *order);

/* Goes on with the draft @order, which keeps its number and is replaced when it is sent. */
AdwDialog *tranche_new_order_dialog_new_draft
                                        (TrancheShop       *shop,
                                         TrancheOrder      *order);

G_END_DECLS
