/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-freshness.h"

#include <glib/gi18n.h>

#include "ui/format.h"
#include "ui/order-actions.h"
#include "ui/order-button.h"

struct _TrancheOrderFreshness {
  AdwBin parent_instance;

  TrancheOrder *order;
  TrancheOperation operation;
  TrancheConnection *connection;
  GDateTime *now;
};

G_DEFINE_FINAL_TYPE (TrancheOrderFreshness, tranche_order_freshness, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_ORDER,
  PROP_OPERATION,
  PROP_CONNECTION,
  PROP_NOW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static char *
checked_cb (TrancheOrderFreshness *self,
            TrancheOrder          *order,
            GDateTime             *now)
{
  GDateTime *time = order != NULL ? tranche_order_get_checked_at (order) : NULL;
  g_autofree char *ago = NULL;

  if (now == NULL || time == NULL)
    return g_strdup (_("Not checked yet"));

  ago = tranche_format_ago (time, now);

  /* Translators: when the bank last answered; %s is "just now" or "2 min ago" */
  return g_strdup_printf (_("Last checked %s"), ago);
}

static char *
why_not_refresh_cb (TrancheOrderFreshness *self,
                    TrancheOrder          *order,
                    int                    operation,
                    TrancheConnection     *connection,
                    GDateTime             *now)
{
  if (order == NULL || now == NULL)
    return g_strdup ("");

  return tranche_order_why_not (TRANCHE_ORDER_ACTION_REFRESH, order, (TrancheOperation) operation,
                                connection, now);
}

static void
set_now (TrancheOrderFreshness *self,
         GDateTime             *now)
{
  if (self->now == now)
    return;

  g_clear_pointer (&self->now, g_date_time_unref);
  if (now != NULL)
    self->now = g_date_time_ref (now);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOW]);
}

static void
tranche_order_freshness_get_property (GObject    *object,
                                      guint       prop_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  TrancheOrderFreshness *self = TRANCHE_ORDER_FRESHNESS (object);

  switch (prop_id) {
  case PROP_ORDER:
    g_value_set_object (value, self->order);
    break;
  case PROP_OPERATION:
    g_value_set_int (value, (int) self->operation);
    break;
  case PROP_CONNECTION:
    g_value_set_object (value, self->connection);
    break;
  case PROP_NOW:
    g_value_set_boxed (value, self->now);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_freshness_set_property (GObject      *object,
                                      guint         prop_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  TrancheOrderFreshness *self = TRANCHE_ORDER_FRESHNESS (object);

  switch (prop_id) {
  case PROP_ORDER:
    if (g_set_object (&self->order, g_value_get_object (value)))
      g_object_notify_by_pspec (object, pspec);
    break;
  case PROP_OPERATION:
    if (self->operation != (TrancheOperation) g_value_get_int (value)) {
      self->operation = (TrancheOperation) g_value_get_int (value);
      g_object_notify_by_pspec (object, pspec);
    }
    break;
  case PROP_CONNECTION:
    /* The same one comes again when its state is another. */
    g_set_object (&self->connection, g_value_get_object (value));
    g_object_notify_by_pspec (object, pspec);
    break;
  case PROP_NOW:
    set_now (self, g_value_get_boxed (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_freshness_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_ORDER_FRESHNESS);

  G_OBJECT_CLASS (tranche_order_freshness_parent_class)->dispose (object);
}

static void
tranche_order_freshness_finalize (GObject *object)
{
  TrancheOrderFreshness *self = TRANCHE_ORDER_FRESHNESS (object);

  g_clear_object (&self->order);
  g_clear_object (&self->connection);
  g_clear_pointer (&self->now, g_date_time_unref);

  G_OBJECT_CLASS (tranche_order_freshness_parent_class)->finalize (object);
}

static void
tranche_order_freshness_class_init (TrancheOrderFreshnessClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags
    = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tranche_order_freshness_get_property;
  object_class->set_property = tranche_order_freshness_set_property;
  object_class->dispose = tranche_order_freshness_dispose;
  object_class->finalize = tranche_order_freshness_finalize;

  properties[PROP_ORDER] =
    g_param_spec_object ("order", NULL, NULL, TRANCHE_TYPE_ORDER, flags);
  properties[PROP_OPERATION] =
    g_param_spec_int ("operation", NULL, NULL, 0, G_MAXINT, TRANCHE_OPERATION_NONE, flags);
  properties[PROP_CONNECTION] =
    g_param_spec_object ("connection", NULL, NULL, TRANCHE_TYPE_CONNECTION, flags);
  properties[PROP_NOW] =
    g_param_spec_boxed ("now", NULL, NULL, G_TYPE_DATE_TIME, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TRANCHE_TYPE_ORDER_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/order-freshness.ui");
  gtk_widget_class_bind_template_callback (widget_class, checked_cb);
  gtk_widget_class_bind_template_callback (widget_class, why_not_refresh_cb);
}

static void
tranche_order_freshness_init (TrancheOrderFreshness *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
