/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/list-filter.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_FILTER_POPOVER (tranche_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (TrancheFilterPopover, tranche_filter_popover, TRANCHE, FILTER_POPOVER, GtkPopover)

/**
 * TrancheFilterPopover:
 *
 * Where the list is narrowed. Property `filter` (TrancheListFilter boxed,
 * nullable for an empty one) changes with every choice.
 */
/* The accounts that can be chosen. @connections: (element-type TrancheConnection) */
void tranche_filter_popover_set_connections (TrancheFilterPopover *self,
                                             GListModel           *connections);

G_END_DECLS
