/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/place-table.h"

struct _TranchePlaceTable {
  TrancheOrderList *list;
  GPtrArray *held;      /* of TrancheOrderPlace, unowned, by position */
  GHashTable *removed;  /* (nullable): from an order's id to its place, owned */
};

static void
place_gone_cb (gpointer  data,
               GObject  *place)
{
  TranchePlaceTable *self = data;

  g_ptr_array_remove (self->held, place);
}

TranchePlaceTable *
tranche_place_table_new (TrancheOrderList *list)
{
  TranchePlaceTable *self = g_new0 (TranchePlaceTable, 1);

  self->list = g_object_ref (list);
  self->held = g_ptr_array_new ();

  return self;
}

static void
let_go (TranchePlaceTable *self,
        TrancheOrderPlace *place)
{
  g_object_weak_unref (G_OBJECT (place), place_gone_cb, self);
}

void
tranche_place_table_free (TranchePlaceTable *self)
{
  for (guint i = 0; i < self->held->len; i++)
    let_go (self, g_ptr_array_index (self->held, i));
  g_ptr_array_unref (self->held);
  g_clear_pointer (&self->removed, g_hash_table_unref);
  g_object_unref (self->list);
  g_free (self);
}

/* The index of the first place that is held at @position or behind it. */
static guint
find_index (TranchePlaceTable *self,
            guint              position)
{
  guint low = 0;
  guint high = self->held->len;

  while (low < high) {
    guint middle = (low + high) / 2;

    if (tranche_order_place_get_position (g_ptr_array_index (self->held, middle)) < position)
      low = middle + 1;
    else
      high = middle;
  }

  return low;
}

static TrancheOrderPlace *
find_removed (TranchePlaceTable *self,
              guint              position)
{
  gint64 id = tranche_order_list_get_id (self->list, position);
  gpointer key, place;

  if (self->removed == NULL || !g_hash_table_steal_extended (self->removed, &id, &key, &place))
    return NULL;

  g_free (key);
  tranche_order_place_move (place, position);

  return place;
}

TrancheOrderPlace *
tranche_place_table_obtain (TranchePlaceTable *self,
                            guint              position)
{
  guint index = find_index (self, position);
  TrancheOrderPlace *place = NULL;

  if (index < self->held->len)
    place = g_ptr_array_index (self->held, index);
  if (place != NULL && tranche_order_place_get_position (place) == position)
    return g_object_ref (place);

  place = find_removed (self, position);
  if (place == NULL)
    place = tranche_order_place_new (self->list, position);
  g_object_weak_ref (G_OBJECT (place), place_gone_cb, self);
  g_ptr_array_insert (self->held, (int) index, place);

  return place;
}

static void
remove_place (TranchePlaceTable *self,
              TrancheOrderPlace *place)
{
  gint64 id = tranche_order_place_get_id (place);

  let_go (self, place);
  g_hash_table_replace (self->removed, g_memdup2 (&id, sizeof id), g_object_ref (place));
}

void
tranche_place_table_splice (TranchePlaceTable *self,
                            guint              position,
                            guint              n_removed,
                            guint              n_added)
{
  guint first = find_index (self, position);
  guint end = find_index (self, position + n_removed);

  if (self->removed == NULL)
    self->removed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);

  for (guint i = first; i < end; i++)
    remove_place (self, g_ptr_array_index (self->held, i));
  if (end > first)
    g_ptr_array_remove_range (self->held, first, end - first);

  for (guint i = first; i < self->held->len; i++) {
    TrancheOrderPlace *place = g_ptr_array_index (self->held, i);

    tranche_order_place_move (place, tranche_order_place_get_position (place) - n_removed + n_added);
  }
}

void
tranche_place_table_settle (TranchePlaceTable *self)
{
  g_clear_pointer (&self->removed, g_hash_table_unref);
}

void
tranche_place_table_fill (TranchePlaceTable *self,
                          guint              n_items)
{
  guint end = find_index (self, n_items);
  g_autoptr (GPtrArray) places = g_ptr_array_new_full (end, g_object_unref);

  /* Whoever hears of it may hold other places. */
  for (guint i = 0; i < end; i++)
    g_ptr_array_add (places, g_object_ref (g_ptr_array_index (self->held, i)));
  for (guint i = 0; i < end; i++)
    tranche_order_place_fill (g_ptr_array_index (places, i));
}
