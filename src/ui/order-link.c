/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/order-link.h"

#include <glib/gi18n.h>

#include "ui/clipboard.h"
#include "ui/link-launcher.h"

struct _TrancheOrderLink {
  AdwPreferencesGroup parent_instance;

  AdwActionRow *row;

  TrancheOrder *order;
};

G_DEFINE_FINAL_TYPE (TrancheOrderLink, tranche_order_link, ADW_TYPE_PREFERENCES_GROUP)

enum {
  PROP_0,
  PROP_ORDER,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* "" where there is none or where nobody can apply by it any more. */
static const char *
get_link (TrancheOrderLink *self)
{
  const char *link;

  if (self->order == NULL || tranche_stage_is_final (tranche_order_get_stage (self->order)))
    return "";

  link = tranche_order_get_link (self->order);

  return link != NULL ? link : "";
}

static void
copy_cb (TrancheOrderLink *self)
{
  tranche_clipboard_copy (GTK_WIDGET (self), get_link (self));
}

static void
show_cb (TrancheOrderLink *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-link", NULL);
}

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TrancheOrderLink) self = user_data;
  g_autoptr (GError) error = NULL;
  GtkWidget *overlay;

  if (tranche_launch_link_finish (result, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay),
                                 adw_toast_new (_("No browser could be opened")));
}

static void
open_cb (TrancheOrderLink *self)
{
  tranche_launch_link_async (GTK_WIDGET (self), get_link (self), launched_cb, g_object_ref (self));
}

static void
set_order (TrancheOrderLink *self,
           TrancheOrder     *order)
{
  if (!g_set_object (&self->order, order))
    return;

  adw_action_row_set_subtitle (self->row, get_link (self));
  gtk_widget_set_visible (GTK_WIDGET (self), *get_link (self) != '\0');
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
}

static void
tranche_order_link_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  TrancheOrderLink *self = TRANCHE_ORDER_LINK (object);

  switch (prop_id) {
  case PROP_ORDER:
    g_value_set_object (value, self->order);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_link_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  TrancheOrderLink *self = TRANCHE_ORDER_LINK (object);

  switch (prop_id) {
  case PROP_ORDER:
    set_order (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_order_link_dispose (GObject *object)
{
  TrancheOrderLink *self = TRANCHE_ORDER_LINK (object);

  g_clear_object (&self->order);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRANCHE_TYPE_ORDER_LINK);

  G_OBJECT_CLASS (tranche_order_link_parent_class)->dispose (object);
}

static void
tranche_order_link_class_init (TrancheOrderLinkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tranche_order_link_get_property;
  object_class->set_property = tranche_order_link_set_property;
  object_class->dispose = tranche_order_link_dispose;

  properties[PROP_ORDER] =
    g_param_spec_object ("order", NULL, NULL, TRANCHE_TYPE_ORDER,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/order-link.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheOrderLink, row);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
}

static void
tranche_order_link_init (TrancheOrderLink *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
