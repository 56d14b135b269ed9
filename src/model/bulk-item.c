/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/bulk-item.h"

struct _TrancheBulkItem {
  GObject parent_instance;

  TrancheOrder *order;
  TrancheBulkState state;
  GError *error;
};

G_DEFINE_ENUM_TYPE (TrancheBulkState, tranche_bulk_state,
                    G_DEFINE_ENUM_VALUE (TRANCHE_BULK_WAITING, "waiting"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_BULK_RUNNING, "running"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_BULK_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_BULK_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_BULK_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (TRANCHE_BULK_LEFT, "left"))

G_DEFINE_FINAL_TYPE (TrancheBulkItem, tranche_bulk_item, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_ORDER,
  PROP_STATE,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
tranche_bulk_item_finalize (GObject *object)
{
  TrancheBulkItem *self = TRANCHE_BULK_ITEM (object);

  g_clear_object (&self->order);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (tranche_bulk_item_parent_class)->finalize (object);
}

static void
tranche_bulk_item_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  TrancheBulkItem *self = TRANCHE_BULK_ITEM (object);

  switch (prop_id) {
  case PROP_ORDER:
    g_value_set_object (value, self->order);
    break;
  case PROP_STATE:
    g_value_set_enum (value, self->state);
    break;
  case PROP_ERROR:
    g_value_set_boxed (value, self->error);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_bulk_item_class_init (TrancheBulkItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = tranche_bulk_item_finalize;
  object_class->get_property = tranche_bulk_item_get_property;

  properties[PROP_ORDER] = g_param_spec_object ("order", NULL, NULL, TRANCHE_TYPE_ORDER, flags);
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, TRANCHE_TYPE_BULK_STATE, TRANCHE_BULK_WAITING, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tranche_bulk_item_init (TrancheBulkItem *self)
{
}

TrancheBulkItem *
tranche_bulk_item_new (TrancheOrder *order)
{
  TrancheBulkItem *self = NULL;

  g_return_val_if_fail (TRANCHE_IS_ORDER (order), NULL);

  self = g_object_new (TRANCHE_TYPE_BULK_ITEM, NULL);
  self->order = g_object_ref (order);

  return self;
}

TrancheOrder *
tranche_bulk_item_get_order (TrancheBulkItem *self)
{
  g_return_val_if_fail (TRANCHE_IS_BULK_ITEM (self), NULL);

  return self->order;
}

void
tranche_bulk_item_set_order (TrancheBulkItem *self,
                             TrancheOrder    *order)
{
  g_return_if_fail (TRANCHE_IS_BULK_ITEM (self));
  g_return_if_fail (tranche_order_get_id (order) == tranche_order_get_id (self->order));

  if (g_set_object (&self->order, order))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
}

TrancheBulkState
tranche_bulk_item_get_state (TrancheBulkItem *self)
{
  g_return_val_if_fail (TRANCHE_IS_BULK_ITEM (self), TRANCHE_BULK_LEFT);

  return self->state;
}

const GError *
tranche_bulk_item_get_error (TrancheBulkItem *self)
{
  g_return_val_if_fail (TRANCHE_IS_BULK_ITEM (self), NULL);

  return self->error;
}

void
tranche_bulk_item_set_state (TrancheBulkItem  *self,
                             TrancheBulkState  state,
                             GError           *error)
{
  gboolean error_changed;

  g_return_if_fail (TRANCHE_IS_BULK_ITEM (self));

  error_changed = error != NULL || self->error != NULL;
  g_clear_error (&self->error);
  self->error = error;
  if (error_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);

  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}
