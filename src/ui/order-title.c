/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-title.h"

#include "ui/clipboard.h"
#include "ui/stage-pill.h"

struct _TrancheOrderTitle {
  AdwBin parent_instance;

  TrancheOrder *order;
};

G_DEFINE_FINAL_TYPE (TrancheOrderTitle, tranche_order_title, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_ORDER,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Closures of the template: the page begins without an order. */

static char *
number_cb (TrancheOrderTitle *self,
           TrancheOrder      *order)
{
  return g_strdup (order != NULL ? tranche_order_get_number (order) : "");
}

static TrancheStage
stage_cb (TrancheOrderTitle *self,
          TrancheOrder      *order)
{
  return order != NULL ? tranche_order_get_stage (order) : TRANCHE_STAGE_DRAFT;
}

static gboolean
is_demo_cb (TrancheOrderTitle *self,
            TrancheOrder      *order)
{
  return order != NULL && tranche_order_get_demo (order);
}

static void
copy_number_cb (TrancheOrderTitle *self)
{
  tranche_clipboard_copy (GTK_WIDGET (self), tranche_order_get_number (self->order));
}

static void
tranche_order_title_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  TrancheOrderTitle *self = TRANCHE_ORDER_TITLE (object);

  switch (prop_id) {
  case PROP_ORDER:
    g_value_set_object (value, self->order);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_title_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  TrancheOrderTitle *self = TRANCHE_ORDER_TITLE (object);

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
tranche_order_title_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_ORDER_TITLE);

  G_OBJECT_CLASS (tranche_order_title_parent_class)->dispose (object);
}

static void
tranche_order_title_finalize (GObject *object)
{
  TrancheOrderTitle *self = TRANCHE_ORDER_TITLE (object);

  g_clear_object (&self->order);

  G_OBJECT_CLASS (tranche_order_title_parent_class)->finalize (object);
}

static void
tranche_order_title_class_init (TrancheOrderTitleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags
    = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tranche_order_title_get_property;
  object_class->set_property = tranche_order_title_set_property;
  object_class->dispose = tranche_order_title_dispose;
  object_class->finalize = tranche_order_title_finalize;

  properties[PROP_ORDER] =
    g_param_spec_object ("order", NULL, NULL, TRANCHE_TYPE_ORDER, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TRANCHE_TYPE_STAGE);
  g_type_ensure (TRANCHE_TYPE_STAGE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/order-title.ui");
  gtk_widget_class_bind_template_callback (widget_class, number_cb);
  gtk_widget_class_bind_template_callback (widget_class, stage_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_demo_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_number_cb);
}

static void
tranche_order_title_init (TrancheOrderTitle *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
