/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/stage.h"

G_BEGIN_DECLS

/* Where an order stands, from the two words of a bank that speaks CFRONT:
 * `state` is SUCCESS, FAIL or IN_PROCESS and `order_sub_state` refines it.
 * @state, @sub_state: (nullable): "" says as little as %NULL.
 *
 * The list of sub-states may grow: one that is not known is decided by the
 * state. Globus calls sub-states plain statuses, so that a word is understood
 * in either place, alone too. Words that contradict each other are
 * %TRANCHE_STAGE_UNKNOWN, as is everything else.
 *
 * @reason: (out): why it was canceled or rejected */
TrancheStage tranche_cfront_stage (const char    *state,
                                   const char    *sub_state,
                                   TrancheReason *reason);

G_END_DECLS
