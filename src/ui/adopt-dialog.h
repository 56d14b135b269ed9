/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/shop.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ADOPT_DIALOG (tranche_adopt_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrancheAdoptDialog, tranche_adopt_dialog, TRANCHE, ADOPT_DIALOG, AdwDialog)

/**
 * TrancheAdoptDialog:
 *
 * Takes over orders that were made elsewhere, such as at the shop's site: their
 * numbers are pasted, and each row tells what became of it. It can be stopped;
 * what was added stays.
 */
/* @connection: (nullable): whose orders they probably are. */
AdwDialog *tranche_adopt_dialog_new (TrancheShop       *shop,
                                     TrancheConnection *connection);

G_END_DECLS
