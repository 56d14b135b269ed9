/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/connection-row.h"

#include "ui/view-words.h"

struct _TrancheConnectionRow {
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *hint;
  GtkButton *fix_button;

  TrancheConnection *connection;
};

G_DEFINE_FINAL_TYPE (TrancheConnectionRow, tranche_connection_row, GTK_TYPE_LIST_BOX_ROW)

static void
update (TrancheConnectionRow *self)
{
  TrancheAccount *account = tranche_connection_get_account (self->connection);
  TrancheConnectionState state = tranche_connection_get_state (self->connection);
  const char *hint = tranche_connection_state_hint (state);
  const char *fix = tranche_connection_state_fix (state);
  g_autofree char *label = tranche_account_label (account);
  g_autofree char *name = NULL;

  gtk_label_set_label (self->title, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), label);
  gtk_label_set_label (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
  gtk_image_set_from_icon_name (self->icon, hint != NULL ? "dialog-warning-symbolic"
                                                         : "tranche-bank-symbolic");
  if (hint != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), "warning");

  gtk_widget_set_visible (GTK_WIDGET (self->fix_button), fix != NULL);
  if (fix != NULL) {
    gtk_button_set_label (self->fix_button, fix);
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->fix_button), "s",
                                      tranche_account_get_id (account));
    gtk_actionable_set_action_name (GTK_ACTIONABLE (self->fix_button), "win.fix-account");
  }

  name = hint != NULL ? g_strdup_printf ("%s, %s", label, hint) : g_strdup (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
tranche_connection_row_dispose (GObject *object)
{
  TrancheConnectionRow *self = TRANCHE_CONNECTION_ROW (object);

  g_clear_object (&self->connection);
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_CONNECTION_ROW);

  G_OBJECT_CLASS (tranche_connection_row_parent_class)->dispose (object);
}

static void
tranche_connection_row_class_init (TrancheConnectionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tranche_connection_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/connection-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheConnectionRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TrancheConnectionRow, title);
  gtk_widget_class_bind_template_child (widget_class, TrancheConnectionRow, hint);
  gtk_widget_class_bind_template_child (widget_class, TrancheConnectionRow, fix_button);
}

static void
tranche_connection_row_init (TrancheConnectionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tranche_connection_row_new (TrancheConnection *connection)
{
  TrancheConnectionRow *self;

  g_return_val_if_fail (TRANCHE_IS_CONNECTION (connection), NULL);

  self = g_object_new (TRANCHE_TYPE_CONNECTION_ROW, NULL);
  self->connection = g_object_ref (connection);
  g_signal_connect_object (connection, "notify::account",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (connection, "notify::state",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

TrancheConnection *
tranche_connection_row_get_connection (TrancheConnectionRow *self)
{
  g_return_val_if_fail (TRANCHE_IS_CONNECTION_ROW (self), NULL);

  return self->connection;
}
