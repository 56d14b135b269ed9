/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/handover-words.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_HANDOVER_BANNER (tranche_handover_banner_get_type ())
G_DECLARE_FINAL_TYPE (TrancheHandoverBanner, tranche_handover_banner, TRANCHE, HANDOVER_BANNER, AdwBin)

/**
 * TrancheHandoverBanner:
 *
 * Whether the goods may be handed over, in words, by a sign and by colour, large
 * enough to be read from two metres. A change is read aloud at once.
 */
/* @order: (nullable): nothing is shown without one. */
void tranche_handover_banner_show (TrancheHandoverBanner *self,
                                   TrancheOrder          *order,
                                   TrancheOperation       current,
                                   TrancheReach           reach,
                                   GDateTime             *now);
/* The sign stands over the words, so that large ones fit a narrow window. */
void tranche_handover_banner_set_upright (TrancheHandoverBanner *self);

G_END_DECLS
