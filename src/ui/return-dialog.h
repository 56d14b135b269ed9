/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/shop.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_RETURN_DIALOG (tranche_return_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrancheReturnDialog, tranche_return_dialog, TRANCHE, RETURN_DIALOG, AdwDialog)

/**
 * TrancheReturnDialog:
 *
 * Returns goods of a committed order, all or a part of them. Asks first what is
 * left and how the bank can pay; shows the returns so far. A return whose answer
 * was lost is told as such and can be sent again with the same number.
 */
AdwDialog *tranche_return_dialog_new (TrancheShop  *shop,
                                      TrancheOrder *order);

G_END_DECLS
