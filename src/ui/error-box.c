/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/error-box.h"

#include "ui/error-words.h"

struct _TrancheErrorBox {
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *body;
  GtkLabel *details;
  GtkExpander *expander;
};

G_DEFINE_FINAL_TYPE (TrancheErrorBox, tranche_error_box, ADW_TYPE_BIN)

static void
tranche_error_box_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_ERROR_BOX);

  G_OBJECT_CLASS (tranche_error_box_parent_class)->dispose (object);
}

static void
tranche_error_box_class_init (TrancheErrorBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tranche_error_box_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/error-box.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheErrorBox, title);
  gtk_widget_class_bind_template_child (widget_class, TrancheErrorBox, body);
  gtk_widget_class_bind_template_child (widget_class, TrancheErrorBox, details);
  gtk_widget_class_bind_template_child (widget_class, TrancheErrorBox, expander);
}

static void
tranche_error_box_init (TrancheErrorBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tranche_error_box_show (TrancheErrorBox  *self,
                        const GError     *error,
                        TrancheOperation  operation)
{
  g_autoptr (TrancheErrorWords) words = NULL;

  g_return_if_fail (TRANCHE_IS_ERROR_BOX (self));
  g_return_if_fail (error != NULL);

  words = tranche_error_words_new (error, operation);
  gtk_label_set_label (self->title, words->title);
  gtk_label_set_label (self->body, words->body);
  gtk_label_set_label (self->details, words->details != NULL ? words->details : "");
  gtk_widget_set_visible (GTK_WIDGET (self->expander), words->details != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words->title,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

void
tranche_error_box_clear (TrancheErrorBox *self)
{
  g_return_if_fail (TRANCHE_IS_ERROR_BOX (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
