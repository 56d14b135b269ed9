/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/saved-view-row.h"

#include <glib/gi18n.h>

struct _TrancheSavedViewRow {
  GtkListBoxRow parent_instance;

  GtkLabel *name_label;
  GtkMenuButton *menu_button;

  TrancheSavedView *view;
};

G_DEFINE_FINAL_TYPE (TrancheSavedViewRow, tranche_saved_view_row, GTK_TYPE_LIST_BOX_ROW)

static void
tranche_saved_view_row_dispose (GObject *object)
{
  TrancheSavedViewRow *self = TRANCHE_SAVED_VIEW_ROW (object);

  g_clear_object (&self->view);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRANCHE_TYPE_SAVED_VIEW_ROW);

  G_OBJECT_CLASS (tranche_saved_view_row_parent_class)->dispose (object);
}

static void
tranche_saved_view_row_class_init (TrancheSavedViewRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tranche_saved_view_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/saved-view-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheSavedViewRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, TrancheSavedViewRow, menu_button);
}

static void
tranche_saved_view_row_init (TrancheSavedViewRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
append (GMenu      *menu,
        const char *label,
        const char *action_name,
        const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action_name, "s", id);
  g_menu_append_item (menu, item);
}

GtkWidget *
tranche_saved_view_row_new (TrancheSavedView *view)
{
  TrancheSavedViewRow *self;
  g_autoptr (GMenu) menu = g_menu_new ();
  const char *id;

  g_return_val_if_fail (TRANCHE_IS_SAVED_VIEW (view), NULL);

  self = g_object_new (TRANCHE_TYPE_SAVED_VIEW_ROW, NULL);
  self->view = g_object_ref (view);
  g_object_bind_property (view, "name", self->name_label, "label", G_BINDING_SYNC_CREATE);

  id = tranche_saved_view_get_id (view);
  append (menu, _("_Rename…"), "win.rename-saved-view", id);
  append (menu, _("_Save as It Is Now"), "win.update-saved-view", id);
  append (menu, _("Re_move"), "win.remove-saved-view", id);
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));

  return GTK_WIDGET (self);
}

TrancheSavedView *
tranche_saved_view_row_get_view (TrancheSavedViewRow *self)
{
  g_return_val_if_fail (TRANCHE_IS_SAVED_VIEW_ROW (self), NULL);

  return self->view;
}
