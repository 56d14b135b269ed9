/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/order-list.h"
#include "model/row-cache.h"

G_BEGIN_DECLS

struct _TrancheOrderList {
  GObject parent_instance;

  TrancheOrderBook *book;
  TrancheOperations *operations;
  TrancheOrderQuery *query;
  GError *error;

  GArray *ids;
  TrancheRowCache *rows;

  GCancellable *querying; /* (nullable): the question under way */
  gboolean query_is_new;  /* whose answer is the first to the present query */
  gboolean query_again;   /* something changed since it was asked */
  gint64 query_began;
  gint64 query_took;
  guint requery_id;
  GHashTable *changed;    /* ids that changed since the book was last asked */
  GHashTable *asked;      /* those before, which its answer may have moved */

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

/* Asks the book now, in the place of whatever was asked before. */
void             tranche_order_list_ask          (TrancheOrderList *self);
/* The order @id changed: asks the book when it is time to. */
void             tranche_order_list_note_changed (TrancheOrderList *self,
                                                  gint64            id);
/* Asks nothing more, and waits for no answer. */
void             tranche_order_list_stop_asking  (TrancheOrderList *self);
/* Lists @ids in the place of what it listed. (element-type gint64) */
void             tranche_order_list_take_ids     (TrancheOrderList *self,
                                                  GArray           *ids);

G_END_DECLS
