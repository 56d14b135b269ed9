/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/order-query.h"
#include "store/row-set.h"
#include "store/search.h"

G_BEGIN_DECLS

/**
 * TrancheDay:
 *
 * The day that it is for the manager: from @start to just before @end, in
 * microseconds UTC.
 */
typedef struct {
  gint64 start;
  gint64 end;
} TrancheDay;

/* The day of @now in its own zone. */
TrancheDay tranche_day_of (GDateTime *now);

/* What needs somebody to act: what went wrong, what is ready, what ends cooling off
 * today, and what should have been paid out before today. The numbers are those of
 * TrancheStage; the first half of the first is word for word what the index of such
 * orders has. */
#define TRANCHE_WANTS_ACTION \
  "(wrong = 1 OR stage IN (4, 5))" \
  " AND (wrong = 1 OR stage = 5 OR cooling_until < :day_end)"
#define TRANCHE_IS_UNPAID "payout_due < :day_start"
#define TRANCHE_NEEDS_ACTION "(" TRANCHE_WANTS_ACTION " OR " TRANCHE_IS_UNPAID ")"

/**
 * TrancheOrderCondition:
 * @collect: a statement that lists the ids of all orders that fulfil it, from an
 *   index alone
 * @check: the same as an expression over the columns of `orders`
 * @n: how many orders those are, or -1 where nobody knows
 * @searches: it is what was typed into the search
 * @inexact: @collect may list more than @check lets through
 *
 * One thing that a query asks for.
 */
typedef struct {
  char *collect;
  char *check;
  gint64 n;
  gboolean searches;
  gboolean inexact;
} TrancheOrderCondition;

/**
 * TrancheOrderConditions:
 * @list: what a query asks for; all of it has to hold (element-type TrancheOrderCondition)
 * @nothing: no order can fulfil it
 * @stages: those that are wanted, a bit each; 0: all
 * @account: its key; 0: all
 * @timed: whether `created_at` lies between `:from` and before `:until`
 * @priced: whether `amount` lies between `:least` and `:most`
 *
 * A query as conditions on orders, with the values for their parameters.
 */
typedef struct {
  GPtrArray *list;
  gboolean nothing;
  guint stages;
  gint64 account;
  gboolean timed;
  gboolean priced;

  /*< private >*/
  TrancheOrderFilter filter;
  TrancheDay today;
  TrancheSearch *search;
} TrancheOrderConditions;

TrancheOrderConditions *tranche_order_conditions_new  (TrancheSql              *sql,
                                                       TrancheOrderQuery       *query,
                                                       const TrancheDay        *today,
                                                       GError                 **error);
void                    tranche_order_conditions_free (TrancheOrderConditions  *self);
/* Binds what the conditions in @statement need. */
void                    tranche_order_conditions_bind (TrancheOrderConditions  *self,
                                                       sqlite3_stmt            *statement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrancheOrderConditions, tranche_order_conditions_free)

G_END_DECLS
