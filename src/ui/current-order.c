/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/current-order.h"

struct _TrancheCurrentOrder {
  GObject parent_instance;

  TrancheShop *shop;
  gint64 order_id;
  TrancheOrderRow *row;
  GSignalGroup *connection_signals;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (TrancheCurrentOrder, tranche_current_order, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_ROW,
  N_PROPS,
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
emit_changed (TrancheCurrentOrder *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
update_operation (TrancheCurrentOrder *self)
{
  TrancheOperations *operations = tranche_shop_get_operations (self->shop);

  tranche_order_row_set_operation (self->row,
                                   tranche_operations_get_current (operations, self->order_id));
}

static void
follow_connection (TrancheCurrentOrder *self)
{
  g_signal_group_set_target (self->connection_signals, tranche_current_order_get_connection (self));
}

static void
set_order (TrancheCurrentOrder *self,
           TrancheOrder        *order)
{
  gboolean first = self->row == NULL;

  if (first)
    self->row = tranche_order_row_new (self->order_id);

  tranche_order_row_set_order (self->row, order);
  update_operation (self);
  follow_connection (self);

  if (first)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROW]);
  emit_changed (self);
}

static void
order_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (TrancheCurrentOrder) self = user_data;
  g_autoptr (GPtrArray) orders = NULL;
  TrancheOrder *order;

  /* A failure of the book shows in the list. */
  orders = tranche_order_book_load_finish (TRANCHE_ORDER_BOOK (source), result, NULL);
  if (orders == NULL || orders->len == 0 || self->shop == NULL || self->row != NULL)
    return;

  order = g_ptr_array_index (orders, 0);
  if (tranche_order_get_id (order) == self->order_id)
    set_order (self, order);
}

static void
book_changed_cb (TrancheCurrentOrder *self,
                 TrancheOrder        *after,
                 TrancheOrder        *before)
{
  if (self->order_id != 0 && tranche_order_get_id (after) == self->order_id)
    set_order (self, after);
}

static void
book_removed_cb (TrancheCurrentOrder *self,
                 gint64               order_id)
{
  if (order_id == self->order_id)
    tranche_current_order_set (self, 0, NULL);
}

static void
busy_changed_cb (TrancheCurrentOrder *self,
                 gint64               order_id)
{
  if (self->row == NULL || order_id != self->order_id)
    return;

  update_operation (self);
  emit_changed (self);
}

static void
connections_changed_cb (TrancheCurrentOrder *self)
{
  follow_connection (self);
  emit_changed (self);
}

static void
tranche_current_order_dispose (GObject *object)
{
  TrancheCurrentOrder *self = TRANCHE_CURRENT_ORDER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->connection_signals);
  g_clear_object (&self->row);
  g_clear_object (&self->shop);

  G_OBJECT_CLASS (tranche_current_order_parent_class)->dispose (object);
}

static void
tranche_current_order_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  TrancheCurrentOrder *self = TRANCHE_CURRENT_ORDER (object);

  switch (prop_id) {
  case PROP_ROW:
    g_value_set_object (value, self->row);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_current_order_class_init (TrancheCurrentOrderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tranche_current_order_dispose;
  object_class->get_property = tranche_current_order_get_property;

  properties[PROP_ROW] =
    g_param_spec_object ("row", NULL, NULL,
                         TRANCHE_TYPE_ORDER_ROW,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
tranche_current_order_init (TrancheCurrentOrder *self)
{
  self->connection_signals = g_signal_group_new (TRANCHE_TYPE_CONNECTION);
  g_signal_group_connect_object (self->connection_signals, "notify::state",
                                 G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
}

TrancheCurrentOrder *
tranche_current_order_new (TrancheShop *shop)
{
  TrancheCurrentOrder *self;

  g_return_val_if_fail (TRANCHE_IS_SHOP (shop), NULL);

  self = g_object_new (TRANCHE_TYPE_CURRENT_ORDER, NULL);
  self->shop = g_object_ref (shop);

  g_signal_connect_object (tranche_shop_get_book (shop), "changed",
                           G_CALLBACK (book_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tranche_shop_get_book (shop), "removed",
                           G_CALLBACK (book_removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tranche_shop_get_operations (shop), "busy-changed",
                           G_CALLBACK (busy_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tranche_shop_get_connections (shop), "items-changed",
                           G_CALLBACK (connections_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

static void
read_order (TrancheCurrentOrder *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, self->order_id);
  self->cancellable = g_cancellable_new ();
  tranche_order_book_load_async (tranche_shop_get_book (self->shop), ids, self->cancellable,
                                 order_read_cb, g_object_ref (self));
}

void
tranche_current_order_set (TrancheCurrentOrder *self,
                           gint64               order_id,
                           TrancheOrder        *order)
{
  g_return_if_fail (TRANCHE_IS_CURRENT_ORDER (self));
  g_return_if_fail (order == NULL || tranche_order_get_id (order) == order_id);

  if (self->order_id == order_id)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_signal_group_set_target (self->connection_signals, NULL);
  self->order_id = order_id;
  g_clear_object (&self->row);

  if (order != NULL) {
    set_order (self, order);
    return;
  }

  if (order_id != 0)
    read_order (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROW]);
  emit_changed (self);
}

TrancheOrderRow *
tranche_current_order_get_row (TrancheCurrentOrder *self)
{
  g_return_val_if_fail (TRANCHE_IS_CURRENT_ORDER (self), NULL);

  return self->row;
}

TrancheOrder *
tranche_current_order_get_order (TrancheCurrentOrder *self)
{
  g_return_val_if_fail (TRANCHE_IS_CURRENT_ORDER (self), NULL);

  return self->row != NULL ? tranche_order_row_get_order (self->row) : NULL;
}

TrancheConnection *
tranche_current_order_get_connection (TrancheCurrentOrder *self)
{
  TrancheOrder *order = tranche_current_order_get_order (self);

  if (order == NULL)
    return NULL;

  return tranche_operations_find_connection (tranche_shop_get_operations (self->shop), order);
}

TrancheOperation
tranche_current_order_get_operation (TrancheCurrentOrder *self)
{
  g_return_val_if_fail (TRANCHE_IS_CURRENT_ORDER (self), TRANCHE_OPERATION_NONE);

  return self->row != NULL ? tranche_order_row_get_operation (self->row) : TRANCHE_OPERATION_NONE;
}

gboolean
tranche_current_order_get_locked (TrancheCurrentOrder *self)
{
  g_return_val_if_fail (TRANCHE_IS_CURRENT_ORDER (self), TRUE);

  return tranche_guard_get_locked (tranche_shop_get_guard (self->shop));
}

gboolean
tranche_current_order_allows (TrancheCurrentOrder *self,
                              TrancheOrderAction   action,
                              GDateTime           *now)
{
  TrancheOrder *order = tranche_current_order_get_order (self);
  g_autofree char *why_not = NULL;

  if (order == NULL ||
      (tranche_current_order_get_locked (self) && tranche_order_action_moves_money (action)))
    return FALSE;

  why_not = tranche_order_why_not (action, order, tranche_current_order_get_operation (self),
                                   tranche_current_order_get_connection (self), now);

  return why_not == NULL;
}
