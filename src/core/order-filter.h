/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/money.h"
#include "core/stage.h"

G_BEGIN_DECLS

/**
 * TrancheOrderFilter:
 * @stages: the stages that are wanted, a bit each: see TRANCHE_STAGE_BIT(); 0: all
 * @from: created at this time or later, µs UTC; %G_MININT64: whenever
 * @until: created before this time, µs UTC; %G_MAXINT64: whenever
 * @least: of this amount or more; unset: of any
 * @most: of this amount or less; unset: of any
 *
 * What narrows a view further. All of it has to hold. Where both amounts are set
 * they are of one currency, and orders of another one are not listed.
 *
 * Times are moments and not days, for the book does not know the shop's zone:
 * who says "this week" says when that begins and ends.
 */
typedef struct {
  guint stages;
  gint64 from;
  gint64 until;
  TrancheMoney least;
  TrancheMoney most;
} TrancheOrderFilter;

#define TRANCHE_STAGE_BIT(stage) (1u << (stage))

/**
 * TRANCHE_ORDER_FILTER_NONE:
 *
 * Initializer of a filter that lets everything through.
 */
#define TRANCHE_ORDER_FILTER_NONE \
  { 0, G_MININT64, G_MAXINT64, TRANCHE_MONEY_UNSET, TRANCHE_MONEY_UNSET }

/* Whether it lets everything through. */
gboolean tranche_order_filter_is_empty (const TrancheOrderFilter *self);
gboolean tranche_order_filter_equal    (const TrancheOrderFilter *a,
                                        const TrancheOrderFilter *b);

G_END_DECLS
