/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/shop.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_CONTRACT_DIALOG (tranche_contract_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrancheContractDialog, tranche_contract_dialog, TRANCHE, CONTRACT_DIALOG, AdwDialog)

/**
 * TrancheContractDialog:
 *
 * Asks the bank, as soon as it opens, for the contract and the guarantee letter
 * of an order, shows, prints and saves them. What the bank tells of the
 * customer lives as long as the dialog and is never stored.
 */
AdwDialog *tranche_contract_dialog_new (TrancheShop  *shop,
                                        TrancheOrder *order);

G_END_DECLS
