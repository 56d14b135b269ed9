/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/order-diff.h"
#include "model/order-list.h"
#include "model/row-cache.h"

G_BEGIN_DECLS

struct _TrancheOrderList {
  GObject parent_instance;

  TrancheOrderBook *book;
  TrancheOperations *operations;
  TrancheOrderQuery *query;
  GError *error;

  TrancheListSwap *swap;
  guint step_id;          /* further steps of the swap wait for the window */
  gboolean complete;      /* the last answer was */
  gboolean anew;          /* it was the first answer to a query */
  TrancheRowCache *rows;

  GCancellable *querying; /* (nullable): the question under way */
  gboolean query_is_new;  /* whose answer is the first to the present query */
  gboolean query_again;   /* something changed since it was asked */
  gint64 query_began;
  gint64 query_took;
  guint requery_id;       /* asks when its time has come */
  guint n_changed;        /* changes of orders that were heard of */

  GArray *wanted;         /* ids whose orders are to be loaded */
  guint load_id;
  guint last_position;
  gboolean upwards;
  GCancellable *cancellable;
};

/* The row at a position that is in the list; its order is loaded soon if it was
 * not yet. (transfer full) */
TrancheOrderRow *tranche_order_list_obtain_row   (TrancheOrderList *self,
                                                  guint             position);

/* Makes rows of @orders, for a list that is about to have them. */
void             tranche_order_list_fill         (TrancheOrderList *self,
                                                  GPtrArray        *orders);

/* Asks the book now, in the place of whatever was asked before. */
void             tranche_order_list_ask          (TrancheOrderList *self);
/* Something changed: asks the book when it is time to. */
void             tranche_order_list_note_changed (TrancheOrderList *self);
/* Asks nothing more, and waits for no answer. */
void             tranche_order_list_stop_asking  (TrancheOrderList *self);
/* Goes to what @diff leads to, in small steps where the list is on the screen. */
void             tranche_order_list_take         (TrancheOrderList *self,
                                                  TrancheOrderDiff *diff);
/* Lists nothing. */
void             tranche_order_list_empty        (TrancheOrderList *self);
/* Takes no further step. */
void             tranche_order_list_stop_taking  (TrancheOrderList *self);

G_END_DECLS
