/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many different purchases there are. */
guint      tranche_demo_goods_count (void);
/* What a customer of a shop for furniture, appliances and electronics buys at
 * once: the main thing of @index below that count and, as @random has it, some
 * that go with it. (transfer full) (element-type TrancheOrderItem) */
GPtrArray *tranche_demo_goods_make  (guint  index,
                                     GRand *random);

G_END_DECLS
