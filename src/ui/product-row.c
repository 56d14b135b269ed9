/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/product-row.h"

#include <glib/gi18n.h>

#include "ui/field-row.h"

struct _TrancheProductRow {
  AdwExpanderRow parent_instance;

  /* What the form does not show stays as it was. */
  char *terms;

  TrancheFieldRow *name_row;
  TrancheFieldRow *code_row;
};

G_DEFINE_FINAL_TYPE (TrancheProductRow, tranche_product_row, ADW_TYPE_EXPANDER_ROW)

enum {
  REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
product_title (TrancheProductRow *self,
               const char        *name,
               const char        *code)
{
  if (name != NULL && *name != '\0')
    return g_strdup (name);

  return g_strdup (code != NULL && *code != '\0' ? code : _("New product"));
}

static void
remove_clicked_cb (TrancheProductRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static gboolean
tranche_product_row_grab_focus (GtkWidget *widget)
{
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);

  return gtk_widget_grab_focus (GTK_WIDGET (TRANCHE_PRODUCT_ROW (widget)->code_row));
}

static void
tranche_product_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TRANCHE_TYPE_PRODUCT_ROW);

  G_OBJECT_CLASS (tranche_product_row_parent_class)->dispose (object);
}

static void
tranche_product_row_finalize (GObject *object)
{
  TrancheProductRow *self = TRANCHE_PRODUCT_ROW (object);

  g_free (self->terms);

  G_OBJECT_CLASS (tranche_product_row_parent_class)->finalize (object);
}

static void
tranche_product_row_class_init (TrancheProductRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tranche_product_row_dispose;
  object_class->finalize = tranche_product_row_finalize;

  widget_class->grab_focus = tranche_product_row_grab_focus;

  signals[REMOVE] = g_signal_new ("remove", TRANCHE_TYPE_PRODUCT_ROW, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TRANCHE_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/tranche/Tranche/ui/product-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TrancheProductRow, name_row);
  gtk_widget_class_bind_template_child (widget_class, TrancheProductRow, code_row);
  gtk_widget_class_bind_template_callback (widget_class, product_title);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
tranche_product_row_init (TrancheProductRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tranche_product_row_new (const TrancheProduct *product)
{
  TrancheProductRow *self = g_object_new (TRANCHE_TYPE_PRODUCT_ROW, NULL);

  if (product != NULL) {
    gtk_editable_set_text (GTK_EDITABLE (self->name_row), product->name);
    gtk_editable_set_text (GTK_EDITABLE (self->code_row), product->code);
    g_set_str (&self->terms, product->terms);
  }

  return GTK_WIDGET (self);
}

TrancheProduct *
tranche_product_row_dup_product (TrancheProductRow *self)
{
  g_autofree char *name = NULL;
  g_autofree char *code = NULL;

  g_return_val_if_fail (TRANCHE_IS_PRODUCT_ROW (self), NULL);

  name = tranche_field_row_dup_text (self->name_row);
  code = tranche_field_row_dup_text (self->code_row);
  if (code == NULL) {
    tranche_field_row_set_flaw (self->code_row, _("Required"));
    return NULL;
  }

  return tranche_product_new (code, name != NULL ? name : code, self->terms);
}
