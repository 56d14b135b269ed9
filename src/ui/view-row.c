/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/view-row.h"

#include <glib/gi18n.h>

#include "ui/view-words.h"

struct _TrancheViewRow {
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *count_label;

  TrancheView view;
};

G_DEFINE_FINAL_TYPE (TrancheViewRow, tranche_view_row, GTK_TYPE_LIST_BOX_ROW)

static void
tranche_view_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_VIEW_ROW);

  G_OBJECT_CLASS (tranche_view_row_parent_class)->dispose (object);
}

static void
tranche_view_row_class_init (TrancheViewRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tranche_view_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/view-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheViewRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TrancheViewRow, title);
  gtk_widget_class_bind_template_child (widget_class, TrancheViewRow, count_label);
}

static void
tranche_view_row_init (TrancheViewRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tranche_view_row_new (TrancheView view)
{
  TrancheViewRow *self = g_object_new (TRANCHE_TYPE_VIEW_ROW, NULL);

  self->view = view;
  gtk_label_set_label (self->title, tranche_view_label (view));
  gtk_image_set_from_icon_name (self->icon, tranche_view_icon_name (view));
  if (view == TRANCHE_VIEW_NEEDS_ACTION)
    gtk_widget_add_css_class (GTK_WIDGET (self->count_label), "urgent");
  tranche_view_row_set_count (self, 0);

  return GTK_WIDGET (self);
}

TrancheView
tranche_view_row_get_view (TrancheViewRow *self)
{
  g_return_val_if_fail (TRANCHE_IS_VIEW_ROW (self), TRANCHE_VIEW_ALL);

  return self->view;
}

void
tranche_view_row_set_count (TrancheViewRow *self,
                            guint           count)
{
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  g_autofree char *orders = NULL;

  g_return_if_fail (TRANCHE_IS_VIEW_ROW (self));

  text = g_strdup_printf ("%'u", count);
  gtk_label_set_label (self->count_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), count > 0);

  orders = g_strdup_printf (ngettext ("%u order", "%u orders", count), count);
  name = g_strdup_printf ("%s, %s", tranche_view_label (self->view), orders);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}
