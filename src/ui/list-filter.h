/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/order-filter.h"

G_BEGIN_DECLS

/**
 * TranchePeriod:
 * @TRANCHE_PERIOD_WEEK: since Monday
 * @TRANCHE_PERIOD_RANGE: between two days
 *
 * When an order was made, as people say it. Settings keep the nicks.
 */
typedef enum {
  TRANCHE_PERIOD_ANY,
  TRANCHE_PERIOD_TODAY,
  TRANCHE_PERIOD_YESTERDAY,
  TRANCHE_PERIOD_WEEK,
  TRANCHE_PERIOD_MONTH,
  TRANCHE_PERIOD_RANGE,
} TranchePeriod;

#define TRANCHE_N_PERIODS 6
#define TRANCHE_TYPE_PERIOD (tranche_period_get_type ())
GType tranche_period_get_type (void);

/**
 * TrancheFilterPart:
 *
 * What of a filter stands by itself, and is taken away by itself.
 */
typedef enum {
  TRANCHE_FILTER_STAGES,
  TRANCHE_FILTER_ACCOUNT,
  TRANCHE_FILTER_PERIOD,
  TRANCHE_FILTER_AMOUNT,
} TrancheFilterPart;

#define TRANCHE_N_FILTER_PARTS 4

/**
 * TrancheListFilter:
 * @stages: a TRANCHE_STAGE_BIT() each; 0: all
 * @account_id: (nullable): only this account
 * @period: when it was made
 * @from: (nullable): the first day of a range, as "2026-11-22"
 * @until: (nullable): its last day
 * @least: unset: any amount
 * @most: unset: any amount
 *
 * How somebody has narrowed the list. It says "today" and means the day on
 * which it is looked at; a TrancheOrderFilter is what that comes to.
 */
typedef struct {
  guint stages;
  char *account_id;
  TranchePeriod period;
  char *from;
  char *until;
  TrancheMoney least;
  TrancheMoney most;
} TrancheListFilter;

#define TRANCHE_TYPE_LIST_FILTER (tranche_list_filter_get_type ())
GType              tranche_list_filter_get_type     (void);
TrancheListFilter *tranche_list_filter_new          (void);
TrancheListFilter *tranche_list_filter_copy         (const TrancheListFilter *self);
void               tranche_list_filter_free         (TrancheListFilter       *self);
gboolean           tranche_list_filter_equal        (const TrancheListFilter *a,
                                                     const TrancheListFilter *b);
gboolean           tranche_list_filter_is_empty     (const TrancheListFilter *self);
gboolean           tranche_list_filter_has_part     (const TrancheListFilter *self,
                                                     TrancheFilterPart        part);
void               tranche_list_filter_clear_part   (TrancheListFilter       *self,
                                                     TrancheFilterPart        part);
/* What it comes to at @now, by whose zone days begin; the account aside. */
void               tranche_list_filter_resolve      (const TrancheListFilter *self,
                                                     GDateTime               *now,
                                                     TrancheOrderFilter      *out);
/* As "a{sv}". (transfer floating) */
GVariant          *tranche_list_filter_to_variant   (const TrancheListFilter *self);
/* What is not understood is left out. (transfer full) */
TrancheListFilter *tranche_list_filter_from_variant (GVariant                *variant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheListFilter, tranche_list_filter_free)

G_END_DECLS
