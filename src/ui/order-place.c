/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-place.h"

struct _TrancheOrderPlace {
  GObject parent_instance;

  TrancheOrderList *list;
  guint position;
  gint64 id;
  TrancheOrderRow *row; /* (nullable): nobody has looked yet */
  gulong row_id;
};

G_DEFINE_FINAL_TYPE (TrancheOrderPlace, tranche_order_place, G_TYPE_OBJECT)

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
emit_changed (TrancheOrderPlace *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
leave_row (TrancheOrderPlace *self)
{
  g_clear_signal_handler (&self->row_id, self->row);
  g_clear_object (&self->row);
}

static void
tranche_order_place_dispose (GObject *object)
{
  TrancheOrderPlace *self = TRANCHE_ORDER_PLACE (object);

  leave_row (self);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (tranche_order_place_parent_class)->dispose (object);
}

static void
tranche_order_place_class_init (TrancheOrderPlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tranche_order_place_dispose;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tranche_order_place_init (TrancheOrderPlace *self)
{
}

TrancheOrderPlace *
tranche_order_place_new (TrancheOrderList *list,
                         guint             position)
{
  TrancheOrderPlace *self = g_object_new (TRANCHE_TYPE_ORDER_PLACE, NULL);

  self->list = g_object_ref (list);
  self->position = position;
  self->id = tranche_order_list_get_id (list, position);

  return self;
}

guint
tranche_order_place_get_position (TrancheOrderPlace *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_PLACE (self), 0);

  return self->position;
}

gint64
tranche_order_place_get_id (TrancheOrderPlace *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_PLACE (self), 0);

  return self->id;
}

TrancheOrderRow *
tranche_order_place_get_row (TrancheOrderPlace *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_PLACE (self), NULL);

  /* While the list changes, the place may not have followed it yet. */
  if (self->row == NULL && self->id != 0 &&
      tranche_order_list_get_id (self->list, self->position) == self->id) {
    self->row = g_list_model_get_item (G_LIST_MODEL (self->list), self->position);
    self->row_id = g_signal_connect_swapped (self->row, "notify", G_CALLBACK (emit_changed), self);
  }

  return self->row;
}

void
tranche_order_place_move (TrancheOrderPlace *self,
                          guint              position)
{
  g_return_if_fail (TRANCHE_IS_ORDER_PLACE (self));

  self->position = position;
}

void
tranche_order_place_fill (TrancheOrderPlace *self)
{
  gint64 id;

  g_return_if_fail (TRANCHE_IS_ORDER_PLACE (self));

  id = tranche_order_list_get_id (self->list, self->position);
  if (self->id == id)
    return;

  leave_row (self);
  self->id = id;
  emit_changed (self);
}
