/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/stage.h"

G_BEGIN_DECLS

/*
 * How stages and reasons are shown, in the user's language. A number that this
 * program does not know, written by a newer one, is shown as unknown.
 */

const char *tranche_stage_label     (TrancheStage  stage);
const char *tranche_stage_icon_name (TrancheStage  stage);
/* One of "accent", "success", "warning", "error", "dimmed": classes of
 * libadwaita, for a pill or an icon. */
const char *tranche_stage_css_class (TrancheStage  stage);

/* Why the order failed: "The customer canceled". "" for NONE. */
const char *tranche_reason_label    (TrancheReason reason);
/* What helps: "Lower the sum and make a new order." "" where nothing is known
 * to help. */
const char *tranche_reason_advice   (TrancheReason reason);

G_END_DECLS
