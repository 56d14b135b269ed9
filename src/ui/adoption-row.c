/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/adoption-row.h"

#include "ui/adoption-words.h"

struct _TrancheAdoptionRow {
  AdwBin parent_instance;

  GtkImage *icon;
  GtkWidget *spinner;
  GtkLabel *key_label;
  GtkLabel *text_label;

  TrancheAdoption *adoption;
  GSignalGroup *signals;
};

G_DEFINE_FINAL_TYPE (TrancheAdoptionRow, tranche_adoption_row, ADW_TYPE_BIN)

static void
update (TrancheAdoptionRow *self)
{
  TrancheAdoptionState state = tranche_adoption_get_state (self->adoption);
  const char *css_class = tranche_adoption_css_class (state);
  const char *classes[] = { css_class, NULL };
  g_autofree char *text = tranche_adoption_text (self->adoption);

  gtk_label_set_label (self->key_label, tranche_adoption_get_key (self->adoption));
  gtk_label_set_label (self->text_label, text);
  gtk_widget_set_css_classes (GTK_WIDGET (self->text_label), classes);
  gtk_image_set_from_icon_name (self->icon, tranche_adoption_icon_name (state));
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), classes);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), state != TRANCHE_ADOPTION_ASKING);
  gtk_widget_set_visible (self->spinner, state == TRANCHE_ADOPTION_ASKING);
}

static void
tranche_adoption_row_dispose (GObject *object)
{
  TrancheAdoptionRow *self = TRANCHE_ADOPTION_ROW (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->adoption);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRANCHE_TYPE_ADOPTION_ROW);

  G_OBJECT_CLASS (tranche_adoption_row_parent_class)->dispose (object);
}

static void
tranche_adoption_row_class_init (TrancheAdoptionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tranche_adoption_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/adoption-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheAdoptionRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TrancheAdoptionRow, spinner);
  gtk_widget_class_bind_template_child (widget_class, TrancheAdoptionRow, key_label);
  gtk_widget_class_bind_template_child (widget_class, TrancheAdoptionRow, text_label);
}

static void
tranche_adoption_row_init (TrancheAdoptionRow *self)
{
  self->signals = g_signal_group_new (TRANCHE_TYPE_ADOPTION);
  g_signal_group_connect_swapped (self->signals, "notify::state", G_CALLBACK (update), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tranche_adoption_row_set_adoption (TrancheAdoptionRow *self,
                                   TrancheAdoption    *adoption)
{
  g_return_if_fail (TRANCHE_IS_ADOPTION_ROW (self));

  g_set_object (&self->adoption, adoption);
  g_signal_group_set_target (self->signals, adoption);
  if (adoption != NULL)
    update (self);
}
