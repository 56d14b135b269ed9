/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/selected-orders.h"

struct _TrancheSelectedOrders {
  GObject parent_instance;

  TrancheOrderBook *book;
  TrancheOrderSelection *selection;
  GPtrArray *orders;
  GCancellable *reading;
  guint read_id;
};

G_DEFINE_FINAL_TYPE (TrancheSelectedOrders, tranche_selected_orders, G_TYPE_OBJECT)

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
emit_changed (TrancheSelectedOrders *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TrancheSelectedOrders) self = user_data;
  g_autoptr (GPtrArray) orders = NULL;

  /* A failure of the book shows in the list. */
  orders = tranche_order_book_load_finish (TRANCHE_ORDER_BOOK (source), result, NULL);
  if (orders == NULL)
    return;

  g_clear_object (&self->reading);
  self->orders = g_steal_pointer (&orders);
  emit_changed (self);
}

static void
begin_reading_cb (gpointer user_data)
{
  TrancheSelectedOrders *self = user_data;
  g_autoptr (GArray) ids = tranche_order_selection_list_ids (self->selection);

  self->read_id = 0;
  self->reading = g_cancellable_new ();
  tranche_order_book_load_async (self->book, ids, self->reading, read_cb, g_object_ref (self));
}

static void
forget (TrancheSelectedOrders *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_handle_id (&self->read_id, g_source_remove);
  g_clear_pointer (&self->orders, g_ptr_array_unref);
}

/* It may change many times before there is a frame. */
static void
selection_changed_cb (TrancheSelectedOrders *self)
{
  guint n = tranche_selected_orders_get_n (self);

  forget (self);
  if (n > 0 && n <= TRANCHE_SELECTED_ORDERS_MAX)
    self->read_id = g_idle_add_once (begin_reading_cb, self);
  emit_changed (self);
}

static void
book_changed_cb (TrancheSelectedOrders *self,
                 TrancheOrder          *after)
{
  for (guint i = 0; self->orders != NULL && i < self->orders->len; i++) {
    TrancheOrder *order = g_ptr_array_index (self->orders, i);

    if (tranche_order_get_id (order) != tranche_order_get_id (after))
      continue;

    g_set_object (&self->orders->pdata[i], after);
    emit_changed (self);
    return;
  }
}

static void
tranche_selected_orders_dispose (GObject *object)
{
  TrancheSelectedOrders *self = TRANCHE_SELECTED_ORDERS (object);

  forget (self);
  g_clear_object (&self->selection);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (tranche_selected_orders_parent_class)->dispose (object);
}

static void
tranche_selected_orders_class_init (TrancheSelectedOrdersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tranche_selected_orders_dispose;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tranche_selected_orders_init (TrancheSelectedOrders *self)
{
}

TrancheSelectedOrders *
tranche_selected_orders_new (TrancheOrderBook      *book,
                             TrancheOrderSelection *selection)
{
  TrancheSelectedOrders *self;

  g_return_val_if_fail (TRANCHE_IS_ORDER_BOOK (book), NULL);
  g_return_val_if_fail (TRANCHE_IS_ORDER_SELECTION (selection), NULL);

  self = g_object_new (TRANCHE_TYPE_SELECTED_ORDERS, NULL);
  self->book = g_object_ref (book);
  self->selection = g_object_ref (selection);
  g_signal_connect_object (selection, "changed",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (book, "changed",
                           G_CALLBACK (book_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

guint
tranche_selected_orders_get_n (TrancheSelectedOrders *self)
{
  g_return_val_if_fail (TRANCHE_IS_SELECTED_ORDERS (self), 0);

  return tranche_order_selection_get_n_selected (self->selection);
}

GPtrArray *
tranche_selected_orders_get_orders (TrancheSelectedOrders *self)
{
  g_return_val_if_fail (TRANCHE_IS_SELECTED_ORDERS (self), NULL);

  return self->orders;
}
