/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/shop.h"
#include "ui/clock.h"
#include "ui/order-field.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ORDER_COLUMNS (tranche_order_columns_get_type ())
G_DECLARE_FINAL_TYPE (TrancheOrderColumns, tranche_order_columns, TRANCHE, ORDER_COLUMNS, GObject)

/**
 * TrancheOrderColumns:
 *
 * The columns of the list of orders, one for each TrancheOrderField, and one
 * of two lines that stands instead of them where it is narrow.
 *
 * The headers only say how to sort: it is done by the book. Signal
 * `sort-changed ()` when somebody pressed one.
 */
TrancheOrderColumns *tranche_order_columns_new       (GtkColumnView        *view,
                                                      TrancheShop          *shop,
                                                      TrancheClock         *clock);
/* Shows as many columns as @pixels hold, the most useful ones first. */
void                 tranche_order_columns_set_width (TrancheOrderColumns  *self,
                                                      int                   pixels);
/* Whether there is no room for columns. */
gboolean             tranche_order_columns_get_narrow (TrancheOrderColumns *self);
/* (transfer none) */
GtkColumnViewColumn *tranche_order_columns_get_column (TrancheOrderColumns *self,
                                                      TrancheOrderField    field);
/* Whether somebody wants to see it, where there is room for it. */
gboolean             tranche_order_columns_get_chosen (TrancheOrderColumns *self,
                                                      TrancheOrderField    field);
void                 tranche_order_columns_set_chosen (TrancheOrderColumns *self,
                                                      TrancheOrderField    field,
                                                      gboolean             chosen);
/* FALSE while no header is pressed. */
gboolean             tranche_order_columns_get_sort  (TrancheOrderColumns  *self,
                                                      TrancheSortKey       *key,
                                                      gboolean             *descending);
/* Presses the header of @key, or none where no column has it. */
void                 tranche_order_columns_set_sort  (TrancheOrderColumns  *self,
                                                      TrancheSortKey        key,
                                                      gboolean              descending);

/* Whether a list of @width pixels, at the usual size of text, shows @field, or,
 * below the first of them, two lines an order. Pure functions. */
gboolean             tranche_order_columns_fits      (TrancheOrderField     field,
                                                      int                   width);
gboolean             tranche_order_columns_is_narrow (int                   width);

G_END_DECLS
