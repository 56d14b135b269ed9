/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/shop.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_BULK_DIALOG (tranche_bulk_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrancheBulkDialog, tranche_bulk_dialog, TRANCHE, BULK_DIALOG, AdwDialog)

/**
 * TrancheBulkDialog:
 *
 * Commits or cancels several orders: says which of them it will be, what they
 * come to, and which it cannot be and why; shows each on its way; and at the
 * end what succeeded and what did not, of which it offers to do that again.
 */
/* @operation: COMMIT or CANCEL. @orders: (element-type TrancheOrder) */
AdwDialog *tranche_bulk_dialog_new (TrancheShop      *shop,
                                    TrancheOperation  operation,
                                    GPtrArray        *orders);

G_END_DECLS
