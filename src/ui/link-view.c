/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/link-view.h"

#include <glib/gi18n.h>

#include "ui/format.h"
#include "ui/link-launcher.h"
#include "ui/qr-code.h"
#include "ui/stage-words.h"

struct _TrancheLinkView {
  AdwBin parent_instance;

  TrancheOrder *order;

  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (TrancheLinkView, tranche_link_view, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_ORDER,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static char *
order_link (TrancheLinkView *self,
            TrancheOrder    *order)
{
  return order != NULL ? g_strdup (tranche_order_get_link (order)) : NULL;
}

static gboolean
has_link (TrancheLinkView *self,
          TrancheOrder    *order)
{
  return order != NULL && tranche_order_get_link (order) != NULL;
}

static gboolean
has_no_link (TrancheLinkView *self,
             TrancheOrder    *order)
{
  return order != NULL && tranche_order_get_link (order) == NULL;
}

static char *
order_amount (TrancheLinkView *self,
              TrancheOrder    *order)
{
  return order != NULL ? tranche_format_money (tranche_order_get_amount (order)) : NULL;
}

static char *
order_number (TrancheLinkView *self,
              TrancheOrder    *order)
{
  /* Translators: %s is the number of the order. */
  return order != NULL ? g_strdup_printf (_("Order %s"), tranche_order_get_number (order)) : NULL;
}

static char *
stage_label (TrancheLinkView *self,
             TrancheOrder    *order)
{
  return order != NULL ? g_strdup (tranche_stage_label (tranche_order_get_stage (order))) : NULL;
}

static char *
stage_icon_name (TrancheLinkView *self,
                 TrancheOrder    *order)
{
  return order != NULL ? g_strdup (tranche_stage_icon_name (tranche_order_get_stage (order))) : NULL;
}

static char **
stage_css_classes (TrancheLinkView *self,
                   TrancheOrder    *order)
{
  const char *css_class =
    order != NULL ? tranche_stage_css_class (tranche_order_get_stage (order)) : NULL;
  const char *classes[] = { "heading", css_class, NULL };

  return g_strdupv ((char **) classes);
}

static void
copy_clicked_cb (TrancheLinkView *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          tranche_order_get_link (self->order));
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("Link copied")));
}

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TrancheLinkView) self = user_data;
  g_autoptr (GError) error = NULL;

  if (tranche_launch_link_finish (result, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  adw_toast_overlay_add_toast (self->toasts,
                               adw_toast_new (_("The link could not be opened. Copy it instead.")));
}

static void
open_clicked_cb (TrancheLinkView *self)
{
  tranche_launch_link_async (GTK_WIDGET (self), tranche_order_get_link (self->order), launched_cb,
                             g_object_ref (self));
}

static void
book_changed_cb (TrancheLinkView *self,
                 TrancheOrder    *after)
{
  if (self->order == NULL || tranche_order_get_id (after) != tranche_order_get_id (self->order))
    return;

  g_set_object (&self->order, after);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
}

static void
tranche_link_view_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  TrancheLinkView *self = TRANCHE_LINK_VIEW (object);

  switch (prop_id) {
  case PROP_ORDER:
    g_value_set_object (value, self->order);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_link_view_dispose (GObject *object)
{
  TrancheLinkView *self = TRANCHE_LINK_VIEW (object);

  g_clear_object (&self->order);
  /* The bin unparents its child itself, and so does the template. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_LINK_VIEW);

  G_OBJECT_CLASS (tranche_link_view_parent_class)->dispose (object);
}

static void
tranche_link_view_class_init (TrancheLinkViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tranche_link_view_get_property;
  object_class->dispose = tranche_link_view_dispose;

  properties[PROP_ORDER] =
    g_param_spec_object ("order", NULL, NULL, TRANCHE_TYPE_ORDER,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TRANCHE_TYPE_QR_CODE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/link-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheLinkView, toasts);
  gtk_widget_class_bind_template_callback (widget_class, order_link);
  gtk_widget_class_bind_template_callback (widget_class, has_link);
  gtk_widget_class_bind_template_callback (widget_class, has_no_link);
  gtk_widget_class_bind_template_callback (widget_class, order_amount);
  gtk_widget_class_bind_template_callback (widget_class, order_number);
  gtk_widget_class_bind_template_callback (widget_class, stage_label);
  gtk_widget_class_bind_template_callback (widget_class, stage_icon_name);
  gtk_widget_class_bind_template_callback (widget_class, stage_css_classes);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
}

static void
tranche_link_view_init (TrancheLinkView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tranche_link_view_set_order (TrancheLinkView *self,
                             TrancheShop     *shop,
                             TrancheOrder    *order)
{
  g_return_if_fail (TRANCHE_IS_LINK_VIEW (self));
  g_return_if_fail (TRANCHE_IS_SHOP (shop));
  g_return_if_fail (TRANCHE_IS_ORDER (order));
  g_return_if_fail (self->order == NULL);

  g_set_object (&self->order, order);
  g_signal_connect_object (tranche_shop_get_book (shop), "changed",
                           G_CALLBACK (book_changed_cb), self, G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
}
