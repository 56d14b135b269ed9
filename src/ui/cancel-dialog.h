/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/operation-dialog.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_CANCEL_DIALOG (tranche_cancel_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrancheCancelDialog, tranche_cancel_dialog, TRANCHE, CANCEL_DIALOG, TrancheOperationDialog)

/**
 * TrancheCancelDialog:
 *
 * Gives an order up at the bank.
 */
AdwDialog *tranche_cancel_dialog_new (TrancheShop  *shop,
                                     TrancheOrder *order);

G_END_DECLS
