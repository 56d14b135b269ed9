/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/order-words.h"

G_BEGIN_DECLS

/**
 * TrancheHandover:
 * @TRANCHE_HANDOVER_YES: signed for good: the customer may take the goods
 * @TRANCHE_HANDOVER_NOT_YET: it may still come to that
 * @TRANCHE_HANDOVER_NO: it will not
 *
 * The one question of the counter. Whatever is not known for sure is not YES.
 */
typedef enum {
  TRANCHE_HANDOVER_YES,
  TRANCHE_HANDOVER_NOT_YET,
  TRANCHE_HANDOVER_NO,
} TrancheHandover;

TrancheHandover  tranche_order_handover        (TrancheOrder     *order,
                                                TrancheOperation  current,
                                                TrancheReach      reach);
/* "Signed", "Cooling off until 16:40": why it is so. (transfer full) (not nullable) */
char            *tranche_order_handover_reason (TrancheOrder     *order,
                                                TrancheOperation  current,
                                                TrancheReach      reach,
                                                GDateTime        *now);
/* "Hand over the goods" */
const char      *tranche_handover_label        (TrancheHandover   handover);
const char      *tranche_handover_icon_name    (TrancheHandover   handover);
/* A style class of its own beside the colours: never by colour alone. */
const char      *tranche_handover_css_class    (TrancheHandover   handover);

G_END_DECLS
