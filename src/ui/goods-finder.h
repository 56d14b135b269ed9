/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/catalogue.h"
#include "ui/field-row.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_GOODS_FINDER (tranche_goods_finder_get_type ())
G_DECLARE_FINAL_TYPE (TrancheGoodsFinder, tranche_goods_finder, TRANCHE, GOODS_FINDER, GObject)

/**
 * TrancheGoodsFinder:
 *
 * Finds goods that were sold before by what is typed into a field, or by the code
 * that a scanner types there, which ends with Enter.
 *
 * Signals:
 *
 * - `chosen (TrancheOrderItem *item)`: of those that were offered.
 * - `scanned (TrancheOrderItem *item)`: by its code.
 * - `new-code (const char *code)`: a bar code of goods that were never sold.
 */
/* @entry: (transfer none): outlives it. */
TrancheGoodsFinder *tranche_goods_finder_new           (TrancheFieldRow    *entry);
/* (nullable): nothing is found without it. */
void                tranche_goods_finder_set_catalogue (TrancheGoodsFinder *self,
                                                        TrancheCatalogue   *catalogue);
/* Of the prices, ISO 4217. */
void                tranche_goods_finder_set_currency  (TrancheGoodsFinder *self,
                                                        const char         *currency);
/* Offers what the text of the field may mean. */
void                tranche_goods_finder_offer         (TrancheGoodsFinder *self);
/* Offers nothing any more. */
void                tranche_goods_finder_withdraw      (TrancheGoodsFinder *self);
/* Whether a scanner may have typed it, and nobody meant a quantity. */
gboolean            tranche_goods_finder_is_bar_code   (const char         *text);
/* Takes the text of the field for a code that was scanned, where it can be one. */
gboolean            tranche_goods_finder_take_code     (TrancheGoodsFinder *self);

G_END_DECLS
