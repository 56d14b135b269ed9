/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/order-item.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_CATALOGUE (tranche_catalogue_get_type ())
G_DECLARE_FINAL_TYPE (TrancheCatalogue, tranche_catalogue, TRANCHE, CATALOGUE, GObject)

/**
 * TrancheCatalogue:
 *
 * The goods that were sold before, learnt from the lines of orders. Goods are the
 * same where name, vendor code and currency are, however their letters are
 * written; price and category are those of the last sale that told them.
 */
TrancheCatalogue *tranche_catalogue_new       (void);

/* A line of an order that was made at @time (µs UTC), in any order of times. */
void              tranche_catalogue_learn     (TrancheCatalogue *self,
                                               TrancheOrderItem *item,
                                               gint64            time);
guint             tranche_catalogue_get_n_goods
                                              (TrancheCatalogue *self);

/* What @text may be the beginning of, the likeliest first: goods of that vendor
 * code, then of a code or a name that begins so, then those in whose name words
 * begin so, then those that have it inside; among equals what was sold more often,
 * and then what was sold last. Every word has to be found. A blank text finds
 * nothing. (element-type TrancheOrderItem) (transfer full): of one piece each. */
GPtrArray        *tranche_catalogue_find      (TrancheCatalogue *self,
                                               const char       *text,
                                               const char       *currency,
                                               guint             limit);
/* What has exactly this vendor code, as a scanner reads it; the last sold where
 * there are several. (transfer full) (nullable) */
TrancheOrderItem *tranche_catalogue_find_code (TrancheCatalogue *self,
                                               const char       *vendor_code,
                                               const char       *currency);

G_END_DECLS
