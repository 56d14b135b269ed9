/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/chosen-orders.h"

#include "model/sparse-ids.h"

struct _TrancheChosenOrders {
  TrancheOrderList *list;
  TrancheSparseIds *ids;
};

static gint64
get_id (TrancheChosenOrders *self,
        guint                position)
{
  return tranche_order_list_get_id (self->list, position);
}

TrancheChosenOrders *
tranche_chosen_orders_new (TrancheOrderList *list)
{
  TrancheChosenOrders *self = g_new0 (TrancheChosenOrders, 1);

  self->list = g_object_ref (list);
  self->ids = tranche_sparse_ids_new ();

  return self;
}

void
tranche_chosen_orders_free (TrancheChosenOrders *self)
{
  g_object_unref (self->list);
  tranche_sparse_ids_free (self->ids);
  g_free (self);
}

guint
tranche_chosen_orders_get_size (TrancheChosenOrders *self)
{
  return tranche_sparse_ids_get_size (self->ids);
}

gboolean
tranche_chosen_orders_has (TrancheChosenOrders *self,
                           gint64               order_id)
{
  return tranche_sparse_ids_contains (self->ids, order_id);
}

gint64
tranche_chosen_orders_get_only (TrancheChosenOrders *self)
{
  return tranche_sparse_ids_get_size (self->ids) == 1 ? tranche_sparse_ids_get_any (self->ids) : 0;
}

gboolean
tranche_chosen_orders_set_only (TrancheChosenOrders *self,
                                gint64               order_id)
{
  guint size = tranche_sparse_ids_get_size (self->ids);

  if (order_id == 0 ? size == 0
                    : size == 1 && tranche_sparse_ids_contains (self->ids, order_id))
    return FALSE;

  tranche_sparse_ids_clear (self->ids);
  if (order_id != 0)
    tranche_sparse_ids_add (self->ids, order_id);

  return TRUE;
}

gboolean
tranche_chosen_orders_has_position (TrancheChosenOrders *self,
                                    guint                position)
{
  return tranche_sparse_ids_contains (self->ids, get_id (self, position));
}

gboolean
tranche_chosen_orders_set_position (TrancheChosenOrders *self,
                                    guint                position,
                                    gboolean             chosen)
{
  gint64 id = get_id (self, position);

  return chosen ? tranche_sparse_ids_add (self->ids, id)
                : tranche_sparse_ids_remove (self->ids, id);
}

void
tranche_chosen_orders_set_range (TrancheChosenOrders *self,
                                 guint                position,
                                 guint                n_items,
                                 gboolean             chosen)
{
  for (guint i = position; i < position + n_items; i++)
    tranche_chosen_orders_set_position (self, i, chosen);
}

void
tranche_chosen_orders_clear (TrancheChosenOrders *self)
{
  tranche_sparse_ids_clear (self->ids);
}

GtkBitset *
tranche_chosen_orders_in_range (TrancheChosenOrders *self,
                                guint                position,
                                guint                n_items)
{
  GtkBitset *bitset = gtk_bitset_new_empty ();

  if (tranche_sparse_ids_get_size (self->ids) == 0)
    return bitset;

  for (guint i = position; i < position + n_items; i++) {
    if (tranche_chosen_orders_has_position (self, i))
      gtk_bitset_add (bitset, i);
  }

  return bitset;
}

GArray *
tranche_chosen_orders_list (TrancheChosenOrders *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  for (guint i = 0; i < n_items && ids->len < tranche_sparse_ids_get_size (self->ids); i++) {
    gint64 id = get_id (self, i);

    if (tranche_sparse_ids_contains (self->ids, id))
      g_array_append_val (ids, id);
  }

  return ids;
}

gboolean
tranche_chosen_orders_prune (TrancheChosenOrders *self)
{
  g_autoptr (GArray) ids = tranche_chosen_orders_list (self);

  if (ids->len == tranche_sparse_ids_get_size (self->ids))
    return FALSE;

  tranche_sparse_ids_clear (self->ids);
  for (guint i = 0; i < ids->len; i++)
    tranche_sparse_ids_add (self->ids, g_array_index (ids, gint64, i));

  return TRUE;
}
