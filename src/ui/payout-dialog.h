/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/shop.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_PAYOUT_DIALOG (tranche_payout_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TranchePayoutDialog, tranche_payout_dialog, TRANCHE, PAYOUT_DIALOG, AdwDialog)

/**
 * TranchePayoutDialog:
 *
 * Asks the bank, as soon as it opens, whether an order is committed and what
 * is paid out for it.
 */
AdwDialog *tranche_payout_dialog_new (TrancheShop  *shop,
                                      TrancheOrder *order);

G_END_DECLS
