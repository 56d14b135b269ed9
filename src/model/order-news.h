/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/order.h"

G_BEGIN_DECLS

/* Whether anything but the time of the last check, and the bank's number of it, is
 * other in @after than in @before (nullable): by far the most answers that live
 * status hears say that nothing is. May say yes where it is not so. */
gboolean tranche_order_is_news (TrancheOrder *before,
                                TrancheOrder *after);

G_END_DECLS
