/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many different purchases there are. */
guint      tranche_demo_cfront_goods_count (void);
/* What a customer of a Ukrainian shop for appliances and electronics carries
 * home at once: the purchase of @index below that count, all of it or only the
 * main thing. (transfer full) (element-type TrancheOrderItem) */
GPtrArray *tranche_demo_cfront_goods_make  (guint  index,
                                            GRand *random);

G_END_DECLS
