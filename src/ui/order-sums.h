/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/order.h"

G_BEGIN_DECLS

/* What orders come to, each currency by itself: "124,900 ₽ · 3,000 ₴"; "" for
 * none. @orders: (element-type TrancheOrder). (transfer full) */
char *tranche_order_sums (GPtrArray *orders);

G_END_DECLS
