/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-part.h"

typedef struct {
  TrancheOrder *order;
  TrancheOperation operation;
  TrancheConnection *connection;
  gboolean locked;
  GDateTime *now;
} TrancheOrderPartPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TrancheOrderPart, tranche_order_part, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_ORDER,
  PROP_OPERATION,
  PROP_CONNECTION,
  PROP_LOCKED,
  PROP_NOW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
set_now (TrancheOrderPart *self,
         GDateTime        *now)
{
  TrancheOrderPartPrivate *priv = tranche_order_part_get_instance_private (self);

  if (priv->now == now)
    return;

  g_clear_pointer (&priv->now, g_date_time_unref);
  if (now != NULL)
    priv->now = g_date_time_ref (now);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOW]);
}

static void
tranche_order_part_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  TrancheOrderPartPrivate *priv =
    tranche_order_part_get_instance_private (TRANCHE_ORDER_PART (object));

  switch (prop_id) {
  case PROP_ORDER:
    g_value_set_object (value, priv->order);
    break;
  case PROP_OPERATION:
    g_value_set_int (value, (int) priv->operation);
    break;
  case PROP_CONNECTION:
    g_value_set_object (value, priv->connection);
    break;
  case PROP_LOCKED:
    g_value_set_boolean (value, priv->locked);
    break;
  case PROP_NOW:
    g_value_set_boxed (value, priv->now);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_part_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  TrancheOrderPartPrivate *priv =
    tranche_order_part_get_instance_private (TRANCHE_ORDER_PART (object));

  switch (prop_id) {
  case PROP_ORDER:
    if (g_set_object (&priv->order, g_value_get_object (value)))
      g_object_notify_by_pspec (object, pspec);
    break;
  case PROP_OPERATION:
    if (priv->operation != (TrancheOperation) g_value_get_int (value)) {
      priv->operation = (TrancheOperation) g_value_get_int (value);
      g_object_notify_by_pspec (object, pspec);
    }
    break;
  case PROP_CONNECTION:
    /* The same one comes again when its state is another. */
    g_set_object (&priv->connection, g_value_get_object (value));
    g_object_notify_by_pspec (object, pspec);
    break;
  case PROP_LOCKED:
    if (priv->locked != g_value_get_boolean (value)) {
      priv->locked = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
    }
    break;
  case PROP_NOW:
    set_now (TRANCHE_ORDER_PART (object), g_value_get_boxed (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_part_finalize (GObject *object)
{
  TrancheOrderPartPrivate *priv =
    tranche_order_part_get_instance_private (TRANCHE_ORDER_PART (object));

  g_clear_object (&priv->order);
  g_clear_object (&priv->connection);
  g_clear_pointer (&priv->now, g_date_time_unref);

  G_OBJECT_CLASS (tranche_order_part_parent_class)->finalize (object);
}

static void
tranche_order_part_class_init (TrancheOrderPartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags
    = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tranche_order_part_get_property;
  object_class->set_property = tranche_order_part_set_property;
  object_class->finalize = tranche_order_part_finalize;

  properties[PROP_ORDER] =
    g_param_spec_object ("order", NULL, NULL, TRANCHE_TYPE_ORDER, flags);
  properties[PROP_OPERATION] =
    g_param_spec_int ("operation", NULL, NULL, 0, G_MAXINT, TRANCHE_OPERATION_NONE, flags);
  properties[PROP_CONNECTION] =
    g_param_spec_object ("connection", NULL, NULL, TRANCHE_TYPE_CONNECTION, flags);
  properties[PROP_LOCKED] =
    g_param_spec_boolean ("locked", NULL, NULL, FALSE, flags);
  properties[PROP_NOW] =
    g_param_spec_boxed ("now", NULL, NULL, G_TYPE_DATE_TIME, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tranche_order_part_init (TrancheOrderPart *self)
{
}

TrancheOrder *
tranche_order_part_get_order (TrancheOrderPart *self)
{
  TrancheOrderPartPrivate *priv = tranche_order_part_get_instance_private (self);

  g_return_val_if_fail (TRANCHE_IS_ORDER_PART (self), NULL);

  return priv->order;
}

TrancheOperation
tranche_order_part_get_operation (TrancheOrderPart *self)
{
  TrancheOrderPartPrivate *priv = tranche_order_part_get_instance_private (self);

  g_return_val_if_fail (TRANCHE_IS_ORDER_PART (self), TRANCHE_OPERATION_NONE);

  return priv->operation;
}
