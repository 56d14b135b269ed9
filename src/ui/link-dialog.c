/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/link-dialog.h"

#include "ui/counter-view.h"

struct _TrancheLinkDialog {
  AdwDialog parent_instance;

  TrancheCounterView *view;
};

G_DEFINE_FINAL_TYPE (TrancheLinkDialog, tranche_link_dialog, ADW_TYPE_DIALOG)

static void
tranche_link_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_LINK_DIALOG);

  G_OBJECT_CLASS (tranche_link_dialog_parent_class)->dispose (object);
}

static void
tranche_link_dialog_class_init (TrancheLinkDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tranche_link_dialog_dispose;

  g_type_ensure (TRANCHE_TYPE_COUNTER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/link-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheLinkDialog, view);
}

static void
tranche_link_dialog_init (TrancheLinkDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
tranche_link_dialog_new (TrancheShop  *shop,
                         TrancheOrder *order)
{
  TrancheLinkDialog *self = g_object_new (TRANCHE_TYPE_LINK_DIALOG, NULL);

  tranche_counter_view_set_order (self->view, shop, order);

  return ADW_DIALOG (self);
}
