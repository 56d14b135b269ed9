/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/shop.h"
#include "ui/list-filter.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_FILTER_BAR (tranche_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (TrancheFilterBar, tranche_filter_bar, TRANCHE, FILTER_BAR, AdwBin)

/**
 * TrancheFilterBar:
 *
 * What narrows the list, each part with a button that takes it away, and a
 * button that saves the view as it is. Hidden while nothing does. Property
 * `filter` (TrancheListFilter boxed, nullable for an empty one).
 */
void tranche_filter_bar_set_shop (TrancheFilterBar *self,
                                  TrancheShop      *shop);

G_END_DECLS
