/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/stage.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_STAGE_PILL (tranche_stage_pill_get_type ())
G_DECLARE_FINAL_TYPE (TrancheStagePill, tranche_stage_pill, TRANCHE, STAGE_PILL, AdwBin)

/**
 * TrancheStagePill:
 *
 * A stage as icon, word and colour, for where there is one of it; a list has
 * cheaper cells. Property `stage` (TrancheStage).
 */
void tranche_stage_pill_set_stage (TrancheStagePill *self,
                                   TrancheStage      stage);

G_END_DECLS
