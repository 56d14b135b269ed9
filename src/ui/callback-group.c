/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/callback-group.h"

#include "ui/field-row.h"

struct _TrancheCallbackGroup {
  AdwPreferencesGroup parent_instance;

  TrancheFieldRow *callback_url_row;
  AdwSpinRow *callback_port_row;
  TrancheFieldRow *callback_interface_row;
};

G_DEFINE_FINAL_TYPE (TrancheCallbackGroup, tranche_callback_group, ADW_TYPE_PREFERENCES_GROUP)

static void
tranche_callback_group_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_CALLBACK_GROUP);

  G_OBJECT_CLASS (tranche_callback_group_parent_class)->dispose (object);
}

static void
tranche_callback_group_class_init (TrancheCallbackGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tranche_callback_group_dispose;

  g_type_ensure (TRANCHE_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/callback-group.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheCallbackGroup, callback_url_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheCallbackGroup, callback_port_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheCallbackGroup, callback_interface_row);
}

static void
tranche_callback_group_init (TrancheCallbackGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tranche_callback_group_set_agreement (TrancheCallbackGroup   *self,
                                      const TrancheAgreement *agreement)
{
  g_return_if_fail (TRANCHE_IS_CALLBACK_GROUP (self));
  g_return_if_fail (agreement != NULL);

  tranche_field_row_set_text (self->callback_url_row, agreement->callback_url);
  adw_spin_row_set_value (self->callback_port_row, agreement->callback_port);
  tranche_field_row_set_text (self->callback_interface_row, agreement->callback_interface);
}

void
tranche_callback_group_collect (TrancheCallbackGroup *self,
                                TrancheAgreement     *agreement)
{
  g_return_if_fail (TRANCHE_IS_CALLBACK_GROUP (self));
  g_return_if_fail (agreement != NULL);

  g_free (agreement->callback_url);
  g_free (agreement->callback_interface);
  agreement->callback_url = tranche_field_row_dup_text (self->callback_url_row);
  agreement->callback_port = (guint) adw_spin_row_get_value (self->callback_port_row);
  agreement->callback_interface = tranche_field_row_dup_text (self->callback_interface_row);
}
