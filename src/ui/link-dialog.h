/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/shop.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_LINK_DIALOG (tranche_link_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrancheLinkDialog, tranche_link_dialog, TRANCHE, LINK_DIALOG, AdwDialog)

/**
 * TrancheLinkDialog:
 *
 * Shows the customer's link of an order that exists.
 */
AdwDialog *tranche_link_dialog_new (TrancheShop  *shop,
                                    TrancheOrder *order);

G_END_DECLS
