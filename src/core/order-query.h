/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/order-filter.h"
#include "core/stage.h"

G_BEGIN_DECLS

/**
 * TrancheView:
 *
 * The views of the sidebar. Settings keep the nicks.
 */
typedef enum {
  TRANCHE_VIEW_NEEDS_ACTION,
  TRANCHE_VIEW_TODAY,
  TRANCHE_VIEW_WAITING,
  TRANCHE_VIEW_COOLING,
  TRANCHE_VIEW_COMMITTED,
  TRANCHE_VIEW_FAILED,
  TRANCHE_VIEW_ALL,
} TrancheView;

#define TRANCHE_N_VIEWS 7
#define TRANCHE_TYPE_VIEW (tranche_view_get_type ())
GType        tranche_view_get_type                 (void);

/**
 * TrancheSortKey:
 * @TRANCHE_SORT_URGENCY: what went wrong first, then the nearest deadline
 */
typedef enum {
  TRANCHE_SORT_URGENCY,
  TRANCHE_SORT_CREATED,
  TRANCHE_SORT_STAGE,
  TRANCHE_SORT_NUMBER,
  TRANCHE_SORT_CUSTOMER,
  TRANCHE_SORT_AMOUNT,
  TRANCHE_SORT_DEADLINE,
  TRANCHE_SORT_CHECKED,
  TRANCHE_SORT_ACCOUNT,
} TrancheSortKey;

#define TRANCHE_TYPE_SORT_KEY (tranche_sort_key_get_type ())
GType        tranche_sort_key_get_type             (void);

/**
 * TrancheOrderQuery:
 *
 * Which orders to list and how: a plain immutable value that the list asks
 * the book with.
 */
#define TRANCHE_TYPE_ORDER_QUERY (tranche_order_query_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOrderQuery, tranche_order_query, TRANCHE, ORDER_QUERY, GObject)

/* @account_id: (nullable): only this account. @text: (nullable): what was typed
 * into the search, of which the blanks around do not count; every word has to
 * be found in number, loan number, names, phone or goods: one of three letters
 * and more anywhere, a shorter one where a word begins. */
TrancheOrderQuery *tranche_order_query_new            (TrancheView        view,
                                                       const char        *account_id,
                                                       const char        *text,
                                                       TrancheSortKey     sort_key,
                                                       gboolean           descending);
/* The same with @filter, which narrows what @view has. */
TrancheOrderQuery *tranche_order_query_new_filtered   (TrancheView        view,
                                                       const char        *account_id,
                                                       const char        *text,
                                                       const TrancheOrderFilter *filter,
                                                       TrancheSortKey     sort_key,
                                                       gboolean           descending);
TrancheView        tranche_order_query_get_view       (TrancheOrderQuery *self);
const char        *tranche_order_query_get_account_id (TrancheOrderQuery *self);
const char        *tranche_order_query_get_text       (TrancheOrderQuery *self);
/* (transfer none): one that lets everything through where none was given. */
const TrancheOrderFilter *
                   tranche_order_query_get_filter     (TrancheOrderQuery *self);
TrancheSortKey     tranche_order_query_get_sort_key   (TrancheOrderQuery *self);
gboolean           tranche_order_query_get_descending (TrancheOrderQuery *self);
/* Whether the orders come by the time at which they were made, so that a list of
 * them can be parted into days. */
gboolean           tranche_order_query_has_days       (TrancheOrderQuery *self);
gboolean           tranche_order_query_equal          (TrancheOrderQuery *a,
                                                       TrancheOrderQuery *b);

G_END_DECLS
