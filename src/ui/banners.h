/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/shop.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_BANNERS (tranche_banners_get_type ())
G_DECLARE_FINAL_TYPE (TrancheBanners, tranche_banners, TRANCHE, BANNERS, AdwBin)

/**
 * TrancheBanners:
 *
 * What keeps all orders of a shop back, or some, each with the way out: demo
 * banks, no network, a book that cannot be written, a clock that was set back,
 * an account that its bank refuses, commits that were missed.
 */
void tranche_banners_set_shop (TrancheBanners *self,
                               TrancheShop    *shop);

G_END_DECLS
