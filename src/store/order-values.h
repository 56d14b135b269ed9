/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/order.h"
#include "store/sql.h"

G_BEGIN_DECLS

/**
 * TrancheOrderValue:
 * @type: SQLITE_INTEGER, SQLITE_TEXT or SQLITE_NULL
 * @integer: 0 unless it is one
 * @text: (nullable): the order's own
 *
 * What a column of an order holds.
 */
typedef struct {
  int type;
  gint64 integer;
  const char *text;
} TrancheOrderValue;

#define TRANCHE_ORDER_N_VALUES 44

/**
 * TrancheOrderValues:
 * @values: of TRANCHE_ORDER_RECORD_COLUMNS, the account by its id
 * @key: (nullable): of the last column
 *
 * An order as it is written. To fold a name for sorting takes longer than all the
 * rest, and is done only where it is asked for.
 */
typedef struct {
  TrancheOrderValue values[TRANCHE_ORDER_N_VALUES];
  guint n;
  char *key;
} TrancheOrderValues;

/* Borrows from @order. The last column, the customer's key, is left out. */
void     tranche_order_values_init    (TrancheOrderValues      *self,
                                       TrancheOrder            *order);
void     tranche_order_values_add_key (TrancheOrderValues      *self,
                                       TrancheOrder            *order);
void     tranche_order_values_clear   (TrancheOrderValues      *self);

gboolean tranche_order_value_equal    (const TrancheOrderValue *a,
                                       const TrancheOrderValue *b);
void     tranche_order_value_bind     (const TrancheOrderValue *self,
                                       sqlite3_stmt            *statement,
                                       int                     *index);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TrancheOrderValues, tranche_order_values_clear)

G_END_DECLS
