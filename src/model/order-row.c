/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/order-row.h"

struct _TrancheOrderRow {
  GObject parent_instance;

  gint64 id;
  TrancheOrder *order;
  TrancheOperation operation;
};

enum {
  PROP_0,
  PROP_ID,
  PROP_ORDER,
  PROP_OPERATION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TrancheOrderRow, tranche_order_row, G_TYPE_OBJECT)

static void
tranche_order_row_dispose (GObject *object)
{
  TrancheOrderRow *self = TRANCHE_ORDER_ROW (object);

  g_clear_object (&self->order);

  G_OBJECT_CLASS (tranche_order_row_parent_class)->dispose (object);
}

static void
tranche_order_row_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  TrancheOrderRow *self = TRANCHE_ORDER_ROW (object);

  switch (prop_id) {
  case PROP_ID:
    g_value_set_int64 (value, self->id);
    break;
  case PROP_ORDER:
    g_value_set_object (value, self->order);
    break;
  case PROP_OPERATION:
    g_value_set_int (value, (int) self->operation);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_row_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  TrancheOrderRow *self = TRANCHE_ORDER_ROW (object);

  switch (prop_id) {
  case PROP_ID:
    self->id = g_value_get_int64 (value);
    break;
  case PROP_ORDER:
    tranche_order_row_set_order (self, g_value_get_object (value));
    break;
  case PROP_OPERATION:
    tranche_order_row_set_operation (self, (TrancheOperation) g_value_get_int (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_row_class_init (TrancheOrderRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tranche_order_row_dispose;
  object_class->get_property = tranche_order_row_get_property;
  object_class->set_property = tranche_order_row_set_property;

  properties[PROP_ID] =
    g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0,
                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ORDER] =
    g_param_spec_object ("order", NULL, NULL, TRANCHE_TYPE_ORDER,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_OPERATION] =
    g_param_spec_int ("operation", NULL, NULL,
                      TRANCHE_OPERATION_NONE, TRANCHE_OPERATION_RETURN, TRANCHE_OPERATION_NONE,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tranche_order_row_init (TrancheOrderRow *self)
{
}

TrancheOrderRow *
tranche_order_row_new (gint64 id)
{
  return g_object_new (TRANCHE_TYPE_ORDER_ROW, "id", id, NULL);
}

gint64
tranche_order_row_get_id (TrancheOrderRow *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_ROW (self), 0);

  return self->id;
}

TrancheOrder *
tranche_order_row_get_order (TrancheOrderRow *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_ROW (self), NULL);

  return self->order;
}

void
tranche_order_row_set_order (TrancheOrderRow *self,
                             TrancheOrder    *order)
{
  g_return_if_fail (TRANCHE_IS_ORDER_ROW (self));
  g_return_if_fail (order == NULL || TRANCHE_IS_ORDER (order));

  if (g_set_object (&self->order, order))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
}

TrancheOperation
tranche_order_row_get_operation (TrancheOrderRow *self)
{
  g_return_val_if_fail (TRANCHE_IS_ORDER_ROW (self), TRANCHE_OPERATION_NONE);

  return self->operation;
}

void
tranche_order_row_set_operation (TrancheOrderRow  *self,
                                 TrancheOperation  operation)
{
  g_return_if_fail (TRANCHE_IS_ORDER_ROW (self));

  if (self->operation == operation)
    return;

  self->operation = operation;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPERATION]);
}
