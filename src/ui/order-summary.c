/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-summary.h"

#include "ui/order-texts.h"
#include "ui/value-row.h"

struct _TrancheOrderSummary {
  AdwPreferencesGroup parent_instance;

  TrancheOrder *order;
};

G_DEFINE_FINAL_TYPE (TrancheOrderSummary, tranche_order_summary, ADW_TYPE_PREFERENCES_GROUP)

enum {
  PROP_0,
  PROP_ORDER,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static char *
number_cb (TrancheOrderSummary *self,
           TrancheOrder        *order)
{
  return g_strdup (order != NULL ? tranche_order_get_number (order) : "");
}

static char *
customer_cb (TrancheOrderSummary *self,
             TrancheOrder        *order)
{
  return tranche_order_text_customer (order);
}

static char *
goods_cb (TrancheOrderSummary *self,
          TrancheOrder        *order)
{
  return order != NULL ? tranche_order_get_goods_summary (order) : g_strdup ("");
}

static char *
amount_cb (TrancheOrderSummary *self,
           TrancheOrder        *order)
{
  return tranche_order_text_amount (order);
}

static char *
transfer_amount_cb (TrancheOrderSummary *self,
                    TrancheOrder        *order)
{
  return tranche_order_text_transfer_amount (order);
}

static void
tranche_order_summary_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  TrancheOrderSummary *self = TRANCHE_ORDER_SUMMARY (object);

  switch (prop_id) {
  case PROP_ORDER:
    g_value_set_object (value, self->order);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_summary_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  TrancheOrderSummary *self = TRANCHE_ORDER_SUMMARY (object);

  switch (prop_id) {
  case PROP_ORDER:
    if (g_set_object (&self->order, g_value_get_object (value)))
      g_object_notify_by_pspec (object, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_summary_dispose (GObject *object)
{
  TrancheOrderSummary *self = TRANCHE_ORDER_SUMMARY (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TRANCHE_TYPE_ORDER_SUMMARY);
  g_clear_object (&self->order);

  G_OBJECT_CLASS (tranche_order_summary_parent_class)->dispose (object);
}

static void
tranche_order_summary_class_init (TrancheOrderSummaryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tranche_order_summary_get_property;
  object_class->set_property = tranche_order_summary_set_property;
  object_class->dispose = tranche_order_summary_dispose;

  properties[PROP_ORDER] =
    g_param_spec_object ("order", NULL, NULL, TRANCHE_TYPE_ORDER,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TRANCHE_TYPE_VALUE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/order-summary.ui");
  gtk_widget_class_bind_template_callback (widget_class, number_cb);
  gtk_widget_class_bind_template_callback (widget_class, customer_cb);
  gtk_widget_class_bind_template_callback (widget_class, goods_cb);
  gtk_widget_class_bind_template_callback (widget_class, amount_cb);
  gtk_widget_class_bind_template_callback (widget_class, transfer_amount_cb);
}

static void
tranche_order_summary_init (TrancheOrderSummary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
