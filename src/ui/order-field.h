/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/history-entry.h"
#include "core/order.h"
#include "core/order-query.h"

G_BEGIN_DECLS

/**
 * TrancheOrderField:
 * @TRANCHE_ORDER_FIELD_STANDING: stage and deadline in one, for a list that is too narrow
 *   for columns; it has no column of its own
 *
 * What a column of the list shows of an order.
 */
typedef enum {
  TRANCHE_ORDER_FIELD_STAGE,
  TRANCHE_ORDER_FIELD_NUMBER,
  TRANCHE_ORDER_FIELD_CUSTOMER,
  TRANCHE_ORDER_FIELD_GOODS,
  TRANCHE_ORDER_FIELD_AMOUNT,
  TRANCHE_ORDER_FIELD_ACCOUNT,
  TRANCHE_ORDER_FIELD_CREATED,
  TRANCHE_ORDER_FIELD_DEADLINE,
  TRANCHE_ORDER_FIELD_CHECKED,
  TRANCHE_ORDER_FIELD_STANDING,
} TrancheOrderField;

/* Those that have a column. */
#define TRANCHE_N_ORDER_FIELDS TRANCHE_ORDER_FIELD_STANDING

/* Pure functions: they see an order, what is under way with it, and a time. */

const char *tranche_order_field_title     (TrancheOrderField  field);
/* The key that the column's header sorts by; FALSE where the book cannot. */
gboolean    tranche_order_field_sort_key  (TrancheOrderField  field,
                                           TrancheSortKey    *out);
/* @account_label: (nullable): as the account is called, if it is still there.
 * (transfer full) (not nullable) */
char       *tranche_order_field_text      (TrancheOrderField  field,
                                           TrancheOrder      *order,
                                           TrancheOperation   operation,
                                           const char        *account_label,
                                           GDateTime         *now);
/* (nullable): only some fields have one. */
const char *tranche_order_field_icon_name (TrancheOrderField  field,
                                           TrancheOrder      *order,
                                           TrancheOperation   operation);
/* A class of libadwaita that colours the field. (nullable) */
const char *tranche_order_field_css_class (TrancheOrderField  field,
                                           TrancheOrder      *order,
                                           TrancheOperation   operation,
                                           GDateTime         *now);

G_END_DECLS
