/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/order-query.h"
#include "core/order.h"

G_BEGIN_DECLS

/**
 * PlainOrder:
 * @order: as the book last gave it
 * @account_name: (nullable): the name of its account, as written there
 * @digits: (nullable): of the phone, without the country
 * @refused: its last operation was refused
 * @unknown: the outcome of its last operation is not known
 * @operation: the one that is open, or 0
 *
 * An order of a plain list, which answers a query by looking at every order of
 * it: what the book says has to be the same.
 */
typedef struct {
  TrancheOrder *order;
  const char *account_name;
  char *digits;
  gboolean refused;
  gboolean unknown;
  gint64 operation;
} PlainOrder;

/**
 * PlainSorting:
 * @direction: 1, or -1 for the other way round
 */
typedef struct {
  TrancheSortKey key;
  int direction;
} PlainSorting;

void     plain_order_free           (PlainOrder               *self);

/* Whether it stands among what went wrong. */
gboolean plain_order_is_wrong       (const PlainOrder         *self);
/* Today is the day of @now, in its zone. */
gboolean plain_order_is_in_view     (const PlainOrder         *self,
                                     TrancheView               view,
                                     GDateTime                *now);
gboolean plain_order_is_let_through (const PlainOrder         *self,
                                     const TrancheOrderFilter *filter);
/* Whether what was typed into the search finds it. */
gboolean plain_order_is_found       (const PlainOrder         *self,
                                     const char               *typed);

/* For g_ptr_array_sort_with_data() and a PlainSorting. */
int      plain_order_compare        (gconstpointer             a,
                                     gconstpointer             b,
                                     gpointer                  sorting);

/* Small letters only, and one letter where two are the same to the book.
 * (transfer full) */
char    *plain_order_spell          (const char               *text);

G_END_DECLS
