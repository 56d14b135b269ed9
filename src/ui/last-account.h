/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/shop.h"

G_BEGIN_DECLS

/* The account that an order was last made at, if it is still there. (nullable)
 * (transfer none) */
TrancheConnection *tranche_last_account_find (TrancheShop       *shop);
void               tranche_last_account_keep (TrancheConnection *connection);

G_END_DECLS
