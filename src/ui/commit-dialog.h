/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/operation-dialog.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_COMMIT_DIALOG (tranche_commit_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrancheCommitDialog, tranche_commit_dialog, TRANCHE, COMMIT_DIALOG, TrancheOperationDialog)

/**
 * TrancheCommitDialog:
 *
 * Tells the bank that the goods were handed over, after somebody has said so
 * here.
 */
AdwDialog *tranche_commit_dialog_new (TrancheShop  *shop,
                                     TrancheOrder *order);

G_END_DECLS
