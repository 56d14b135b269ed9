/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/shop.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_LINK_VIEW (tranche_link_view_get_type ())
G_DECLARE_FINAL_TYPE (TrancheLinkView, tranche_link_view, TRANCHE, LINK_VIEW, AdwBin)

/**
 * TrancheLinkView:
 *
 * What the customer is shown: the bank's link as a QR code and as text, the
 * sum, and how the order stands, which follows the book by itself.
 */
void tranche_link_view_set_order (TrancheLinkView *self,
                                  TrancheShop     *shop,
                                  TrancheOrder    *order);

G_END_DECLS
